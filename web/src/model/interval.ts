import type { People } from './exposure';

/**
 * What is known of a number of people, rounded for reading: two significant digits, the lower end rounded down and
 * the upper end up, so that the truth of the exact figures stays inside.
 */
export type Interval =
  /** There is no population data: that does not mean that nobody lives there. */
  | { known: 'nothing' }
  /** The place is known less exactly than the radius: there is no single figure, only an upper end. */
  | { known: 'upper'; high: number }
  | { known: 'range'; low: number; high: number; central: number };

/** The interval that readers see: the computed one, widened to what is certain whatever lies where within the cells. */
export function intervalOf({ low, central, high, least, most }: People): Interval {
  if (high === null) return { known: 'nothing' };
  const upper = roundUp(Math.max(high, most ?? high));
  if (central === null) return { known: 'upper', high: upper };
  const lower = Math.min(low ?? 0, least ?? low ?? 0);
  return { known: 'range', low: roundDown(lower), high: upper, central: roundNear(central) };
}

export function roundDown(people: number): number {
  return round(people, Math.floor);
}

export function roundUp(people: number): number {
  return round(people, Math.ceil);
}

export function roundNear(people: number): number {
  return round(people, Math.round);
}

/** To two significant digits, but never to parts of a person. */
function round(people: number, way: (value: number) => number): number {
  if (!(people > 0)) return 0;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(people)) - 1);
  return way(people / unit) * unit;
}

/** The end of a scale that holds a number: 1, 2 or 5 times a power of ten. */
export function scaleEnd(people: number): number {
  if (!(people > 1)) return 1;
  const power = 10 ** Math.floor(Math.log10(people));
  return ([1, 2, 5, 10].find((factor) => people <= factor * power) ?? 10) * power;
}
