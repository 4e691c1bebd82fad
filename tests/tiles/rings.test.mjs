// The checks themselves: they must find what they look for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubleArea, eachInnerEdge, selfContact } from './rings.mjs';

const ring = (...points) => points.map(([x, y]) => ({ x, y }));
/** By the signs of areas alone, of all pairs of edges. */
function eachWithEach(closed) {
  const sign = (a, b, c) => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
  const on = (a, b, c) => sign(a, b, c) === 0 && (c.x - a.x) * (c.x - b.x) <= 0 && (c.y - a.y) * (c.y - b.y) <= 0;
  const edges = closed.length - 1;
  for (let i = 0; i < edges; i++) {
    for (let j = i + 2; j < edges; j++) {
      if (i === 0 && j === edges - 1) continue;
      const [a, b, c, d] = [closed[i], closed[i + 1], closed[j], closed[j + 1]];
      const apart = sign(a, b, c) * sign(a, b, d) < 0 && sign(c, d, a) * sign(c, d, b) < 0;
      if (apart || on(a, b, c) || on(a, b, d) || on(c, d, a) || on(c, d, b)) return true;
    }
  }
  return false;
}

const square = ring([0, 0], [10, 0], [10, 10], [0, 10], [0, 0]);

test('a bow tie, a touching vertex and a spike are contacts, a square is none', () => {
  assert.equal(selfContact(square), undefined);
  assert.ok(selfContact(ring([0, 0], [10, 10], [10, 0], [0, 10], [0, 0])));
  assert.ok(selfContact(ring([0, 0], [10, 0], [10, 10], [5, 0], [0, 10], [0, 0])));
  assert.ok(selfContact(ring([0, 0], [10, 0], [20, 0], [10, 0], [10, 10], [0, 0])));
});

test('the grid finds what comparing each with each finds', () => {
  let state = 7;
  const chance = (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  let [clean, touching] = [0, 0];
  for (let round = 0; round < 3_000; round++) {
    // Corners around a middle in order of their direction never cross; every second ring has one moved away.
    const corners = 4 + chance(40);
    const size = 20 + chance(4_000);
    const points = Array.from({ length: corners }, (_, corner) => {
      const turn = (2 * Math.PI * corner) / corners;
      const radius = size * (0.4 + chance(60) / 100);
      return [Math.round(radius * Math.cos(turn)), Math.round(radius * Math.sin(turn))];
    });
    if (round % 2) points[chance(corners)] = [chance(2 * size) - size, chance(2 * size) - size];
    const closed = ring(...points, points[0]);
    const found = selfContact(closed) !== undefined;
    assert.equal(found, eachWithEach(closed), JSON.stringify(points));
    if (found) touching += 1;
    else clean += 1;
  }
  assert.ok(clean > 500 && touching > 500, `${clean} clean, ${touching} touching`);
});

test('a ring of a hundred thousand corners takes no time', () => {
  const corners = 100_000;
  const points = Array.from({ length: corners }, (_, corner) => {
    const turn = (2 * Math.PI * corner) / corners;
    const radius = corner % 2 ? 1e6 : 1e6 - 40;
    return [Math.round(radius * Math.cos(turn)), Math.round(radius * Math.sin(turn))];
  });
  const began = performance.now();
  assert.equal(selfContact(ring(...points, points[0])), undefined);
  assert.ok(performance.now() - began < 5_000);
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
