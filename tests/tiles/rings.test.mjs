// The checks themselves: they must find what they look for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubleArea, eachInnerEdge, selfContact } from './rings.mjs';

const ring = (...points) => points.map(([x, y]) => ({ x, y }));
const square = ring([0, 0], [10, 0], [10, 10], [0, 10], [0, 0]);

test('a bow tie, a touching vertex and a spike are contacts, a square is none', () => {
  assert.equal(selfContact(square), undefined);
  assert.ok(selfContact(ring([0, 0], [10, 10], [10, 0], [0, 10], [0, 0])));
  assert.ok(selfContact(ring([0, 0], [10, 0], [10, 10], [5, 0], [0, 10], [0, 0])));
  assert.ok(selfContact(ring([0, 0], [10, 0], [20, 0], [10, 0], [10, 10], [0, 0])));
});

test('the area is positive clockwise on a screen', () => {
  assert.equal(doubleArea(square), 200);
  assert.equal(doubleArea(square.toReversed()), -200);
});

test('an edge has one name in both directions and edges on the rim are left out', () => {
  const names = [];
  eachInnerEdge([ring([1, 1], [5, 5], [1, 1]), ring([0, 1], [5, 5])], (name) => names.push(name));
  assert.deepEqual(names, ['1,1 5,5', '1,1 5,5']);
});
