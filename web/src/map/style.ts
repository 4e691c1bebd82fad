import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl';
import { getJson, served } from '../api/client';
import { fetchHotspots, filterParameters, type HotspotFilter } from '../api/hotspots';
import { page } from '../model/page';
import { REACH_SOURCE, reachLayers } from './reach';
import { SELECTION_SOURCE, selectionLayers } from './selection';

/** The source of hotspot tiles in the server's style; the base map has another one. */
export const HOTSPOTS_SOURCE = 'hotspots';

/** The lowest layer of symbols: the selection lies right under it. */
const FIRST_SYMBOLS = 'hotspots-symbol';

const NOTHING: GeoJSONSourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };

/** The server's style for that language and theme: base map, symbols, clusters and labels. */
export function fetchServedStyle(
  lang: string,
  theme: string,
  signal?: AbortSignal,
  release?: string,
): Promise<StyleSpecification> {
  return getJson('/style.json', { lang, theme, release }, signal);
}

/** The same, with its tiles out of the archive that the page names, if it does. */
export async function fetchStyle(
  lang: string,
  theme: string,
  filter: HotspotFilter,
  signal?: AbortSignal,
): Promise<StyleSpecification> {
  const style = await fetchServedStyle(lang, theme, signal);
  if (!page.tiles) return style;
  const { fromArchive, withHotspots } = await import('./archive');
  const filtered = Object.keys(filterParameters(filter)).length > 0;
  const drawn = await fromArchive(style, page.tiles, filtered ? [HOTSPOTS_SOURCE] : []);
  // A server still draws what is filtered; without one the list tells which hotspots these are.
  if (!filtered || !page.alone) return drawn;
  return withHotspots(drawn, HOTSPOTS_SOURCE, await fetchHotspots(filter, lang, signal));
}

/** The style as the viewer shows it: only what the filter lets through, and room for the selection and its reach. */
export function composeStyle(
  style: StyleSpecification,
  filter: HotspotFilter,
  theme: 'light' | 'dark',
): StyleSpecification {
  // A circle stays round: what is left out of a shape is seen on one that is drawn large.
  const sources: StyleSpecification['sources'] = {
    [SELECTION_SOURCE]: NOTHING,
    [REACH_SOURCE]: { ...NOTHING, tolerance: 0.05 },
  };
  for (const [id, source] of Object.entries(style.sources)) {
    sources[id] =
      source.type === 'vector' && source.tiles ? { ...source, tiles: tilesOf(id, source.tiles, filter) } : source;
  }
  const symbols = style.layers.findIndex((layer) => layer.id === FIRST_SYMBOLS);
  const below = symbols < 0 ? style.layers.length : symbols;
  const ours = [...reachLayers(theme), ...selectionLayers(theme)];
  const layers = [...style.layers.slice(0, below), ...ours, ...style.layers.slice(below)];
  const composed: StyleSpecification = { ...style, sources, layers };
  if (typeof style.sprite === 'string') composed.sprite = absolute(style.sprite);
  return composed;
}

/**
 * The tile addresses of a source: all show the asked day. Those of hotspots ask the server for the matching ones only: filtering in the
 * browser would leave the counts of clusters wrong, as they are made on the server.
 */
export function tilesOf(source: string, tiles: readonly string[], filter: HotspotFilter): string[] {
  const own = source === HOTSPOTS_SOURCE ? filter : { kinds: [], date: filter.date };
  return tiles.map((template) => absolute(filtered(template, own)));
}

function filtered(template: string, filter: HotspotFilter): string {
  const [path = '', query = ''] = template.split('?');
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(filterParameters(filter))) parameters.set(name, value);
  const written = parameters.toString().replaceAll('%2C', ',');
  return written ? `${path}?${written}` : path;
}

/** MapLibre's workers have no page to be relative to. */
function absolute(address: string): string {
  return address.startsWith('/') ? new URL(served(address), location.origin).href : address;
}

/** A piece of a text: plain, or a link. */
export interface Piece {
  text: string;
  href?: string | undefined;
}

/** The data sources that the style names, each once, as text and links: no other HTML of theirs reaches the page. */
export function attributionOf(style: StyleSpecification): Piece[][] {
  const named = Object.values(style.sources).map((source) => ('attribution' in source && source.attribution) || '');
  return [...new Set(named.filter(Boolean))].map(piecesOf);
}

/** The text and the links of a piece of HTML. */
export function piecesOf(html: string): Piece[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => {
    const href = node instanceof HTMLAnchorElement && /^https?:$/.test(node.protocol) ? node.href : undefined;
    return { text: node.textContent ?? '', href };
  });
}
