/** A place on the slider of time: a year of figures, or a time between two changes. */
export interface Stop {
  /** What the address says there; none is today. */
  date?: string;
  /** The year of the figures. */
  year?: number;
  /** The first day of the time, and the first day behind it. */
  since?: string;
  until?: string;
}

/** The day it is, in UTC as the server has it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

const DAY_MS = 86_400_000;

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

/** A stop a year that has figures: the division is that of its last day. */
export function stopsOfYears(years: readonly number[], today: string): Stop[] {
  return years.map((year) => {
    const end = `${year}-12-31`;
    return end < today ? { date: end, year } : { year };
  });
}

/** A stop for the time before the first change, and one from each change on; none where nothing ever changed. */
export function stopsOfChanges(changes: readonly string[], today: string): Stop[] {
  const past = changes.filter((day) => day <= today);
  const first = past[0];
  if (!first) return [];
  const since = past.map((day, index): Stop => {
    const until = past[index + 1];
    return until ? { date: day, since: day, until } : { since: day };
  });
  return [{ date: dayBefore(first), until: first }, ...since];
}

/** The stop that shows what a date shows; without a date the year that is told, else today. */
export function stopAt(stops: readonly Stop[], date: string | undefined, year: number | null | undefined): number {
  const last = stops.length - 1;
  if (stops.some((stop) => stop.year !== undefined)) {
    const wanted = date ? Number(date.slice(0, 4)) : (year ?? Number.POSITIVE_INFINITY);
    return Math.max(
      0,
      stops.findLastIndex((stop) => (stop.year ?? 0) <= wanted),
    );
  }
  return date
    ? Math.max(
        0,
        stops.findLastIndex((stop) => (stop.since ?? '') <= date),
      )
    : last;
}

/**
 * The day that stands for all days that look the same as one: with it no tile is fetched twice. None is today. Where
 * there were so many changes that only years are told, a day stands for itself.
 */
export function dayLike(date: string | undefined, changes: readonly string[], today: string): string | undefined {
  const first = changes[0];
  if (!date || !first || changes.every((day) => day.endsWith('-12-31'))) return date;
  const last = (until: string) => changes.findLast((day) => day <= until);
  const since = last(date);
  if (since === last(today)) return undefined;
  return since ?? dayBefore(first);
}
