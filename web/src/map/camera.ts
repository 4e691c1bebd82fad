import type { Map as MapLibreMap, PaddingOptions } from 'maplibre-gl';
import type { Camera } from '../model/view-state';
import type { Bounds } from './bounds';

/** Room between what is shown and the edge of the free part of the map, pixels. */
const MARGIN = 24;
export const GLIDE_MS = 250;

export function cameraOf(map: MapLibreMap): Camera {
  const { lat, lng } = map.getCenter();
  return { zoom: map.getZoom(), lat, lon: lng };
}

/** Glides to a camera, if the map is not there already. */
export function glideTo(map: MapLibreMap, { lat, lon, zoom }: Camera): void {
  const now = cameraOf(map);
  const same = Math.abs(now.zoom - zoom) < 0.01 && Math.abs(now.lat - lat) < 1e-4 && Math.abs(now.lon - lon) < 1e-4;
  if (!same) map.easeTo({ center: [lon, lat], zoom, duration: GLIDE_MS });
}

export function fitInto(map: MapLibreMap, bounds: Bounds, animate = true, margin = MARGIN): void {
  map.fitBounds(bounds, { padding: margin, maxZoom: 13, animate, linear: true, duration: GLIDE_MS });
}

/** Brings a point out from under the panel, if it is there. */
export function revealPoint(map: MapLibreMap, point: readonly [number, number]): void {
  const { x, y } = map.project([...point]);
  const { left = 0, right = 0, top = 0, bottom = 0 } = map.getPadding();
  const { clientWidth, clientHeight } = map.getContainer();
  const seen = x > left && x < clientWidth - right && y > top && y < clientHeight - bottom;
  if (!seen) map.easeTo({ center: [...point], duration: GLIDE_MS });
}

/** Takes note of what the panel covers without moving what is seen: the centre is that of the free part. */
export function keepClearOf(map: MapLibreMap, padding: Required<PaddingOptions>): void {
  const { left, right, top, bottom } = padding;
  const { clientWidth, clientHeight } = map.getContainer();
  const centre = map.unproject([(clientWidth + left - right) / 2, (clientHeight + top - bottom) / 2]);
  map.jumpTo({ center: centre, padding });
}

/** What is smaller than that on the screen can't be read as a circle, pixels. */
const SMALLEST = 120;

/** Fits a box into the free part of the map, unless it is seen whole there and large enough. */
export function keepInView(map: MapLibreMap, bounds: Bounds): void {
  const [west, south, east, north] = bounds;
  const upper = map.project([west, north]);
  const lower = map.project([east, south]);
  const { left = 0, right = 0, top = 0, bottom = 0 } = map.getPadding();
  const { clientWidth, clientHeight } = map.getContainer();
  const inside = upper.x > left && lower.x < clientWidth - right && upper.y > top && lower.y < clientHeight - bottom;
  if (!inside || lower.x - upper.x < SMALLEST) fitInto(map, bounds);
}
