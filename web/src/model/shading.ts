import type { Caveat, Population } from './exposure';
import type { Source } from './hotspot';

/** What oblasts can be shaded by, spelled as the API spells it, in the order of the choice. */
export const SHADES = ['exposure', 'hotspots', 'emissions_stationary'] as const;
export type Shade = (typeof SHADES)[number];

/** A figure as one source gives it. */
export interface ShadeFigure {
  id: string;
  value: number;
  /** Whether it is the one that the map shows. */
  shown: boolean;
  /** What is known of the area that it counts. */
  area_note: string | null;
  source: string | null;
}

/** An oblast with its figure, or why it has none. */
export interface ShadedOblast {
  code: string;
  name: string | null;
  name_lang: string | null;
  value: number | null;
  low: number | null;
  high: number | null;
  /** The bounds that hold wherever people live within the cells of the population data. */
  least?: number | null;
  most?: number | null;
  why: string | null;
  why_text: string | null;
  figures: ShadeFigure[];
}

/** One figure an oblast, of a day or a year, with the classes that shade a map. */
export interface Shading {
  release: string;
  indicator: string;
  name: string;
  unit: string;
  unit_name: string;
  date: string;
  /** The year of the figures; null where they are of the release as a whole. */
  year: number | null;
  /** The years that have figures, each with of how many oblasts. */
  years: { year: number; oblasts: number }[];
  radius_m: number | null;
  /** Path of the page that tells how it is computed. */
  method: string | null;
  population: Population | null;
  classes: { method: 'natural-breaks'; over: 'all-years' | 'shown'; limits: number[] };
  oblasts: ShadedOblast[];
  sources: Record<string, Source>;
  caveats: Caveat[];
}

/** The class of a figure, from 0: each holds what is at least the limit before it and below its own. */
export function classOf(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => limit <= value).length;
}

/** What a class holds: from the first, below the second; open where there is none. */
export interface ClassRange {
  from?: number;
  below?: number;
}

export function classRanges(limits: readonly number[]): ClassRange[] {
  const edges = [undefined, ...limits, undefined];
  return edges.slice(1).map((below, index) => {
    const from = edges[index];
    return { ...(from !== undefined && { from }), ...(below !== undefined && { below }) };
  });
}

/** Of all colours of a ramp those of so many classes: from end to end, evenly. */
export function coloursOf<T>(ramp: readonly T[], classes: number): T[] {
  const last = ramp.length - 1;
  return Array.from({ length: classes }, (_, index) => {
    const at = classes > 1 ? (index * last) / (classes - 1) : last / 2;
    return ramp[Math.round(at)] as T;
  });
}

/** Oblasts with a figure, the greatest first, and then those without, as the list of figures shows them. */
export function rankedOblasts(oblasts: readonly ShadedOblast[]): ShadedOblast[] {
  return oblasts.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1) || (a.name ?? '').localeCompare(b.name ?? ''));
}

/** The sources of the figures that are shown, each once. */
export function shownSources({ oblasts, sources }: Pick<Shading, 'oblasts' | 'sources'>): Source[] {
  const ids = oblasts.flatMap(({ figures }) =>
    figures.flatMap(({ shown, source }) => (shown && source ? [source] : [])),
  );
  return [...new Set(ids)].map((id) => sources[id] ?? { id, title: id });
}
