// Tiles of the real server over both countries, zooms 0 to 14, read by the decoder that MapLibre uses.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LAYERS, Pyramid, named, sample, tileAt, tilesOver } from './pyramid.mjs';
import { doubleArea, eachInnerEdge, selfContact } from './rings.mjs';
import { startServer } from './server.mjs';

const BUDGET = 500_000;
const ALL_UNTIL = 7;
const SAMPLE = 60;
const BUFFER = 80;
const [POINT, LINE, POLYGON] = [1, 2, 3];

let server;
let pyramid;
/** The tiles that every test looks at, by zoom. */
let looked;

before(async () => {
  server = await startServer();
  pyramid = new Pyramid(server.url);
  const places = await pyramid.placesOfInterest();
  looked = [];
  for (let z = 0; z <= 14; z++) {
    const tiles = z <= ALL_UNTIL ? tilesOver(z) : sample(places, SAMPLE).map(([lon, lat]) => tileAt(lon, lat, z));
    looked.push(...new Map(tiles.map((tile) => [`${tile.z}/${tile.x}/${tile.y}`, tile])).values());
  }
});

after(() => server?.stop());

test('no tile is heavier than the budget', async (t) => {
  let heaviest = [0, ''];
  for (const tile of looked) {
    const { length } = await pyramid.bytes(LAYERS, tile);
    if (length > heaviest[0]) heaviest = [length, named(tile)];
    assert.ok(length <= BUDGET, `${named(tile)} weighs ${length}`);
  }
  t.diagnostic(`${looked.length} tiles, heaviest ${heaviest[1]}: ${heaviest[0]} bytes`);
});

test('layers, fields and types are those of the TileJSON', async () => {
  const tileJson = await (await fetch(`${server.url}/tiles/${LAYERS.join(',')}.json`)).json();
  const described = new Map(tileJson.vector_layers.map((layer) => [layer.id, layer]));
  assert.deepEqual([...described.keys()].sort(), [...LAYERS].sort());
  const seen = new Set();
  for (const tile of looked) {
    for (const { layer, properties, version, extent } of await pyramid.features(LAYERS, tile)) {
      seen.add(layer);
      assert.deepEqual([version, extent], [2, 4096], layer);
      const { fields, minzoom, maxzoom } = described.get(layer);
      assert.ok(minzoom <= tile.z && tile.z <= maxzoom, `${layer} in ${named(tile)}`);
      for (const [name, value] of Object.entries(properties)) {
        assert.equal(fields[name]?.toLowerCase(), typeof value, `${layer}.${name} in ${named(tile)}`);
        assert.notEqual(value, '', `${layer}.${name} in ${named(tile)}`);
      }
    }
  }
  assert.deepEqual([...seen].sort(), [...LAYERS].sort(), 'every layer appears somewhere');
});

test('geometry is well formed: rings close, turn the right way and never touch themselves', async (t) => {
  const counts = { features: 0, rings: 0 };
  for (const tile of looked) {
    for (const { layer, type, geometry } of await pyramid.features(LAYERS, tile)) {
      const where = `${layer} in ${named(tile)}`;
      counts.features += 1;
      const [low, high] = type === POINT ? [0, 4095] : [-BUFFER, 4096 + BUFFER];
      for (const { x, y } of geometry.flat()) {
        assert.ok(x >= low && x <= high && y >= low && y <= high, `${where}: ${x},${y}`);
      }
      if (type === LINE) assert.ok(geometry.every((line) => line.length > 1), where);
      if (type !== POLYGON) continue;
      assert.ok(doubleArea(geometry[0]) > 0, `${where} begins with an exterior`);
      for (const ring of geometry) {
        counts.rings += 1;
        assert.ok(ring.length >= 4, where);
        assert.deepEqual(ring[0], ring.at(-1), `${where} is closed`);
        assert.notEqual(doubleArea(ring), 0, where);
        const contact = selfContact(ring);
        assert.equal(contact, undefined, `${where}: ${JSON.stringify(contact)}`);
      }
    }
  }
  t.diagnostic(`${counts.features} features, ${counts.rings} rings`);
});

test('neighbours share their border to the unit, and borders lie on it', async (t) => {
  let shared = 0;
  for (const tile of looked) {
    const features = await pyramid.features(LAYERS, tile);
    const covered = new Set();
    for (const coverage of ['countries', 'oblasts', 'raions']) {
      const uses = new Map();
      for (const { geometry } of features.filter(({ layer }) => layer === coverage)) {
        eachInnerEdge(geometry, (key) => uses.set(key, (uses.get(key) ?? 0) + 1));
      }
      for (const [edge, count] of uses) {
        covered.add(edge);
        assert.ok(count <= 2, `${coverage} in ${named(tile)}: ${edge} is drawn ${count} times`);
        if (count === 2) shared += 1;
      }
    }
    for (const { geometry, properties } of features.filter(({ layer }) => layer === 'borders')) {
      eachInnerEdge(geometry, (key) => {
        assert.ok(covered.has(key), `${properties.level} border in ${named(tile)}: ${key} is no edge of an area`);
      });
    }
  }
  assert.ok(shared > 1000, `${shared} shared edges`);
  t.diagnostic(`${shared} shared edges`);
});

test('the outer edge of the oblasts is a state border', async () => {
  for (const tile of looked) {
    const features = await pyramid.features(LAYERS, tile);
    const uses = new Map();
    for (const { geometry } of features.filter(({ layer }) => layer === 'oblasts')) {
      eachInnerEdge(geometry, (key) => uses.set(key, (uses.get(key) ?? 0) + 1));
    }
    const outer = new Set();
    for (const { geometry, properties } of features) {
      if (properties.level === 'state' || properties.covered === 1) eachInnerEdge(geometry, (key) => outer.add(key));
    }
    for (const [edge, count] of uses) {
      if (count === 1) assert.ok(outer.has(edge), `${named(tile)}: ${edge}`);
    }
  }
});

test('clusters count every hotspot once at every zoom', async () => {
  const totals = [];
  for (let z = 0; z <= 9; z++) {
    let total = 0;
    for (const tile of tilesOver(z, [46, 39, 88, 56])) {
      for (const { properties } of await pyramid.features(['hotspots'], tile)) {
        if (properties.shape) continue;
        total += properties.cluster ? properties.count : 1;
        if (!properties.cluster) continue;
        assert.ok(z < 9 && properties.count > 1 && properties.id === undefined, named(tile));
        const byKind = Object.entries(properties).filter(([name]) => name.startsWith('count_'));
        assert.equal(byKind.reduce((sum, [, count]) => sum + count, 0), properties.count, named(tile));
      }
    }
    totals.push(total);
  }
  assert.equal(new Set(totals).size, 1, `hotspots by zoom: ${totals}`);
  assert.ok(totals[0] > 0);
});
