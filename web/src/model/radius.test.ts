import { expect, test } from 'vitest';
import { DEFAULT_RADIUS, nearestRadius, RADII } from './radius';

test('the slider goes from 100 m to 50 km, and begins at one of its steps', () => {
  expect([RADII[0], RADII.at(-1)]).toEqual([100, 50_000]);
  expect(RADII).toEqual(RADII.toSorted((a, b) => a - b));
  expect(RADII).toContain(DEFAULT_RADIUS);
});

test('a radius between two steps becomes the nearest by ratio', () => {
  expect([1, 100, 1100, 2600, 5600, 9e9].map(nearestRadius)).toEqual([100, 100, 1000, 3000, 5000, 50_000]);
});
