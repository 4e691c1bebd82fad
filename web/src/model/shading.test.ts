import { expect, test } from 'vitest';
import { classOf, classRanges, coloursOf, rankedOblasts, type ShadedOblast, shownSources } from './shading';

const oblast = (code: string, value: number | null): ShadedOblast => ({
  code,
  name: code,
  name_lang: 'en',
  value,
  low: null,
  high: null,
  why: value === null ? 'no-figure' : null,
  why_text: null,
  figures: [],
});

test('a figure on a limit begins the class above it', () => {
  const limits = [1, 35, 90];
  expect([0, 0.5, 1, 34.9, 35, 90, 4000].map((value) => classOf(value, limits))).toEqual([0, 0, 1, 1, 2, 3, 3]);
  expect(classOf(7, [])).toBe(0);
});

test('ranges meet and leave nothing out', () => {
  const limits = [1, 35, 90];
  const ranges = classRanges(limits);
  expect(ranges).toEqual([{ below: 1 }, { from: 1, below: 35 }, { from: 35, below: 90 }, { from: 90 }]);
  for (const value of [0, 1, 34.9, 35, 89, 90, 1e6]) {
    const holding = ranges.filter(({ from = -1, below = Infinity }) => value >= from && value < below);
    expect(holding).toEqual([ranges[classOf(value, limits)]]);
  }
  expect(classRanges([])).toEqual([{}]);
});

test('few classes take colours from end to end', () => {
  const ramp = ['a', 'b', 'c', 'd', 'e'];
  expect(coloursOf(ramp, 5)).toEqual(ramp);
  expect(coloursOf(ramp, 3)).toEqual(['a', 'c', 'e']);
  expect(coloursOf(ramp, 2)).toEqual(['a', 'e']);
  expect(coloursOf(ramp, 1)).toEqual(['c']);
});

test('no figure is not the least figure', () => {
  const ranked = rankedOblasts([oblast('A', null), oblast('B', 0), oblast('C', 12)]);
  expect(ranked.map(({ code }) => code)).toEqual(['C', 'B', 'A']);
});

test('only sources that the map shows are named under it', () => {
  const figure = (source: string, shown: boolean) => ({ id: source, value: 1, shown, area_note: null, source });
  const oblasts = [
    { ...oblast('A', 1), figures: [figure('stat', true), figure('paper', false)] },
    { ...oblast('B', 2), figures: [figure('stat', true)] },
  ];
  expect(shownSources({ oblasts, sources: { stat: { id: 'stat', title: 'Statistics' } } })).toEqual([
    { id: 'stat', title: 'Statistics' },
  ]);
});
