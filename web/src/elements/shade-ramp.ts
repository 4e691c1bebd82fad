import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import { formatNumber } from '../i18n/numbers';
import { type ClassRange, classRanges, coloursOf, type Shading } from '../model/shading';
import { controls } from '../styles/controls';

const RAMP = [0, 1, 2, 3, 4] as const;

/** The classes of a shaded map with their colours, and the pattern of oblasts without a figure. */
@customElement('shade-ramp')
export class ShadeRamp extends LitElement {
  @property({ attribute: false }) shading?: Shading;
  /** Side by side, for a narrow place. */
  @property({ type: Boolean, reflect: true }) small = false;

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    if (!this.shading) return null;
    const { classes, indicator, oblasts } = this.shading;
    const ranges = classRanges(classes.limits);
    const colours = coloursOf(RAMP, ranges.length);
    const without = oblasts.some(({ value }) => value === null);
    return html`
      <ul aria-label=${t('shade-classes-label')}>
        ${ranges.map(
          (range, index) => html`
            <li><span class="swatch shade-${colours[index]}"></span>${this.renderText(range, indicator === 'hotspots')}</li>
          `,
        )}
        ${without ? html`<li><span class="swatch none"></span><span>${t('shade-no-figure')}</span></li>` : null}
      </ul>
    `;
  }

  private renderText(range: ClassRange, whole: boolean) {
    const text = rangeText(range, whole);
    const short = this.small && shortText(range, whole);
    return short
      ? html`<span aria-hidden="true">${short}</span><span class="visually-hidden">${text}</span>`
      : html`<span>${text}</span>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        gap: 4px;
      }
      li {
        display: grid;
        grid-template-columns: 26px 1fr;
        gap: 10px;
        align-items: center;
      }
      .swatch {
        height: 18px;
        border: 1px solid var(--edge);
        border-radius: 3px;
        print-color-adjust: exact;
        -webkit-print-color-adjust: exact;
      }
      .shade-0 {
        background: var(--map-shade-0);
      }
      .shade-1 {
        background: var(--map-shade-1);
      }
      .shade-2 {
        background: var(--map-shade-2);
      }
      .shade-3 {
        background: var(--map-shade-3);
      }
      .shade-4 {
        background: var(--map-shade-4);
      }
      .none {
        background: repeating-linear-gradient(
          135deg,
          var(--map-no-figure) 0 1px,
          var(--map-covered) 1px 5px
        );
      }
      :host([small]) ul {
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        gap: 1px;
      }
      :host([small]) li {
        grid-template-columns: 1fr;
        gap: 2px;
        align-content: start;
        font-size: 12px;
        line-height: 15px;
      }
      :host([small]) .swatch {
        height: 12px;
        border-radius: 0;
      }
    `,
  ];
}

/** "below 35", "35 – 90", "90 and more"; whole things are counted: "0", "1–2". */
export function rangeText({ from, below }: ClassRange, whole: boolean): string {
  if (from === undefined && below === undefined) return t('shade-class-all');
  if (whole && below !== undefined) {
    const [least, most] = [from ?? 0, below - 1];
    return least === most ? formatNumber(least) : `${formatNumber(least)}–${formatNumber(most)}`;
  }
  if (from === undefined) return t('shade-class-below', { below: formatNumber(below ?? 0) });
  if (below === undefined) return t('shade-class-from', { from: formatNumber(from) });
  return t('shade-class-between', { from: formatNumber(from), below: formatNumber(below) });
}

/** The same in signs, where there is no room for words; undefined where words are as short. */
function shortText({ from, below }: ClassRange, whole: boolean): string | undefined {
  if (from === undefined && below === undefined) return undefined;
  if (from === undefined && below !== undefined) return whole ? undefined : `<${formatNumber(below)}`;
  if (below === undefined && from !== undefined) return `≥${formatNumber(from)}`;
  return whole ? undefined : `${formatNumber(from ?? 0)}–${formatNumber(below ?? 0)}`;
}
