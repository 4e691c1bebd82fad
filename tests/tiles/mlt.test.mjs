// MapLibre Tiles of the real server, read by the decoder that MapLibre uses, beside the same tiles as Mapbox Vector Tiles.
import { register } from 'node:module';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { LAYERS, Pyramid, decode, sample, tileAt, tilesOver } from './pyramid.mjs';
import { startServer } from './server.mjs';

// The package names its own files without their endings, which bundlers understand and Node does not.
const withEndings = `export async function resolve(name, context, next) {
  try { return await next(name, context); } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !name.startsWith('.')) throw error;
    return next(name + '.js', context);
  }
}`;
register(`data:text/javascript,${encodeURIComponent(withEndings)}`);
const { decodeTile } = await import('@maplibre/mlt');

const MEDIA = 'application/vnd.maplibre-tile';
/** Kinds of geometry in MapLibre Tiles as Mapbox Vector Tiles know them; each has a kind of several parts. */
const KINDS = [1, 2, 3, 1, 2, 3];

let server;
let tiles;

before(async () => {
  server = await startServer();
  const places = sample(await new Pyramid(server.url).placesOfInterest(), 8);
  tiles = [0, 1, 2, 3, 4, 5].flatMap((z) => tilesOver(z));
  for (let z = 6; z <= 14; z++) tiles.push(...places.map(([lon, lat]) => tileAt(lon, lat, z)));
});

after(() => server?.stop());

async function fetched({ z, x, y }, accept) {
  const response = await fetch(`${server.url}/tiles/${LAYERS.join(',')}/${z}/${x}/${y}`, { headers: { Accept: accept } });
  assert.ok(response.ok, response.statusText);
  if (response.status === 200) assert.equal(response.headers.get('content-type'), accept);
  return new Uint8Array(await response.arrayBuffer());
}

/** What both formats say of a feature, in one form: rings closed, numbers as numbers, nothing that is null. */
const told = ({ layer, type, properties, geometry }) => ({
  layer,
  type,
  properties: Object.fromEntries(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1))),
  geometry: geometry.map((part) => part.map(({ x, y }) => [x, y])),
});

function features(bytes) {
  return decodeTile(bytes).flatMap((table) => {
    assert.equal(table.extent, 4096);
    return table.getFeatures().map(({ geometry, properties }) => {
      const described = Object.entries(properties).filter(([, value]) => value !== null && value !== undefined);
      const numbers = described.map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]);
      return told({
        layer: table.name,
        type: KINDS[geometry.type],
        properties: Object.fromEntries(numbers),
        geometry: geometry.coordinates,
      });
    });
  });
}

test('both formats have the same features, in the same order', async (t) => {
  const bytes = { mvt: 0, mlt: 0, 'mvt, gzip': 0, 'mlt, gzip': 0 };
  let count = 0;
  for (const tile of tiles) {
    const mvt = await fetched(tile, 'application/vnd.mapbox-vector-tile');
    const mlt = await fetched(tile, MEDIA);
    const expected = decode(mvt).map(told);
    assert.deepEqual(features(mlt), expected, `${tile.z}/${tile.x}/${tile.y}`);
    count += expected.length;
    bytes.mvt += mvt.length;
    bytes.mlt += mlt.length;
    bytes['mvt, gzip'] += gzipSync(mvt, { level: 7 }).length;
    bytes['mlt, gzip'] += gzipSync(mlt, { level: 7 }).length;
  }
  assert.ok(count > 1000);
  t.diagnostic(`${tiles.length} tiles with ${count} features, bytes: ${JSON.stringify(bytes)}`);
  assert.ok(bytes.mlt < bytes.mvt, 'that is what it is for');
});
