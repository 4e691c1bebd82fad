import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { language, Spoken, t } from '../i18n/messages';
import { formatDate } from '../i18n/numbers';
import { type Shading, shownSources } from '../model/shading';
import type { Theme } from '../model/view-state';
import { controls } from '../styles/controls';
import './caveat-list';
import { sourced } from './named';
import './shade-figures';
import './shade-ramp';

/** What the shades of oblasts mean: classes, unit, year, borders, sources; and all figures as a table. */
@customElement('shade-legend')
export class ShadeLegend extends LitElement {
  @property({ attribute: false }) shading?: Shading;
  @property() theme: Theme = 'auto';
  /** The day of the address; none is today. */
  @property() date?: string | undefined;

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    const { shading } = this;
    if (!shading) return html`<p class="second" role="status">${t('loading')}</p>`;
    const none = shading.oblasts.every(({ value }) => value === null);
    return html`
      <section aria-label=${shading.name}>
        <h3>${titleOf(shading)}</h3>
        ${none ? html`<p role="status">${t('shade-nothing')}</p>` : nothing}
        <shade-ramp .shading=${shading}></shade-ramp>
        <p class="second">${t(`shade-classes-${shading.classes.over}`)} ${t('shade-borders', { date: formatDate(shading.date) })}</p>
        ${renderSources(shading)}
        <caveat-list .decisive=${[]} .others=${shading.caveats}></caveat-list>
        <details>
          <summary>${t('shade-figures')}</summary>
          <shade-figures .shading=${shading} .theme=${this.theme} .date=${this.date}></shade-figures>
        </details>
      </section>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      section {
        display: grid;
        gap: 8px;
      }
      h3 {
        font-size: 15px;
        font-weight: 600;
      }
      summary {
        min-height: 44px;
        padding: 11px 0;
        cursor: pointer;
      }
    `,
  ];
}

/** "Emissions to the air, stationary sources, thousand t, 2022". */
export function titleOf({ name, unit_name, year, indicator }: Shading): string {
  const unit = indicator === 'hotspots' || indicator === 'exposure' ? undefined : unit_name;
  return [name, unit, year].filter(Boolean).join(', ');
}

/** Whose figures they are. */
export function renderSources(shading: Shading) {
  const { population, method } = shading;
  const sources = population ? [population.source] : shownSources(shading);
  return html`
    ${sources.map((source) => html`<p class="second">${sourced(source)}</p>`)}
    ${shading.indicator === 'hotspots' ? html`<p class="second">${t('shade-own-count', { release: shading.release })}</p>` : nothing}
    ${method ? html`<p class="second"><a href=${`${method}?lang=${language()}`}>${t('exposure-how')}</a></p>` : nothing}
  `;
}
