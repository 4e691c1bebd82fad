import { expect, test } from 'vitest';
import { groupClaims, isAboutPeople, yearOf } from './claims';
import type { Claim } from './hotspot';

const mass = (value: number, year: string): Claim => ({ property: 'mass', value, unit: 'Mt', year });

test('claims on one property form one group, newest first', () => {
  const groups = groupClaims([mass(105, '2005'), { property: 'area', value: 77 }, mass(400, 'c.2014')]);
  expect(groups.map((group) => group.property)).toEqual(['mass', 'area']);
  expect(groups[0]?.claims.map((claim) => claim.value)).toEqual([400, 105]);
});

test('a conflict is different values for the same year, unit and meaning', () => {
  expect(groupClaims([mass(105, '2005'), mass(400, '2014')])[0]?.values).toBe(1);
  expect(groupClaims([mass(105, '2005'), mass(360, '2005'), mass(400, '2005')])[0]?.values).toBe(3);
  expect(groupClaims([mass(105, '2005'), mass(105, '2005')])[0]?.values).toBe(1);
});

test('a claim without a year comes last', () => {
  expect(yearOf({ property: 'mass', value: 1 })).toBe(Number.NEGATIVE_INFINITY);
  expect(yearOf(mass(1, '2010-2013'))).toBe(2010);
});

test('claims about people are told from others', () => {
  expect(isAboutPeople('people_affected')).toBe(true);
  expect(isAboutPeople('area_m2')).toBe(false);
});
