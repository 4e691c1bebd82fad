/** What an address says of the map itself; the rest (language, colours, what others append to links) says nothing of it. */
const OF_THE_MAP = ['z', 'lat', 'lon', 'view', 'kind', 'oblast', 'pin', 'radius', 'shade'];

/**
 * Whether a page is to be read as it came, with the map one press away: that of a hotspot on a screen that has no room for both,
 * where the address does not ask for the map. Who follows a link on a phone gets the text at once, and loads no map unasked.
 */
export function isReadFirst({ pathname, searchParams }: URL, wide: boolean): boolean {
  return !wide && /^\/hotspots\/[^/]+\/?$/.test(pathname) && !OF_THE_MAP.some((name) => searchParams.has(name));
}
