// Every tile of the bundled release down to zoom 10, and 2,000 by chance of a release with many hotspots: each passes the validator, agrees
// with its neighbours, and is read by GDAL and drawn by MapLibre. TILES, HOTSPOTS and RELEASE ask for more.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import * as browser from './drawn.mjs';
import { LAYERS, below, inTurn, named, tilesOver } from './pyramid.mjs';
import { startServer } from './server.mjs';
import { randomTiles, startSynthetic } from './synthetic.mjs';
import { crossings, reachesTile, unmatched, validated } from './validator.mjs';

const LOWEST = 10;
const RANDOM = Number(process.env.TILES ?? 2_000);
const withoutGdal = spawnSync('ogrinfo', ['--version']).status === 0 ? false : 'GDAL (apt: gdal-bin) is not installed';
const TYPES = { 1: 'Point', 2: 'LineString', 3: 'Polygon' };
const json = async (address) => (await fetch(address)).json();

/** The tiles that have anything, `Map` of "z/x/y" to bytes. */
async function fetched(url, tiles) {
  const bodies = await inTurn(tiles, async (tile) => {
    const response = await fetch(`${url}/tiles/${LAYERS}/${named(tile)}`);
    if (![200, 204].includes(response.status)) throw new Error(`${named(tile)}: ${response.status} ${await response.text()}`);
    return new Uint8Array(await response.arrayBuffer());
  });
  return new Map(tiles.map((tile, index) => [named(tile), bodies[index]]).filter(([, bytes]) => bytes.length > 0));
}

/** All tiles over the extent of the release, from the top down: where a tile has nothing, nothing below it is asked for. */
async function everyTile(url) {
  const { bounds } = await json(`${url}/tiles/${LAYERS}.json`);
  const all = new Map();
  let level = tilesOver(0, bounds);
  while (level.length) {
    const found = await fetched(url, level);
    for (const [name, bytes] of found) all.set(name, bytes);
    const within = new Set(level[0].z < LOWEST ? tilesOver(level[0].z + 1, bounds).map(named) : []);
    level = below(level.filter((tile) => found.has(named(tile)))).filter((tile) => within.has(named(tile)));
  }
  return all;
}

const RELEASES = {
  [`every tile of the bundled release at zooms 0 to ${LOWEST}`]: { start: startServer, tiles: everyTile },
  [`${RANDOM} tiles by chance of a release with many hotspots`]: {
    start: startSynthetic,
    tiles: async (url) => fetched(url, await randomTiles(url, RANDOM)),
  },
};

for (const [what, release] of Object.entries(RELEASES)) {
  describe(what, () => {
    let tiles;
    let fields;
    /** What was read of each tile: features by layer, where they cross its edges. */
    const read = new Map();
    /** The types of geometry of each layer. */
    const types = new Map();

    before(async () => {
      const server = await release.start();
      try {
        tiles = await release.tiles(server.url);
        fields = (await json(`${server.url}/tiles/${LAYERS}.json`)).vector_layers;
      } finally {
        server.stop();
      }
    });

    test('each passes the validator', (t) => {
      const faults = [];
      let [heaviest, features] = [[0, ''], 0];
      for (const [name, bytes] of tiles) {
        if (bytes.length > heaviest[0]) heaviest = [bytes.length, name];
        try {
          const layers = validated(bytes);
          read.set(name, { counts: counted(layers), edges: crossings(layers) });
          for (const layer of layers) {
            features += layer.features.length;
            types.set(layer.name, layer.features.reduce((seen, { type }) => seen.add(TYPES[type]), types.get(layer.name) ?? new Set()));
          }
        } catch (error) {
          faults.push(`${name}: ${error.message}`);
        }
      }
      t.diagnostic(`${tiles.size} tiles, ${features} features, heaviest ${heaviest[1]}: ${heaviest[0]} bytes`);
      assert.deepEqual(faults.slice(0, 20), [], `${faults.length} of ${tiles.size} tiles`);
    });

    test('neighbours have the same lines and outlines where they meet', (t) => {
      const faults = [];
      let compared = 0;
      for (const [name, { edges }] of read) {
        const [z, x, y] = name.split('/').map(Number);
        for (const [next, ours, theirs] of [[`${z}/${x + 1}/${y}`, 'east', 'west'], [`${z}/${x}/${y + 1}`, 'south', 'north']]) {
          const neighbour = read.get(next)?.edges;
          if (!neighbour) continue;
          compared += edges[ours].length;
          const odd = [...unmatched(edges[ours], neighbour[theirs]), ...unmatched(neighbour[theirs], edges[ours])];
          faults.push(...odd.map(({ key, along }) => `${name} and ${next}: ${key} at ${along}`));
        }
      }
      t.diagnostic(`${compared} crossings`);
      assert.deepEqual(faults.slice(0, 20), [], `${faults.length} crossings`);
      assert.ok(compared > 0);
    });

    test('GDAL reads the same features, and GEOS finds their areas valid', { skip: withoutGdal }, (t) => {
      const folder = mkdtempSync(join(tmpdir(), 'terrikon-every-tile-'));
      try {
        const metadata = join(folder, 'metadata.json');
        writeFileSync(metadata, JSON.stringify({ name: 'tiles', minzoom: 0, maxzoom: 14, json: JSON.stringify({ vector_layers: fields }) }));
        const zooms = written(folder, tiles, read);
        for (const [z, counts] of zooms) {
          const options = ['-ro', '-q', '-oo', 'TILE_EXTENSION=mvt', '-oo', `METADATA_FILE=${metadata}`, '-oo', 'CLIP=NO', '-dialect', 'sqlite'];
          for (const [layer, count] of counts) {
            const invalid = `SUM(GeometryType(geometry) LIKE '%POLYGON' AND ST_IsValid(geometry) <> 1)`;
            const query = `SELECT COUNT(*) AS features, ${invalid} AS invalid FROM "${layer}"`;
            const answer = execFileSync('ogrinfo', [...options, '-sql', query, `MVT:${join(folder, z)}`], { encoding: 'utf8', stdio: 'pipe' });
            assert.equal(Number(/features \(Integer\d*\) = (\d+)/.exec(answer)?.[1]), count, `${layer} at zoom ${z}: ${answer}`);
            assert.match(answer, /invalid \(\w+\) = 0/, `${layer} at zoom ${z}: ${answer}`);
          }
        }
        t.diagnostic(`${[...zooms.values()].flatMap((counts) => [...counts.values()]).reduce((sum, count) => sum + count, 0)} features`);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

    test('MapLibre draws them in Chromium, and nothing is said on the console', { skip: browser.skip, timeout: 600_000 }, async (t) => {
      const { faults, views, features } = await browser.drawn(tiles, [...types].map(([layer, seen]) => [layer, [...seen]]));
      t.diagnostic(`${views} views, ${features} features drawn`);
      assert.deepEqual(faults.slice(0, 20), []);
      assert.ok(features > tiles.size);
    });
  });
}

/** How many features of each layer reach the tile itself. */
function counted(layers) {
  return new Map(layers.map(({ name, features }) => [name, features.filter(reachesTile).length]));
}

/** Writes tiles as GDAL looks for them; how many features of each layer it should find, by zoom. */
function written(folder, tiles, read) {
  const zooms = new Map();
  for (const [name, bytes] of tiles) {
    const [z, x, y] = name.split('/');
    mkdirSync(join(folder, z, x), { recursive: true });
    writeFileSync(join(folder, z, x, `${y}.mvt`), bytes);
    if (!zooms.has(z)) zooms.set(z, new Map());
    const counts = zooms.get(z);
    for (const [layer, count] of read.get(name)?.counts ?? []) counts.set(layer, (counts.get(layer) ?? 0) + count);
  }
  return zooms;
}
