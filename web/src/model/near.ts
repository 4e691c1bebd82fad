import type { Geometry } from 'geojson';
import { distanceBetween, distanceTo } from './distance';
import type { NearHotspot } from './exposure';
import { type Hotspot, positionOf } from './hotspot';

export type Position = readonly [lon: number, lat: number];

/** Digits behind the point of a place that leaves the browser: about a kilometre, a part of a town. */
const DIGITS = 2;

/** How far off a rounded place is at most, metres: half the diagonal of a cell at the equator, where cells are largest. */
export const ROUNDED_OFF = 800;

/** The place as it may leave the browser: enough for a figure of people, too little for an address. */
export function roundedPosition([lon, lat]: Position): Position {
  return [Number(lon.toFixed(DIGITS)), Number(lat.toFixed(DIGITS))];
}

/** The radii of the rings that are answered at once, metres. */
export const RINGS = [1000, 3000, 5000, 10_000, 20_000] as const;

/** All hotspots by their distance from a place, the nearest first: computed here, so that nobody learns the place. */
export function hotspotsByDistance(hotspots: readonly Hotspot[], from: Position): NearHotspot[] {
  const near = hotspots.flatMap((hotspot): NearHotspot[] => {
    const distance = distanceOf(hotspot, from);
    if (distance === undefined) return [];
    const { name, name_lang, kind, position_accuracy_m = null } = hotspot.properties;
    return [{ id: String(hotspot.id), name, name_lang, kind, distance_m: distance, position_accuracy_m }];
  });
  return near.toSorted((a, b) => a.distance_m - b.distance_m || a.id.localeCompare(b.id));
}

/** To the shape itself where one is drawn: a river is as near as its nearest bank. */
function distanceOf(hotspot: Hotspot, from: Position): number | undefined {
  const shape: Geometry | null = hotspot.geometry;
  if (shape && shape.type !== 'Point') return distanceTo(from, shape);
  const position = positionOf(hotspot);
  return position && distanceBetween(from, position);
}

/** How many of the hotspots, sorted by distance, are within a radius. */
export function countWithin(near: readonly NearHotspot[], radius: number): number {
  const first = near.findIndex(({ distance_m }) => distance_m > radius);
  return first < 0 ? near.length : first;
}
