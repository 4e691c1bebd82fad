import type { MapGeoJSONFeature, Map as MapLibreMap, PointLike } from 'maplibre-gl';
import { GLIDE_MS } from './camera';

/** From the smallest target to the largest, so that a symbol inside a polygon stays reachable. */
const PICKABLE = [
  'hotspots-symbol',
  'hotspots-cluster',
  'hotspots-cluster-count',
  'hotspots-shape-line',
  'hotspots-shape-fill',
];

/** A finger is less exact than a mouse: that many pixels around it count. */
const FINGER = 10;

/**
 * Calls `pick` with the id of a clicked hotspot; a click on a cluster opens it by zooming in. While the map is
 * `engaged` otherwise, and on what lies over it, a click is for that.
 */
export function listenForPicks(map: MapLibreMap, pick: (id: string) => void, engaged: () => boolean): void {
  map.on('click', ({ point, originalEvent }) => {
    if (engaged() || originalEvent.target !== map.getCanvas()) return;
    const feature = featureNear(map, point.x, point.y);
    if (!feature) return;
    const { id, cluster } = feature.properties;
    if (cluster && feature.geometry.type === 'Point')
      openCluster(map, feature.geometry.coordinates, feature.properties);
    else if (id) pick(String(id));
  });
  map.on('mousemove', ({ point }) => {
    map.getCanvas().style.cursor = engaged() ? 'crosshair' : featureNear(map, point.x, point.y) ? 'pointer' : '';
  });
}

/** Where tiles don't say at which zoom a cluster falls apart, two levels deeper it mostly has. */
const DEEPER = 2;

/** Zooms to where a cluster falls apart. */
export function openCluster(
  map: MapLibreMap,
  [lon = 0, lat = 0]: readonly number[],
  { expansion_zoom: told }: { expansion_zoom?: unknown },
): void {
  const apart = Number(told);
  const now = map.getZoom();
  const zoom = apart > now ? apart : now + DEEPER;
  map.easeTo({ center: [lon, lat], zoom: Math.min(zoom, map.getMaxZoom()), duration: GLIDE_MS });
}

function featureNear(map: MapLibreMap, x: number, y: number): MapGeoJSONFeature | undefined {
  const layers = PICKABLE.filter((id) => map.getLayer(id));
  if (layers.length === 0) return undefined;
  const around: [PointLike, PointLike] = [
    [x - FINGER, y - FINGER],
    [x + FINGER, y + FINGER],
  ];
  const near = map.queryRenderedFeatures([x, y], { layers });
  const features = near.length > 0 ? near : map.queryRenderedFeatures(around, { layers });
  return features.toSorted((a, b) => PICKABLE.indexOf(a.layer.id) - PICKABLE.indexOf(b.layer.id))[0];
}
