import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Kind } from '../model/hotspot';

/** A symbol on the free part of the map: a hotspot, or several of them in a cluster. */
export type InView =
  | { id: string; kind: Kind; name: string; position: readonly [number, number] }
  | { count: number; position: readonly [number, number]; expansion_zoom?: unknown };

const LAYERS = ['hotspots-symbol', 'hotspots-cluster'];

/** Places nearer than that on the screen are one: neighbouring tiles both have what lies on their border. */
const SAME_PX = 4;

/** What hotspots are seen beside the panel, the nearest to the middle first, which is where a reader looks. */
export function hotspotsInView(map: MapLibreMap, lang: string): InView[] {
  const layers = LAYERS.filter((id) => map.getLayer(id));
  if (layers.length === 0) return [];
  const { left = 0, right = 0, top = 0, bottom = 0 } = map.getPadding();
  const { clientWidth, clientHeight } = map.getContainer();
  const [east, south] = [clientWidth - right, clientHeight - bottom];
  const middle = { x: (left + east) / 2, y: (top + south) / 2 };
  const seen: { key: string; x: number; y: number; away: number; of: InView }[] = [];
  const found = map.queryRenderedFeatures(
    [
      [left, top],
      [east, south],
    ],
    { layers },
  );
  for (const { geometry, properties } of found) {
    if (geometry.type !== 'Point') continue;
    const [lon = 0, lat = 0] = geometry.coordinates;
    const { x, y } = map.project([lon, lat]);
    if (x < left || x > east || y < top || y > south) continue;
    const { id, kind, cluster, count, expansion_zoom } = properties;
    const key = cluster ? `cluster of ${count}` : String(id);
    const again = seen.some(
      (other) => other.key === key && (!cluster || Math.hypot(other.x - x, other.y - y) < SAME_PX),
    );
    if (again) continue;
    const position = [lon, lat] as const;
    const name = String(properties[`name_${lang}`] ?? properties.name_ru ?? properties.name_en ?? '');
    const of = cluster ? { count: Number(count), position, expansion_zoom } : { id: String(id), kind, name, position };
    seen.push({ key, x, y, away: Math.hypot(x - middle.x, y - middle.y), of });
  }
  return seen.toSorted((a, b) => a.away - b.away).map(({ of }) => of);
}
