import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Found } from '../api/search';
import type { Language } from '../i18n/languages';
import { Spoken, speak, t } from '../i18n/messages';
import type { Bounds } from '../map/bounds';
import type { Hotspot, Kind } from '../model/hotspot';
import type { Order } from '../model/listing';
import { Media } from '../model/media';
import { Navigation } from '../model/navigation';
import { reachOf } from '../model/reach';
import { ViewData } from '../model/view-data';
import type { Camera, Theme, ViewState } from '../model/view-state';
import { controls } from '../styles/controls';
import { type BottomSheet, coveredBySheet, type SheetHeight } from './bottom-sheet';
import './hotspot-overview';
import type { HotspotOverview } from './hotspot-overview';
import './hotspot-panel';
import type { HotspotPanel } from './hotspot-panel';
import './loading-bar';
import './problem-note';
import './terrikon-header';
import './terrikon-map';
import type { TerrikonMap } from './terrikon-map';

/** What a lowered sheet hides. */
const UNDER_THE_SHEET = ['terrikon-header', 'hotspot-overview', 'hotspot-panel', 'problem-note'];

/** The whole viewer: holds the state that the address says, hands it to its parts and acts on what they announce. */
@customElement('terrikon-app')
export class TerrikonApp extends LitElement {
  @state() private sheet: SheetHeight = 'half';
  @state() private order: Order = 'name';
  @state() private found?: readonly [number, number] | undefined;
  @state() private mapBusy = false;
  @state() private mapProblem: unknown;
  /** Where the map is told to go; its own moves change the address only. */
  @state() private camera?: Camera | undefined;
  @query('terrikon-map') private map!: TerrikonMap;
  @query('hotspot-panel') private panel?: HotspotPanel;
  @query('hotspot-overview') private overview?: HotspotOverview;
  @query('bottom-sheet') private sheetElement!: BottomSheet;

  private readonly navigation = new Navigation(this, (travelled) => this.arrive(travelled));
  private readonly data = new ViewData(
    this,
    () => this.view,
    (hotspot) => void this.opened(hotspot),
  );
  private readonly wide = new Media(this, '(min-width: 768px)');
  private readonly dark = new Media(this, '(prefers-color-scheme: dark)');
  /** Where the reader opened the panel from, to give the keyboard back there. */
  private cameFrom?: 'map' | 'list' | undefined;
  private flyToSelected = false;

  constructor() {
    super();
    new Spoken(this);
    this.camera = this.view.camera;
    this.flyToSelected = !this.camera;
    if (this.view.view === 'list' && !this.view.selected) this.sheet = 'full';
  }

  override connectedCallback(): void {
    // What the server wrote there is for readers without scripts.
    this.replaceChildren();
    super.connectedCallback();
  }

  private get view(): ViewState {
    return this.navigation.state;
  }

  private get theme(): 'light' | 'dark' {
    if (this.view.theme !== 'auto') return this.view.theme;
    return this.dark.matches ? 'dark' : 'light';
  }

  /** A hotspot that could not be fetched leaves the filters and the list in reach. */
  private get panelOpen(): boolean {
    return Boolean(this.view.selected && !(this.data.problem && !this.data.selected));
  }

  protected override willUpdate(): void {
    document.documentElement.lang = this.view.lang;
    document.documentElement.dataset.theme = this.theme;
    const name = this.data.selected?.properties.name;
    document.title = name ? `${name} · ${t('app-title')}` : `${t('app-title')} · ${t('app-subtitle')}`;
  }

  private async opened(hotspot: Hotspot): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    if (this.flyToSelected) void this.map.show(hotspot);
    else void this.map.reveal(hotspot);
    this.flyToSelected = false;
    if (this.cameFrom) void this.panel?.focusHeading();
  }

  private arrive({ lang, camera, selected }: ViewState): void {
    void speak(lang);
    this.camera = camera;
    this.flyToSelected = Boolean(selected && !camera);
  }

  private pick(id: string, from: 'map' | 'list'): void {
    this.cameFrom = from;
    this.flyToSelected = from === 'list';
    this.sheet = 'half';
    const open = this.data.selected;
    if (open && id === this.view.selected) void this.opened(open);
    else this.navigation.go({ selected: id });
    this.sheetElement.scrollToTop();
  }

  private async close(): Promise<void> {
    if (!this.view.selected) return;
    this.navigation.go({ selected: undefined });
    await this.updateComplete;
    if (this.cameFrom === 'map') this.map.focusCanvas();
    else void this.overview?.focusContent();
    this.cameFrom = undefined;
  }

  private goTo({ type, id, bbox, lon, lat }: Found): void {
    if (type === 'hotspot') {
      this.pick(id, 'list');
      return;
    }
    this.lookAround([lon, lat], bbox ?? undefined);
  }

  /** What is near a place: the map goes there, the list has the nearest first. */
  private lookAround(place: readonly [number, number], bounds?: Bounds): void {
    this.found = place;
    this.order = 'distance';
    this.navigation.go({ selected: undefined, view: 'list' });
    this.sheet = 'half';
    void this.map.visit(bounds, place);
  }

  private async chooseLanguage(lang: Language): Promise<void> {
    await speak(lang);
    this.navigation.adjust({ lang });
  }

  private chooseView(view: ViewState['view']): void {
    this.navigation.go({ view, selected: undefined });
    if (this.sheet === 'peek') this.sheet = 'half';
  }

  private async skipToList(event: Event): Promise<void> {
    event.preventDefault();
    this.navigation.go({ view: 'list', selected: undefined });
    this.sheet = 'full';
    await this.updateComplete;
    await this.overview?.focusContent();
  }

  /** On a phone, what gets the keyboard must be seen; typing takes half of the screen, and results need the rest. */
  private focused(event: FocusEvent): void {
    if (this.wide.matches) return;
    const within = event.composedPath().map((target) => (target as HTMLElement).localName);
    if (within.includes('search-box')) this.sheet = 'full';
    else if (this.sheet === 'peek' && within.some((name) => UNDER_THE_SHEET.includes(name))) this.sheet = 'half';
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented) void this.close();
  }

  override render() {
    return html`
      <a class="skip" href="#list" @click=${this.skipToList}>${t('skip-to-list')}</a>
      <main
        @keydown=${this.keyed}
        @focusin=${this.focused}
        @height-chosen=${({ detail }: CustomEvent<SheetHeight>) => this.show({ sheet: detail })}
        @reader-located=${({ detail }: CustomEvent<[number, number]>) => this.lookAround(detail)}
        @place-chosen=${({ detail }: CustomEvent<Found>) => this.goTo(detail)}
        @kinds-chosen=${({ detail }: CustomEvent<Kind[]>) => this.navigation.go({ kinds: detail })}
        @oblast-chosen=${({ detail }: CustomEvent<string>) => this.navigation.go({ oblast: detail || undefined })}
        @filters-cleared=${() => this.navigation.go({ kinds: [], oblast: undefined })}
        @language-chosen=${({ detail }: CustomEvent<Language>) => this.chooseLanguage(detail)}
        @theme-chosen=${({ detail }: CustomEvent<Theme>) => this.navigation.adjust({ theme: detail })}
        @view-chosen=${({ detail }: CustomEvent<ViewState['view']>) => this.chooseView(detail)}
        @radius-chosen=${({ detail }: CustomEvent<number>) => this.navigation.adjust({ radius: detail })}
        @radius-settled=${() => this.map.showReach()}
        @order-chosen=${({ detail }: CustomEvent<Order>) => this.show({ order: detail })}
      >
        ${this.renderMap()}
        <bottom-sheet .height=${this.sheet}>
          <terrikon-header slot="head" .view=${this.view} .panelOpen=${this.panelOpen} .oblasts=${this.data.oblasts}></terrikon-header>
          ${this.renderProblem()} ${this.panelOpen ? this.renderPanel() : this.renderOverview()}
        </bottom-sheet>
        <loading-bar ?hidden=${!this.mapBusy && !this.data.pending}></loading-bar>
      </main>
    `;
  }

  private show({ sheet = this.sheet, order = this.order }): void {
    this.sheet = sheet;
    this.order = order;
  }

  private renderMap() {
    return html`
      <terrikon-map
        class=${this.sheet}
        .language=${this.view.lang}
        .theme=${this.theme}
        .kinds=${this.view.kinds}
        .oblast=${this.view.oblast}
        .selected=${this.data.selected}
        .found=${this.found}
        .reach=${reachOf(this.view, this.data.selected)}
        .camera=${this.camera}
        .padding=${coveredBySheet(this.sheet, this.wide.matches)}
        @hotspot-picked=${({ detail }: CustomEvent<{ id: string }>) => this.pick(detail.id, 'map')}
        @camera-moved=${({ detail }: CustomEvent<Camera>) => this.navigation.adjust({ camera: detail })}
        @map-busy=${({ detail }: CustomEvent<boolean>) => {
          this.mapBusy = detail;
        }}
        @map-problem=${({ detail }: CustomEvent<unknown>) => {
          this.mapProblem = detail;
        }}
      ></terrikon-map>
    `;
  }

  private renderPanel() {
    return html`
      <hotspot-panel
        .hotspot=${this.data.selected}
        .release=${this.data.release}
        .radius=${this.view.radius}
        @panel-closed=${this.close}
        @hotspot-picked=${({ detail }: CustomEvent<{ id: string }>) => this.pick(detail.id, 'list')}
        @hotspot-shown=${() => this.data.selected && this.map.show(this.data.selected)}
      ></hotspot-panel>
    `;
  }

  private renderOverview() {
    return html`
      <hotspot-overview
        .view=${this.view}
        .hotspots=${this.data.hotspots}
        .order=${this.order}
        .found=${this.found}
        .release=${this.data.release}
        @hotspot-picked=${({ detail }: CustomEvent<{ id: string }>) => this.pick(detail.id, 'list')}
      ></hotspot-overview>
    `;
  }

  private renderProblem() {
    if (this.data.problem)
      return html`<problem-note .problem=${this.data.problem} @retry=${() => this.data.retry()}></problem-note>`;
    if (!this.mapProblem) return nothing;
    return html`<problem-note .problem=${this.mapProblem} otherwise="problem-tiles" @retry=${this.retryMap}></problem-note>`;
  }

  private retryMap(): void {
    this.mapProblem = undefined;
    void this.map.reload();
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        position: relative;
        height: 100dvh;
        overflow: hidden;
      }
      .skip {
        position: absolute;
        z-index: 5;
        top: 8px;
        left: 50%;
        padding: 8px 14px;
        border-radius: 10px;
        background: var(--paper);
        box-shadow: var(--shadow);
        transform: translate(-50%, -80px);
      }
      .skip:focus {
        transform: translate(-50%, 0);
      }
      @media (max-width: 767px) {
        terrikon-map {
          --sheet-height: 50dvh;
        }
        terrikon-map.peek {
          --sheet-height: 116px;
        }
        terrikon-map.full {
          visibility: hidden;
        }
      }
    `,
  ];
}
