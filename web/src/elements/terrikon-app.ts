import { Task, TaskStatus } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { fetchHotspot, fetchHotspots, fetchOblasts, fetchRelease } from '../api/hotspots';
import type { Found } from '../api/search';
import type { Language } from '../i18n/languages';
import { Spoken, speak, t } from '../i18n/messages';
import type { Hotspot, Kind } from '../model/hotspot';
import type { Order } from '../model/listing';
import { Media } from '../model/media';
import { Navigation } from '../model/navigation';
import type { Camera, Theme, ViewState } from '../model/view-state';
import { controls } from '../styles/controls';
import { type BottomSheet, type SheetHeight, sheetPixels } from './bottom-sheet';
import './hotspot-overview';
import type { HotspotOverview } from './hotspot-overview';
import './hotspot-panel';
import type { HotspotPanel } from './hotspot-panel';
import './loading-bar';
import './problem-note';
import './terrikon-header';
import './terrikon-map';
import type { TerrikonMap } from './terrikon-map';

/** What the panel covers of a wide screen, pixels. */
const PANEL_COVERS = 396;

/** The whole viewer: holds the state that the address says, hands it to its parts and acts on what they announce. */
@customElement('terrikon-app')
export class TerrikonApp extends LitElement {
  @state() private sheet: SheetHeight = 'half';
  @state() private order: Order = 'name';
  @state() private found?: readonly [number, number];
  @state() private mapBusy = false;
  @state() private mapProblem: unknown;
  /** Where the map is told to go; its own moves change the address only. */
  @state() private camera?: Camera | undefined;
  @query('terrikon-map') private map!: TerrikonMap;
  @query('hotspot-panel') private panel?: HotspotPanel;
  @query('hotspot-overview') private overview?: HotspotOverview;
  @query('bottom-sheet') private sheetElement!: BottomSheet;

  private readonly navigation = new Navigation(this, (travelled) => this.arrive(travelled));
  private readonly wide = new Media(this, '(min-width: 768px)');
  private readonly dark = new Media(this, '(prefers-color-scheme: dark)');
  /** Where the reader opened the panel from, to give the keyboard back there. */
  private cameFrom?: 'map' | 'list' | undefined;
  private flyToSelected = false;

  private readonly hotspots = new Task(this, {
    args: () => [this.view.kinds.join(), this.view.oblast, this.view.lang] as const,
    task: ([, oblast, lang], { signal }) => fetchHotspots({ kinds: this.view.kinds, oblast }, lang, signal),
  });

  private readonly selected = new Task(this, {
    args: () => [this.view.selected, this.view.lang] as const,
    task: async ([id, lang], { signal }) => (id ? fetchHotspot(id, lang, signal) : undefined),
    onComplete: (hotspot) => void this.opened(hotspot),
  });

  private readonly oblasts = new Task(this, {
    args: () => [this.view.lang] as const,
    task: ([lang], { signal }) => fetchOblasts(lang, signal),
  });

  private readonly release = new Task(this, { args: () => [], task: () => fetchRelease() });

  constructor() {
    super();
    new Spoken(this);
    this.camera = this.view.camera;
    this.flyToSelected = !this.camera;
    if (this.view.view === 'list' && !this.view.selected) this.sheet = 'full';
  }

  private get view(): ViewState {
    return this.navigation.state;
  }

  private get theme(): 'light' | 'dark' {
    if (this.view.theme !== 'auto') return this.view.theme;
    return this.dark.matches ? 'dark' : 'light';
  }

  /** The hotspot of the address, once it is here; a former one is not shown under a new address. */
  private get selectedHotspot(): Hotspot | undefined {
    const hotspot = this.selected.value;
    return hotspot && String(hotspot.id) === this.view.selected ? hotspot : undefined;
  }

  /** The part of the map that is covered, in pixels. */
  private get padding() {
    if (this.wide.matches) return { top: 0, right: 0, bottom: 0, left: PANEL_COVERS };
    const height = this.sheet === 'full' ? 'half' : this.sheet;
    return { top: 0, right: 0, bottom: sheetPixels(height, window.innerHeight), left: 0 };
  }

  protected override willUpdate(): void {
    document.documentElement.lang = this.view.lang;
    document.documentElement.dataset.theme = this.theme;
    const name = this.selectedHotspot?.properties.name;
    document.title = name ? `${name} · ${t('app-title')}` : `${t('app-title')} · ${t('app-subtitle')}`;
  }

  private async opened(hotspot: Hotspot | undefined): Promise<void> {
    if (!hotspot) return;
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
    if (id === this.view.selected) void this.opened(this.selectedHotspot);
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
    this.found = type === 'hotspot' ? undefined : [lon, lat];
    if (type === 'hotspot') {
      this.pick(id, 'list');
      return;
    }
    this.order = 'distance';
    this.navigation.go({ selected: undefined, view: 'list' });
    this.sheet = 'half';
    void this.map.visit(bbox ?? undefined, [lon, lat]);
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

  /** On a phone the keyboard takes half of the screen: the results need the rest. */
  private focused(event: FocusEvent): void {
    const searching = event.composedPath().some((target) => (target as HTMLElement).localName === 'search-box');
    if (searching && !this.wide.matches) this.sheet = 'full';
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
        @place-chosen=${({ detail }: CustomEvent<Found>) => this.goTo(detail)}
        @kinds-chosen=${({ detail }: CustomEvent<Kind[]>) => this.navigation.go({ kinds: detail })}
        @oblast-chosen=${({ detail }: CustomEvent<string>) => this.navigation.go({ oblast: detail || undefined })}
        @filters-cleared=${() => this.navigation.go({ kinds: [], oblast: undefined })}
        @language-chosen=${({ detail }: CustomEvent<Language>) => this.chooseLanguage(detail)}
        @theme-chosen=${({ detail }: CustomEvent<Theme>) => this.navigation.adjust({ theme: detail })}
        @view-chosen=${({ detail }: CustomEvent<ViewState['view']>) => this.chooseView(detail)}
        @order-chosen=${({ detail }: CustomEvent<Order>) => this.show({ order: detail })}
      >
        ${this.renderMap()}
        <bottom-sheet .height=${this.sheet}>
          <terrikon-header slot="head" .view=${this.view} .oblasts=${this.oblasts.value ?? []}></terrikon-header>
          ${this.renderProblem()} ${this.view.selected ? this.renderPanel() : this.renderOverview()}
        </bottom-sheet>
        <loading-bar ?hidden=${!this.busy}></loading-bar>
      </main>
    `;
  }

  private get busy(): boolean {
    return this.mapBusy || [this.hotspots, this.selected].some((task) => task.status === TaskStatus.PENDING);
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
        .selected=${this.selectedHotspot}
        .found=${this.found}
        .camera=${this.camera}
        .padding=${this.padding}
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
        .hotspot=${this.selectedHotspot}
        .release=${this.release.value ?? ''}
        @panel-closed=${this.close}
        @hotspot-shown=${() => this.selectedHotspot && this.map.show(this.selectedHotspot)}
      ></hotspot-panel>
    `;
  }

  private renderOverview() {
    return html`
      <hotspot-overview
        .view=${this.view}
        .hotspots=${this.hotspots.value}
        .order=${this.order}
        .release=${this.release.value ?? ''}
        @hotspot-picked=${({ detail }: CustomEvent<{ id: string }>) => this.pick(detail.id, 'list')}
      ></hotspot-overview>
    `;
  }

  private renderProblem() {
    const failed = [this.selected, this.hotspots].find((task) => task.status === TaskStatus.ERROR);
    if (failed) return html`<problem-note .problem=${failed.error} @retry=${() => failed.run()}></problem-note>`;
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
      }
    `,
  ];
}
