// The walk itself: it draws what is right and tells what is wrong.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn, skip } from './drawn.mjs';
import { rings, tile } from './made-tile.mjs';

const lake = tile({ commands: rings([[1000, 1000], [3000, 1000], [3000, 3000], [1000, 3000]]) });

test('tiles of all zooms are drawn, each in its place', { skip, timeout: 120_000 }, async () => {
  const tiles = new Map(['0/0/0', '1/1/0', '2/3/1', '4/11/5', '4/2/2', '9/357/170', '14/11440/5450'].map((name) => [name, lake]));
  const { faults, views, features } = await drawn(tiles, [['lakes', ['Polygon']]]);
  assert.deepEqual(faults, []);
  assert.equal(views, 7);
  // Each as an area and as its outline.
  assert.ok(features >= 14, `${features} features`);
});

test('a tile that is none is told', { skip, timeout: 120_000 }, async () => {
  const { faults } = await drawn(new Map([['4/11/5', Buffer.from([0x1a, 0xff, 0x01, 7, 7, 7])]]), [['lakes', ['Polygon']]]);
  assert.ok(faults.length > 0);
});
