/** Proper names of those who count people; the same in every language. */
const NAMES: Record<string, string> = {
  geonames: 'GeoNames',
  'natural-earth': 'Natural Earth',
  'worldpop-2020': 'WorldPop',
  'gpw-v4-2020': 'GPW v4',
};

/** Who counted, and when: "GeoNames" or "WorldPop, 2020"; empty where neither is known. */
export function countedBy(source: string | null | undefined, year: number | string | null | undefined): string {
  return [source && (NAMES[source] ?? source), year].filter(Boolean).join(', ');
}
