import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification, VectorTileSource } from 'maplibre-gl';
import type { Course } from '../api/exposure';
import type { Language } from '../i18n/languages';
import { Spoken, t } from '../i18n/messages';
import { type Bounds, boundsOf, boundsOfPositions, HOME, joined } from '../map/bounds';
import { cameraOf, fitInto, GLIDE_MS, glideTo, keepClearOf, keepInView, revealPoint } from '../map/camera';
import { hotspotsInView, type InView } from '../map/in-view';
import { listenForPicks, openCluster } from '../map/picking';
import { pictureOf } from '../map/picture';
import type { Pin, Position } from '../map/pin';
import { boundsOfReach, chooseZones, drawReach, type Reach } from '../map/reach';
import { SELECTION_SOURCE, selectionData } from '../map/selection';
import { drawsSlowly, firstMove } from '../map/standing';
import { attributionOf, composeStyle, fetchStyle, type Piece, tilesOf } from '../map/style';
import { type Hotspot, type Kind, positionOf } from '../model/hotspot';
import { page } from '../model/page';
import type { Shading } from '../model/shading';
import type { Stop } from '../model/timeline';
import type { Camera } from '../model/view-state';
import { canvasRules } from '../styles/canvas';
import { controls } from '../styles/controls';
import { pinShape } from './icons';
import './map-contents';
import './map-controls';
import './pin-prompt';
import './standing-picture';

type Padding = Record<'top' | 'right' | 'bottom' | 'left', number>;

const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);

/**
 * The map: the server's style, the filter, the selected hotspot.
 *
 * Events: `hotspot-picked` {id}, `camera-moved` Camera, `map-busy` boolean, `map-problem` unknown,
 * `pin-placed` [lon, lat], `print-asked`.
 */
@customElement('map-view')
export class MapView extends LitElement {
  @property() language: Language = 'ru';
  @property() theme: 'light' | 'dark' = 'light';
  @property({ attribute: false, hasChanged: differs }) kinds: readonly Kind[] = [];
  @property() oblast?: string | undefined;
  /** The day that is shown; today where it is absent. */
  @property() date?: string | undefined;
  /** The day of the address, which looks the same. */
  @property() asked?: string | undefined;
  /** Whether oblasts are to be shaded; by what, once that is here. */
  @property({ type: Boolean }) shaded = false;
  @property({ attribute: false }) shading?: Shading | undefined;
  /** The times that can be chosen. */
  @property({ attribute: false }) stops: readonly Stop[] = [];
  /** Names of hotspots by id, where tiles don't carry them. */
  @property({ attribute: false }) names: (id: string) => string | undefined = () => undefined;
  @property({ attribute: false }) selected?: Hotspot | undefined;
  /** A place found by search, marked until the next one. */
  @property({ attribute: false }) found?: readonly [number, number] | undefined;
  /** The reader's own place. */
  @property({ attribute: false, hasChanged: differs }) pin?: Position | undefined;
  /** What people are counted in. */
  @property({ attribute: false, hasChanged: differs }) reach?: Reach | undefined;
  /** The way down a river. */
  @property({ attribute: false }) course?: Course | undefined;
  /** Where to start; later changes move the map there. */
  @property({ attribute: false }) camera?: Camera | undefined;
  /** The part of the map that the panel covers, in pixels. */
  @property({ attribute: false, hasChanged: differs }) padding: Padding = { top: 0, right: 0, bottom: 0, left: 0 };

  /** Whether a picture of both countries shows what is asked for: it stands for the map where that would be slow to draw. */
  @property({ type: Boolean }) plain = false;

  @state() private failed = false;
  /** Whether the map is still to come, until the reader moves. */
  @state() private standing = false;
  /** Whether a place for the pin is asked for, and by what. */
  @state() private placing?: 'pointer' | 'keyboard' | undefined;
  @state() private serverStyle?: StyleSpecification;
  /** What is seen beside the panel, for who does not see it. */
  @state() private inView: readonly InView[] = [];
  @query('#canvas') private canvas!: HTMLElement;

  private wake!: () => void;
  /** Resolves where a picture can't stand for the map. */
  private readonly woken = new Promise<void>((resolve) => {
    this.wake = resolve;
  });
  private map?: MapLibreMap;
  /** Whether shades were ever asked for: until then their script isn't. */
  private everShaded = false;
  private marker?: Pin;
  private started: Promise<void> = Promise.resolve();
  private styleRequest?: AbortController;
  private styled: Promise<void> = Promise.resolve();

  constructor() {
    super();
    new Spoken(this);
  }

  /** The map itself, for tests and for pages that embed it. */
  get maplibre(): MapLibreMap | undefined {
    return this.map;
  }

  protected override firstUpdated(): void {
    this.started = this.start().catch(() => {
      this.failed = true;
    });
  }

  private async start(): Promise<void> {
    this.standing = this.plain && !page.tiles && drawsSlowly();
    if (this.standing) await Promise.race([firstMove(), this.woken]);
    const [{ createMap }, { Pin, listenForPlaces }] = await Promise.all([
      import('../map/create'),
      import('../map/pin'),
    ]);
    const map = await createMap(this.canvas, this.camera, this.padding);
    this.map = map;
    map.on('moveend', () => this.announce('camera-moved', cameraOf(map)));
    map.on('dataloading', () => this.announce('map-busy', true));
    map.on('idle', () => {
      this.announce('map-busy', false);
      this.standing = false;
      this.tellContents();
    });
    map.on('error', ({ error }) => this.announce('map-problem', error));
    map.on('styledata', () => this.markSelection());
    map.on('style.load', () => {
      this.drawReach();
      void this.shade();
    });
    listenForPicks(
      map,
      (id) => this.announce('hotspot-picked', { id }),
      () => Boolean(this.placing),
    );
    listenForPlaces(
      map,
      () => Boolean(this.placing),
      (position) => this.placed(position),
    );
    this.marker = new Pin(
      map,
      pinShape,
      (position) => this.reach && drawReach(map, { ...this.reach, position }, this.course),
      (position) => this.placed(position),
    );
    this.showPin();
    this.announce('camera-moved', cameraOf(map));
    this.labelCanvas();
    void this.reload();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.map) return;
    this.labelCanvas();
    if (changed.has('padding')) keepClearOf(this.map, this.padding);
    if (changed.has('language') || changed.has('theme')) void this.reload();
    else if (changed.has('kinds') || changed.has('oblast') || changed.has('date')) this.applyFilter();
    if (changed.has('shading') || changed.has('shaded')) void this.shade();
    if (changed.has('selected') || changed.has('found')) this.markSelection();
    if (changed.has('selected') || changed.has('reach') || changed.has('course')) this.drawReach();
    if (changed.has('pin')) this.showPin();
    if (changed.has('camera') && this.camera) glideTo(this.map, this.camera);
  }

  /** Fetches the style anew: for another language or theme, or after a failure. */
  reload(): Promise<void> {
    this.styled = this.fetchStyle();
    return this.styled;
  }

  private async fetchStyle(): Promise<void> {
    this.styleRequest?.abort();
    this.styleRequest = new AbortController();
    const { signal } = this.styleRequest;
    try {
      const style = await fetchStyle(this.language, this.theme, this, signal);
      this.serverStyle = style;
      this.map?.setStyle(composeStyle(style, this, this.theme));
    } catch (problem) {
      if (!signal.aborted) this.announce('map-problem', problem);
    }
  }

  /** Asks for other tiles where the filter or the day makes others of them. */
  private applyFilter(): void {
    // In an archive nothing is filtered: another source takes its place.
    if (page.tiles) {
      void this.reload();
      return;
    }
    for (const [id, source] of Object.entries(this.serverStyle?.sources ?? {})) {
      if (source.type !== 'vector' || !source.tiles) continue;
      const shown = this.map?.getSource<VectorTileSource>(id);
      const tiles = tilesOf(id, source.tiles, this);
      if (shown && differs(shown.tiles, tiles)) shown.setTiles(tiles);
    }
  }

  private async shade(): Promise<void> {
    if (!this.shaded && !this.everShaded) return;
    this.everShaded = true;
    const { shadeOblasts } = await import('../map/shade');
    if (this.map) shadeOblasts(this.map, this.shaded ? this.shading : undefined, this.theme);
  }

  private tellContents(): void {
    const inView = this.map ? hotspotsInView(this.map, this.language) : [];
    if (differs(inView, this.inView)) this.inView = inView;
  }

  /** Whose data it is, and a picture of the free part of the map as it is now; for paper. */
  get printed(): { picture: HTMLCanvasElement; attribution: readonly (readonly Piece[])[] } | undefined {
    if (!this.map || !this.serverStyle) return undefined;
    return { picture: pictureOf(this.map), attribution: attributionOf(this.serverStyle) };
  }

  private markSelection(): void {
    const source = this.map?.getSource<GeoJSONSource>(SELECTION_SOURCE);
    const data = selectionData(this.selected, this.found);
    if (source && differs(source.serialize().data, data)) source.setData(data);
  }

  private showPin(): void {
    if (this.pin) this.marker?.place(this.pin);
    else this.marker?.remove();
  }

  /** Asks for a place for the pin, or no longer. */
  askForPlace(keyboard = false): void {
    this.placing = this.placing ? undefined : keyboard ? 'keyboard' : 'pointer';
    if (this.placing) this.focusCanvas();
  }

  private placed(position: Position): void {
    this.placing = undefined;
    this.announce('pin-placed', position);
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.placing) return;
    event.preventDefault();
    this.placing = undefined;
  }

  private drawReach(): void {
    if (!this.map) return;
    drawReach(this.map, this.reach, this.course);
    chooseZones(this.map, String(this.selected?.id ?? ''));
  }

  /** Makes room for what people are counted in, where it is not seen whole or is too small to be seen. */
  async showReach(): Promise<void> {
    await this.updateComplete;
    await this.started;
    const bounds = this.reach && boundsOfReach(this.reach);
    if (this.map && bounds) keepInView(this.map, bounds);
  }

  /** Shows the whole way down the river. */
  async showCourse(): Promise<void> {
    await this.updateComplete;
    const path = this.course?.features.find(({ properties }) => properties.role === 'path');
    const bounds = path?.geometry.type === 'LineString' && boundsOfPositions(path.geometry.coordinates);
    if (this.map && bounds) fitInto(this.map, bounds);
  }

  /** Flies to a hotspot: its shape, or the disc in which it lies, and what people are counted in. */
  async show(hotspot: Hotspot): Promise<void> {
    await this.updateComplete;
    await this.started;
    const bounds = joined(boundsOf(hotspot), this.reach && boundsOfReach(this.reach));
    if (this.map && bounds) fitInto(this.map, bounds);
  }

  /** Moves a hotspot out from under the panel, if it is there. */
  async reveal(hotspot: Hotspot): Promise<void> {
    await this.started;
    const position = positionOf(hotspot);
    if (this.map && position) revealPoint(this.map, position);
  }

  /** Flies to a box, or to a point with the surroundings of a town. */
  async visit(bounds: Bounds | undefined, [lon, lat]: readonly [number, number]): Promise<void> {
    await this.started;
    if (!this.map) return;
    if (bounds) fitInto(this.map, bounds);
    else this.map.easeTo({ center: [lon, lat], zoom: Math.max(9, this.map.getZoom()), duration: GLIDE_MS });
  }

  /** Resolves when all is drawn. */
  async drawn(): Promise<void> {
    await this.updateComplete;
    await this.started;
    // A style that is being fetched for another theme is not yet the map's.
    await this.styled;
    const { map } = this;
    if (map && !(map.loaded() && !map.isMoving())) await map.once('idle');
  }

  focusCanvas(): void {
    this.map?.getCanvas().focus();
  }

  private labelCanvas(): void {
    const canvas = this.map?.getCanvas();
    canvas?.setAttribute('aria-label', t('map-label'));
    canvas?.setAttribute('role', 'application');
    this.marker?.name(t('pin-label'));
  }

  private announce(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  override render() {
    if (this.failed) return html`<p role="status">${t('map-failed')}</p>`;
    return html`
      <div id="canvas" @keydown=${this.keyed}></div>
      ${this.standing ? this.renderStanding() : nothing}
      <map-contents
        .inView=${this.inView}
        .names=${this.names}
        @hotspot-picked=${({ detail }: CustomEvent<{ id: string }>) => this.announce('hotspot-picked', detail)}
        @cluster-picked=${({ detail }: CustomEvent<InView>) => this.map && openCluster(this.map, detail.position, 'count' in detail ? detail : {})}
      ></map-contents>
      ${this.renderCard()}
      ${this.placing ? html`<pin-prompt ?keyboard=${this.placing === 'keyboard'} @keydown=${this.keyed} @pin-refused=${() => this.askForPlace(false)}></pin-prompt>` : nothing}
      <map-controls
        ?placing=${this.placing}
        .attribution=${this.serverStyle ? attributionOf(this.serverStyle) : []}
        @zoom-asked=${({ detail }: CustomEvent<1 | -1>) => (detail > 0 ? this.map?.zoomIn() : this.map?.zoomOut())}
        @keydown=${this.keyed}
        @pin-asked=${({ detail }: CustomEvent<boolean>) => this.askForPlace(detail)}
        @print-asked=${() => this.announce('print-asked', undefined)}
        @home-asked=${() => this.map && fitInto(this.map, HOME)}
      ></map-controls>
    `;
  }

  private renderStanding() {
    const { top, right, bottom, left } = this.padding;
    const free = { left, top, width: this.clientWidth - left - right, height: this.clientHeight - top - bottom };
    return html`<standing-picture .language=${this.language} .theme=${this.theme} .kinds=${this.kinds} .free=${free} @picture-failed=${this.wake}></standing-picture>`;
  }

  private renderCard() {
    if ((!this.shaded && !this.asked) || this.placing) return nothing;
    void import('./map-card');
    return html`
      <map-card ?shaded=${this.shaded} .shading=${this.shaded ? this.shading : undefined} .stops=${this.stops} .date=${this.asked}></map-card>
    `;
  }

  static override styles = [
    canvasRules,
    controls,
    css`
      :host,
      #canvas {
        position: absolute;
        inset: 0;
      }
      :host {
        background: var(--ground);
      }
      p {
        position: absolute;
        inset: 0 0 50% var(--panel-width);
        display: grid;
        place-content: center;
        padding: 32px;
        text-align: center;
      }
      .maplibregl-canvas:focus-visible {
        outline: 3px solid var(--focus);
        outline-offset: -3px;
      }
      .pin {
        display: grid;
        place-items: end center;
        width: 44px;
        height: 44px;
        padding: 0;
        border: 0;
        border-radius: 10px;
        background: none;
        color: var(--map-ink);
        cursor: grab;
      }
      .pin svg {
        width: 34px;
        height: 42px;
        fill: var(--map-paper);
        stroke: var(--map-paper);
        stroke-width: 1.5;
      }
      @media (max-width: 767px) {
        p {
          left: 0;
        }
      }
    `,
  ];
}
