import { expect, test } from 'vitest';
import { groupZones, type Zone } from './zone';

const zone = (rule: string, basis: Zone['basis'], distance_m: number | null): Zone => ({
  rule,
  shape: 'ring',
  basis,
  distance_m,
  verification: 'unverified',
});

test('what the law asks for comes before what is for comparison, the widest first, the unknown last', () => {
  const zones = [
    zone('screening-site', 'screening', 5000),
    zone('kg-szz', 'statutory', null),
    zone('strip', 'statutory', 35),
    zone('belt', 'statutory', 500),
  ];
  const groups = groupZones(zones).map(({ basis, zones: of }) => [basis, ...of.map(({ rule }) => rule)]);
  expect(groups).toEqual([
    ['statutory', 'belt', 'strip', 'kg-szz'],
    ['screening', 'screening-site'],
  ]);
  expect(groupZones([])).toEqual([]);
});
