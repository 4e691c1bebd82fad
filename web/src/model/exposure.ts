import type { Kind, Source } from './hotspot';

/** People within an area as the API computes them; null where there is no figure, which is not zero. */
export interface People {
  low: number | null;
  central: number | null;
  high: number | null;
  /** The bounds that hold wherever within the cells of the population data people live. */
  least?: number | null;
  most?: number | null;
}

/** What limits a figure, told in the reader's language. */
export interface Caveat {
  code: string;
  text: string;
}

export interface Settlement {
  id: string;
  name: string;
  name_lang?: string | null;
  /** Residents by a source of its own, never added to the figure. */
  population: number | null;
  population_year: number | string | null;
  population_source: string | null;
  position: [number, number];
  /** Metres from the place, or from the river. */
  distance_m: number;
  /** Kilometres down the river, where it was followed. */
  river_km?: number;
}

export interface NearHotspot {
  id: string;
  name: string;
  name_lang?: string | null;
  kind: Kind;
  distance_m: number;
  position_accuracy_m: number | null;
}

export interface OblastPart {
  /** Null where the part lies in none of the oblasts that we hold. */
  oblast: string | null;
  name: string | null;
  people: number | null;
}

/** What lies within one radius. */
export interface Ring {
  radius_m: number;
  people: People;
  by_oblast: OblastPart[];
  settlements: Settlement[];
  hotspots: NearHotspot[];
  caveats: Caveat[];
}

/** A source of population with the year that it counts. */
export interface Population {
  id: string;
  source: Source;
  year: number;
  caveats: Caveat[];
}

/** How near hotspots are, as EPA EJScreen scores it. */
export interface Proximity {
  score: number;
  within_5_km: number;
  /** Hotspots whose position is known too vaguely to count. */
  left_out: number;
  source: string;
  /** Path of the page that tells how it is computed. */
  method: string;
}

export interface Exposure {
  population: Population | null;
  /** Path of the page that tells how it is computed. */
  method: string;
  rings: Ring[];
  /** How far off a hotspot may be, metres. */
  position_accuracy_m?: number | null;
  caveats: Caveat[];
  proximity?: Proximity | null;
}

/** Those without which a figure would mislead: they stand open under it. */
const DECISIVE = [
  'position-accuracy',
  'no-population-data',
  'part-without-data',
  'smaller-than-cell',
  'towns-exceed',
  'sources-differ',
];

/** The caveats of a ring: what must be read with the figure, and what is good to know; each once. */
export function sortCaveats(
  { population, caveats }: Pick<Exposure, 'population' | 'caveats'>,
  ring: Pick<Ring, 'caveats'>,
): { decisive: Caveat[]; others: Caveat[] } {
  const all = [...ring.caveats, ...caveats, ...(population?.caveats ?? [])];
  const each = [...new Map(all.map((caveat) => [caveat.text, caveat])).values()];
  const decides = ({ code }: Caveat) => DECISIVE.includes(code);
  return { decisive: each.filter(decides), others: each.filter((caveat) => !decides(caveat)) };
}
