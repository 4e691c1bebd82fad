import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import type { Shading } from '../model/shading';
import { type Stop, stopAt } from '../model/timeline';
import { controls } from '../styles/controls';
import { closeIcon } from './icons';
import { renderSources, titleOf } from './shade-legend';
import './shade-ramp';
import { timeOf } from './time-slider';
import './time-slider';

/**
 * On the map while it shows more than today's hotspots: what shades the oblasts, and when that was.
 *
 * Events: `date-chosen` of the slider; `shade-chosen` undefined and `date-chosen` undefined of the button that takes it away.
 */
@customElement('map-card')
export class MapCard extends LitElement {
  @property({ type: Boolean }) shaded = false;
  /** Undefined until it is here. */
  @property({ attribute: false }) shading?: Shading | undefined;
  @property({ attribute: false }) stops: readonly Stop[] = [];
  @property() date?: string | undefined;

  constructor() {
    super();
    new Spoken(this);
  }

  private shut(): void {
    for (const name of ['shade-chosen', 'date-chosen'])
      this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }));
  }

  override render() {
    return html`
      <section aria-label=${t('card-label')}>
        <header>
          ${this.shaded ? html`<h2>${this.shading ? titleOf(this.shading) : t('loading')}</h2>` : this.renderTime()}
          <button class="icon" title=${t('card-close')} aria-label=${t('card-close')} @click=${this.shut}>${closeIcon}</button>
        </header>
        ${this.shading ? this.renderShading(this.shading) : nothing}
      </section>
    `;
  }

  private renderTime() {
    const stop = this.stops[stopAt(this.stops, this.date, undefined)];
    return html`<h2 role="status">${stop ? timeOf(stop) : this.date}</h2>`;
  }

  private renderShading(shading: Shading) {
    const none = shading.oblasts.every(({ value }) => value === null);
    return html`
      ${none ? html`<p role="status">${t('shade-nothing')}</p>` : nothing}
      <shade-ramp small .shading=${shading}></shade-ramp>
      <time-slider ?untitled=${shading.year !== null} .stops=${this.stops} .date=${this.date} .year=${shading.year}></time-slider>
      <div class="sources">${renderSources(shading)}</div>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        z-index: 1;
        left: calc(var(--panel-width) + 24px);
        bottom: 12px;
        width: min(440px, calc(100% - var(--panel-width) - 100px));
        border-radius: 12px;
        background: var(--paper);
        box-shadow: var(--shadow);
        animation: appear var(--motion) ease-out;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      section {
        display: grid;
        gap: 8px;
        padding: 10px 14px 12px;
      }
      header {
        display: flex;
        justify-content: space-between;
        gap: 8px;
        align-items: start;
      }
      h2 {
        font-size: 15px;
        line-height: 20px;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      header .icon {
        flex: none;
        margin: -8px -10px -8px 0;
        width: 44px;
        height: 44px;
      }
      .sources {
        max-height: 60px;
        overflow-y: auto;
      }
      @media (max-width: 767px) {
        :host {
          left: 8px;
          right: 8px;
          top: 8px;
          bottom: auto;
          width: auto;
        }
        section {
          gap: 4px;
          padding: 8px 12px 6px;
        }
        h2 {
          font-size: 14px;
          line-height: 18px;
        }
        .sources {
          display: none;
        }
      }
    `,
  ];
}
