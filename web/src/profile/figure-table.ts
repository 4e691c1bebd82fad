import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import type { Figure, Indicator } from '../model/profile';
import { controls } from '../styles/controls';
import { report } from '../styles/report';
import { countedArea, doubt, facts, type Sources, sourceOf, valueText } from './figures';

/** Figures as rows, the newest first: value, year, the area counted, what it means and who says so. */
@customElement('figure-table')
export class FigureTable extends LitElement {
  @property({ attribute: false }) indicators: readonly Indicator[] = [];
  @property({ attribute: false }) sources: Sources = {};

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    const several = this.indicators.length > 1;
    const ofOblast = this.indicators.some(({ about }) => about === 'oblast');
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${this.indicators[0]?.name ?? ''}>
        <table>
          <thead>
            <tr>
              ${several ? html`<th scope="col">${t('profile-indicator')}</th>` : nothing}
              <th scope="col">${t('profile-year')}</th>
              <th scope="col">${t('profile-value')}</th>
              ${ofOblast ? html`<th scope="col">${t('profile-counted')}</th>` : nothing}
              <th scope="col">${t('profile-source')}</th>
            </tr>
          </thead>
          <tbody>
            ${this.indicators.flatMap((indicator) =>
              indicator.series
                .toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))
                .map((figure) => this.renderRow(indicator, figure, several, ofOblast)),
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  private renderRow({ name, unit_name: unit }: Indicator, figure: Figure, several: boolean, ofOblast: boolean) {
    return html`
      <tr>
        ${several ? html`<td>${name}</td>` : nothing}
        <td>${figure.year ?? t('claim-year-unknown')}</td>
        <td><strong>${valueText(figure)}</strong> ${unit} ${doubt(figure.grade)}</td>
        ${ofOblast ? html`<td>${countedArea(figure)}</td>` : nothing}
        <td>${sourceOf(figure.source, this.sources)}<br />${facts(figure.meaning, figure.area_note, figure.note)}</td>
      </tr>
    `;
  }

  static override styles = [
    controls,
    report,
    css`
      :host {
        display: block;
      }
      strong {
        font-weight: 600;
      }
      td:last-child {
        min-width: 220px;
      }
      /* On a phone each figure is a block of its own, as its source alone is as wide as the screen. */
      @media (max-width: 767px) {
        thead {
          position: absolute;
          clip-path: inset(50%);
        }
        tr {
          display: block;
          padding: 8px 0;
          border-bottom: 1px solid var(--line);
        }
        td {
          display: block;
          padding: 0;
          border: 0;
        }
      }
    `,
  ];
}
