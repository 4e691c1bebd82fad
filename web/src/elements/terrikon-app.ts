import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Course } from '../api/exposure';
import type { Found } from '../api/search';
import type { Language } from '../i18n/languages';
import { Spoken, speak, t } from '../i18n/messages';
import type { Bounds } from '../map/bounds';
import type { Hotspot, Kind } from '../model/hotspot';
import type { Order } from '../model/listing';
import { Media } from '../model/media';
import { Navigation } from '../model/navigation';
import { type Position, ROUNDED_OFF, roundedPosition } from '../model/near';
import { reachOf } from '../model/reach';
import type { Shade } from '../model/shading';
import { type Stop, stopsOfChanges, stopsOfYears, today } from '../model/timeline';
import { ViewData } from '../model/view-data';
import type { Camera, Theme, ViewState } from '../model/view-state';
import { WrittenPage } from '../model/written-page';
import { controls } from '../styles/controls';
import { layout } from '../styles/layout';
import { type BottomSheet, coveredBySheet, type SheetHeight } from './bottom-sheet';
import './loading-bar';
import './problem-note';
import './side-panel';
import type { SidePanel } from './side-panel';
import './terrikon-header';
import './map-view';
import type { MapView } from './map-view';
import type { Printed } from './print-page';

/** About what the card on the map takes of a phone's. */
const CARD_PX = 130;

/** What lists its answers under itself. */
const NEED_THE_SHEET = ['search-box', 'near-me'];

/** What a lowered sheet hides. */
const UNDER_THE_SHEET = ['terrikon-header', 'side-panel', 'problem-note'];

/** The whole viewer: holds the state that the address says, hands it to its parts and acts on what they announce. */
@customElement('terrikon-app')
export class TerrikonApp extends LitElement {
  @state() private sheet: SheetHeight = 'half';
  @state() private order: Order = 'name';
  @state() private found?: readonly [number, number] | undefined;
  /** Where the reader is, if the browser said so: it leaves neither this page nor this visit. */
  @state() private own?: Position | undefined;
  /** The way down the river that a panel told of last; it is shown while that panel is open. */
  @state() private course?: Course | undefined;
  @state() private mapBusy = false;
  @state() private mapProblem: unknown;
  /** What goes on paper, while it does. */
  @state() private printed?: Printed | undefined;
  @state() private printing = false;
  /** Where the map is told to go; its own moves change the address only. */
  @state() private camera?: Camera | undefined;
  @query('map-view') private map!: MapView;
  @query('side-panel') private side!: SidePanel;
  @query('bottom-sheet') private sheetElement!: BottomSheet;

  private readonly navigation = new Navigation(this, (travelled) => this.arrive(travelled));
  private readonly data = new ViewData(
    this,
    () => this.view,
    (hotspot) => void this.opened(hotspot),
  );
  private readonly written = new WrittenPage(this);
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
    super.connectedCallback();
    window.addEventListener('beforeprint', this.takePicture);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('beforeprint', this.takePicture);
    super.disconnectedCallback();
  }

  private get view(): ViewState {
    return this.navigation.state;
  }

  private get theme(): 'light' | 'dark' {
    if (this.printing) return 'light';
    if (this.view.theme !== 'auto') return this.view.theme;
    return this.dark.matches ? 'dark' : 'light';
  }

  /** A hotspot that could not be fetched leaves the filters and the list in reach. */
  private get panelOpen(): boolean {
    if (this.view.pin) return true;
    return Boolean(this.view.selected && !(this.data.problem && !this.data.selected));
  }

  protected override willUpdate(): void {
    if (this.written.shown && !this.written.isHere) this.written.put();
    document.documentElement.lang = this.view.lang;
    document.documentElement.dataset.theme = this.theme;
    const name = this.view.pin ? t('pin-here') : this.data.selected?.properties.name;
    document.title = name ? `${name} · ${t('app-title')}` : `${t('app-title')} · ${t('app-subtitle')}`;
  }

  protected override firstUpdated(): void {
    if (this.view.pin && !this.view.camera) void this.map.showReach();
  }

  private async opened(hotspot: Hotspot): Promise<void> {
    if (this.written.shown && this.written.put()) this.cameFrom = 'list';
    this.requestUpdate();
    await this.updateComplete;
    if (this.flyToSelected) void this.map.show(hotspot);
    else void this.map.reveal(hotspot);
    this.flyToSelected = false;
    if (this.cameFrom) void this.side.focusContent();
  }

  /** The times that can be chosen: the years of what shades the map, else those between changes. */
  private get stops(): Stop[] {
    const years = this.data.shading?.years ?? [];
    if (years.length === 0) return stopsOfChanges(this.data.changes, today());
    return stopsOfYears(
      years.map(({ year }) => year),
      today(),
    );
  }

  private arrive({ lang, camera, selected, pin }: ViewState): void {
    void speak(lang);
    this.camera = camera;
    this.flyToSelected = Boolean(selected && !camera);
    if (pin && !camera) void this.map.showReach();
  }

  private pick(id: string, from: 'map' | 'list'): void {
    this.cameFrom = from;
    this.flyToSelected = from === 'list';
    this.sheet = 'half';
    const open = this.data.selected;
    if (open && id === this.view.selected) void this.opened(open);
    else this.navigation.go({ selected: id, pin: undefined });
    this.sheetElement.scrollToTop();
  }

  private async close(): Promise<void> {
    if (!this.view.selected && !this.view.pin) return;
    this.navigation.go({ selected: undefined, pin: undefined });
    await this.updateComplete;
    if (this.cameFrom === 'map') this.map.focusCanvas();
    else void this.side.focusContent();
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
    this.navigation.go({ selected: undefined, pin: undefined, view: 'list' });
    this.sheet = 'half';
    void this.map.visit(bounds, place);
  }

  /** What is near the reader: only a rounded place goes into the address and to the server. */
  private async lookAroundReader(place: Position): Promise<void> {
    this.own = place;
    this.found = place;
    this.sheet = 'half';
    this.cameFrom = 'list';
    this.navigation.go({ pin: roundedPosition(place), pinOff: ROUNDED_OFF, selected: undefined });
    this.sheetElement.scrollToTop();
    await this.updateComplete;
    void this.side.focusContent();
    void this.map.showReach();
  }

  private readonly takePicture = (): void => {
    this.printed = this.map.printed;
  };

  /** Prints on light ground, whatever the screen has. */
  private async print(): Promise<void> {
    this.printing = true;
    await Promise.all([import('./print-page'), this.map.drawn()]);
    window.print();
    this.printing = false;
  }

  private settleRadius(): void {
    this.navigation.adjust({});
    void this.map.showReach();
  }

  /** The first pin is a step that the back button undoes; moving it is none. */
  private async dropPin(pin: readonly [number, number]): Promise<void> {
    this.own = undefined;
    if (this.view.pin) this.navigation.adjust({ pin, pinOff: 0 });
    else {
      this.navigation.go({ pin, pinOff: 0, selected: undefined });
      if (this.sheet !== 'half') this.sheet = 'half';
      this.cameFrom = 'map';
      this.sheetElement.scrollToTop();
      await this.updateComplete;
      void this.side.focusContent();
    }
    void this.map.showReach();
  }

  private async chooseLanguage(lang: Language): Promise<void> {
    await speak(lang);
    this.navigation.adjust({ lang });
  }

  private chooseView(view: ViewState['view']): void {
    this.navigation.go({ view, selected: undefined, pin: undefined });
    if (this.sheet === 'peek') this.sheet = 'half';
  }

  private async skipToList(event: Event): Promise<void> {
    event.preventDefault();
    this.navigation.go({ view: 'list', selected: undefined, pin: undefined });
    this.sheet = 'full';
    await this.updateComplete;
    await this.side.focusContent();
  }

  /** On a phone, what gets the keyboard must be seen; typing takes half of the screen, and results need the rest. */
  private focused(event: FocusEvent): void {
    if (this.wide.matches) return;
    const within = event.composedPath().map((target) => (target as HTMLElement).localName);
    if (within.some((name) => NEED_THE_SHEET.includes(name))) this.sheet = 'full';
    else if (this.sheet === 'peek' && within.some((name) => UNDER_THE_SHEET.includes(name))) this.sheet = 'half';
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented) void this.close();
  }

  override render() {
    return html`
      <main
        @keydown=${this.keyed}
        @focusin=${this.focused}
        @height-chosen=${({ detail }: CustomEvent<SheetHeight>) => this.show({ sheet: detail })}
        @reader-located=${({ detail }: CustomEvent<[number, number]>) => this.lookAroundReader(detail)}
        @place-surveyed=${({ detail }: CustomEvent<[number, number]>) => this.dropPin(detail)}
        @pin-wanted=${() => this.map.askForPlace()}
        @shade-chosen=${({ detail }: CustomEvent<Shade | null>) => this.navigation.go({ shade: detail ?? undefined })}
        @date-chosen=${({ detail }: CustomEvent<string | null>) => this.navigation.adjust({ date: detail ?? undefined })}
        @place-chosen=${({ detail }: CustomEvent<Found>) => this.goTo(detail)}
        @kinds-chosen=${({ detail }: CustomEvent<Kind[]>) => this.navigation.go({ kinds: detail })}
        @oblast-chosen=${({ detail }: CustomEvent<string>) => this.navigation.go({ oblast: detail || undefined })}
        @filters-cleared=${() => this.navigation.go({ kinds: [], oblast: undefined })}
        @language-chosen=${({ detail }: CustomEvent<Language>) => this.chooseLanguage(detail)}
        @theme-chosen=${({ detail }: CustomEvent<Theme>) => this.navigation.adjust({ theme: detail })}
        @view-chosen=${({ detail }: CustomEvent<ViewState['view']>) => this.chooseView(detail)}
        @order-chosen=${({ detail }: CustomEvent<Order>) => this.show({ order: detail })}
      >
        <a class="skip" href="#list" @click=${this.skipToList}>${t('skip-to-list')}</a>
        <h1 class="visually-hidden">${t('app-title')} · ${t('app-subtitle')}</h1>
        ${this.renderMap()} ${this.printed ? this.renderPrinted() : nothing}
        <bottom-sheet .height=${this.sheet}>
          <terrikon-header slot="head" .view=${this.view} .panelOpen=${this.panelOpen} .oblasts=${this.data.oblasts}></terrikon-header>
          ${this.renderProblem()} ${this.written.shown ? html`<slot></slot>` : this.renderSide()}
        </bottom-sheet>
        <loading-bar ?hidden=${!this.mapBusy && !this.data.pending}></loading-bar>
      </main>
      ${this.written.shown ? nothing : html`<slot></slot>`}
    `;
  }

  private show(change: { sheet?: SheetHeight; order?: Order; course?: Course | undefined }): void {
    Object.assign(this, change);
  }

  /** What of the map is covered: by the panel, and on a phone by the card on its upper edge. */
  private get covered() {
    const sheet = coveredBySheet(this.sheet, this.wide.matches);
    const card = this.wide.matches || !(this.view.shade || this.view.date) ? 0 : CARD_PX;
    return { ...sheet, top: sheet.top + card };
  }

  /** Whether nothing is asked for but the map as it begins, or hotspots of some kinds. */
  private get plain(): boolean {
    const { camera, selected, pin, shade, date, oblast, view } = this.view;
    return view === 'map' && !(camera || selected || pin || shade || date || oblast);
  }

  private renderMap() {
    return html`
      <map-view
        class=${this.sheet}
        .language=${this.view.lang}
        .theme=${this.theme}
        .kinds=${this.view.kinds}
        .oblast=${this.view.oblast}
        .date=${this.data.day}
        .asked=${this.view.date}
        ?shaded=${Boolean(this.view.shade)}
        .shading=${this.data.shading}
        .stops=${this.stops}
        .names=${(id: string) => this.data.hotspots?.find((hotspot) => String(hotspot.id) === id)?.properties.name}
        .selected=${this.data.selected}
        .found=${this.found}
        .pin=${this.view.pin}
        .reach=${reachOf(this.view, this.data.selected)}
        .camera=${this.camera}
        ?plain=${this.plain}
        .padding=${this.covered}
        @hotspot-picked=${({ detail }: CustomEvent<{ id: string }>) => this.pick(detail.id, 'map')}
        .course=${this.course?.hotspot === this.view.selected ? this.course : undefined}
        @pin-placed=${({ detail }: CustomEvent<[number, number]>) => this.dropPin(detail)}
        @camera-moved=${({ detail }: CustomEvent<Camera>) => this.navigation.adjust({ camera: detail })}
        @print-asked=${this.print}
        @map-busy=${({ detail }: CustomEvent<boolean>) => {
          this.mapBusy = detail;
          // A print that the browser begins does not wait for scripts.
          if (!detail) void import('./print-page');
        }}
        @map-problem=${({ detail }: CustomEvent<unknown>) => {
          this.mapProblem = detail;
        }}
      ></map-view>
    `;
  }

  private renderPrinted() {
    return html`
      <print-page
        .printed=${this.printed}
        .hotspots=${this.data.hotspots ?? []}
        .shading=${this.data.shading}
        .release=${this.data.release}
        .date=${this.view.date}
      ></print-page>
    `;
  }

  private renderSide() {
    return html`
      <side-panel
        .view=${this.view}
        .open=${this.panelOpen}
        .hotspots=${this.data.hotspots}
        .selected=${this.data.selected}
        .order=${this.order}
        .found=${this.found}
        .release=${this.data.release}
        .shading=${this.data.shading}
        .stops=${this.stops}
        .own=${this.own}
        @panel-closed=${this.close}
        @hotspot-picked=${({ detail }: CustomEvent<{ id: string }>) => this.pick(detail.id, 'list')}
        @hotspot-shown=${() => this.data.selected && this.map.show(this.data.selected)}
        @radius-chosen=${({ detail }: CustomEvent<number>) => this.navigation.preview({ radius: detail })}
        @radius-settled=${this.settleRadius}
        @course-shown=${() => this.map.showCourse()}
        @course-told=${({ detail }: CustomEvent<Course | undefined>) => this.show({ course: detail })}
      ></side-panel>
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

  static override styles = [controls, layout];
}
