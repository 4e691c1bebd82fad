import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { named } from '../elements/named';
import { Spoken, t } from '../i18n/messages';
import { groupBySubject, type Indicator, sortIndicators } from '../model/profile';
import { controls } from '../styles/controls';
import { report } from '../styles/report';
import type { Sources } from './figures';
import './figure-table';
import './series-chart';

/** Figures over the years: curves where there are enough of them, tables of the rest. */
@customElement('indicator-section')
export class IndicatorSection extends LitElement {
  @property({ attribute: false }) indicators: readonly Indicator[] = [];
  @property({ attribute: false }) sources: Sources = {};

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    if (this.indicators.length === 0) return nothing;
    const { drawn, listed, others } = sortIndicators(this.indicators);
    return html`
      <section aria-label=${t('profile-indicators')}>
        ${drawn.length > 0 ? html`<h2>${t('profile-indicators')}</h2>` : nothing}
        <div class="charts">
          ${drawn.map((indicator) => html`<series-chart .indicator=${indicator} .sources=${this.sources}></series-chart>`)}
        </div>
        ${listed.length > 0 ? html`<h2>${t('profile-other-indicators')}</h2>${this.renderTable(listed)}` : nothing}
        ${others.length > 0 ? html`<details><summary>${t('profile-towns')} (${others.reduce((sum, { series }) => sum + series.length, 0)})</summary>${this.renderSubjects(others)}</details>` : nothing}
      </section>
    `;
  }

  private renderTable(indicators: readonly Indicator[]) {
    return html`<figure-table .indicators=${indicators} .sources=${this.sources}></figure-table>`;
  }

  private renderSubjects(indicators: readonly Indicator[]) {
    return groupBySubject(indicators).map(
      ({ subject, indicators: group }) =>
        html`<h3>${named(subject.name ?? subject.id, subject.name_lang)}</h3>${this.renderTable(group)}`,
    );
  }

  static override styles = [
    controls,
    report,
    css`
      .charts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(440px, 100%), 1fr));
        gap: 24px 40px;
        margin: 8px 0 20px;
      }
      h3 {
        margin: 14px 0 0;
      }
    `,
  ];
}
