import { expect, test } from 'vitest';
import { discAround, distanceBetween } from './distance';

const TEMIRTAU = [72.9667, 50.0667] as const;
const KARAGANDA = [73.1167, 49.8] as const;

test('Temirtau lies some thirty kilometres from Karaganda', () => {
  expect(distanceBetween(TEMIRTAU, KARAGANDA) / 1000).toBeCloseTo(31.5, 0);
  expect(distanceBetween(TEMIRTAU, TEMIRTAU)).toBe(0);
});

test('every corner of a disc is one radius away, and the ring is closed', () => {
  const ring = discAround(TEMIRTAU, 5000, 32);
  for (const corner of ring) expect(distanceBetween(TEMIRTAU, corner)).toBeCloseTo(5000, 3);
  expect(ring).toHaveLength(33);
  expect(ring[0]).toEqual(ring[32]);
});
