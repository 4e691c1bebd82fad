import { formatYear } from './values';

interface Counter {
  /** A proper name, the same in every language. */
  name: string;
  /** The year that it counts, where its id stands for one. */
  year?: number;
}

const COUNTERS: Record<string, Counter> = {
  geonames: { name: 'GeoNames' },
  'natural-earth': { name: 'Natural Earth' },
  simplemaps: { name: 'SimpleMaps' },
  'worldpop-2020': { name: 'WorldPop', year: 2020 },
  'gpw-v4-2020': { name: 'GPW v4', year: 2020 },
};

/** Who counted, and when: "GeoNames" or "WorldPop, 2020"; empty where neither is known. */
export function countedBy(source: string | null | undefined, year?: number | string | null): string {
  const counter = COUNTERS[source ?? ''];
  const when = year || counter?.year;
  return [counter?.name ?? source, when && formatYear(when)].filter(Boolean).join(', ');
}
