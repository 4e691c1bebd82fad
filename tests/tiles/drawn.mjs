// Tiles drawn by MapLibre in Chromium: a page with a map of their layers is led over all of them.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** The system's Chromium. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const skip = existsSync(CHROMIUM) ? false : 'Chromium (apt: chromium) is not installed';

const TILE_PX = 512;
/** A view shows so many tiles in a row; drawn small, as most of the work is reading them. */
const ACROSS = 8;
const PIXEL_RATIO = 1 / 8;

const PAGE = `<!doctype html><meta charset="utf-8"><title>Tiles</title><link rel="stylesheet" href="/maplibre-gl.css">
<style>body{margin:0}#map{width:${ACROSS * TILE_PX}px;height:${ACROSS * TILE_PX}px}</style><div id="map"></div>
<script type="module" src="/page.mjs"></script>`;

const FILES = {
  '/': ['text/html', () => PAGE],
  '/page.mjs': ['text/javascript', () => readFileSync(fileURLToPath(new URL('drawn-page.mjs', import.meta.url)))],
  ...Object.fromEntries(
    ['maplibre-gl.mjs', 'maplibre-gl-shared.mjs', 'maplibre-gl-worker.mjs', 'maplibre-gl.css'].map((name) => [
      `/${name}`,
      [name.endsWith('css') ? 'text/css' : 'text/javascript', () => readFileSync(fileURLToPath(import.meta.resolve(`maplibre-gl/dist/${name}`)))],
    ]),
  ),
};

/**
 * Draws tiles (`Map` of "z/x/y" to bytes) of these layers (pairs of a name and which of `Point`, `LineString`, `Polygon` it has). Tells what
 * went wrong: every message of the console that is no mere information, every error of the map, every tile that was not asked for; and how
 * many views and features were drawn.
 */
export async function drawn(tiles, layers) {
  const wanted = new Set(tiles.keys());
  const server = createServer(({ url }, response) => {
    const [type, read] = FILES[url] ?? [];
    if (read) return response.setHeader('Content-Type', type).end(read());
    const name = url.replace('/tiles/', '');
    const bytes = tiles.get(name);
    wanted.delete(name);
    if (!bytes) return response.writeHead(204).end();
    return response.setHeader('Content-Type', 'application/vnd.mapbox-vector-tile').end(bytes);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'] });
  try {
    const page = await browser.newPage({ viewport: { width: ACROSS * TILE_PX, height: ACROSS * TILE_PX } });
    const faults = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && !isOfTheMachine(message.text()) && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForFunction(() => globalThis.begin !== undefined);
    await page.evaluate(([layers, ratio]) => globalThis.begin(layers, ratio), [layers, PIXEL_RATIO]);
    const zooms = views(tiles);
    let features = 0;
    for (const { z, centres } of zooms) {
      const seen = await page.evaluate(([z, across, centres]) => globalThis.walk(z, across, centres), [z, ACROSS, centres]);
      faults.push(...seen.faults);
      features += seen.features;
    }
    faults.push(...[...wanted].slice(0, 10).map((name) => `${name} was never asked for`));
    return { faults, views: zooms.flatMap(({ centres }) => centres).length, features };
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

/** What software drawing says of itself. */
const isOfTheMachine = (text) => /GL Driver Message|GPU stall|swiftshader|favicon/i.test(text);

/** The middles of blocks of tiles that have any, by zoom: in parts of the world from the west and the north. */
function views(tiles) {
  const zooms = new Map();
  for (const name of tiles.keys()) {
    const [z, x, y] = name.split('/').map(Number);
    const across = Math.min(ACROSS, 2 ** z);
    const centre = [x, y].map((number) => ((Math.floor(number / across) + 0.5) * across) / 2 ** z);
    if (!zooms.has(z)) zooms.set(z, new Map());
    zooms.get(z).set(String(centre), centre);
  }
  return [...zooms].sort(([a], [b]) => a - b).map(([z, centres]) => ({ z, centres: [...centres.values()] }));
}
