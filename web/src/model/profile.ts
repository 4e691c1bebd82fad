import type { Caveat, People, Population } from './exposure';
import type { Kind, Source, Trust } from './hotspot';

/** An oblast while it had one shape. `valid_to` is the first day on which it no longer had it. */
export interface Area {
  id: string;
  code: string | null;
  name: string | null;
  name_lang: string | null;
  valid_from: string | null;
  valid_to: string | null;
}

/** Another shape that took part in a change of the division. */
export interface Part extends Area {
  date: string;
  /** Which part of the asked oblast lies in it, 0 to 1. */
  share_of_area: number;
  also_became?: Area[];
}

/** One figure of one source. */
export interface Figure {
  id: string;
  year: number | null;
  value: number | null;
  low: number | null;
  high: number | null;
  /** The value in the words of the source. */
  stated?: string | null;
  /** Which shape was counted; null where that is not said. */
  area: (Area & { same_as_asked: boolean }) | null;
  /** What is known of that shape. */
  area_note?: string | null;
  grade: 'A' | 'B' | 'C' | null;
  meaning: string | null;
  source: string | null;
  note: string | null;
}

/** All figures of one thing, by year and source. */
export interface Indicator {
  indicator: string;
  name: string;
  unit: string;
  unit_name: string;
  /** `oblast`, or whatever else it is a figure of. */
  about: string;
  subject: { id: string; name: string | null; name_lang: string | null };
  /** The years for which sources differ. */
  conflicts: number[];
  series: Figure[];
}

export interface CountedHotspot {
  id: string;
  name: string | null;
  name_lang: string | null;
  kind: Kind;
  status: string | null;
  trust: Trust;
  position_kind: string | null;
}

export interface ReachRing {
  radius_m: number;
  people_union: People;
  caveats: Caveat[];
}

export interface Project {
  id: string;
  name: string | null;
  name_lang: string | null;
  kind: string | null;
  who: string | null;
  funder: string | null;
  budget: number | null;
  currency: string | null;
  begins: string | null;
  ends: string | null;
  outputs: string | null;
  source: string | null;
  grade: string | null;
  note: string | null;
}

export interface Measurement {
  id: string;
  hotspot: string | null;
  pollutant: string | null;
  medium: string | null;
  value: number | null;
  value_low: number | null;
  value_high: number | null;
  stated?: string | null;
  detection_limit: number | null;
  unit: string | null;
  sampled_from: string | null;
  sampled_to: string | null;
  limit_value: number | null;
  exceedance: number | null;
  meaning: string | null;
  source: string | null;
  grade: string | null;
}

export interface Reserve {
  id: string;
  name: string | null;
  name_lang: string | null;
  subkind: string | null;
  area_ha: number | null;
  area_source: string | null;
}

export interface FullSource extends Source {
  licence?: string;
}

export interface Profile {
  release: string;
  oblast: Area & {
    code: string;
    country: string;
    area_m2: number | null;
    predecessors: Part[];
    successors: Part[];
  };
  date: string;
  hotspots: {
    total: number;
    by_kind: Record<string, number>;
    by_status: Record<string, number>;
    by_trust: Record<string, number>;
    list: CountedHotspot[];
  };
  exposure: {
    population: Population | null;
    method: string;
    rings: ReachRing[];
    caveats: Caveat[];
  };
  indicators: Indicator[];
  projects: Project[];
  measurements: Measurement[];
  protected_areas: Reserve[];
  sources: Record<string, FullSource>;
  caveats: Caveat[];
}

/** A series shorter than that is no curve. */
const FEWEST_YEARS = 3;

/** What a section draws, lists or keeps folded. */
export interface Sorted {
  /** The oblast's own, with enough years for a curve. */
  drawn: Indicator[];
  /** The oblast's own, with few. */
  listed: Indicator[];
  /** Of towns, waters and reserves in it. */
  others: Indicator[];
}

export function sortIndicators(indicators: readonly Indicator[]): Sorted {
  const own = indicators.filter(({ about }) => about === 'oblast');
  const long = (indicator: Indicator) => yearsOf(indicator).length >= FEWEST_YEARS;
  return {
    drawn: own.filter(long).toSorted((a, b) => rank(a) - rank(b) || b.series.length - a.series.length),
    listed: own.filter((indicator) => !long(indicator)),
    others: indicators.filter(({ about }) => about !== 'oblast'),
  };
}

/** The years that have a number, each once, in order. */
export function yearsOf({ series }: Indicator): number[] {
  const years = series.flatMap(({ year, value }) => (year !== null && value !== null ? [year] : []));
  return [...new Set(years)].toSorted((a, b) => a - b);
}

/** What most readers come for; the rest follows. */
const FIRST = ['emissions_stationary', 'population', 'recycling_rate', 'illegal_dumps_found'];

function rank({ indicator }: Indicator): number {
  const place = FIRST.indexOf(indicator);
  return place < 0 ? FIRST.length : place;
}

/** A figure that stands for an oblast: the newest of an indicator, by each source that has that year. */
export interface KeyFigure {
  indicator: Indicator;
  year: number;
  figures: Figure[];
}

/** The newest year of each indicator that most readers come for. */
export function keyFigures(indicators: readonly Indicator[]): KeyFigure[] {
  const own = indicators.filter((one) => one.about === 'oblast' && rank(one) < FIRST.length);
  return own
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((indicator) => {
      const year = yearsOf(indicator).at(-1);
      if (year === undefined) return [];
      const figures = indicator.series.filter((figure) => figure.year === year && figure.value !== null);
      return [{ indicator, year, figures }];
    });
}

/** What is told of one town, water or reserve. */
export interface OfSubject {
  subject: Indicator['subject'];
  indicators: Indicator[];
}

/** In the order of first mention. */
export function groupBySubject(indicators: readonly Indicator[]): OfSubject[] {
  const groups = new Map<string, OfSubject>();
  for (const indicator of indicators) {
    const key = `${indicator.about} ${indicator.subject.id}`;
    const group = groups.get(key);
    if (group) group.indicators.push(indicator);
    else groups.set(key, { subject: indicator.subject, indicators: [indicator] });
  }
  return [...groups.values()];
}
