import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import type { Hotspot } from '../model/hotspot';
import type { Order } from '../model/listing';
import { page } from '../model/page';
import type { Shading } from '../model/shading';
import type { Stop } from '../model/timeline';
import { type ViewState, writeAddress } from '../model/view-state';
import { controls } from '../styles/controls';
import './hotspot-list';
import './map-legend';
import './view-tabs';

/** What stands under the filters while no hotspot is open: the legend or the list. The events of its parts pass through. */
@customElement('hotspot-overview')
export class HotspotOverview extends LitElement {
  @property({ attribute: false }) view!: ViewState;
  /** Undefined until they are loaded. */
  @property({ attribute: false }) hotspots?: readonly Hotspot[] | undefined;
  @property() order: Order = 'name';
  /** Measured from where there is no map to have a centre. */
  @property({ attribute: false }) found?: readonly [number, number] | undefined;
  @property() release = '';
  @property({ attribute: false }) shading?: Shading | undefined;
  @property({ attribute: false }) stops: readonly Stop[] = [];

  constructor() {
    super();
    new Spoken(this);
  }

  /** Takes the keyboard to the list or legend. */
  async focusContent(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
  }

  override render() {
    // What takes the keyboard is no shadow host: it would pass by all that is in one.
    return html`
      <view-tabs .view=${this.view.view}></view-tabs>
      <div tabindex="-1">${this.view.view === 'map' ? this.renderLegend() : this.renderList()}</div>
      ${page.alone ? null : html`<footer><a href=${this.builder}>${t('publish-open')}</a></footer>`}
    `;
  }

  /** Where this map is put together for other pages, with the same filters. */
  private get builder(): string {
    const { lang, theme, kinds, oblast } = this.view;
    const query = new URLSearchParams({
      ...(oblast && { oblast }),
      ...(kinds.length > 0 && { kind: kinds.join(',') }),
      lang,
    });
    if (theme !== 'auto') query.set('theme', theme);
    return `/embed/builder?${query.toString().replaceAll('%2C', ',')}`;
  }

  private survey(): void {
    this.dispatchEvent(new CustomEvent('place-surveyed', { detail: this.found, bubbles: true, composed: true }));
  }

  private renderLegend() {
    const { shade, date, theme } = this.view;
    return html`
      <map-legend
        tabindex="-1"
        .count=${this.hotspots?.length}
        .release=${this.release}
        .shade=${shade}
        .shading=${this.shading}
        .stops=${this.stops}
        .date=${date}
        .theme=${theme}
      ></map-legend>
    `;
  }

  private renderList() {
    const { camera, kinds, oblast } = this.view;
    if (!this.hotspots) return null;
    return html`
      ${this.found ? html`<button class="plain survey" @click=${this.survey}>${t('near-survey')}</button>` : null}
      <hotspot-list
        .hotspots=${this.hotspots}
        .order=${this.order}
        .centre=${camera ? [camera.lon, camera.lat] : this.found}
        .filtered=${kinds.length > 0 || Boolean(oblast)}
        .addressOf=${(id: string) => writeAddress({ ...this.view, camera: undefined, selected: id })}
      ></hotspot-list>
    `;
  }

  static override styles = [
    controls,
    css`
    view-tabs {
      display: block;
      padding: 12px 20px 0;
    }
    footer {
      padding: 10px 20px 16px;
      border-top: 1px solid var(--line);
    }
    footer a {
      display: inline-block;
      padding: 6px 0;
      color: var(--link);
    }
    [tabindex]:focus,
    div:focus {
      outline: none;
    }
    .survey {
      margin: 12px 20px 0;
      min-height: 44px;
    }
  `,
  ];
}
