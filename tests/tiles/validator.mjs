// What is wrong with one tile: the specification, our own promises on top of it, and whether MapLibre's decoder sees the same.
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { doubleArea, selfContact } from './rings.mjs';
import { LINE, POINT, POLYGON, strictly } from './spec.mjs';

export const EXTENT = 4096;
export const BUFFER = 80;
/** Before compression. */
export const BUDGET = 500_000;

/** The layers of a tile, read strictly; throws what is wrong with it. */
export function validated(bytes) {
  want(bytes.length <= BUDGET, `weighs ${bytes.length} bytes`);
  const layers = strictly(bytes);
  for (const layer of layers) {
    want(layer.extent === EXTENT, `${layer.name} has extent ${layer.extent}`);
    for (const feature of layer.features) shaped(feature, layer.name);
  }
  decodedAlike(bytes, layers);
  return layers;
}

function want(kept, rule) {
  if (!kept) throw new Error(rule);
}

function shaped({ type, paths, properties }, name) {
  const what = `${name} ${properties.id ?? ''}`;
  // A point is in one tile only; lines and areas reach into the next one.
  const [low, high] = type === POINT ? [0, EXTENT - 1] : [-BUFFER, EXTENT + BUFFER];
  for (const path of paths) {
    for (const { x, y } of path) want(x >= low && x <= high && y >= low && y <= high, `${what}: ${x},${y} is outside`);
  }
  if (type !== POLYGON) return;
  for (const ring of paths) want(doubleArea(ring) !== 0, `${what}: a ring without area`);
  want(doubleArea(paths[0]) > 0, `${what} begins with an interior`);
  for (const ring of paths) {
    const contact = selfContact(ring);
    want(contact === undefined, `${what}: a ring meets itself at ${JSON.stringify(contact)}`);
  }
}

/** MapLibre's decoder must see the same features, properties and corners. */
function decodedAlike(bytes, layers) {
  const tile = new VectorTile(new PbfReader(bytes));
  want(Object.keys(tile.layers).length === layers.length, 'the decoder sees other layers');
  for (const { name, features } of layers) {
    const layer = tile.layers[name];
    want(layer?.length === features.length, `the decoder sees other features of ${name}`);
    for (let index = 0; index < features.length; index++) {
      const [ours, theirs] = [features[index], layer.feature(index)];
      const geometry = theirs.loadGeometry();
      want(theirs.type === ours.type && theirs.id === ours.id, `the decoder sees another type or id in ${name}`);
      const paths = ours.type === POINT ? [ours.paths.flat()] : ours.paths;
      want(ours.type === POINT ? geometry.flat().length === ours.paths.length : geometry.length === paths.length, `the decoder sees other paths in ${name}`);
      const corners = geometry.flat();
      want(paths.flat().every(({ x, y }, at) => corners[at].x === x && corners[at].y === y), `the decoder sees other corners in ${name}`);
      want(Object.entries(ours.properties).every(([key, value]) => theirs.properties[key] === value), `the decoder sees other properties in ${name}`);
    }
  }
}

/**
 * Where lines and outlines of a tile cross its four edges: by edge, which feature, where along it, and how far that place moves when the
 * line moves by one unit. Features without an id go by what they carry.
 */
export function crossings(layers) {
  const edges = { west: [], east: [], north: [], south: [] };
  for (const { name, features } of layers) {
    for (const { type, properties, paths } of features) {
      if (type !== LINE && type !== POLYGON) continue;
      const key = `${name} ${properties.shape ? 'shape ' : ''}${properties.id ?? JSON.stringify(properties)}`;
      for (const path of paths) {
        for (let index = 0; index + 1 < path.length; index++) {
          const [a, b] = [path[index], path[index + 1]];
          cross(edges.west, key, a.x, a.y, b.x, b.y, 0);
          cross(edges.east, key, a.x, a.y, b.x, b.y, EXTENT);
          cross(edges.north, key, a.y, a.x, b.y, b.x, 0);
          cross(edges.south, key, a.y, a.x, b.y, b.x, EXTENT);
        }
      }
    }
  }
  return edges;
}

function cross(found, key, from, fromAlong, to, toAlong, edge) {
  if (from < edge === to < edge || from === edge || to === edge) return;
  const slope = (toAlong - fromAlong) / (to - from);
  const along = fromAlong + slope * (edge - from);
  if (along > -BUFFER && along < EXTENT + BUFFER) found.push({ key, along, room: 2 + Math.abs(slope) });
}

/**
 * What crosses an edge on one side of it and not on the other. Each tile cuts lines at its own buffer, where their new corners are whole
 * units: so a line may lie half a unit off on either side. What meets the corner of four tiles may fall to either of them.
 */
export function unmatched(these, those) {
  const places = grouped(those);
  const inner = these.filter(({ along, room }) => along > room && along < EXTENT - room);
  return inner.filter(({ key, along, room }) => !places.get(key)?.some((other) => Math.abs(other.along - along) <= room));
}

/** Whether the box around a feature meets the tile itself, not only its buffer. */
export function reachesTile({ paths }) {
  const points = paths.flat();
  const within = (axis) => points.some((point) => point[axis] >= 0) && points.some((point) => point[axis] <= EXTENT);
  return within('x') && within('y');
}

function grouped(crossed) {
  const groups = new Map();
  for (const one of crossed) groups.set(one.key, [...(groups.get(one.key) ?? []), one]);
  return groups;
}
