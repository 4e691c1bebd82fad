import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../elements/people-interval';
import { sourced } from '../elements/named';
import { language, Spoken, t } from '../i18n/messages';
import { formatDistance } from '../i18n/numbers';
import { type KeyFigure, keyFigures, type Profile } from '../model/profile';
import { controls } from '../styles/controls';
import { report } from '../styles/report';
import { countedArea, doubt, sourceOf, valueText } from './figures';

/** The radius of the figure at the top, metres. */
const RADIUS = 5000;

/** The figures that most readers come for, each with its interval, year, area and source. */
@customElement('key-figures')
export class KeyFigures extends LitElement {
  @property({ attribute: false }) profile?: Profile;

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    if (!this.profile) return nothing;
    const { hotspots, indicators } = this.profile;
    return html`
      <section aria-label=${t('profile-figures')}>
        <h2 class="visually-hidden">${t('profile-figures')}</h2>
        <ul>
          <li>
            <p class="large">${t('profile-hotspots-known', { count: hotspots.total })}</p>
          </li>
          ${this.renderPeople(this.profile)} ${keyFigures(indicators).map((figure) => this.renderFigure(figure))}
        </ul>
      </section>
    `;
  }

  private renderPeople({ exposure: { population, rings, method } }: Profile) {
    const ring = rings.find(({ radius_m }) => radius_m === RADIUS);
    if (!ring) return nothing;
    return html`
      <li>
        <p>${t('profile-people-within', { distance: formatDistance(RADIUS) })}</p>
        <people-interval .people=${ring.people_union}></people-interval>
        <p class="second">${population ? html`${population.year} · ${sourced(population.source)} · ` : nothing}<a href=${`${method}?lang=${language()}`}>${t('exposure-how')}</a></p>
      </li>
    `;
  }

  private renderFigure({ indicator, year, figures }: KeyFigure) {
    return html`
      <li>
        <p>${indicator.name}</p>
        ${figures.map(
          (figure) => html`
            <div>
              <p class="large">${valueText(figure)} <span class="unit">${indicator.unit_name}</span></p>
              <p class="second">${year} · ${countedArea(figure)} ${doubt(figure.grade)}</p>
              <p class="second">${sourceOf(figure.source, this.profile?.sources ?? {})}</p>
            </div>
          `,
        )}
        ${indicator.conflicts.includes(year) ? html`<p class="doubt">${t('profile-conflict', { years: String(year) })}</p>` : nothing}
      </li>
    `;
  }

  static override styles = [
    controls,
    report,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(240px, 100%), 1fr));
        gap: 12px;
      }
      li {
        display: flex;
        flex-direction: column;
        gap: 4px;
        padding: 14px 16px;
        border: 1px solid var(--line);
        border-radius: 10px;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .large {
        font-size: 22px;
        line-height: 29px;
        font-weight: 600;
      }
      .unit {
        font-size: 15px;
        font-weight: 400;
      }
      .doubt {
        width: fit-content;
      }
    `,
  ];
}
