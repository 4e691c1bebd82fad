import { expect, test } from 'vitest';
import type { Hotspot } from './hotspot';
import { listRows } from './listing';

function hotspot(name: string, oblast: string, position: [number, number]): Hotspot {
  return {
    type: 'Feature',
    id: name,
    geometry: { type: 'Point', coordinates: position },
    properties: {
      id: name,
      kind: 'tailings',
      name,
      name_lang: 'ru',
      country: 'KZ',
      oblast_name: oblast,
      position_kind: 'site',
      trust: 'sourced',
    },
  };
}

const hotspots = [
  hotspot('Яны-Курган', 'Абай', [80, 50]),
  hotspot('Ёлка', 'Жетісу', [78, 45]),
  hotspot('Ертис', 'Абай', [76, 52]),
];
const names = (rows: ReturnType<typeof listRows>) => rows.map((row) => row.hotspot.id);

test('by name as the language sorts, by oblast and then name', () => {
  expect(names(listRows(hotspots, 'name', 'ru'))).toEqual(['Ёлка', 'Ертис', 'Яны-Курган']);
  expect(names(listRows(hotspots, 'oblast', 'kk'))).toEqual(['Ертис', 'Яны-Курган', 'Ёлка']);
});

test('by distance from the centre, nearest first', () => {
  const rows = listRows(hotspots, 'distance', 'ru', [78.1, 45]);
  expect(names(rows)[0]).toBe('Ёлка');
  expect(rows[0]?.distance).toBeLessThan(10_000);
});
