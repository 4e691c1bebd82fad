// The validator itself: each rule must find the tile that breaks it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLOSE, LINE_TO, MOVE_TO, rings, tile, zigzag } from './made-tile.mjs';
import { crossings, unmatched, validated } from './validator.mjs';

const square = [[10, 10], [90, 10], [90, 90], [10, 90]];
const hole = [[20, 20], [20, 40], [40, 40], [40, 20]];

test('what is right passes', () => {
  const layers = validated(tile({ commands: rings(square, hole), tags: [0, 0], keys: ['id'], values: ['balkhash'] }));
  assert.deepEqual(layers[0].features[0].properties, { id: 'balkhash' });
  assert.equal(layers[0].features[0].paths.length, 2);
  validated(tile({ type: 1, commands: [MOVE_TO, zigzag(5), zigzag(4095)] }));
  validated(tile({ type: 2, commands: [MOVE_TO, zigzag(-80), 0, LINE_TO(1), zigzag(4256), zigzag(3)] }));
  assert.deepEqual(validated(new Uint8Array()), []);
});

const broken = {
  'begins with an interior': { commands: rings(square.toReversed()) },
  'meets itself': { commands: rings([[0, 0], [90, 90], [90, 0], [10, 95]]) },
  'without area': { commands: rings([[0, 0], [50, 0], [90, 0]]) },
  'is outside': { commands: rings([[-81, 0], [90, 0], [90, 90]]) },
  'a step of no length': { commands: [MOVE_TO, 0, 0, LINE_TO(3), 20, 0, 0, 0, 0, 20, CLOSE] },
  'closed twice': { commands: rings([[0, 0], [50, 0], [50, 50], [0, 0]]) },
  'not closed': { commands: rings(square).slice(0, -1) },
  'LineTo 1 times': { commands: [MOVE_TO, 0, 0, LINE_TO(1), 20, 0, CLOSE] },
  'a line of one point': { type: 2, commands: [MOVE_TO, 0, 0] },
  'type 0': { type: 0, commands: [MOVE_TO, 0, 0] },
  'a feature without a shape': { commands: [] },
  'version 1': { version: 1, commands: rings(square) },
  'has extent 512': { extent: 512, commands: rings(square) },
  'a tag beyond its list': { commands: rings(square), tags: [0, 0], keys: ['id'] },
  'has a key twice': { commands: rings(square), tags: [0, 0, 1, 0], keys: ['id', 'id'], values: ['a'] },
  'a key without a value': { commands: rings(square), tags: [0], keys: ['id'], values: ['a'] },
  'a layer without a name': { name: '', commands: rings(square) },
  'weighs': { commands: rings(square), keys: ['id'], values: ['x'.repeat(500_000)], tags: [0, 0] },
};
for (const [rule, made] of Object.entries(broken)) {
  test(`found: ${rule}`, () => assert.throws(() => validated(tile(made)), { message: new RegExp(rule) }));
}

test('a point on the far edge belongs to the next tile', () => {
  assert.throws(() => validated(tile({ type: 1, commands: [MOVE_TO, zigzag(4096), 0] })), /is outside/);
});

test('neighbours that disagree are found', () => {
  const line = (toY) => tile({ type: 2, name: 'rivers', commands: [MOVE_TO, zigzag(4000), zigzag(100), LINE_TO(1), zigzag(176), zigzag(toY)] });
  const next = (fromY) => tile({ type: 2, name: 'rivers', commands: [MOVE_TO, zigzag(-80), zigzag(fromY), LINE_TO(1), zigzag(300), 0] });
  const east = crossings(validated(line(0))).east;
  assert.deepEqual(unmatched(east, crossings(validated(next(101))).west), []);
  assert.equal(unmatched(east, crossings(validated(next(110))).west).length, 1);
  assert.equal(unmatched(east, []).length, 1);
});
