import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { label } from '../i18n/codes';
import { language, Spoken, t } from '../i18n/messages';
import { formatDistanceTo } from '../i18n/numbers';
import type { Hotspot } from '../model/hotspot';
import { listRows, ORDERS, type Order, type Row } from '../model/listing';
import { controls } from '../styles/controls';
import { symbolOf } from './kind-icon';
import { named } from './named';

/**
 * The same hotspots as on the map, with the same filters: usable without the map.
 *
 * Events: `hotspot-picked` {id}, `order-chosen` Order, `filters-cleared`.
 */
@customElement('hotspot-list')
export class HotspotList extends LitElement {
  @property({ attribute: false }) hotspots: readonly Hotspot[] = [];
  @property() order: Order = 'name';
  @property({ attribute: false }) centre?: readonly [number, number] | undefined;
  @property({ type: Boolean }) filtered = false;
  /** Turns a hotspot's id into the address of its page. */
  @property({ attribute: false }) addressOf: (id: string) => string = (id) => `/hotspots/${id}`;

  constructor() {
    super();
    new Spoken(this);
  }

  private announce(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** A plain click stays in the page; one with a modifier opens a tab, as on any link. */
  private follow(event: MouseEvent, id: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.announce('hotspot-picked', { id });
  }

  override render() {
    if (this.hotspots.length === 0) return this.renderEmpty();
    const rows = listRows(this.hotspots, this.order, language(), this.centre);
    return html`
      <div class="head">
        <h2>${t('list-count', { count: rows.length })}</h2>
        <label class="second">
          ${t('list-sort-label')}
          <select class="field" @change=${(event: Event) => this.announce('order-chosen', (event.target as HTMLSelectElement).value)}>
            ${ORDERS.map((order) => html`<option value=${order} .selected=${order === this.order}>${t(`list-sort-${order}`)}</option>`)}
          </select>
        </label>
      </div>
      <ul aria-label=${t('list-title')}>
        ${rows.map((row) => this.renderRow(row))}
      </ul>
    `;
  }

  private renderRow({ hotspot, distance }: Row) {
    const { id, kind, trust, name, name_lang, oblast_name, oblast_name_lang, position_accuracy_m } = hotspot.properties;
    const doubt = trust === 'unverified' ? html` · <em>${t('trust-unverified')}</em>` : nothing;
    return html`
      <li>
        <a href=${this.addressOf(id)} @click=${(event: MouseEvent) => this.follow(event, id)}>
          ${symbolOf(hotspot.properties)}
          <span class="text">
            <span class="name">${named(name, name_lang)}</span>
            <span class="second">
              ${label('kind', kind)}${oblast_name ? html` · ${named(oblast_name, oblast_name_lang)}` : nothing}${doubt}
            </span>
          </span>
          ${this.order !== 'distance' || distance === undefined ? nothing : html`<span class="second distance">${formatDistanceTo(distance, position_accuracy_m ?? 0)}</span>`}
        </a>
      </li>
    `;
  }

  private renderEmpty() {
    if (!this.filtered) return html`<p class="empty">${t('list-none')}</p>`;
    return html`
      <div class="empty" role="status">
        <p>${t('list-empty')}</p>
        <p class="second">${t('list-empty-hint')}</p>
        <button class="plain" @click=${() => this.announce('filters-cleared')}>${t('filter-clear')}</button>
      </div>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: center;
        gap: 4px 12px;
        padding: 10px 20px;
      }
      h2 {
        font-size: 17px;
        font-weight: 600;
      }
      label {
        display: flex;
        align-items: center;
        gap: 8px;
        min-width: 0;
      }
      select {
        min-width: 0;
        max-width: 190px;
      }
      li {
        border-top: 1px solid var(--line);
      }
      a {
        display: flex;
        gap: 12px;
        align-items: start;
        padding: 10px 20px;
        color: inherit;
        text-decoration: none;
      }
      a:hover {
        background: var(--raised);
      }
      a:focus-visible {
        outline-offset: -3px;
      }
      .text {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .name,
      .text .second {
        display: block;
      }
      .distance {
        flex: none;
        line-height: 22px;
      }
      .empty {
        display: grid;
        gap: 8px;
        justify-items: start;
        padding: 20px;
      }
    `,
  ];
}
