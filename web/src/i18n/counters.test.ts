import { expect, test } from 'vitest';
import { countedBy } from './counters';

test('who counted and when, as far as that is known', () => {
  expect(countedBy('worldpop-2020', '2020')).toBe('WorldPop, 2020');
  expect(countedBy('geonames', null)).toBe('GeoNames');
  expect(countedBy('census-kz', 2021)).toBe('census-kz, 2021');
  expect(countedBy(null, null)).toBe('');
});
