import { addProtocol, type SourceSpecification, type StyleSpecification } from 'maplibre-gl';
import { PMTiles as Archive, type PMTiles, Protocol, TileType } from 'pmtiles';
import type { Hotspot } from '../model/hotspot';
import { positionOf } from '../model/hotspot';

/** How many tiles are kept for the sources that ask for the same one: each would fetch it for itself. */
const KEPT = 48;

const archives = new Map<string, PMTiles>();
let protocol: Protocol | undefined;

/** The archive at an address, which MapLibre reads from then on as `pmtiles://…`. */
function opened(url: string): PMTiles {
  protocol ??= started();
  const known = archives.get(url);
  if (known) return known;
  const archive = new Archive(url);
  archives.set(url, archive);
  protocol.add(archive);
  return archive;
}

function started(): Protocol {
  const protocol = new Protocol();
  const recent = new Map<string, Promise<{ data: Uint8Array }>>();
  addProtocol('pmtiles', async (request, abort) => {
    if (request.type === 'json') return protocol.tile(request, abort);
    let tile = recent.get(request.url);
    if (!tile) {
      // Others may wait for the same tile when one source has lost interest.
      tile = protocol.tile(request, new AbortController()) as Promise<{ data: Uint8Array }>;
      recent.set(request.url, tile);
      tile.catch(() => recent.delete(request.url));
      const [oldest] = recent.keys();
      if (recent.size > KEPT && oldest) recent.delete(oldest);
    }
    // MapLibre gives the bytes away to its workers, so each source gets its own.
    return { data: new Uint8Array((await tile).data).slice() };
  });
  return protocol;
}

/** The style with its tiles out of an archive; sources that are named in `but` stay what they are. */
export async function fromArchive(
  style: StyleSpecification,
  url: string,
  but: readonly string[] = [],
): Promise<StyleSpecification> {
  const { tileType } = await opened(url).getHeader();
  const sources: StyleSpecification['sources'] = {};
  for (const [id, source] of Object.entries(style.sources)) {
    if (source.type !== 'vector' || but.includes(id)) sources[id] = source;
    else {
      const drawn: SourceSpecification = { type: 'vector', url: `pmtiles://${url}` };
      if (source.attribution) drawn.attribution = source.attribution;
      if (tileType === TileType.Mlt) drawn.encoding = 'mlt';
      sources[id] = drawn;
    }
  }
  const sprite = typeof style.sprite === 'string' ? { sprite: new URL(style.sprite, location.href).href } : {};
  return { ...style, ...sprite, sources };
}

/**
 * The style with some hotspots instead of those of a source: an archive can't be asked for a few of its own, and clusters that were made of all of them
 * would count wrong.
 */
export function withHotspots(
  style: StyleSpecification,
  source: string,
  hotspots: readonly Hotspot[],
): StyleSpecification {
  const features = hotspots.flatMap((hotspot) => {
    const { id, kind, trust, name, name_lang, names = {} } = hotspot.properties;
    const coordinates = positionOf(hotspot);
    if (!coordinates) return [];
    const named = Object.entries({ [name_lang]: name, ...names }).map(([lang, name]) => [`name_${lang}`, name]);
    const properties = { id, kind, trust, ...Object.fromEntries(named) };
    return [{ type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates }, properties }];
  });
  const layers = style.layers.map((layer) => {
    if (!('source' in layer) || layer.source !== source) return layer;
    const { 'source-layer': _, ...rest } = layer as typeof layer & { 'source-layer'?: string };
    return rest as typeof layer;
  });
  const chosen: SourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features } };
  const replaced = style.sources[source];
  if (replaced && 'attribution' in replaced && replaced.attribution) chosen.attribution = replaced.attribution;
  return { ...style, layers, sources: { ...style.sources, [source]: chosen } };
}
