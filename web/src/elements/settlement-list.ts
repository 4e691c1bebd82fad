import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { label } from '../i18n/codes';
import { countedBy } from '../i18n/counters';
import { Spoken, t } from '../i18n/messages';
import { formatDistanceTo, formatNumber } from '../i18n/numbers';
import type { Settlement } from '../model/exposure';
import { controls } from '../styles/controls';
import { named } from './named';

/** So many are seen before the reader asks for all. */
const FIRST = 5;

/** Towns and villages with their distance, or kilometre of the river; residents always with who counted them. */
@customElement('settlement-list')
export class SettlementList extends LitElement {
  @property({ attribute: false }) settlements: readonly Settlement[] = [];
  /** How far off the place may be from which distances are measured, metres. */
  @property({ type: Number }) accuracy = 0;
  @state() private all = false;

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    const shown = this.all ? this.settlements : this.settlements.slice(0, FIRST);
    const hidden = this.settlements.length > FIRST;
    return html`
      <ul>
        ${shown.map((settlement) => this.renderRow(settlement))}
      </ul>
      ${hidden ? html`<button class="plain" aria-expanded=${this.all} @click=${this.toggle}>${this.all ? t('exposure-show-fewer') : t('exposure-show-all', { count: this.settlements.length })}</button>` : nothing}
    `;
  }

  private toggle(): void {
    this.all = !this.all;
  }

  private renderRow({ name, name_lang, population, population_source, population_year, ...at }: Settlement) {
    const said = countedBy(population_source, population_year);
    return html`
      <li>
        <span class="name">${named(name, name_lang)}</span>
        <span class="second where">${at.river_km === undefined ? formatDistanceTo(at.distance_m, this.accuracy) : t('downstream-river-km', { km: formatNumber(at.river_km, 0) })}</span>
        ${population === null ? nothing : html`<span class="second residents">${label('property', 'residents')}: ${formatNumber(population)}${said ? ` · ${said}` : ''}</span>`}
      </li>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 12px;
        padding: 5px 0;
        border-top: 1px solid var(--line);
      }
      .name {
        overflow-wrap: anywhere;
      }
      .where {
        line-height: 22px;
      }
      .residents {
        grid-column: 1 / -1;
      }
      .plain {
        min-height: 44px;
        margin-top: 4px;
      }
    `,
  ];
}
