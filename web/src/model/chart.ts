import type { Figure } from './profile';

/** The frame that a chart is drawn in, pixels. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Whether the asked borders were counted, others, or nobody says which. */
export type Borders = 'same' | 'other' | 'unknown';

/** A figure where it stands. */
export interface Mark {
  x: number;
  y: number;
  /** Pixels of the ends of its interval, where there is one. */
  low?: number;
  high?: number;
  /** Which source, by its place in `Chart.sources`. */
  source: number;
  borders: Borders;
  unverified: boolean;
  figure: Figure;
}

/** A line through figures of one source, one area and one meaning, of years one after another. */
export interface Line {
  points: [x: number, y: number][];
  source: number;
  borders: Borders;
}

/** Where the borders changed. */
export interface Break {
  x: number;
  /** The day of the change. */
  date: string;
}

export interface Tick {
  at: number;
  value: number;
}

export interface Chart {
  marks: Mark[];
  lines: Line[];
  breaks: Break[];
  years: Tick[];
  values: Tick[];
  /** Ids of sources, the one with the most figures first; empty text where none is named. */
  sources: string[];
}

interface Numbered extends Figure {
  year: number;
  value: number;
}

/** The least space that a label of a year needs, pixels. */
const YEAR_PX = 46;
const VALUE_PX = 34;

/** Where everything of a series stands in a frame; the values begin at zero, so that heights compare. */
export function drawChart(series: readonly Figure[], frame: Frame): Chart {
  const figures = series.filter((figure): figure is Numbered => figure.year !== null && figure.value !== null);
  const years = figures.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const top = Math.max(...figures.map(({ value, high }) => Math.max(value, high ?? value)));
  const bottom = Math.min(0, ...figures.map(({ value, low }) => Math.min(value, low ?? value)));
  if (figures.length === 0) return { marks: [], lines: [], breaks: [], years: [], values: [], sources: [] };
  const plot = { width: frame.width - frame.left - frame.right, height: frame.height - frame.top - frame.bottom };
  const step = niceStep((top - bottom) / Math.max(1, Math.floor(plot.height / VALUE_PX)));
  const [from, to] = [Math.floor(bottom / step) * step, Math.max(Math.ceil(top / step), 1) * step];
  const x = (year: number) =>
    frame.left + (first === last ? plot.width / 2 : ((year - first) / (last - first)) * plot.width);
  const y = (value: number) => frame.top + plot.height - ((value - from) / (to - from)) * plot.height;
  const sources = sourcesOf(figures);
  const marks = figures.map((figure): Mark => {
    const { low, high } = figure;
    return {
      x: x(figure.year),
      y: y(figure.value),
      ...(low !== null && high !== null && low < high && { low: y(low), high: y(high) }),
      source: sources.indexOf(figure.source ?? ''),
      borders: bordersOf(figure),
      unverified: figure.grade === 'C',
      figure,
    };
  });
  return {
    marks,
    lines: linesThrough(marks),
    breaks: breaksOf(figures, x),
    years: yearTicks(first, last, plot.width).map((value) => ({ at: x(value), value })),
    values: steps(from, to, step).map((value) => ({ at: y(value), value })),
    sources,
  };
}

function bordersOf({ area }: Figure): Borders {
  if (!area) return 'unknown';
  return area.same_as_asked ? 'same' : 'other';
}

function sourcesOf(figures: readonly Figure[]): string[] {
  const counts = new Map<string, number>();
  for (const { source } of figures) counts.set(source ?? '', (counts.get(source ?? '') ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([id]) => id);
}

/** Years that are missing are not bridged: nobody has said what lies between. */
function linesThrough(marks: readonly Mark[]): Line[] {
  const curves = new Map<string, Mark[]>();
  for (const mark of marks) {
    const { area, meaning, source } = mark.figure;
    const key = JSON.stringify([source, area?.id, meaning]);
    curves.set(key, [...(curves.get(key) ?? []), mark]);
  }
  return [...curves.values()].flatMap((curve) => {
    const lines: Line[] = [];
    let before: Mark | undefined;
    for (const mark of curve.toSorted((a, b) => (a.figure.year ?? 0) - (b.figure.year ?? 0))) {
      const follows = before && (mark.figure.year ?? 0) - (before.figure.year ?? 0) === 1;
      if (follows) lines.at(-1)?.points.push([mark.x, mark.y]);
      else lines.push({ points: [[mark.x, mark.y]], source: mark.source, borders: mark.borders });
      before = mark;
    }
    return lines.filter(({ points }) => points.length > 1);
  });
}

/** The borders changed on a day of that year: figures of the year itself are of the new ones, those of the year before of the old. */
function breaksOf(figures: readonly Numbered[], x: (year: number) => number): Break[] {
  const dates = new Set(figures.flatMap(({ area }) => area?.valid_from ?? []));
  const years = figures.map(({ year }) => year);
  return [...dates].flatMap((date) => {
    const year = Number(date.slice(0, 4));
    const crossed = years.some((other) => other < year) && years.some((other) => other >= year);
    return crossed ? [{ x: x(year - 0.5), date }] : [];
  });
}

/** The first and the last year, and between them as many as there is space for. */
function yearTicks(first: number, last: number, width: number): number[] {
  const most = Math.max(1, Math.floor(width / YEAR_PX));
  const step = [1, 2, 5, 10, 20, 50].find((years) => (last - first) / years <= most) ?? 100;
  const ticks = [];
  for (let year = last; year >= first; year -= step) ticks.unshift(year);
  return ticks;
}

/** 1, 2 or 5 times a power of ten, at least as large as what is asked for. */
export function niceStep(least: number): number {
  if (!(least > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5, 10].find((factor) => least <= factor * power * (1 + 1e-9)) ?? 10) * power;
}

function steps(from: number, to: number, step: number): number[] {
  const count = Math.round((to - from) / step);
  // By multiplication, so that ten tenths make one.
  return Array.from({ length: count + 1 }, (_, index) => Number((from + index * step).toPrecision(12)));
}
