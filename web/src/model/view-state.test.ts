import { expect, test } from 'vitest';
import { readAddress, writeAddress } from './view-state';

const read = (address: string) => readAddress(new URL(address, 'https://terrikon.example'), 'ru');

test('a deep link opens a hotspot in its language', () => {
  expect(read('/hotspots/kz-temirtau-air?lang=kk')).toEqual({
    lang: 'kk',
    theme: 'auto',
    kinds: [],
    view: 'map',
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
  expect(state).toEqual({ lang: 'ru', theme: 'auto', kinds: ['lake'], view: 'map' });
});
