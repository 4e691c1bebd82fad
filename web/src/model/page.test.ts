import { expect, test } from 'vitest';
import { readPage } from './page';
import { readAddress, writeAddress } from './view-state';

const at = (address: string, named?: string) => readPage(new URL(address), named);

test('a server draws where nobody names an archive', () => {
  expect(at('https://example.org/hotspots/a?lang=ru')).toEqual({ alone: false, path: '/hotspots/a' });
});

test('a page on a static host names its archive beside it, in whatever folder', () => {
  expect(at('https://example.org/maps/kz/?lang=ru', 'map.pmtiles')).toEqual({
    alone: true,
    path: '/maps/kz/',
    tiles: 'https://example.org/maps/kz/map.pmtiles',
  });
});

test('an address may ask for another archive of the same host, and of no other', () => {
  const page = at('https://example.org/map/?tiles=../old.pmtiles', 'map.pmtiles');
  expect(page.tiles).toBe('https://example.org/old.pmtiles');
  expect(page.asked).toBe('../old.pmtiles');
  for (const foreign of ['https://evil.example/a.pmtiles', '//evil.example/a.pmtiles', 'data:,a', 'https://['])
    expect(at(`https://example.org/map/?tiles=${encodeURIComponent(foreign)}`, 'map.pmtiles')).toEqual({
      alone: true,
      path: '/map/',
      tiles: 'https://example.org/map/map.pmtiles',
    });
});

test('a page that lies alone tells what is chosen in its query', () => {
  const state = { ...readAddress(new URL('https://example.org/'), 'ru'), selected: 'kz-temirtau-air' };
  const written = writeAddress(state, { alone: true, path: '/map/', asked: 'old.pmtiles' });
  expect(written).toBe('/map/?lang=ru&hotspot=kz-temirtau-air&tiles=old.pmtiles');
  expect(readAddress(new URL(written, 'https://example.org'), 'en').selected).toBe('kz-temirtau-air');
  expect(writeAddress(state, { alone: false, path: '/' })).toBe('/hotspots/kz-temirtau-air?lang=ru');
});
