import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../elements/caveat-list';
import { sourced } from '../elements/named';
import '../elements/people-interval';
import { language, Spoken, t } from '../i18n/messages';
import { formatDistance } from '../i18n/numbers';
import { sortCaveats } from '../model/exposure';
import type { Profile } from '../model/profile';
import { controls } from '../styles/controls';
import { report } from '../styles/report';

/** People within a few radii of the hotspots, nobody counted twice: intervals with their source and caveats. */
@customElement('reach-table')
export class ReachTable extends LitElement {
  @property({ attribute: false }) exposure?: Profile['exposure'];

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    if (!this.exposure) return nothing;
    const { population, rings, method } = this.exposure;
    return html`
      <section aria-label=${t('profile-people')}>
        <h2>${t('profile-people')}</h2>
        <p class="second">${t('profile-people-note')}</p>
        <dl>
          ${rings.map(
            ({ radius_m: radius, people_union: people }) => html`
              <dt>${t('exposure-within', { distance: formatDistance(radius) })}</dt>
              <dd><people-interval small .people=${people}></people-interval></dd>
            `,
          )}
        </dl>
        <p class="second">
          ${population ? html`${population.year} · ${sourced(population.source)} · ` : nothing}
          <a href=${`${method}?lang=${language()}`}>${t('exposure-how')}</a>
        </p>
        ${this.renderCaveats()}
      </section>
    `;
  }

  /** Those of all radii together, each once. */
  private renderCaveats() {
    if (!this.exposure) return nothing;
    const caveats = this.exposure.rings.flatMap((ring) => ring.caveats);
    const { decisive, others } = sortCaveats(this.exposure, { caveats });
    return html`<caveat-list .decisive=${decisive} .others=${others}></caveat-list>`;
  }

  static override styles = [
    controls,
    report,
    css`
      dl {
        margin: 8px 0;
      }
      dt {
        margin-top: 8px;
        color: var(--ink-second);
        font-size: 13px;
      }
    `,
  ];
}
