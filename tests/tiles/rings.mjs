// Exact checks on rings of whole numbers.

/** Twice the area by the surveyor's formula: positive for exteriors, by the tile specification. */
export function doubleArea(ring) {
  let sum = 0;
  for (let index = 0; index + 1 < ring.length; index++) {
    sum += ring[index].x * ring[index + 1].y - ring[index + 1].x * ring[index].y;
  }
  return sum;
}

const turn = (a, b, c) => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
const between = (a, b, c) =>
  Math.min(a.x, b.x) <= c.x && c.x <= Math.max(a.x, b.x) && Math.min(a.y, b.y) <= c.y && c.y <= Math.max(a.y, b.y);

/** Whether two edges have a point in common. */
function meet([a, b], [c, d]) {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc !== abd && cda !== cdb) return true;
  return (
    (abc === 0 && between(a, b, c)) || (abd === 0 && between(a, b, d)) ||
    (cda === 0 && between(c, d, a)) || (cdb === 0 && between(c, d, b))
  );
}

/**
 * The first two edges found of a closed ring that touch or cross without being neighbours, if any. Edges are laid into the
 * cells of a grid with as many cells as there are edges, so that each meets few others: about O(n), also for rings around whole tiles.
 */
export function selfContact(ring) {
  const count = ring.length - 1;
  const [west, north] = [least(ring, 'x'), least(ring, 'y')];
  const span = Math.max(most(ring, 'x') - west, most(ring, 'y') - north, 1);
  const across = Math.ceil(Math.sqrt(count));
  const side = span / across;
  const cells = new Map();
  for (let index = 0; index < count; index++) {
    const edge = [ring[index], ring[index + 1], index];
    for (const cell of crossed(edge, west, north, side, across)) {
      const others = cells.get(cell);
      if (!others) {
        cells.set(cell, [edge]);
        continue;
      }
      for (const other of others) {
        const apart = index - other[2];
        if (apart !== 1 && apart !== count - 1 && meet(other, edge)) return [other, edge];
      }
      others.push(edge);
    }
  }
  return undefined;
}

/** The cells that an edge passes, by number: column by column, the rows between where it enters and where it leaves. */
function* crossed([a, b], west, north, side, across) {
  const [from, to] = a.x <= b.x ? [a, b] : [b, a];
  const cell = (distance) => Math.min(across - 1, Math.max(0, Math.floor(distance / side)));
  const [first, last] = [cell(from.x - west), cell(to.x - west)];
  const height = (x) => (to.x === from.x ? from.y : from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x));
  for (let column = first; column <= last; column++) {
    const enters = column === first ? from.y : height(west + column * side);
    const leaves = column === last ? to.y : height(west + (column + 1) * side);
    const top = cell(Math.min(enters, leaves) - north - ROUNDING);
    const bottom = cell(Math.max(enters, leaves) - north + ROUNDING);
    for (let row = top; row <= bottom; row++) yield column * across + row;
  }
}

/** More than what heights are rounded by: who meets on the line between two cells must share one. */
const ROUNDING = 1e-6;

const least = (points, axis) => points.reduce((found, point) => Math.min(found, point[axis]), Infinity);
const most = (points, axis) => points.reduce((found, point) => Math.max(found, point[axis]), -Infinity);

export const edgeKey = (a, b) => (a.x < b.x || (a.x === b.x && a.y < b.y) ? `${a.x},${a.y} ${b.x},${b.y}` : `${b.x},${b.y} ${a.x},${a.y}`);

/** Whether an edge lies strictly within the tile: there the cut of the buffer can't have touched it. */
export const isInside = (a, b) => [a, b].every(({ x, y }) => x > 0 && x < 4096 && y > 0 && y < 4096);

/** Calls back for every edge of paths that lies strictly within the tile. */
export function eachInnerEdge(paths, callback) {
  for (const path of paths) {
    for (let index = 0; index + 1 < path.length; index++) {
      if (isInside(path[index], path[index + 1])) callback(edgeKey(path[index], path[index + 1]), path[index], path[index + 1]);
    }
  }
}
