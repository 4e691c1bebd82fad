import { afterEach, expect, test } from 'vitest';
import { label, slug } from './codes';
import { preferredLanguage } from './languages';
import { speak } from './messages';
import { formatCoordinates, formatDistance, formatNumber } from './numbers';
import { formatClaimValue, formatYear } from './values';

/** Numbers are grouped by a space that doesn't break the line. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

afterEach(() => speak('ru'));

test.each([
  ['en', '161,000.5'],
  ['ru', '161 000,5'],
  ['kk', '161 000,5'],
  ['ky', '161 000,5'],
] as const)('%s writes %s', async (language, written) => {
  await speak(language);
  expect(plain(formatNumber(161000.5))).toBe(written);
});

test('distances in metres, then in kilometres', async () => {
  await speak('en');
  expect([300, 1500, 5000, 123_456].map(formatDistance)).toEqual(['300 m', '1.5 km', '5 km', '123 km']);
});

test('coordinates are never more exact than the position', () => {
  expect(formatCoordinates([72.44972, 41.26], 50_000)).toBe('41.3, 72.4');
  expect(formatCoordinates([72.44972, 41.26], 4000)).toBe('41.26, 72.45');
  expect(formatCoordinates([72.44972, 41.26], 100)).toBe('41.2600, 72.4497');
  expect(formatCoordinates([72.44972, 41.26])).toBe('41.26000, 72.44972');
});

test('a claim’s value: plain numbers by locale, intervals, and words as the source has them', async () => {
  await speak('en');
  expect(formatClaimValue({ property: 'x', value: '170000' })).toBe('170,000');
  expect(formatClaimValue({ property: 'x', value: '21-23', value_low: 21, value_high: 23 })).toBe('21–23');
  expect(formatClaimValue({ property: 'x', value: 'high or very high' })).toBe('high or very high');
  expect(formatClaimValue({ property: 'built_year', value: 1956, unit: 'year' })).toBe('1956');
  expect(formatClaimValue({ property: 'x', value: null })).toBe('—');
});

test('codes become keys, and a code without a word stays readable', async () => {
  await speak('en');
  expect([slug('PM2.5'), slug('people_affected'), slug('Cr(VI)')]).toEqual(['pm2-5', 'people-affected', 'cr-vi']);
  expect(label('kind', 'industrial_town')).toBe('Industrial town');
  expect(label('property', 'no_such_thing')).toBe('no such thing');
});

test('the browser’s first language that we speak, else Russian', () => {
  expect(preferredLanguage(['de-DE', 'kk-KZ', 'en'])).toBe('kk');
  expect(preferredLanguage(['ky'])).toBe('ky');
  expect(preferredLanguage(['zh'])).toBe('ru');
});

test.each([
  ['en', 'c. 2014'],
  ['ru', 'около 2014'],
  ['kk', 'шамамен 2014'],
  ['ky', 'болжол менен 2014'],
] as const)('%s says of an inexact year: %s', async (language, said) => {
  await speak(language);
  expect(formatYear('c. 2014')).toBe(said);
  expect(formatYear(2014)).toBe('2014');
});
