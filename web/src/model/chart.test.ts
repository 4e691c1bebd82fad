import { expect, test } from 'vitest';
import { drawChart, type Frame, niceStep } from './chart';
import type { Figure } from './profile';

const FRAME: Frame = { width: 500, height: 240, left: 50, right: 10, top: 20, bottom: 20 };

const OLD = {
  id: 'KZ-35-until-2022-06-08',
  code: 'KZ-35',
  name: 'Karaganda oblast',
  name_lang: 'en',
  valid_from: null,
  valid_to: '2022-06-08',
  same_as_asked: false,
};
const NEW = { ...OLD, id: 'KZ-35', valid_from: '2022-06-08', valid_to: null, same_as_asked: true };

function figure(year: number | null, value: number | null, more: Partial<Figure> = {}): Figure {
  const nothing = { low: null, high: null, meaning: null, note: null };
  return { id: `${year} ${more.source}`, year, value, area: OLD, grade: 'A', source: 'stat', ...nothing, ...more };
}

test('values begin at zero and stay inside the frame', () => {
  const { marks, values } = drawChart([figure(2005, 600), figure(2010, 300, { low: 250, high: 650 })], FRAME);
  const zero = values.find(({ value }) => value === 0);
  expect(zero?.at).toBe(220);
  expect(marks[0]?.x).toBe(50);
  expect(marks[1]?.x).toBe(490);
  const heights = marks.map(({ y }) => 220 - y);
  expect(heights[0] && heights[1] && heights[0] / heights[1]).toBeCloseTo(2);
  for (const { y, low, high } of marks)
    for (const at of [y, low ?? y, high ?? y]) expect(at).toBeGreaterThanOrEqual(20);
  expect(marks[1]?.low).toBeGreaterThan(marks[1]?.y ?? 0);
});

test('figures without a year or a number are not drawn', () => {
  const { marks } = drawChart([figure(null, 5), figure(2005, null), figure(2006, 7)], FRAME);
  expect(marks).toHaveLength(1);
  expect(marks[0]?.x).toBe(270);
  expect(drawChart([], FRAME).marks).toEqual([]);
  expect(drawChart([figure(2005, 0), figure(2006, 0)], FRAME).marks.every(({ y }) => y === 220)).toBe(true);
});

test('a change of borders breaks the line and is marked between the years', () => {
  const series = [
    figure(2020, 600),
    figure(2021, 590),
    figure(2022, 469, { area: NEW }),
    figure(2023, 470, { area: NEW }),
  ];
  const { lines, breaks, marks } = drawChart(series, FRAME);
  expect(lines.map(({ points, borders }) => [points.length, borders])).toEqual([
    [2, 'other'],
    [2, 'same'],
  ]);
  expect(breaks).toHaveLength(1);
  expect(breaks[0]?.date).toBe('2022-06-08');
  expect(breaks[0]?.x).toBeCloseTo(((marks[1]?.x ?? 0) + (marks[2]?.x ?? 0)) / 2);
});

test('the break stands before the year of the change, also where older years were counted anew', () => {
  const restated = [figure(2020, 480, { area: NEW }), figure(2021, 475, { area: NEW })];
  const series = [figure(2020, 600), figure(2021, 590), ...restated, figure(2022, 469, { area: NEW })];
  const { breaks, marks } = drawChart(series, FRAME);
  expect(breaks).toHaveLength(1);
  expect(breaks[0]?.x).toBeCloseTo(((marks[1]?.x ?? 0) + (marks[4]?.x ?? 0)) / 2);
  expect(drawChart([figure(2022, 1, { area: NEW }), figure(2023, 1, { area: NEW })], FRAME).breaks).toEqual([]);
});

test('sources that disagree stand side by side, and no line joins them', () => {
  const series = [figure(2019, 640), figure(2020, 627), figure(2020, 600, { source: 'memorandum' }), figure(2021, 590)];
  const { marks, lines, sources, breaks } = drawChart(series, FRAME);
  expect(sources).toEqual(['stat', 'memorandum']);
  const of2020 = marks.filter((mark) => mark.figure.year === 2020);
  expect(of2020.map(({ source }) => source)).toEqual([0, 1]);
  expect(new Set(of2020.map(({ x }) => x)).size).toBe(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]?.points).toHaveLength(3);
  expect(breaks).toEqual([]);
});

test('years that are missing are not bridged', () => {
  const { lines } = drawChart(
    [2005, 2006, 2009, 2010, 2015].map((year) => figure(year, 1)),
    FRAME,
  );
  expect(lines.map(({ points }) => points.length)).toEqual([2, 2]);
});

test('unverified figures are marked', () => {
  const { marks } = drawChart([figure(2005, 1, { grade: 'C' }), figure(2006, 1, { grade: 'B', area: null })], FRAME);
  expect(marks.map(({ unverified }) => unverified)).toEqual([true, false]);
  expect(marks.map(({ borders }) => borders)).toEqual(['other', 'unknown']);
});

test('labels of years have space, the last year among them', () => {
  const series = Array.from({ length: 18 }, (_, index) => figure(2005 + index, 100));
  for (const width of [260, 320, 500, 900]) {
    const { years } = drawChart(series, { ...FRAME, width });
    expect(years.at(-1)?.value).toBe(2022);
    for (const [index, tick] of years.slice(1).entries()) expect(tick.at - (years[index]?.at ?? 0)).toBeGreaterThan(40);
  }
});

test('steps are round', () => {
  expect([0.07, 0.2, 3, 10, 12, 51, 100].map(niceStep)).toEqual([0.1, 0.2, 5, 10, 20, 100, 100]);
  const { values } = drawChart([figure(2005, 0.3), figure(2006, 0.29)], FRAME);
  for (const { value } of values) expect(String(value).length).toBeLessThanOrEqual(4);
});

test('values below zero have space too', () => {
  const { marks, values } = drawChart([figure(2005, -3), figure(2006, 4)], FRAME);
  expect(values[0]?.value).toBeLessThanOrEqual(-3);
  for (const { y } of marks) expect(y).toBeLessThanOrEqual(220);
});
