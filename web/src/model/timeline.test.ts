import { expect, test } from 'vitest';
import { dayLike, stopAt, stopsOfChanges, stopsOfYears } from './timeline';

const TODAY = '2026-11-27';

test('one change has a time before it and one since', () => {
  const stops = stopsOfChanges(['2022-06-08'], TODAY);
  expect(stops).toEqual([{ date: '2022-06-07', until: '2022-06-08' }, { since: '2022-06-08' }]);
  expect(stopAt(stops, undefined, null)).toBe(1);
  expect(stopAt(stops, '2022-06-08', null)).toBe(1);
  expect(stopAt(stops, '2022-06-07', null)).toBe(0);
  expect(stopAt(stops, '1999-01-01', null)).toBe(0);
});

test('several changes, of which one is still to come', () => {
  const stops = stopsOfChanges(['2018-06-19', '2022-06-08', '2030-01-01'], TODAY);
  expect(stops.map(({ date }) => date)).toEqual(['2018-06-18', '2018-06-19', undefined]);
  expect(stopAt(stops, '2020-05-05', null)).toBe(1);
});

test('where nothing has dates there is nothing to choose', () => {
  expect(stopsOfChanges([], TODAY)).toEqual([]);
  expect(stopsOfYears([], TODAY)).toEqual([]);
  expect(stopAt([], undefined, null)).toBe(-1);
});

test('years of figures end with their last day, the present one with today', () => {
  const stops = stopsOfYears([2005, 2022, 2026], TODAY);
  expect(stops).toEqual([{ date: '2005-12-31', year: 2005 }, { date: '2022-12-31', year: 2022 }, { year: 2026 }]);
  expect(stopAt(stops, undefined, 2022)).toBe(1);
  expect(stopAt(stops, '2023-03-01', 2023)).toBe(1);
  expect(stopAt(stops, '1990-01-01', 1990)).toBe(0);
});

test('days between two changes are one', () => {
  const changes = ['2018-06-19', '2022-06-08'];
  const like = (date?: string) => dayLike(date, changes, TODAY);
  expect([like('2022-06-08'), like('2024-12-31'), like(undefined)]).toEqual([undefined, undefined, undefined]);
  expect([like('2022-06-07'), like('2018-06-19')]).toEqual(['2018-06-19', '2018-06-19']);
  expect([like('2018-06-18'), like('1999-12-31')]).toEqual(['2018-06-18', '2018-06-18']);
  expect(dayLike('2019-05-05', [], TODAY)).toBe('2019-05-05');
  expect(dayLike('2019-05-05', ['2018-12-31', '2019-12-31'], TODAY)).toBe('2019-05-05');
});
