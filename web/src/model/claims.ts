import type { Claim } from './hotspot';

/** All claims on one property, so that values that disagree stand side by side. */
export interface ClaimGroup {
  property: string;
  claims: Claim[];
  /** How many different values the sources give for the same year, unit and meaning; 1 where they agree. */
  values: number;
}

/** Properties that count people: shown first, and never mixed with computed exposure. */
const PEOPLE = /^(people|population|residents)/;

export function isAboutPeople(property: string): boolean {
  return PEOPLE.test(property);
}

/** Groups by property in the order of first mention; within a group the newest first. */
export function groupClaims(claims: readonly Claim[]): ClaimGroup[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const group = groups.get(claim.property);
    if (group) group.push(claim);
    else groups.set(claim.property, [claim]);
  }
  return [...groups].map(([property, group]) => ({
    property,
    claims: group.toSorted((a, b) => yearOf(b) - yearOf(a)),
    values: mostValuesOfOneQuestion(group),
  }));
}

/** The first four digits in a row of "c.2014", "2010-2013" or 2020; the dateless come last. */
export function yearOf(claim: Claim): number {
  return Number(/\d{4}/.exec(String(claim.year ?? ''))?.[0] ?? Number.NEGATIVE_INFINITY);
}

/** Values of different years, units or meanings answer different questions: they don't contradict each other. */
function mostValuesOfOneQuestion(claims: readonly Claim[]): number {
  const values = new Map<string, Set<string>>();
  for (const { year, unit, meaning, value } of claims) {
    const question = [year, unit, meaning].join('\u0000');
    values.set(question, (values.get(question) ?? new Set()).add(String(value)));
  }
  return Math.max(0, ...[...values.values()].map((set) => set.size));
}
