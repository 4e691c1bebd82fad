import { expect, test } from 'vitest';
import { isReadFirst } from './entrance';

const read = (address: string, wide = false) => isReadFirst(new URL(address, 'https://map.example'), wide);

test('on a phone the page of a hotspot is read first', () => {
  expect(read('/hotspots/kz-temirtau-air')).toBe(true);
  expect(read('/hotspots/kz-temirtau-air/?lang=kk&theme=dark&fbclid=x')).toBe(true);
});

test('an address of the map, another page and a wide screen open the map', () => {
  expect(read('/hotspots/kz-temirtau-air?lang=ru&z=9&lat=50&lon=73')).toBe(false);
  expect(read('/hotspots/kz-temirtau-air?view=map')).toBe(false);
  expect(read('/?lang=ru')).toBe(false);
  expect(read('/hotspots/kz-temirtau-air', true)).toBe(false);
});
