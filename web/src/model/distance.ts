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
