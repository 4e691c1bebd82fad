import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import type { Piece } from '../map/style';
import { controls } from '../styles/controls';
import { homeIcon, minusIcon, pinIcon, plusIcon, printIcon } from './icons';

const piece = ({ text, href }: Piece) =>
  href ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>` : text;

/** Zoom, overview, pin and data sources. Events: `zoom-asked` 1 | -1, `home-asked`, `pin-asked` whether by keyboard, `print-asked`. */
@customElement('map-controls')
export class MapControls extends LitElement {
  /** Who the data on the map is from. */
  @property({ attribute: false }) attribution: readonly (readonly Piece[])[] = [];
  /** Whether a place for a pin is being asked for. */
  @property({ type: Boolean }) placing = false;

  constructor() {
    super();
    new Spoken(this);
  }

  private announce(name: string, detail?: number | boolean): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  override render() {
    const button = (name: string, icon: unknown, act: () => void) =>
      html`<button class="icon" title=${t(name)} aria-label=${t(name)} @click=${act}>${icon}</button>`;
    return html`
      <div class="buttons">
        ${button('map-zoom-in', plusIcon, () => this.announce('zoom-asked', 1))}
        ${button('map-zoom-out', minusIcon, () => this.announce('zoom-asked', -1))}
        ${button('map-home', homeIcon, () => this.announce('home-asked'))}
        <button
          class="icon"
          title=${t('pin-drop')}
          aria-label=${t('pin-drop')}
          aria-pressed=${this.placing}
          @click=${({ detail }: MouseEvent) => this.announce('pin-asked', detail === 0)}
        >
          ${pinIcon}
        </button>
        <button class="icon print" title=${t('print-button')} aria-label=${t('print-button')} @click=${() => this.announce('print-asked')}>${printIcon}</button>
      </div>
      <details ?hidden=${this.attribution.length === 0}>
        <summary>${t('map-attribution')}</summary>
        ${this.attribution.map((pieces) => html`<p>${pieces.map(piece)}</p>`)}
      </details>
    `;
  }

  static override styles = [
    controls,
    css`
      .buttons {
        position: absolute;
        top: 12px;
        right: 12px;
        display: grid;
        background: var(--paper);
        border-radius: 12px;
        box-shadow: var(--shadow);
      }
      .icon {
        width: 44px;
        height: 44px;
      }
      .icon[aria-pressed='true'] {
        background: var(--ink);
        color: var(--paper);
      }
      details {
        position: absolute;
        right: 12px;
        bottom: calc(12px + var(--sheet-height, 0px));
        max-width: min(420px, calc(100% - 24px));
        padding: 2px 10px;
        border-radius: 10px;
        background: var(--paper);
        color: var(--ink-second);
        font-size: 12px;
        line-height: 18px;
      }
      summary {
        cursor: pointer;
        line-height: 24px;
      }
      @media (max-width: 767px) {
        .buttons {
          top: auto;
          bottom: calc(12px + var(--sheet-height, 0px));
        }
        .print {
          display: none;
        }
        details {
          right: auto;
          left: 12px;
          max-width: calc(100% - 80px);
        }
        summary {
          line-height: 44px;
        }
      }
      /* Little height, as with large letters: side by side. */
      @media (max-width: 767px) and (max-height: 560px) {
        .buttons {
          grid-auto-flow: column;
        }
        details {
          bottom: calc(64px + var(--sheet-height, 0px));
        }
      }
      p {
        padding-bottom: 6px;
      }
    `,
  ];
}
