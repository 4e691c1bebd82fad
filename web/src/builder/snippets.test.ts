import { expect, test } from 'vitest';
import { readOptions, type Written } from '../embed/options';
import { elementSnippet, framePath, frameSnippet, pictureAddress } from './snippets';

const ORIGIN = 'https://map.example';

test('snippets say what differs from the defaults, and nothing else', () => {
  const written = {
    oblast: 'KZ-35',
    kind: 'tailings,dump',
    lang: 'ru',
    theme: 'auto',
    load: 'interaction',
    release: 'latest',
  };
  expect(framePath(written)).toBe('/embed?oblast=KZ-35&kind=tailings,dump&lang=ru');
  expect(elementSnippet(ORIGIN, written, 480, 'Map', `${ORIGIN}/?lang=ru`)).toBe(
    '<script type="module" src="https://map.example/terrikon.js"></script>\n' +
      '<terrikon-map oblast="KZ-35" kind="tailings,dump" lang="ru" height="480" style="display:block;min-height:480px"><a href="https://map.example/?lang=ru">Map</a></terrikon-map>',
  );
});

test('what a reader wrote can’t leave its attribute', () => {
  const snippet = frameSnippet(ORIGIN, { hotspot: '"><script>' }, 300, '<b> & "c"');
  expect(snippet).toContain('src="https://map.example/embed?hotspot=%22%3E%3Cscript%3E"');
  expect(snippet).toContain('title="&lt;b> &amp; &quot;c&quot;"');
  expect(elementSnippet(ORIGIN, { hotspot: '"><script>' }, 300, 'x', '/')).toContain('hotspot="&quot;>&lt;script>"');
});

test('attributes are read, and those that can’t be are named', () => {
  const { options, wrong } = readOptions(
    {
      kind: 'lake,volcano',
      lang: 'de',
      bbox: '60,40,70,50',
      center: '70',
      zoom: '99',
      theme: 'dark',
      release: 'latest',
    },
    'kk',
  );
  expect(options).toMatchObject({
    kinds: ['lake'],
    lang: 'kk',
    bbox: [60, 40, 70, 50],
    theme: 'dark',
    load: 'interaction',
  });
  expect(options.release).toBeUndefined();
  expect(wrong.sort()).toEqual(['center', 'kind', 'lang', 'zoom']);
});

test('a picture shows what the map shows', () => {
  const picture = (written: Written) => pictureAddress(ORIGIN, readOptions(written, 'ru').options);
  expect(picture({ oblast: 'KZ-35', kind: 'lake', lang: 'kk', date: '2021-06-30' })).toBe(
    'https://map.example/static/map.png?oblast=KZ-35&kind=lake&date=2021-06-30&size=1200x630&lang=kk&theme=light',
  );
  const box = new URL(picture({ center: '73,50', zoom: '9' })).searchParams.get('bbox')?.split(',').map(Number);
  expect(box).toEqual([72.1762, 49.7306, 73.8238, 50.2681].map((degrees) => expect.closeTo(degrees, 1)));
});
