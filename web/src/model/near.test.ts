import { expect, test } from 'vitest';
import { distanceBetween } from './distance';
import type { Hotspot } from './hotspot';
import { countWithin, hotspotsByDistance, ROUNDED_OFF, roundedPosition } from './near';

function hotspot(id: string, geometry: Hotspot['geometry']): Hotspot {
  const properties = { id, kind: 'dump', name: id, name_lang: 'en', position_accuracy_m: 100 };
  return { type: 'Feature', id, geometry, properties } as unknown as Hotspot;
}

const HOME = [73.1, 49.8] as const;

test('the nearest come first, and shapes are as near as their nearest part', () => {
  const near = hotspotsByDistance(
    [
      hotspot('far', { type: 'Point', coordinates: [75, 50] }),
      hotspot('near', { type: 'Point', coordinates: [73.11, 49.8] }),
      // Its ends are far away; it passes 0.05 degrees of latitude to the north.
      hotspot('river', {
        type: 'LineString',
        coordinates: [
          [70, 49.85],
          [76, 49.85],
        ],
      }),
      hotspot('around', {
        type: 'Polygon',
        coordinates: [
          [
            [73, 49.7],
            [73.2, 49.7],
            [73.2, 49.9],
            [73, 49.9],
            [73, 49.7],
          ],
        ],
      }),
    ],
    HOME,
  );
  expect(near.map(({ id }) => id)).toEqual(['around', 'near', 'river', 'far']);
  expect(near[0]?.distance_m).toBe(0);
  expect(near[1]?.distance_m).toBeCloseTo(distanceBetween(HOME, [73.11, 49.8]), 3);
  expect(near[2]?.distance_m).toBeGreaterThan(5000);
  expect(near[2]?.distance_m).toBeLessThan(6000);
  expect([500, 1000, 10_000, 1e6].map((radius) => countWithin(near, radius))).toEqual([1, 2, 3, 4]);
});

test('a hotspot without a place is near nothing', () => {
  const lost = hotspot('lost', null as unknown as Hotspot['geometry']);
  expect(hotspotsByDistance([lost], HOME)).toEqual([]);
});

test('a rounded place is off by no more than is said, anywhere', () => {
  for (let lat = -84; lat <= 84; lat += 3.37)
    for (let lon = -179; lon <= 179; lon += 17.13) {
      const place = [lon + 0.00499, lat + 0.00499] as const;
      expect(distanceBetween(place, roundedPosition(place))).toBeLessThan(ROUNDED_OFF);
    }
  expect(roundedPosition([72.96671, 50.06668])).toEqual([72.97, 50.07]);
});
