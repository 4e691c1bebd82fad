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

/** The first two edges of a closed ring that touch or cross without being neighbours, if any. */
export function selfContact(ring) {
  const edges = ring.slice(1).map((point, index) => [ring[index], point, index]);
  const byWest = [...edges].sort((a, b) => Math.min(a[0].x, a[1].x) - Math.min(b[0].x, b[1].x));
  for (let first = 0; first < byWest.length; first++) {
    const east = Math.max(byWest[first][0].x, byWest[first][1].x);
    for (let second = first + 1; second < byWest.length; second++) {
      const [a, b] = [byWest[first], byWest[second]];
      if (Math.min(b[0].x, b[1].x) > east) break;
      const apart = Math.abs(a[2] - b[2]);
      if (apart === 0 || apart === 1 || apart === edges.length - 1) continue;
      if (meet(a, b)) return [a, b];
    }
  }
  return undefined;
}

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
