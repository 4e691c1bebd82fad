import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { language, Spoken, t } from '../i18n/messages';
import { formatNumber } from '../i18n/numbers';
import { intervalOf } from '../model/interval';
import { writeProfileAddress } from '../model/profile-address';
import { rankedOblasts, type ShadedOblast, type Shading } from '../model/shading';
import type { Theme } from '../model/view-state';
import { controls } from '../styles/controls';
import { named } from './named';

/** The figures of a shaded map as a table, for who does not see it: the same oblasts, the same figures. */
@customElement('shade-figures')
export class ShadeFigures extends LitElement {
  @property({ attribute: false }) shading?: Shading;
  @property() theme: Theme = 'auto';
  @property() date?: string | undefined;

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    if (!this.shading) return nothing;
    return html`
      <table>
        <caption class="visually-hidden">${this.shading.name}</caption>
        <thead><tr><th scope="col">${t('filter-oblast-label')}</th><th scope="col">${this.shading.unit_name}</th></tr></thead>
        <tbody>${rankedOblasts(this.shading.oblasts).map((oblast) => this.renderRow(oblast))}</tbody>
      </table>
    `;
  }

  private renderRow(oblast: ShadedOblast) {
    const { code, name, name_lang } = oblast;
    const state = { code, lang: language(), theme: this.theme };
    const address = writeProfileAddress(this.date ? { ...state, date: this.date } : state);
    return html`
      <tr>
        <th scope="row"><a href=${address}>${named(name ?? code, name_lang)}</a></th>
        <td>${figureText(oblast, this.shading?.indicator === 'exposure')}${differing(oblast)}</td>
      </tr>
    `;
  }

  static override styles = [
    controls,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 5px 0;
        border-top: 1px solid var(--line);
        text-align: left;
        font-weight: 400;
        vertical-align: top;
      }
      th a {
        display: inline-block;
        min-height: 24px;
      }
      td {
        padding-left: 12px;
        text-align: right;
      }
      thead th {
        border: 0;
        color: var(--ink-second);
        font-size: 13px;
      }
      thead th + th {
        text-align: right;
      }
      .second {
        display: block;
      }
    `,
  ];
}

/** A figure, people as an interval, or why there is none. */
export function figureText(oblast: ShadedOblast, people: boolean): unknown {
  const { value, low, high, least, most, why_text } = oblast;
  if (value === null) return html`<span class="second">${why_text ?? t('shade-no-figure')}</span>`;
  if (!people) return formatNumber(value);
  const interval = intervalOf({ low, central: value, high, least: least ?? null, most: most ?? null });
  if (interval.known !== 'range') return formatNumber(value);
  return html`${formatNumber(interval.low)}–${formatNumber(interval.high)} <span class="second">${t('exposure-central', { people: interval.central })}</span>`;
}

/** What other sources say of the same borders and year. */
function differing({ value, figures }: ShadedOblast) {
  const others = [...new Set(figures.filter(({ shown }) => !shown).map((figure) => figure.value))];
  const unlike = others.filter((other) => other !== value);
  if (value === null || unlike.length === 0) return nothing;
  return html`<span class="second">${t('shade-others', { values: unlike.map((other) => formatNumber(other)).join('; ') })}</span>`;
}
