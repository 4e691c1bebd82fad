import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { label } from '../i18n/codes';
import { Spoken, t } from '../i18n/messages';
import { formatCoordinates, formatDistance } from '../i18n/numbers';
import { isAboutPeople } from '../model/claims';
import { type Hotspot, type HotspotProperties, positionOf } from '../model/hotspot';
import { page } from '../model/page';
import { DEFAULT_RADIUS } from '../model/radius';
import { controls } from '../styles/controls';
import './claims-list';
import './copy-button';
import './exposure-curve';
import './hotspot-takeaway';
import { closeIcon } from './icons';
import { symbolOf } from './kind-icon';
import { FACTS_LANGUAGE, named, sourced } from './named';
import './project-list';
import './river-course';
import './terrikon-exposure';
import './zones-list';

/**
 * All about one hotspot, in the order in which people ask: what and where, how sure, how many people,
 * who says what, what the law asks for, what is being done, what to take away.
 *
 * Events: `panel-closed`, `hotspot-shown` (the reader wants it on the map).
 */
@customElement('hotspot-panel')
export class HotspotPanel extends LitElement {
  @property({ attribute: false }) hotspot?: Hotspot;
  /** The release that the page was read from, where the hotspot does not say. */
  @property() release = '';
  /** Within which people are counted, metres. */
  @property({ type: Number }) radius = DEFAULT_RADIUS;
  @query('h2') private heading?: HTMLElement;

  constructor() {
    super();
    new Spoken(this);
  }

  /** Takes the keyboard to the name, so that screen readers begin there. */
  async focusHeading(): Promise<void> {
    await this.updateComplete;
    this.heading?.focus({ preventScroll: true });
  }

  private announce(name: string): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }));
  }

  override render() {
    if (!this.hotspot) return nothing;
    const { geometry, properties } = this.hotspot;
    const vague = geometry?.type === 'Point' ? (properties.position_accuracy_m ?? 0) : 0;
    return html`
      <article aria-label=${t('panel-label')}>
        ${this.renderHead(properties)} ${this.renderCertainty(properties)}
        <terrikon-exposure .where=${{ hotspot: properties.id }} .radius=${this.radius} .vague=${vague}></terrikon-exposure>
        ${page.alone ? nothing : html`<exposure-curve .hotspot=${properties.id} .name=${properties.name}></exposure-curve>`}
        ${this.renderClaims(properties)}
        ${this.renderSurroundings(properties)} ${this.renderState(properties)}
        <project-list .hotspot=${properties.id}></project-list>
         ${this.renderPosition(this.hotspot)}
        <hotspot-takeaway .hotspot=${properties.id} .name=${properties.name} .release=${properties.release ?? this.release}></hotspot-takeaway>
      </article>
    `;
  }

  private renderHead(properties: HotspotProperties) {
    const { kind, subkind, oblast_name: oblast, raion_name: raion } = properties;
    const words = [label('kind', kind), subkind ? label('subkind', subkind) : undefined].filter(Boolean).join(' · ');
    return html`
      <header>
        <p class="second kind">
          ${symbolOf(properties)}
          <span>${words}${oblast ? html` · ${named(oblast, properties.oblast_name_lang)}` : nothing}</span>
        </p>
        <button class="icon close" title=${t('close')} aria-label=${t('close')} @click=${() => this.announce('panel-closed')}>
          ${closeIcon}
        </button>
        <h2 tabindex="-1">${named(properties.name, properties.name_lang)}</h2>
        ${raion ? html`<p class="second">${t('panel-raion', { name: '' })}${named(raion, properties.raion_name_lang)}</p>` : nothing}
      </header>
    `;
  }

  private renderCertainty({ trust, position_kind: kind, position_accuracy_m: accuracy }: HotspotProperties) {
    const exact = kind === 'site' && (accuracy ?? 0) <= 500;
    return html`
      <ul class="badges">
        <li class="badge ${exact ? 'sure' : ''}">
          ${accuracy ? t('position-badge', { distance: formatDistance(accuracy) }) : t('panel-position')}
        </li>
        <li class="badge ${trust === 'sourced' ? 'sure' : ''} ${trust === 'unverified' ? 'doubt' : ''}">${t(`trust-${trust}`)}</li>
      </ul>
      <p class="second">${label('position', kind)}. ${t(`trust-${trust}-note`)}</p>
    `;
  }

  private renderClaims({ claims = [] }: HotspotProperties) {
    if (claims.length === 0) return html`<p class="empty">${t('panel-no-claims')}</p>`;
    const people = claims.filter((claim) => isAboutPeople(claim.property));
    const others = claims.filter((claim) => !isAboutPeople(claim.property));
    return html`
      ${people.length > 0 ? html`<section><h3>${t('panel-people')}</h3><p class="second">${t('panel-people-note')}</p><claims-list large .claims=${people}></claims-list></section>` : nothing}
      ${others.length > 0 ? html`<section><h3>${t('panel-claims')}</h3><claims-list .claims=${others}></claims-list></section>` : nothing}
    `;
  }

  private renderSurroundings({ id, kind }: HotspotProperties) {
    return html`
      <zones-list .hotspot=${id}></zones-list>
      <river-course .hotspot=${id} ?river=${kind === 'river'}></river-course>
    `;
  }

  private renderState({ pollutants = [], status, note }: HotspotProperties) {
    return html`
      ${status ? html`<section><h3>${t('panel-status')}</h3><p>${label('status', status)}</p></section>` : nothing}
      ${pollutants.length > 0 ? html`<section><h3>${t('panel-pollutants')}</h3><ul class="pollutants">${pollutants.map((code) => html`<li>${label('pollutant', code)}</li>`)}</ul></section>` : nothing}
      ${note ? html`<section><h3>${t('panel-note')}</h3><p>${named(note, FACTS_LANGUAGE)}</p></section>` : nothing}
    `;
  }

  private renderPosition(hotspot: Hotspot) {
    const position = positionOf(hotspot);
    if (!position) return nothing;
    const { position_source: source, position_accuracy_m: accuracy } = hotspot.properties;
    const coordinates = formatCoordinates(position, accuracy ?? undefined);
    return html`
      <section>
        <h3>${t('panel-coordinates')}</h3>
        <div class="line"><span>${coordinates}</span><copy-button .text=${coordinates} message="panel-copy-coordinates"></copy-button></div>
        ${source ? html`<p class="second">${t('position-source', { source: '' })}${sourced(source)}</p>` : nothing}
        <button class="plain" @click=${() => this.announce('hotspot-shown')}>${t('panel-zoom')}</button>
      </section>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      article {
        padding: 16px 20px 24px;
      }
      header {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: start;
      }
      h2 {
        grid-column: 1 / -1;
        font-size: 22px;
        line-height: 29px;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      h2:focus {
        outline: none;
      }
      h3 {
        font-size: 15px;
        font-weight: 600;
      }
      section,
      terrikon-exposure,
      zones-list,
      project-list,
      hotspot-takeaway,
      river-course {
        margin-top: 16px;
      }
      .kind {
        display: flex;
        gap: 8px;
        align-items: center;
        min-height: 40px;
      }
      .close {
        margin-right: -10px;
      }
      .badges {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin: 8px 0 6px;
      }
      .badge {
        padding: 1px 9px;
        border-radius: 7px;
        background: var(--caution);
        color: var(--caution-ink);
        font-size: 13px;
      }
      .sure {
        background: var(--raised);
        color: var(--ink);
      }
      .doubt {
        outline: 1px dashed currentColor;
        outline-offset: -1px;
      }
      .empty {
        margin-top: 16px;
      }
      .line {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 8px;
      }
      .line > :first-child {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .pollutants {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 6px;
        margin-top: 4px;
      }
      .pollutants li {
        padding: 0 8px;
        border: 1px solid var(--line);
        border-radius: 7px;
      }
      .plain {
        margin-top: 8px;
      }
    `,
  ];
}
