import { expect, test } from 'vitest';
import { groupClaims, isAboutPeople, yearOf } from './claims';
import type { Claim } from './hotspot';

const mass = (value: number, year: string, source = 'a'): Claim => ({
  property: 'mass',
  value,
  value_low: value,
  value_high: value,
  unit: 'Mt',
  year,
  source: { id: source, title: source },
});

test('claims on one property form one group, newest first', () => {
  const groups = groupClaims([mass(105, '2005'), { property: 'area', value: 77 }, mass(400, 'c.2014')]);
  expect(groups.map((group) => group.property)).toEqual(['mass', 'area']);
  expect(groups[0]?.questions.map(({ claims }) => claims[0]?.value)).toEqual([400, 105]);
});

test('a conflict is different numbers of different sources for the same year, unit and meaning', () => {
  const values = (...claims: Claim[]) => groupClaims(claims)[0]?.questions.map((question) => question.values);
  expect(values(mass(105, '2005', 'a'), mass(400, '2014', 'b'))).toEqual([1, 1]);
  expect(values(mass(105, '2005', 'a'), mass(360, '2005', 'b'), mass(400, '2005', 'c'))).toEqual([3]);
  expect(values(mass(105, '2005', 'a'), mass(105, '2005', 'b'))).toEqual([1]);
  expect(values(mass(105, '2005', 'a'), mass(360, '2005', 'a'))).toEqual([1]);
  const words = (value: string, id: string): Claim => ({ property: 'state', value, source: { id, title: id } });
  expect(values(words('closed', 'a'), words('closed in spring', 'b'))).toEqual([1]);
});

test('a claim without a year comes last', () => {
  expect(yearOf({ property: 'mass', value: 1 })).toBe(Number.NEGATIVE_INFINITY);
  expect(yearOf(mass(1, '2010-2013'))).toBe(2010);
});

test('claims about people are told from others', () => {
  expect(isAboutPeople('people_affected')).toBe(true);
  expect(isAboutPeople('area_m2')).toBe(false);
});
