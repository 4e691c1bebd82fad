import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import { controls } from '../styles/controls';
import { downIcon, upIcon } from './icons';

export const HEIGHTS = ['peek', 'half', 'full'] as const;
export type SheetHeight = (typeof HEIGHTS)[number];

/** What stays of the sheet when it is lowered: its handle and the search field. */
const PEEK_PX = 120;
/** What stays of the map when the sheet is raised. */
const MAP_LEFT_PX = 48;

/** What the panel takes of a wide screen, with its margins. */
const PANEL_PX = 396;

/** Pixels of a height on a screen that tall. */
function sheetPixels(height: SheetHeight, screen: number): number {
  return { peek: PEEK_PX, half: Math.round(screen * 0.5), full: screen - MAP_LEFT_PX }[height];
}

/** The part of the map that the sheet covers, in pixels; raised to the full it is no longer looked past. */
export function coveredBySheet(height: SheetHeight, wide: boolean) {
  if (wide) return { top: 0, right: 0, bottom: 0, left: PANEL_PX };
  const bottom = sheetPixels(height === 'full' ? 'half' : height, window.innerHeight);
  return { top: 0, right: 0, bottom, left: 0 };
}

/**
 * The panel: at the left of a wide screen, from below on a phone, where it has three heights, by drag and by buttons.
 *
 * Slots: `head` stays, the default one scrolls. Event: `height-chosen` SheetHeight.
 */
@customElement('bottom-sheet')
export class BottomSheet extends LitElement {
  @property({ reflect: true }) height: SheetHeight = 'half';
  /** While a finger drags: the height in pixels. */
  @state() private dragged?: number | undefined;
  @query('.sheet') private sheet!: HTMLElement;
  @query('.body') private body!: HTMLElement;

  constructor() {
    super();
    new Spoken(this);
  }

  scrollToTop(): void {
    this.body.scrollTop = 0;
  }

  private choose(height: SheetHeight): void {
    this.dispatchEvent(new CustomEvent('height-chosen', { detail: height, bubbles: true, composed: true }));
  }

  private step(by: 1 | -1): void {
    const next = HEIGHTS[HEIGHTS.indexOf(this.height) + by];
    if (next) this.choose(next);
  }

  private startDrag(event: PointerEvent): void {
    if ((event.target as HTMLElement).closest('button')) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.dragged = this.sheet.offsetHeight;
  }

  private drag(event: PointerEvent): void {
    if (this.dragged === undefined) return;
    this.dragged = Math.min(Math.max(window.innerHeight - event.clientY, PEEK_PX), window.innerHeight - MAP_LEFT_PX);
  }

  private endDrag(): void {
    const end = this.dragged;
    if (end === undefined) return;
    this.dragged = undefined;
    const away = (height: SheetHeight) => Math.abs(sheetPixels(height, window.innerHeight) - end);
    this.choose(HEIGHTS.toSorted((a, b) => away(a) - away(b))[0] ?? 'half');
  }

  protected override updated(): void {
    // Through the CSSOM, which the content security policy allows; a style attribute it would not.
    if (this.dragged === undefined) this.sheet.style.removeProperty('height');
    else this.sheet.style.setProperty('height', `${this.dragged}px`);
  }

  override render() {
    const index = HEIGHTS.indexOf(this.height);
    return html`
      <div class="sheet ${this.height} ${this.dragged === undefined ? '' : 'dragged'}">
        <div
          class="handle"
          role="group"
          aria-label="${t('sheet-label')}: ${t(`sheet-${this.height}`)}"
          @pointerdown=${this.startDrag}
          @pointermove=${this.drag}
          @pointerup=${this.endDrag}
          @pointercancel=${this.endDrag}
        >
          <button class="icon" aria-label=${t('sheet-lower')} title=${t('sheet-lower')} ?disabled=${index === 0} @click=${() => this.step(-1)}>${downIcon}</button>
          <span class="grip"></span>
          <button class="icon" aria-label=${t('sheet-raise')} title=${t('sheet-raise')} ?disabled=${index === HEIGHTS.length - 1} @click=${() => this.step(1)}>${upIcon}</button>
        </div>
        <div class="head"><slot name="head"></slot></div>
        <div class="body" tabindex="-1"><slot></slot></div>
      </div>
    `;
  }

  static override styles = [
    controls,
    css`
      .sheet {
        position: absolute;
        z-index: 2;
        top: 12px;
        left: 12px;
        bottom: 12px;
        width: var(--panel-width);
        display: flex;
        flex-direction: column;
        overflow: hidden;
        background: var(--paper);
        border-radius: 14px;
        box-shadow: var(--shadow);
      }
      .handle {
        display: none;
      }
      .head {
        flex: none;
        position: relative;
        z-index: 1;
      }
      .body {
        flex: 1;
        min-height: 0;
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      @media (max-width: 767px) {
        .sheet {
          top: auto;
          left: 0;
          right: 0;
          bottom: 0;
          width: auto;
          border-radius: 14px 14px 0 0;
          transition: height var(--motion) ease-out;
        }
        .dragged {
          transition: none;
        }
        .peek {
          height: 120px;
        }
        .half {
          height: 50dvh;
        }
        .full {
          height: calc(100dvh - 48px);
        }
        .handle {
          display: flex;
          flex: none;
          justify-content: space-between;
          align-items: center;
          height: 44px;
          padding: 0 8px;
          touch-action: none;
          cursor: grab;
        }
        .grip {
          width: 44px;
          height: 5px;
          border-radius: 3px;
          background: var(--edge);
        }
        .icon:disabled {
          opacity: 0.35;
          cursor: default;
        }
      }
    `,
  ];
}
