import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { named } from '../elements/named';
import { projectRow } from '../elements/project-row';
import { label } from '../i18n/codes';
import { language, Spoken, t } from '../i18n/messages';
import { formatNumber, formatPeriod } from '../i18n/numbers';
import type { Measurement, Profile, Reserve } from '../model/profile';
import { controls } from '../styles/controls';
import { report } from '../styles/report';
import { doubt, facts, sourceOf, valueText, withUnit } from './figures';

/** What is being done, what was measured, and which land is protected: rows with their source. */
@customElement('records-section')
export class RecordsSection extends LitElement {
  @property({ attribute: false }) profile?: Profile;

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    if (!this.profile) return nothing;
    const { projects, measurements, protected_areas: reserves } = this.profile;
    return html`
      ${this.renderList('profile-projects', projects, (project) => projectRow(project, this.sources))}
      ${this.renderList('profile-measurements', measurements, (sample) => this.renderMeasurement(sample))}
      ${this.renderList('profile-protected', reserves, (reserve) => this.renderReserve(reserve))}
    `;
  }

  private renderList<T>(title: string, rows: readonly T[], row: (row: T) => unknown) {
    if (rows.length === 0) return nothing;
    return html`<section aria-label=${t(title)}><h2>${t(title)}</h2><ul>${rows.map((one) => html`<li>${row(one)}</li>`)}</ul></section>`;
  }

  private get sources() {
    return this.profile?.sources ?? {};
  }

  private renderMeasurement(sample: Measurement) {
    const { hotspot, pollutant, medium, unit, limit_value: limit, exceedance, meaning, source, grade } = sample;
    const low = sample.value_low;
    const high = sample.value_high;
    const site = this.profile?.hotspots.list.find(({ id }) => id === hotspot);
    const below =
      sample.value === null && sample.detection_limit !== null ? `< ${formatNumber(sample.detection_limit)}` : '';
    const value = below || valueText({ value: sample.value, low, high, stated: sample.stated ?? null });
    const when = formatPeriod(sample.sampled_from, sample.sampled_to);
    return html`
      <h3>${pollutant ? label('pollutant', pollutant) : nothing}${medium ? html` · ${label('medium', medium)}` : nothing} ${doubt(grade)}</h3>
      <p>${value === '—' ? nothing : html`<strong>${withUnit(value, unit)}</strong>`}
        ${limit === null ? nothing : html`<span class="second">${t('profile-limit', { limit: withUnit(formatNumber(limit), unit) })}</span>`}
        ${exceedance === null ? nothing : html`<strong>${t('profile-times-limit', { times: formatNumber(exceedance) })}</strong>`}
      </p>
      ${when ? html`<p class="second">${when}</p>` : nothing}
      ${site && hotspot ? html`<p class="second"><a href=${`/hotspots/${encodeURIComponent(hotspot)}?lang=${language()}`}>${named(site.name ?? hotspot, site.name_lang)}</a></p>` : nothing}
      <p class="second">${facts(meaning)}</p>
      <p class="second">${sourceOf(source, this.sources)}</p>
    `;
  }

  private renderReserve({ id, name, name_lang, area_ha: area, area_source: source }: Reserve) {
    return html`
      <h3>${named(name ?? id, name_lang)}</h3>
      ${area === null ? nothing : html`<p>${withUnit(formatNumber(area, 0), 'ha')}</p>`}
      ${source ? html`<p class="second">${sourceOf(source, this.sources)}</p>` : nothing}
    `;
  }

  static override styles = [
    controls,
    report,
    css`
      section + section {
        margin-top: 28px;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr));
        gap: 0 40px;
      }
      li {
        padding: 10px 0;
        border-top: 1px solid var(--line);
        min-width: 0;
        overflow-wrap: anywhere;
        break-inside: avoid;
      }
      h2 {
        margin-bottom: 6px;
      }
    `,
  ];
}
