import type { Geometry } from 'geojson';

type Position = readonly [lon: number, lat: number];

/** Mean radius of the Earth (IUGG), metres. */
const EARTH_RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Great-circle distance in metres (haversine): enough to sort a list, within 0.6 % of the geodesic. */
export function distanceBetween([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const half =
    Math.sin(((lat2 - lat1) * RADIANS) / 2) ** 2 +
    Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * Math.sin(((lon2 - lon1) * RADIANS) / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(half));
}

/** The ring of a disc of that radius in metres, closed, anticlockwise. */
export function discAround([lon, lat]: Position, radius: number, corners = 96): [number, number][] {
  const angle = radius / EARTH_RADIUS;
  const phi = lat * RADIANS;
  return Array.from({ length: corners + 1 }, (_, corner) => {
    const bearing = -(corner % corners) * ((2 * Math.PI) / corners);
    const sinLat = Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing);
    const turn = Math.atan2(
      Math.sin(bearing) * Math.sin(angle) * Math.cos(phi),
      Math.cos(angle) - Math.sin(phi) * sinLat,
    );
    return [lon + turn / RADIANS, Math.asin(sinLat) / RADIANS];
  });
}

/**
 * From a place to the nearest part of a shape, metres; 0 inside an area. The surroundings of the place are taken as a
 * plane, which is as exact as the sphere for all that is called near.
 */
export function distanceTo([lon, lat]: Position, shape: Geometry): number | undefined {
  const perLat = EARTH_RADIUS * RADIANS;
  const perLon = perLat * Math.cos(lat * RADIANS);
  const local = (position: readonly number[]): [number, number] => [
    ((position[0] ?? 0) - lon) * perLon,
    ((position[1] ?? 0) - lat) * perLat,
  ];
  const toLine = (line: readonly (readonly number[])[]) => {
    const points = line.map(local);
    const steps = points.slice(1).map((end, index) => toSegment(points[index] ?? end, end));
    return Math.min(...steps, ...points.slice(0, 1).map(([x, y]) => Math.hypot(x, y)));
  };
  const toArea = (rings: readonly (readonly (readonly number[])[])[]) =>
    rings.filter((ring) => surrounds(ring.map(local))).length % 2 === 1 ? 0 : Math.min(...rings.map(toLine));
  const distances = partsOf(shape).map((part) => {
    if (part.type === 'Point') return Math.hypot(...local(part.coordinates));
    return part.type === 'LineString' ? toLine(part.coordinates) : toArea(part.coordinates);
  });
  return distances.length > 0 ? Math.min(...distances) : undefined;
}

type Part = Extract<Geometry, { type: 'Point' | 'LineString' | 'Polygon' }>;

function partsOf(shape: Geometry): Part[] {
  switch (shape.type) {
    case 'GeometryCollection':
      return shape.geometries.flatMap(partsOf);
    case 'MultiPoint':
      return shape.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    case 'MultiLineString':
      return shape.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon':
      return shape.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    default:
      return [shape];
  }
}

/** From the origin to a segment of a plane. */
function toSegment([x, y]: [number, number], [endX, endY]: [number, number]): number {
  const [wayX, wayY] = [endX - x, endY - y];
  const square = wayX ** 2 + wayY ** 2;
  const along = square > 0 ? Math.min(1, Math.max(0, -(x * wayX + y * wayY) / square)) : 0;
  return Math.hypot(x + along * wayX, y + along * wayY);
}

/** Whether a ring of a plane goes around the origin. */
function surrounds(ring: readonly [number, number][]): boolean {
  let inside = false;
  for (const [index, [x, y]] of ring.entries()) {
    const [beforeX, beforeY] = ring.at(index - 1) ?? [x, y];
    if (y > 0 !== beforeY > 0 && 0 < ((beforeX - x) * -y) / (beforeY - y) + x) inside = !inside;
  }
  return inside;
}
