import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Whereabouts } from '../api/exposure';
import { MOST_LISTED } from '../api/hotspots';
import { language, Spoken, t } from '../i18n/messages';
import { formatCoordinates, formatDistance } from '../i18n/numbers';
import type { Exposure, NearHotspot } from '../model/exposure';
import type { Hotspot } from '../model/hotspot';
import { countWithin, hotspotsByDistance, type Position } from '../model/near';
import { DEFAULT_RADIUS } from '../model/radius';
import { controls } from '../styles/controls';
import './copy-button';
import { closeIcon } from './icons';
import './near-hotspots';
import './people-rings';
import './proximity-score';
import './terrikon-exposure';

/** How many people live near a place of the reader's own, and which hotspots do. Event: `panel-closed`. */
@customElement('pin-panel')
export class PinPanel extends LitElement {
  @property({ attribute: false }) pin: readonly [lon: number, lat: number] = [0, 0];
  /** How far off it may be, metres: above 0 where the place of a device was rounded. */
  @property({ type: Number }) off = 0;
  /** Where the reader really is: for distances, which are computed here. */
  @property({ attribute: false }) own?: Position | undefined;
  /** The hotspots that the filters let through; undefined until they are loaded. */
  @property({ attribute: false }) hotspots?: readonly Hotspot[] | undefined;
  @property({ type: Boolean }) filtered = false;
  /** Within which people are counted, metres. */
  @property({ type: Number }) radius = DEFAULT_RADIUS;
  /** The address that shows this pin again. */
  @property() address = '';
  /** All hotspots by distance. */
  @state() private near?: NearHotspot[] | undefined;
  @state() private told?: Exposure | undefined;
  @query('h2') private heading?: HTMLElement;

  constructor() {
    super();
    new Spoken(this);
  }

  /** Takes the keyboard to the heading, so that screen readers begin there. */
  async focusHeading(): Promise<void> {
    await this.updateComplete;
    this.heading?.focus({ preventScroll: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was told of another place is not true of this one.
    if (changed.has('pin')) this.told = undefined;
    if (changed.has('pin') || changed.has('own') || changed.has('hotspots')) this.near = this.measure();
  }

  /** Undefined where the list is not here, or not whole. */
  private measure(): NearHotspot[] | undefined {
    const { hotspots } = this;
    if (!hotspots || hotspots.length >= MOST_LISTED) return undefined;
    return hotspotsByDistance(hotspots, this.own ?? this.pin);
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('panel-closed', { bubbles: true, composed: true }));
  }

  override render() {
    const { off } = this;
    const where: Whereabouts = { position: this.pin, off };
    const coordinates = formatCoordinates(this.pin, off || 1);
    const title = t(off > 0 ? 'near-title' : 'pin-here');
    const url = `${location.origin}${this.address}`;
    return html`
      <article aria-label=${title} @exposure-told=${({ detail }: CustomEvent<Exposure>) => this.hear(detail)}>
        <header>
          <h2 tabindex="-1">${title}</h2>
          <button class="icon" title=${t('close')} aria-label=${t('close')} @click=${this.close}>${closeIcon}</button>
        </header>
        <div class="line"><span>${coordinates}</span><copy-button .text=${coordinates} message="panel-copy-coordinates"></copy-button></div>
        ${off > 0 ? html`<p class="second">${t('near-rounded', { distance: formatDistance(off) })}</p>` : nothing}
        ${this.near ? this.renderNear(this.near) : nothing}
        <terrikon-exposure
          .where=${where}
          .radius=${this.radius}
          .vague=${off}
          .peopleOnly=${Boolean(this.near)}
        ></terrikon-exposure>
        <people-rings .where=${where} .near=${this.near}></people-rings>
        ${this.told?.proximity ? html`<proximity-score .proximity=${this.told.proximity}></proximity-score>` : nothing}
        <section>
          <h3>${t(off > 0 ? 'near-share' : 'panel-link')}</h3>
          <div class="line"><a href=${url} lang=${language()}>${url}</a><copy-button .text=${url}></copy-button></div>
        </section>
        <button class="plain" @click=${this.close}>${t('pin-remove')}</button>
      </article>
    `;
  }

  /** Those within the radius; where there are none, the nearest of all. */
  private renderNear(near: readonly NearHotspot[]) {
    const within = near.slice(0, countWithin(near, this.radius));
    const shown = within.length > 0 ? within : near.slice(0, 1);
    return html`
      <section>
        <h3>${t('near-within', { distance: formatDistance(this.radius) })}</h3>
        ${within.length === 0 ? html`<p class="second">${t(near.length > 0 ? 'near-none' : 'list-none')}</p>` : nothing}
        <near-hotspots .hotspots=${shown} .accuracy=${this.own ? 0 : this.off}></near-hotspots>
        ${this.filtered ? html`<p class="second">${t('near-filtered')}</p>` : nothing}
      </section>
    `;
  }

  private hear(exposure: Exposure): void {
    this.told = exposure;
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
      header,
      .line {
        display: flex;
        justify-content: space-between;
        align-items: start;
        gap: 8px;
      }
      .line {
        align-items: center;
      }
      .line > :first-child {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      header .icon {
        flex: none;
        width: 44px;
        height: 44px;
        margin: -8px -12px 0 0;
      }
      h2 {
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
      people-rings,
      proximity-score,
      .plain {
        margin-top: 16px;
      }
      .plain {
        min-height: 44px;
      }
    `,
  ];
}
