import { expect, test } from 'vitest';
import { groupBySubject, type Indicator, keyFigures, sortIndicators } from './profile';
import { isProfile, readProfileAddress, writeProfileAddress } from './profile-address';

function indicator(name: string, years: (number | null)[], more: Partial<Indicator> = {}): Indicator {
  const series = years.map((year, index) => ({
    id: `${name} ${index}`,
    year,
    value: index,
    low: null,
    high: null,
    area: null,
    grade: 'A' as const,
    meaning: null,
    source: 's',
    note: null,
  }));
  const subject = { id: 'KZ-35', name: null, name_lang: null };
  return {
    indicator: name,
    name,
    unit: 'kt',
    unit_name: 'kt',
    about: 'oblast',
    subject,
    conflicts: [],
    series,
    ...more,
  };
}

test('curves are drawn of three years, the rest is listed, other subjects are folded', () => {
  const town = { about: 'settlement', subject: { id: 'temirtau', name: 'Temirtau', name_lang: 'en' } };
  const all = [
    indicator('waste', [2020, 2020, 2021]),
    indicator('other', [2001, 2002, 2003, 2004]),
    indicator('population', [2019, 2020, 2021]),
    indicator('iza5', [2019, 2020, 2021], town),
  ];
  const { drawn, listed, others } = sortIndicators(all);
  expect(drawn.map(({ name }) => name)).toEqual(['population', 'other']);
  expect(listed.map(({ name }) => name)).toEqual(['waste']);
  expect(groupBySubject(others).map(({ subject }) => subject.id)).toEqual(['temirtau']);
});

test('the newest year is the key figure, by all sources that have it', () => {
  const [key, ...more] = keyFigures([
    indicator('other', [2022]),
    indicator('emissions_stationary', [2021, 2022, 2022, null]),
  ]);
  expect(key?.year).toBe(2022);
  expect(key?.figures).toHaveLength(2);
  expect(more).toEqual([]);
});

test('an address holds the oblast, the day, language and colours', () => {
  const address = new URL('http://x/oblasts/KZ-35?lang=kk&theme=dark&date=2021-06-30&z=5');
  const state = readProfileAddress(address, 'ru');
  expect(state).toEqual({ code: 'KZ-35', lang: 'kk', theme: 'dark', date: '2021-06-30' });
  expect(writeProfileAddress(state)).toBe('/oblasts/KZ-35?lang=kk&theme=dark&date=2021-06-30');
  const named = readProfileAddress(new URL('http://x/oblasts/%D0%9E%D1%88?date=yesterday'), 'ru');
  expect(named).toEqual({ code: 'Ош', lang: 'ru', theme: 'auto' });
  expect(readProfileAddress(new URL('http://x/oblasts/%E0'), 'en').code).toBe('%E0');
});

test('only pages of oblasts are theirs', () => {
  const of = (pathname: string) => isProfile({ pathname });
  expect([of('/oblasts/KZ-35'), of('/oblasts/KZ-35/')]).toEqual([true, true]);
  expect([of('/'), of('/oblasts/'), of('/hotspots/oblasts'), of('/oblasts/a/b')]).toEqual([false, false, false, false]);
});
