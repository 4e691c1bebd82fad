import { expect, test } from 'vitest';
import { countedBy } from './counters';
import { speak } from './messages';

test('who counted and when, as far as that is known', async () => {
  await speak('en');
  expect(countedBy('worldpop-2020', '2020')).toBe('WorldPop, 2020');
  expect(countedBy('worldpop-2020')).toBe('WorldPop, 2020');
  expect(countedBy('geonames', null)).toBe('GeoNames');
  expect(countedBy('simplemaps', 'c. 2020')).toBe('SimpleMaps, c. 2020');
  expect(countedBy('census-kz', 2021)).toBe('census-kz, 2021');
  expect(countedBy(null, null)).toBe('');
});
