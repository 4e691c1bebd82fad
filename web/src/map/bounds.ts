import { discAround } from '../model/distance';
import { type Hotspot, positionOf } from '../model/hotspot';

export type Bounds = [west: number, south: number, east: number, north: number];

/** Kazakhstan and Kyrgyzstan with a little margin. */
export const HOME: Bounds = [46.4, 39.1, 87.4, 55.5];

/** How far around a place of exactly known position the map shows, metres. */
const SURROUNDINGS = 4000;

/** The box to fly to: the whole shape, or the disc in which the place lies. */
export function boundsOf(hotspot: Hotspot): Bounds | undefined {
  const { geometry, properties } = hotspot;
  const position = positionOf(hotspot);
  if (geometry && geometry.type !== 'Point') return boundsOfPositions(positionsIn(geometry));
  if (!position) return undefined;
  return boundsOfPositions(discAround(position, Math.max(properties.position_accuracy_m ?? 0, SURROUNDINGS) * 2, 16));
}

export function boundsOfPositions(positions: Iterable<readonly number[]>): Bounds | undefined {
  let bounds: Bounds | undefined;
  for (const [lon = 0, lat = 0] of positions) {
    const [west, south, east, north] = bounds ?? [lon, lat, lon, lat];
    bounds = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
  }
  return bounds;
}

/** The box that holds both, or the one that there is. */
export function joined(a: Bounds | undefined, b: Bounds | undefined): Bounds | undefined {
  if (!a || !b) return a ?? b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function* positionsIn(geometry: Hotspot['geometry']): Generator<readonly number[]> {
  if (geometry.type === 'GeometryCollection') for (const inner of geometry.geometries) yield* positionsIn(inner);
  else yield* flatten(geometry.coordinates);
}

function* flatten(coordinates: readonly unknown[]): Generator<readonly number[]> {
  if (typeof coordinates[0] === 'number') yield coordinates as readonly number[];
  else for (const inner of coordinates) yield* flatten(inner as readonly unknown[]);
}
