import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Hotspot } from '../model/hotspot';
import type { Order } from '../model/listing';
import type { Position } from '../model/near';
import type { Shading } from '../model/shading';
import type { Stop } from '../model/timeline';
import { type ViewState, writeAddress } from '../model/view-state';
import './hotspot-overview';
import type { HotspotOverview } from './hotspot-overview';
import type { HotspotPanel } from './hotspot-panel';
import type { PinPanel } from './pin-panel';

/** Under the header: the pin, the chosen hotspot, or else legend or list. The events of its parts pass through. */
@customElement('side-panel')
export class SidePanel extends LitElement {
  @property({ attribute: false }) view!: ViewState;
  /** Whether a hotspot or a pin is open. */
  @property({ type: Boolean }) open = false;
  /** Undefined until they are loaded. */
  @property({ attribute: false }) hotspots?: readonly Hotspot[] | undefined;
  @property({ attribute: false }) selected?: Hotspot | undefined;
  @property() order: Order = 'name';
  @property({ attribute: false }) found?: readonly [number, number] | undefined;
  @property() release = '';
  @property({ attribute: false }) shading?: Shading | undefined;
  @property({ attribute: false }) stops: readonly Stop[] = [];
  /** The reader's own place, which only this page knows. */
  @property({ attribute: false }) own?: Position | undefined;
  @query('hotspot-panel, pin-panel') private panel?: HotspotPanel | PinPanel;
  @query('hotspot-overview') private overview?: HotspotOverview;

  /** Takes the keyboard to what is shown. */
  async focusContent(): Promise<void> {
    await this.updateComplete;
    if (this.panel) await customElements.whenDefined(this.panel.localName);
    await (this.panel?.focusHeading() ?? this.overview?.focusContent());
  }

  protected override updated(): void {
    // Most readers begin with the map: what tells of one place comes when one is chosen.
    if (this.open) void (this.view.pin ? import('./pin-panel') : import('./hotspot-panel'));
  }

  override render() {
    if (!this.open) return this.renderOverview();
    return this.view.pin ? this.renderPin(this.view.pin) : this.renderHotspot();
  }

  private renderPin(pin: readonly [number, number]) {
    const address = writeAddress({ ...this.view, camera: undefined });
    return html`
      <pin-panel
        .pin=${pin}
        .off=${this.view.pinOff ?? 0}
        .own=${this.own}
        .hotspots=${this.hotspots}
        .filtered=${this.view.kinds.length > 0 || Boolean(this.view.oblast)}
        .radius=${this.view.radius}
        .address=${address}
      ></pin-panel>
    `;
  }

  private renderHotspot() {
    return html`
      <hotspot-panel .hotspot=${this.selected} .release=${this.release} .radius=${this.view.radius}></hotspot-panel>
    `;
  }

  private renderOverview() {
    return html`
      <hotspot-overview
        .view=${this.view}
        .hotspots=${this.hotspots}
        .order=${this.order}
        .found=${this.found}
        .release=${this.release}
        .shading=${this.shading}
        .stops=${this.stops}
      ></hotspot-overview>
    `;
  }

  static override styles = css`
    :host {
      display: block;
    }
  `;
}
