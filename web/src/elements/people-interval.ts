import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import { formatNumber } from '../i18n/numbers';
import type { People } from '../model/exposure';
import { type Interval, intervalOf, scaleEnd } from '../model/interval';
import { controls } from '../styles/controls';

/** A number of people as an interval: in words, and drawn to scale with a mark at the central figure. */
@customElement('people-interval')
export class PeopleInterval extends LitElement {
  @property({ attribute: false }) people?: People;
  /** Beside other rows: smaller, and without the drawing. */
  @property({ type: Boolean, reflect: true }) small = false;

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    if (!this.people) return nothing;
    const interval = intervalOf(this.people);
    return html`
      <p class="figure ${interval.known}">${headline(interval)}</p>
      ${this.small ? nothing : drawing(interval)}
      ${interval.known === 'range' && interval.high > 0 ? html`<p class="second central">${middle(interval.central)}, ${t('exposure-evenly')}</p>` : nothing}
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .figure {
        font-size: 22px;
        line-height: 29px;
        font-weight: 600;
      }
      .figure.nothing,
      :host([small]) .figure {
        font-size: 15px;
        line-height: 22px;
      }
      svg {
        display: block;
        width: 100%;
        height: 22px;
        margin-top: 4px;
        overflow: visible;
        color: var(--ink);
      }
      .track {
        stroke: var(--edge);
        stroke-width: 1;
      }
      .span {
        fill: var(--link);
        fill-opacity: 0.28;
        stroke: var(--link);
        stroke-width: 1.5;
      }
      .upper .span {
        stroke-dasharray: 4 3;
        fill-opacity: 0.12;
      }
      .mark {
        fill: var(--ink);
        stroke: var(--paper);
        stroke-width: 1.5;
      }
      .scale {
        display: flex;
        justify-content: space-between;
        font-size: 12px;
        line-height: 16px;
      }
    `,
  ];
}

function headline(interval: Interval): string {
  if (interval.known === 'nothing') return t('exposure-no-data');
  if (interval.known === 'upper') return t('exposure-at-most', { high: interval.high });
  if (interval.high === 0) return t('exposure-nobody');
  return t('exposure-interval', { low: interval.low, high: interval.high });
}

/** A figure that rounds to nobody is not nobody. */
function middle(central: number): string {
  return central < 1 ? t('exposure-few') : t('exposure-central', { people: central });
}

/** The words say the same: screen readers need no drawing. */
function drawing(interval: Interval) {
  if (interval.known === 'nothing' || interval.high === 0) return nothing;
  const end = scaleEnd(interval.high);
  const at = (people: number) => `${((100 * people) / end).toFixed(2)}%`;
  const low = interval.known === 'range' ? interval.low : 0;
  const mark =
    interval.known === 'range'
      ? svg`<svg x=${at(interval.central)} y="11"><path class="mark" d="M0 -10L5.5 0L0 10L-5.5 0z" /></svg>`
      : nothing;
  return html`
    <div aria-hidden="true">
      <svg class=${interval.known}>
        <line class="track" x1="0" x2="100%" y1="11" y2="11" />
        <rect class="span" x=${at(low)} width=${at(interval.high - low)} y="5" height="12" rx="2" />
        ${mark}
      </svg>
      <p class="second scale"><span>0</span><span>${formatNumber(end)}</span></p>
    </div>
  `;
}
