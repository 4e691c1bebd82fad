import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { label } from '../i18n/codes';
import { Spoken, t } from '../i18n/messages';
import { KINDS } from '../model/hotspot';
import { page } from '../model/page';
import type { Shade, Shading } from '../model/shading';
import type { Stop } from '../model/timeline';
import type { Theme } from '../model/view-state';
import { controls } from '../styles/controls';
import './kind-icon';
import './shade-select';

/** What every mark on the map means. */
@customElement('map-legend')
export class MapLegend extends LitElement {
  /** How many hotspots the filters let through; undefined while that is not known. */
  @property({ type: Number }) count?: number | undefined;
  @property() release = '';
  /** What oblasts are shaded by, and the figures once they are here. */
  @property() shade?: Shade | undefined;
  @property({ attribute: false }) shading?: Shading | undefined;
  /** The times that can be chosen, and the day that is. */
  @property({ attribute: false }) stops: readonly Stop[] = [];
  @property() date?: string | undefined;
  @property() theme: Theme = 'auto';
  /** On paper there is nothing to choose. */
  @property({ type: Boolean, reflect: true }) paper = false;

  constructor() {
    super();
    new Spoken(this);
  }

  protected override updated(): void {
    // Neither is needed for the first view.
    if (this.shade) void import('./shade-legend');
    else if (this.stops.length > 1) void import('./time-slider');
  }

  override render() {
    return html`
      ${this.count === undefined ? null : html`<p class="count">${t('list-count', { count: this.count })}</p>`}
      ${this.paper ? null : this.renderChoices()}
      <ul>
        ${KINDS.map((kind) => html`<li><kind-icon .kind=${kind}></kind-icon>${label('kind', kind)}</li>`)}
      </ul>
      <ul class="marks">
        <li><kind-icon kind="dump"></kind-icon>${t('legend-filled')}</li>
        <li><kind-icon kind="dump" unverified></kind-icon>${t('legend-outline')}</li>
        <li><kind-icon kind="dump" imprecise></kind-icon>${t('legend-imprecise')}</li>
        <li><span class="disc"></span>${t('legend-accuracy')}</li>
        <li><span class="cluster">5</span>${t('legend-cluster')}</li>
        <li><span class="shape"></span>${t('legend-shape')}</li>
        <li><span class="reach"></span>${t('legend-reach')}</li>
        <li><span class="reach outer"></span>${t('legend-reach-outer')}</li>
        <li><span class="zone screening"></span>${t('legend-zone-screening')}</li>
        <li><span class="zone"></span>${t('legend-zone-unverified')}</li>
        <li><span class="zone read"></span>${t('legend-zone-read')}</li>
      </ul>
      <p class="second">${t('legend-unverified-note')}</p>
      ${this.release ? html`<p class="second">${t('release-label')}: ${this.release}</p>` : null}
    `;
  }

  /** What only a server tells. */
  private renderChoices() {
    if (page.alone) return null;
    return html`
      <shade-select .chosen=${this.shade}></shade-select>
      ${this.shade ? html`<shade-legend .shading=${this.shading} .theme=${this.theme} .date=${this.date}></shade-legend>` : html`<time-slider .stops=${this.stops} .date=${this.date}></time-slider>`}
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        padding: 12px 20px 24px;
      }
      .count {
        font-size: 22px;
        line-height: 32px;
        font-weight: 600;
      }
      ul {
        display: grid;
        gap: 6px;
        margin: 8px 0 14px;
      }
      li {
        display: grid;
        grid-template-columns: 26px 1fr;
        align-items: center;
        gap: 10px;
      }
      li > :first-child {
        justify-self: center;
      }
      .disc {
        width: 24px;
        height: 24px;
        border-radius: 50%;
        background: color-mix(in srgb, var(--map-industrial_town) 22%, transparent);
      }
      .cluster {
        display: grid;
        place-items: center;
        width: 24px;
        height: 24px;
        border: 2px solid var(--ink);
        border-radius: 50%;
        font-size: 12px;
        line-height: 1;
        font-weight: 600;
      }
      .reach,
      .zone {
        width: 24px;
        height: 24px;
        border: 2px solid var(--ink);
        border-radius: 50%;
      }
      .outer {
        border: 1.5px dashed var(--ink-second);
      }
      .zone {
        border: 2px dashed var(--map-industrial_town);
        background: color-mix(in srgb, var(--map-industrial_town) 14%, transparent);
      }
      .screening {
        border-style: dotted;
        background: none;
      }
      .read {
        border-style: solid;
      }
      shade-select,
      shade-legend,
      time-slider {
        margin: 8px 0;
      }
      :host([paper]) {
        padding: 0;
      }
      :host([paper]) ul {
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 2pt 10pt;
        margin: 0 0 6pt;
      }
      .shape {
        width: 24px;
        height: 4px;
        border-radius: 2px;
        background: var(--map-river);
      }
    `,
  ];
}
