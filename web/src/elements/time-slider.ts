import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import { formatDate } from '../i18n/numbers';
import { type Stop, stopAt } from '../model/timeline';
import { controls } from '../styles/controls';
import { laterIcon, soonerIcon } from './icons';

/** While it is dragged, that long a rest makes a choice. */
const REST_MS = 120;

/**
 * The time that map and list show: a year of figures, or a time between two changes. Nothing where nothing has dates.
 *
 * Event: `date-chosen` YYYY-MM-DD, or undefined for today.
 */
@customElement('time-slider')
export class TimeSlider extends LitElement {
  @property({ attribute: false }) stops: readonly Stop[] = [];
  /** The day of the address; none is today. */
  @property() date?: string | undefined;
  /** The year of the figures that are shown. */
  @property({ attribute: false }) year?: number | null | undefined;
  /** Where the time stands above already, on a narrow screen. */
  @property({ type: Boolean, reflect: true }) untitled = false;
  /** Where a hand has dragged it to, until that is chosen. */
  @state() private dragged?: number | undefined;

  private rest?: ReturnType<typeof setTimeout>;

  constructor() {
    super();
    new Spoken(this);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // What was chosen elsewhere, such as by the back button, goes before a hand that rests.
    if (changed.has('date') || changed.has('year') || changed.has('stops')) this.dragged = undefined;
  }

  private get at(): number {
    return this.dragged ?? stopAt(this.stops, this.date, this.year);
  }

  private drag(index: number): void {
    if (!this.stops[index] || index === this.at) return;
    this.dragged = index;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.choose(), REST_MS);
  }

  private choose(): void {
    clearTimeout(this.rest);
    const stop = this.stops[this.at];
    if (this.dragged === undefined || !stop) return;
    this.dispatchEvent(new CustomEvent('date-chosen', { detail: stop.date, bubbles: true, composed: true }));
  }

  override render() {
    const stop = this.stops[this.at];
    if (!stop || this.stops.length < 2) return nothing;
    const said = timeOf(stop);
    const last = this.stops.length - 1;
    const step = (name: string, icon: unknown, by: number) =>
      html`<button class="icon" title=${t(name)} aria-label=${t(name)} ?disabled=${!this.stops[this.at + by]} @click=${() => this.drag(this.at + by)}>${icon}</button>`;
    return html`
      <div class="head"><span aria-hidden="true">${t('time-label')}</span><strong role="status">${said}</strong></div>
      <div class="row">
        ${step('time-sooner', soonerIcon, -1)}
        <input
          type="range"
          min="0"
          max=${last}
          step="1"
          .value=${String(this.at)}
          aria-label=${t('time-label')}
          aria-valuetext=${said}
          @input=${({ target }: Event) => this.drag(Number((target as HTMLInputElement).value))}
          @change=${this.choose}
        />
        ${step('time-later', laterIcon, 1)}
      </div>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .head {
        display: flex;
        justify-content: space-between;
        gap: 12px;
      }
      @media (max-width: 767px) {
        :host([untitled]) .head {
          display: none;
        }
      }
      .row {
        display: grid;
        grid-template-columns: 44px minmax(0, 1fr) 44px;
        align-items: center;
        gap: 4px;
        margin: 0 -10px -6px;
      }
      .icon {
        width: 44px;
        height: 44px;
      }
      .icon:disabled {
        opacity: 0.35;
        cursor: default;
      }
      input {
        width: 100%;
        height: 44px;
        margin: 0;
        accent-color: var(--link);
        cursor: pointer;
        touch-action: pan-y;
      }
    `,
  ];
}

/** "2019", "before 8 June 2022", "since 8 June 2022". */
export function timeOf({ year, since, until }: Stop): string {
  if (year !== undefined) return String(year);
  if (!since) return t('time-until', { date: formatDate(until ?? '') });
  if (!until) return t('time-since', { date: formatDate(since) });
  return t('time-between', { since: formatDate(since), until: formatDate(until) });
}
