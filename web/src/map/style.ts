import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl';
import { getJson } from '../api/client';
import { filterParameters, type HotspotFilter } from '../api/hotspots';
import { SELECTION_SOURCE, selectionLayers } from './selection';

/** The source of hotspot tiles in the server's style; the base map has another one. */
export const HOTSPOTS_SOURCE = 'hotspots';

const NOTHING: GeoJSONSourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };

/** The server's style for that language and theme: base map, symbols, clusters and labels. */
export function fetchStyle(lang: string, theme: string, signal?: AbortSignal): Promise<StyleSpecification> {
  return getJson('/style.json', { lang, theme }, signal);
}

/** The style as the viewer shows it: only what the filter lets through, and room for the selection. */
export function composeStyle(style: StyleSpecification, filter: HotspotFilter, theme: string): StyleSpecification {
  const sources: StyleSpecification['sources'] = { ...style.sources, [SELECTION_SOURCE]: NOTHING };
  const hotspots = sources[HOTSPOTS_SOURCE];
  if (hotspots?.type === 'vector' && hotspots.tiles) {
    sources[HOTSPOTS_SOURCE] = { ...hotspots, tiles: filteredTiles(hotspots.tiles, filter) };
  }
  const firstSymbol = style.layers.findIndex((layer) => layer.id.startsWith('hotspots-'));
  const under = firstSymbol < 0 ? style.layers.length : firstSymbol;
  const layers = [...style.layers.slice(0, under), ...selectionLayers(theme), ...style.layers.slice(under)];
  return { ...style, sources, layers };
}

/**
 * Tile addresses that ask the server for the matching hotspots only. Filtering in the browser would leave
 * the counts of clusters wrong, as they are made on the server.
 */
export function filteredTiles(tiles: readonly string[], filter: HotspotFilter): string[] {
  return tiles.map((template) => {
    const [path = '', query = ''] = template.split('?');
    const parameters = new URLSearchParams(query);
    parameters.delete('kind');
    parameters.delete('oblast');
    for (const [name, value] of Object.entries(filterParameters(filter))) parameters.set(name, value);
    const written = parameters.toString().replaceAll('%2C', ',');
    const address = written ? `${path}?${written}` : path;
    return address.startsWith('/') ? location.origin + address : address;
  });
}

/** The data sources that the style names, each once, as plain text. */
export function attributionOf(style: StyleSpecification): string {
  const named = Object.values(style.sources).map((source) => ('attribution' in source && source.attribution) || '');
  const plain = named.map((text) => new DOMParser().parseFromString(text, 'text/html').body.textContent?.trim() ?? '');
  return [...new Set(plain.filter(Boolean))].join(' · ');
}
