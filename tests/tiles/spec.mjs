// A tile read as the specification of vector tiles (2.1) wants it, not as decoders forgive: what is wrong is thrown.
import { PbfReader } from 'pbf';

export const [POINT, LINE, POLYGON] = [1, 2, 3];
const [MOVE_TO, LINE_TO, CLOSE_PATH] = [1, 2, 7];

/** The layers of a tile: `{ name, extent, features: [{ id, type, properties, paths }] }`. The paths of polygons are rings and closed. */
export function strictly(bytes) {
  const layers = [];
  new PbfReader(bytes).readFields((tag, _, pbf) => {
    want(tag === 3, `a tile has no field ${tag}`);
    layers.push(layer(pbf.readBytes()));
  });
  want(new Set(layers.map(({ name }) => name)).size === layers.length, 'two layers of one name');
  return layers;
}

function want(kept, rule) {
  if (!kept) throw new Error(rule);
}

function layer(bytes) {
  const read = { version: undefined, name: undefined, extent: undefined, keys: [], values: [], raw: [] };
  new PbfReader(bytes).readFields((tag, _, pbf) => {
    if (tag === 15) read.version = pbf.readVarint();
    else if (tag === 1) read.name = pbf.readString();
    else if (tag === 2) read.raw.push(pbf.readBytes());
    else if (tag === 3) read.keys.push(pbf.readString());
    else if (tag === 4) read.values.push(value(pbf.readBytes()));
    else if (tag === 5) read.extent = pbf.readVarint();
    else want(false, `a layer has no field ${tag}`);
  });
  want(read.version === 2, `version ${read.version}`);
  want(read.name, 'a layer without a name');
  want(read.raw.length > 0, `${read.name} has no features`);
  want(new Set(read.keys).size === read.keys.length, `${read.name} has a key twice`);
  return { name: read.name, extent: read.extent ?? 4096, features: read.raw.map((raw) => feature(raw, read)) };
}

function value(bytes) {
  const found = [];
  new PbfReader(bytes).readFields((tag, _, pbf) => {
    if (tag === 1) found.push(pbf.readString());
    else if (tag === 2) found.push(pbf.readFloat());
    else if (tag === 3) found.push(pbf.readDouble());
    else if (tag === 4) found.push(pbf.readVarint(true));
    else if (tag === 5) found.push(pbf.readVarint());
    else if (tag === 6) found.push(pbf.readSVarint());
    else if (tag === 7) found.push(pbf.readBoolean());
  });
  want(found.length === 1, `a value of ${found.length} types`);
  return found[0];
}

function feature(bytes, { name, keys, values }) {
  const read = { id: undefined, tags: [], type: 0, commands: [] };
  new PbfReader(bytes).readFields((tag, _, pbf) => {
    if (tag === 1) read.id = pbf.readVarint();
    else if (tag === 2) pbf.readPackedVarint(read.tags);
    else if (tag === 3) read.type = pbf.readVarint();
    else if (tag === 4) pbf.readPackedVarint(read.commands);
    else want(false, `a feature has no field ${tag}`);
  });
  want(read.tags.length % 2 === 0, `${name}: a key without a value`);
  const properties = {};
  for (let index = 0; index < read.tags.length; index += 2) {
    const [key, held] = [keys[read.tags[index]], values[read.tags[index + 1]]];
    want(key !== undefined && held !== undefined, `${name}: a tag beyond its list`);
    want(!(key in properties), `${name}: ${key} twice`);
    properties[key] = held;
  }
  want([POINT, LINE, POLYGON].includes(read.type), `${name}: type ${read.type}`);
  return { id: read.id, type: read.type, properties, paths: paths(read.type, read.commands, name) };
}

/** Follows the cursor: each path begins with its own MoveTo, no step is empty, rings are closed by a ClosePath and not by a point. */
function paths(type, commands, name) {
  const found = [];
  let [x, y, at] = [0, 0, 0];
  const step = () => {
    want(at + 1 < commands.length, `${name}: a command without its numbers`);
    const [dx, dy] = [zigzag(commands[at]), zigzag(commands[at + 1])];
    at += 2;
    [x, y] = [x + dx, y + dy];
    return dx !== 0 || dy !== 0;
  };
  while (at < commands.length) {
    const [count, command] = [commands[at] >>> 3, commands[at] & 7];
    at += 1;
    const path = found.at(-1);
    if (command === MOVE_TO) {
      want(type === POINT ? found.length === 0 && count > 0 : count === 1, `${name}: MoveTo ${count} times`);
      want(type !== POLYGON || !path || path.closed, `${name}: a ring that is not closed`);
      want(type !== LINE || !path || path.length > 1, `${name}: a line of one point`);
      for (let number = 0; number < count; number++) {
        step();
        found.push([{ x, y }]);
      }
    } else if (command === LINE_TO) {
      want(type !== POINT && path?.length === 1 && count >= (type === POLYGON ? 2 : 1), `${name}: LineTo ${count} times`);
      for (let number = 0; number < count; number++) {
        want(step(), `${name}: a step of no length at ${x},${y}`);
        path.push({ x, y });
      }
    } else {
      want(command === CLOSE_PATH && count === 1, `${name}: command ${command} ${count} times`);
      want(type === POLYGON && path?.length >= 3 && !path.closed, `${name}: ClosePath of what is no ring`);
      want(path[0].x !== x || path[0].y !== y, `${name}: a ring that is closed twice`);
      path.push(path[0]);
      path.closed = true;
    }
  }
  want(found.length > 0, `${name}: a feature without a shape`);
  want(type !== POLYGON || found.at(-1).closed, `${name}: a ring that is not closed`);
  want(type !== LINE || found.at(-1).length > 1, `${name}: a line of one point`);
  return found;
}

const zigzag = (number) => (number >>> 1) ^ -(number & 1);
