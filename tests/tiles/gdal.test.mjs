// The same tiles through GDAL's MVT driver, and their polygons through GEOS.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { LAYERS, Pyramid, decode, sample, tileAt, tilesOver } from './pyramid.mjs';
import { startServer } from './server.mjs';

const skip = spawnSync('ogrinfo', ['--version']).status === 0 ? false : 'GDAL (apt: gdal-bin) is not installed';

let server;
let folder;
let tiles;

before(async () => {
  if (skip) return;
  server = await startServer();
  folder = mkdtempSync(join(tmpdir(), 'terrikon-tiles-'));
  const pyramid = new Pyramid(server.url);
  const places = await pyramid.placesOfInterest();
  const wanted = [0, 3, 5].flatMap((z) => sample(tilesOver(z), 12));
  wanted.push(...[6, 7, 9, 11, 14].flatMap((z) => sample(places, 8).map(([lon, lat]) => tileAt(lon, lat, z))));
  tiles = [];
  for (const tile of wanted) {
    const bytes = await pyramid.bytes(LAYERS, tile);
    if (bytes.length === 0) continue;
    const file = join(folder, `${tile.z}-${tile.x}-${tile.y}.mvt`);
    writeFileSync(file, bytes);
    tiles.push({ file, features: decode(bytes) });
  }
});

after(() => {
  server?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

const ogrinfo = (...parameters) => execFileSync('ogrinfo', parameters, { encoding: 'utf8', stdio: 'pipe' });

test('GDAL opens every tile and counts the same features', { skip }, () => {
  assert.ok(tiles.length > 20, `${tiles.length} tiles`);
  for (const { file, features } of tiles) {
    const listing = ogrinfo('-ro', '-so', '-al', file);
    assert.doesNotMatch(listing, /ERROR|Warning/, file);
    for (const layer of new Set(features.map((feature) => feature.layer))) {
      const [, count] = listing.match(new RegExp(`Layer name: ${layer}\\b[\\s\\S]*?Feature Count: (\\d+)`)) ?? [];
      assert.equal(Number(count), features.filter((feature) => feature.layer === layer).length, `${layer} in ${file}`);
    }
  }
});

test('GEOS finds every polygon valid', { skip }, () => {
  for (const { file, features } of tiles) {
    const areas = features.filter(({ type }) => type === 3).map(({ layer }) => layer);
    for (const layer of new Set(areas)) {
      const query = `SELECT COUNT(*) AS invalid FROM "${layer}" WHERE ST_IsValid(geometry) <> 1`;
      const answer = ogrinfo('-ro', '-q', '-dialect', 'sqlite', '-sql', query, file);
      assert.match(answer, /invalid \(Integer\) = 0/, `${layer} in ${file}: ${answer}`);
    }
  }
});
