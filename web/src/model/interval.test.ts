import { expect, test } from 'vitest';
import { intervalOf, roundDown, roundNear, roundUp, scaleEnd } from './interval';

test('two significant digits: the lower end down, the upper end up', () => {
  expect([29_378.4, 779_456, 101, 99.5, 14.2, 7.9, 0.06].map(roundDown)).toEqual([29_000, 770_000, 100, 99, 14, 7, 0]);
  expect([29_378.4, 779_456, 101, 99.5, 14.2, 7.1, 0.06].map(roundUp)).toEqual([30_000, 780_000, 110, 100, 15, 8, 1]);
  expect([29_378.4, 29_500, 14.5, 0.06].map(roundNear)).toEqual([29_000, 30_000, 15, 0]);
});

test('what is round already stays', () => {
  for (const people of [0, 1, 10, 99, 100, 150, 1000, 29_000, 110_000]) {
    expect([roundDown(people), roundNear(people), roundUp(people)]).toEqual([people, people, people]);
  }
});

test('rounding never narrows an interval nor leaves the central figure outside', () => {
  for (let exact = 0.3; exact < 3e6; exact *= 1.07) {
    const shown = intervalOf({ low: exact * 0.9, central: exact, high: exact * 1.2 });
    if (shown.known !== 'range') throw new Error(shown.known);
    expect(shown.low).toBeLessThanOrEqual(exact * 0.9);
    expect(shown.high).toBeGreaterThanOrEqual(exact * 1.2);
    expect(shown.low).toBeLessThanOrEqual(shown.central);
    expect(shown.central).toBeLessThanOrEqual(shown.high);
  }
});

test('the interval holds what is certain whatever lies where in the cells', () => {
  expect(intervalOf({ low: 7600, central: 20_717, high: 33_595, least: 1210, most: 64_001 })).toEqual({
    known: 'range',
    low: 1200,
    high: 65_000,
    central: 21_000,
  });
  expect(intervalOf({ low: 7600, central: 20_717, high: 33_595, least: 9000, most: 20_000 })).toMatchObject({
    low: 7600,
    high: 34_000,
  });
  expect(intervalOf({ low: 7600, central: 20_717, high: 33_595, least: null, most: null })).toMatchObject({
    low: 7600,
    high: 34_000,
  });
});

test('no central figure: no more than the upper end; no figures: nothing, which is not zero', () => {
  expect(intervalOf({ low: 0, central: null, high: 39_754, most: 61_000 })).toEqual({ known: 'upper', high: 61_000 });
  expect(intervalOf({ low: null, central: null, high: null })).toEqual({ known: 'nothing' });
  expect(intervalOf({ low: 0, central: 0, high: 0, least: 0, most: 0 })).toEqual({
    known: 'range',
    low: 0,
    high: 0,
    central: 0,
  });
});

test('a scale ends at 1, 2 or 5 times a power of ten', () => {
  expect([0, 0.4, 1, 3, 29_000, 51_000, 100_000].map(scaleEnd)).toEqual([1, 1, 1, 5, 50_000, 100_000, 100_000]);
});
