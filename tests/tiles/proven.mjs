// Tiles of a release, each put to the proof: it passes the validator, agrees with its neighbours, and is read by GDAL. MapLibre draws some of
// them, evenly chosen; DRAWN=all draws each one (`just test-every-tile`).
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import * as browser from './drawn.mjs';
import { LAYERS, inTurn, named } from './pyramid.mjs';
import { EXTENT, crossings, reachesTile, unmatched, validated } from './validator.mjs';

const DRAWN = process.env.DRAWN === 'all' ? Infinity : Number(process.env.DRAWN ?? 500);
const withoutGdal = spawnSync('ogrinfo', ['--version']).status === 0 ? false : 'GDAL (apt: gdal-bin) is not installed';
const TYPES = { 1: 'Point', 2: 'LineString', 3: 'Polygon' };
export const json = async (address) => (await fetch(address)).json();

/** The tiles that have anything, `Map` of "z/x/y" to bytes. */
export async function fetched(url, tiles) {
  const bodies = await inTurn(tiles, async (tile) => {
    const ask = () => fetch(`${url}/tiles/${LAYERS}/${named(tile)}`);
    let response = await ask();
    // The first tiles of a zoom take long where others keep the machine busy; what was begun for them is there the next time.
    for (let tries = 0; [503, 504].includes(response.status) && tries < 3; tries++) response = await ask();
    if (![200, 204].includes(response.status)) throw new Error(`${named(tile)}: ${response.status} ${await response.text()}`);
    return new Uint8Array(await response.arrayBuffer());
  });
  return new Map(tiles.map((tile, index) => [named(tile), bodies[index]]).filter(([, bytes]) => bytes.length > 0));
}

/** At most so many of them, from the first to the last. */
function evenly(tiles, most) {
  const step = Math.max(1, tiles.size / most);
  return new Map([...tiles].filter((_, index) => index % step < 1));
}

/** Tests of a release: how its server is started, and which of its tiles are looked at (`Map` of "z/x/y" to bytes), given where it is. */
export function proven(what, start, chosen) {
  describe(what, () => {
    let tiles;
    let fields;
    /** What was read of each tile: features by layer, where they cross its edges. */
    const read = new Map();
    /** The types of geometry of each layer. */
    const types = new Map();

    before(async () => {
      const server = await start();
      try {
        tiles = await chosen(server.url);
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
        let total = 0;
        for (const [z, counts] of zooms) {
          const options = ['-ro', '-oo', 'TILE_EXTENSION=mvt', '-oo', `METADATA_FILE=${metadata}`, '-oo', 'CLIP=NO'];
          const ogrinfo = (...more) => execFileSync('ogrinfo', [...options, ...more, `MVT:${join(folder, z)}`], { encoding: 'utf8', maxBuffer: 1 << 26 });
          const listed = new Map([...ogrinfo('-so', '-al').matchAll(/Layer name: (\S+)[\s\S]*?Feature Count: (\d+)/g)].map(([, name, count]) => [name, Number(count)]));
          const invalid = `COALESCE(SUM(GeometryType(geometry) LIKE '%POLYGON' AND ST_IsValid(geometry) <> 1), 0)`;
          const queries = [...counts.keys()].map((name) => `SELECT '${name}' AS layer, COUNT(*) AS features, ${invalid} AS invalid FROM "${name}"`);
          const answer = ogrinfo('-q', '-dialect', 'sqlite', '-sql', queries.join(' UNION ALL '));
          const found = new Map([...answer.matchAll(/layer \(\w+\) = (\S+)\s+features \(\w+\) = (\d+)\s+invalid \(\w+\) = (\d+)/g)].map(([, name, ...numbers]) => [name, numbers.map(Number)]));
          for (const [name, { all, inside, near }] of counts) {
            assert.equal(listed.get(name), all, `${name} at zoom ${z}: ${answer}`);
            const [features, wrong] = found.get(name) ?? [];
            assert.ok(inside <= features && features <= near, `${name} at zoom ${z}: ${features}, expected ${inside} to ${near}`);
            assert.equal(wrong, 0, `${name} at zoom ${z}: ${wrong} areas are not valid`);
            total += features;
          }
        }
        t.diagnostic(`${total} features`);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

    test('MapLibre draws them in Chromium, and nothing is said on the console', { skip: browser.skip, timeout: 600_000 }, async (t) => {
      const { faults, views, features } = await browser.drawn(evenly(tiles, DRAWN), [...types].map(([layer, seen]) => [layer, [...seen]]));
      t.diagnostic(`${views} views, ${features} features drawn`);
      assert.deepEqual(faults.slice(0, 20), []);
      assert.ok(features > Math.min(tiles.size, DRAWN));
    });
  });
}

/** How many features each layer has in all, with a corner inside the tile, and near it: GDAL leaves out what lies in the buffer only. */
function counted(layers) {
  const inside = ({ paths }) => paths.flat().some(({ x, y }) => x > 0 && x < EXTENT && y > 0 && y < EXTENT);
  return new Map(
    layers.map(({ name, features }) => [name, { all: features.length, inside: features.filter(inside).length, near: features.filter(reachesTile).length }]),
  );
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
    for (const [layer, more] of read.get(name)?.counts ?? []) {
      const sum = counts.get(layer) ?? { all: 0, inside: 0, near: 0 };
      counts.set(layer, { all: sum.all + more.all, inside: sum.inside + more.inside, near: sum.near + more.near });
    }
  }
  return zooms;
}
