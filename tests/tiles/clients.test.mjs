// What researchers use: GDAL opens the release as a file and the API as a service, and both say the same.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BINARY, startServer } from './server.mjs';

const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));
const COLLECTIONS = ['hotspots', 'zones', 'oblasts', 'raions', 'rivers', 'lakes', 'settlements', 'protected-areas', 'facilities', 'countries'];

const ogrinfo = (...args) => execFileSync('ogrinfo', ['-ro', '-so', ...args], { encoding: 'utf8', maxBuffer: 1 << 24 });
const featureCount = (text) => Number(/Feature Count: (\d+)/.exec(text)?.[1]);

let folder;
let release;
let server;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'terrikon-clients-'));
  release = join(folder, 'release.gpkg');
  execFileSync(BINARY, ['ingest', FIXTURES, '--out', release], { stdio: 'inherit' });
  server = await startServer();
});

after(() => {
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('GDAL opens the release as a GeoPackage without a warning', () => {
  for (const collection of COLLECTIONS) {
    const text = ogrinfo(release, collection.replace('-', '_'));
    assert.ok(featureCount(text) > 0, `${collection}: ${text}`);
    assert.match(text, /ID\["EPSG",4326\]/);
    assert.doesNotMatch(text, /warning|error/i);
  }
});

test('attributes and geometry survive: a hotspot in Kazakh letters, where it should be', () => {
  const text = execFileSync('ogrinfo', ['-ro', '-q', release, 'hotspots', '-where', "id = 'kz-temirtau-air'"], {
    encoding: 'utf8',
  });
  assert.match(text, /name_kk \(String\) = Теміртау/);
  assert.match(text, /oblast \(String\) = KZ-35/);
  assert.match(text, /POINT \(72\.96\d* 50\.0\d*\)/);
});

test('GDAL reads the API by itself (OGC API Features), and counts what the file has', () => {
  for (const collection of ['hotspots', 'oblasts', 'rivers']) {
    const today = execFileSync('ogrinfo', ['-ro', '-so', `OAPIF:${server.url}/api`, collection], { encoding: 'utf8' });
    const where = collection === 'oblasts' ? ['-where', 'valid_to IS NULL'] : [];
    assert.equal(featureCount(today), featureCount(ogrinfo(...where, release, collection)), collection);
  }
});

test('every polygon of the release is valid for GEOS', () => {
  const bad = execFileSync(
    'ogrinfo',
    [
      '-ro',
      '-q',
      '-dialect',
      'sqlite',
      '-sql',
      ['oblasts', 'raions', 'countries', 'lakes', 'zones'].map((name) => `SELECT id FROM ${name} WHERE NOT ST_IsValid(geom)`).join(' UNION ALL '),
      release,
    ],
    { encoding: 'utf8' },
  );
  assert.doesNotMatch(bad, /id \(String\)/, bad);
});
