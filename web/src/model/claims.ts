import type { Claim } from './hotspot';

/** Claims that answer one question: of one year, unit and meaning. */
export interface Question {
  claims: Claim[];
  /** How many different numbers the sources give; 1 where they agree, or say it in words. */
  values: number;
}

/** All claims on one property. */
export interface ClaimGroup {
  property: string;
  questions: Question[];
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
    questions: questionsOf(group.toSorted((a, b) => yearOf(b) - yearOf(a))),
  }));
}

/** The first four digits in a row of "c.2014", "2010-2013" or 2020; the dateless come last. */
export function yearOf(claim: Claim): number {
  return Number(/\d{4}/.exec(String(claim.year ?? ''))?.[0] ?? Number.NEGATIVE_INFINITY);
}

/** Values of different years, units or meanings answer different questions: they don't contradict each other. */
function questionsOf(claims: readonly Claim[]): Question[] {
  const questions = new Map<string, Claim[]>();
  for (const claim of claims) {
    const question = [claim.year, claim.unit, claim.meaning].join('\u0000');
    questions.set(question, [...(questions.get(question) ?? []), claim]);
  }
  return [...questions.values()].map((same) => ({ claims: same, values: valuesOf(same) }));
}

/** Two wordings may both be true, and one source does not contradict itself. */
function valuesOf(claims: readonly Claim[]): number {
  const numbers = claims.filter(({ value_low: low, value_high: high }) => (low ?? high ?? null) !== null);
  const sources = new Set(numbers.map(({ source }) => source?.id));
  return Math.max(1, Math.min(new Set(numbers.map(({ value }) => String(value))).size, sources.size));
}
