import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Words } from '../i18n/words';
import { type Bounds, boundsOf, boundsOfPositions, HOME } from '../map/bounds';
import { fitInto } from '../map/camera';
import { createMap } from '../map/create';
import { listenForPicks } from '../map/picking';
import { SELECTION_SOURCE, selectionData } from '../map/selection';
import { composeStyle, fetchServedStyle } from '../map/style';
import { type Hotspot, positionOf } from '../model/hotspot';
import { inOurFonts, loadLabelFonts } from './faces';
import { type Options, TOWN_ZOOM } from './options';

/** Where the map goes: a place, a box, or both countries. */
export type Target = { center: readonly [lon: number, lat: number]; zoom?: number } | { bbox: Bounds } | 'home';

/** What a map tells of itself. */
interface Told {
  picked: (id: string) => void;
  failed: (problem: unknown) => void;
}

/** What keeps symbols on the edge of a box clear of the buttons and of the rim, pixels. */
const BESIDE_BUTTONS = 64;

/** How high the card of a hotspot is at most, pixels. */
const CARD = 130;

/** The part of an embedded map that moves: loaded with MapLibre once it is wanted. */
export class Interactive {
  private selected?: Hotspot | undefined;

  private constructor(
    readonly maplibre: MapLibreMap,
    told: Told,
  ) {
    maplibre.on('error', ({ error }) => told.failed(error));
    maplibre.on('styledata', () => this.mark());
    listenForPicks(maplibre, told.picked, () => false);
  }

  /** A map without a style yet. Page and map scroll apart: one finger or a bare wheel moves the page. */
  static async open(container: HTMLElement, options: Options, words: Words, told: Told): Promise<Interactive> {
    await loadLabelFonts(options.lang);
    const { center, zoom = TOWN_ZOOM } = options;
    const camera = center && { lon: center[0], lat: center[1], zoom };
    const map = await createMap(
      container,
      camera,
      { top: 0, right: 0, bottom: 0, left: 0 },
      {
        cooperativeGestures: true,
        locale: {
          'CooperativeGesturesHandler.WindowsHelpText': words.t('embed-scroll-ctrl'),
          'CooperativeGesturesHandler.MacHelpText': words.t('embed-scroll-command'),
          'CooperativeGesturesHandler.MobileHelpText': words.t('embed-scroll-fingers'),
        },
      },
    );
    const canvas = map.getCanvas();
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-label', words.t('map-label'));
    return new Interactive(map, told);
  }

  /** Draws what the options let through, in a theme. Resolves to the release that is drawn, once the map is complete. */
  async draw(options: Options, theme: 'light' | 'dark', signal: AbortSignal): Promise<string | undefined> {
    const { lang, release, statuses, kinds, oblast, date } = options;
    const style = await fetchServedStyle(lang, theme, signal, release);
    const composed = composeStyle(style, { kinds, oblast, statuses, date }, theme);
    // Diffing would keep the tiles of the former filter.
    this.maplibre.setStyle(inOurFonts(composed), { diff: false });
    await new Promise<void>((resolve) => this.maplibre.once('idle', () => resolve()));
    return (style.metadata as Record<string, string> | undefined)?.['terrikon:release'];
  }

  /** Marks a hotspot with the disc in which it lies, or none. */
  select(hotspot: Hotspot | undefined): void {
    this.selected = hotspot;
    this.mark();
  }

  private mark(): void {
    const source = this.maplibre.getSource<GeoJSONSource>(SELECTION_SOURCE);
    const data = selectionData(this.selected);
    if (source && JSON.stringify(source.serialize().data) !== JSON.stringify(data)) source.setData(data);
  }

  /** Shows a hotspot with its surroundings, clear of the card that lies over the lower edge. */
  show(hotspot: Hotspot, animate: boolean): void {
    const bounds = boundsOf(hotspot);
    if (!bounds) return;
    const card = Math.min(CARD, this.maplibre.getContainer().clientHeight / 2);
    this.maplibre.setPadding({ bottom: card });
    fitInto(this.maplibre, bounds, animate);
  }

  /** Shows all of them. */
  showAll(hotspots: readonly Hotspot[]): void {
    const bounds = boundsOfPositions(
      hotspots.flatMap((hotspot) => [positionOf(hotspot) ?? []].filter((at) => at.length)),
    );
    if (bounds) fitInto(this.maplibre, bounds, false, BESIDE_BUTTONS);
    else fitInto(this.maplibre, HOME, false);
  }

  go(target: Target): void {
    if (target === 'home') fitInto(this.maplibre, HOME);
    else if ('bbox' in target) fitInto(this.maplibre, target.bbox);
    else
      this.maplibre.flyTo({
        center: [...target.center],
        zoom: target.zoom ?? Math.max(TOWN_ZOOM, this.maplibre.getZoom()),
      });
  }

  zoom(by: 1 | -1): void {
    if (by > 0) this.maplibre.zoomIn();
    else this.maplibre.zoomOut();
  }

  close(): void {
    this.maplibre.remove();
  }
}
