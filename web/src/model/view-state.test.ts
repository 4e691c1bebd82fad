import { expect, test } from 'vitest';
import { readAddress, writeAddress } from './view-state';

const read = (address: string) => readAddress(new URL(address, 'https://terrikon.example'), 'ru');

test('a deep link opens a hotspot in its language', () => {
  expect(read('/hotspots/kz-temirtau-air?lang=kk')).toEqual({
    lang: 'kk',
    theme: 'auto',
    kinds: [],
    view: 'map',
    radius: 5000,
    selected: 'kz-temirtau-air',
  });
});

test('what an address says is what it is written as', () => {
  const address =
    '/hotspots/kg-kumtor?lang=ky&theme=dark&kind=tailings,dump&oblast=KG-Y&view=list&z=7.50&lat=41.9000&lon=78.2000';
  expect(writeAddress(read(address))).toBe(address);
  expect(writeAddress(read('/'))).toBe('/?lang=ru');
});

test('what can’t be read is left out', () => {
  const state = read('/?lang=de&theme=pink&kind=volcano,lake&oblast=%3Cscript%3E&z=99&lat=1&lon=2');
  expect(state).toEqual({ lang: 'ru', theme: 'auto', kinds: ['lake'], view: 'map', radius: 5000 });
});

test('a pin and a radius can be shared', () => {
  const address = '/?lang=ru&pin=72.96670,50.06670&radius=20000&z=9.00&lat=50.0000&lon=73.0000';
  expect(read(address)).toMatchObject({ pin: [72.9667, 50.0667], radius: 20_000 });
  expect(writeAddress(read(address))).toBe(address);
  expect(writeAddress(read('/hotspots/kz-temirtau-air?lang=en&radius=1000'))).toBe(
    '/hotspots/kz-temirtau-air?lang=en&radius=1000',
  );
});

test('the usual radius is not written, nor a radius around nothing', () => {
  expect(writeAddress(read('/?lang=ru&pin=72.96670,50.06670&radius=5000'))).toBe('/?lang=ru&pin=72.96670,50.06670');
  expect(writeAddress(read('/?lang=ru&radius=1000'))).toBe('/?lang=ru');
});

test.each(['', '72', 'a,b', '72,', ',50', '200,50', '72,95', '72,50,1', 'NaN,NaN', 'Infinity,1'])(
  'a pin at “%s” is none',
  (pin) => {
    expect(read(`/?pin=${pin}`).pin).toBeUndefined();
  },
);

test('a radius that can’t be is the usual one, another the nearest offered', () => {
  const radius = (text: string) => read(`/?pin=72,50&radius=${text}`).radius;
  expect(['', '0', '-5', 'x', 'Infinity', '1200', '1e9'].map(radius)).toEqual([
    5000, 5000, 5000, 5000, 5000, 1000, 50_000,
  ]);
});

test('a hotspot and a pin are not open at once', () => {
  expect(read('/hotspots/kz-temirtau-air?pin=72,50').pin).toBeUndefined();
});

test('what shades the map, its day and a rounded place are in the address', () => {
  const address = '/?lang=ru&pin=72.97,50.07&accuracy=800&shade=emissions_stationary&date=2019-12-31';
  const state = read(address);
  expect(state).toMatchObject({ pin: [72.97, 50.07], pinOff: 800, shade: 'emissions_stationary', date: '2019-12-31' });
  expect(writeAddress(state)).toBe(address);
});

test('no such day, shade or accuracy is none', () => {
  const state = read('/?lang=ru&shade=happiness&date=2019-02-31&pin=72.97,50.07&accuracy=-5');
  expect(state).not.toHaveProperty('shade');
  expect(state).not.toHaveProperty('date');
  expect(state).not.toHaveProperty('pinOff');
  expect(read('/?date=yesterday&accuracy=800')).not.toHaveProperty('pinOff');
});
