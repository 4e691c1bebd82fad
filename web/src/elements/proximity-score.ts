import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { language, Spoken, t } from '../i18n/messages';
import { formatSignificant } from '../i18n/numbers';
import type { Proximity } from '../model/exposure';
import { controls } from '../styles/controls';

/** How near hotspots are, with whose score that is and how it is computed. */
@customElement('proximity-score')
export class ProximityScore extends LitElement {
  @property({ attribute: false }) proximity?: Proximity;

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    if (!this.proximity) return nothing;
    const { score, within_5_km: within, left_out: left, source, method } = this.proximity;
    return html`
      <section>
        <h3>${t('proximity-title')}</h3>
        <p>${t('proximity-score')}: <strong>${formatSignificant(score)}</strong> ${t('proximity-unit')}</p>
        <p class="second">${t('proximity-within', { count: within })}</p>
        ${left > 0 ? html`<p class="second">${t('proximity-left-out', { count: left })}</p>` : nothing}
        <p class="second">${source}</p>
        <a class="second" href=${`${method}?lang=${language()}`}>${t('exposure-how')}</a>
      </section>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      h3 {
        font-size: 15px;
        font-weight: 600;
      }
      a {
        display: block;
        width: fit-content;
        padding: 12px 0;
        margin: -6px 0;
      }
    `,
  ];
}
