import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { BINARY } from './server';
import { ALLOWED } from './viewer';

/** What a browser must be told so that it takes a file for what it is. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Below which path the site lies: any must do. */
const UNDER = '/maps/kz/';

let folder: string;
let host: Server;
let site: string;
/** The paths that were asked for, and those of them that are no files. */
let asked: string[];
let missing: string[];

/** A server that knows files and ranges, and nothing else. */
function staticHost(root: string): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    asked.push(pathname);
    const name = pathname.startsWith(UNDER) ? pathname.slice(UNDER.length) || 'index.html' : '';
    const file = path.join(root, path.normalize(`/${decodeURIComponent(name)}`));
    const size = name ? (statSync(file, { throwIfNoEntry: false })?.size ?? -1) : -1;
    if (size < 0) {
      missing.push(pathname);
      response.writeHead(404).end();
      return;
    }
    const type = { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'Accept-Ranges': 'bytes' };
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    if (!range) {
      response.writeHead(200, { ...type, 'Content-Length': size });
      createReadStream(file).pipe(response);
      return;
    }
    const [start, end] = [Number(range[1]), Math.min(Number(range[2]), size - 1)];
    response.writeHead(206, {
      ...type,
      'Content-Length': end - start + 1,
      'Content-Range': `bytes ${start}-${end}/${size}`,
    });
    createReadStream(file, { start, end }).pipe(response);
  });
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = mkdtempSync(path.join(tmpdir(), 'terrikon-site-'));
  const root = path.join(folder, 'site');
  execFileSync(BINARY, ['export', 'site', '--out', root, '--max-zoom', '7'], { stdio: 'inherit' });
  const mlt = path.join(root, 'mlt.pmtiles');
  execFileSync(BINARY, ['export', 'pmtiles', '--out', mlt, '--max-zoom', '6', '--tiles', 'mlt']);
  host = staticHost(root);
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(host.address() as AddressInfo).port}${UNDER}`;
});

test.afterAll(() => {
  host?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test.beforeEach(() => {
  asked = [];
  missing = [];
});

/** Opens a page of the site, collects what the console says, and waits for the map. */
async function open(page: Page, query: string): Promise<string[]> {
  const said: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (['error', 'warning'].includes(message.type()) && !ALLOWED.some((pattern) => pattern.test(text)))
      said.push(text);
  });
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(`${site}${query}`);
  await mapIdle(page);
  return said;
}

/** Until all tiles are there, and MapLibre has found a place for every symbol: with the tiles alone some are still left out. */
async function mapIdle(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const map = (document.querySelector('terrikon-app')?.shadowRoot?.querySelector('map-view') as MapElement | null)
      ?.maplibre;
    return Boolean(map?.loaded() && map.isStyleLoaded() && map.queryRenderedFeatures().length > 0);
  });
  await page.evaluate(async () => {
    const map = (document.querySelector('terrikon-app')?.shadowRoot?.querySelector('map-view') as MapElement | null)
      ?.maplibre;
    const idle = map?.once('idle');
    map?.triggerRepaint();
    await idle;
  });
}

interface MapElement extends HTMLElement {
  maplibre?: {
    loaded(): boolean;
    isStyleLoaded(): boolean;
    once(event: 'idle'): Promise<unknown>;
    triggerRepaint(): void;
    queryRenderedFeatures(options?: object): { properties: Record<string, unknown> }[];
  };
}

function drawn(page: Page, layers: string[]): Promise<Record<string, unknown>[]> {
  return page.evaluate((layers) => {
    const map = (
      document.querySelector('terrikon-app')?.shadowRoot?.querySelector('map-view') as MapElement | null | undefined
    )?.maplibre;
    return (map?.queryRenderedFeatures({ layers }) ?? []).map(({ properties }) => properties);
  }, layers);
}

const SYMBOLS = ['hotspots-symbol', 'hotspots-cluster'];

function onlyFiles(): void {
  expect(missing).toEqual([]);
  expect(asked.filter((path) => !path.startsWith(UNDER))).toEqual([]);
  expect(asked.filter((path) => /\/(api|tiles|methods)\b|style\.json/.test(path))).toEqual([]);
}

test('the map is drawn from files alone, in any folder, and the console stays clean', async ({ page }) => {
  const said = await open(page, '?lang=kk&view=list');
  expect((await drawn(page, SYMBOLS)).length).toBeGreaterThan(5);
  await expect(page).toHaveTitle(/.+/);
  await expect(page.locator('hotspot-list li').first()).toBeVisible();
  onlyFiles();
  expect(asked.some((path) => path.endsWith('.pmtiles'))).toBe(true);
  expect(said).toEqual([]);
});

test('a hotspot opens, keeps its address, and what needs computing says so', async ({ page }) => {
  const said = await open(page, '?lang=en&hotspot=kz-temirtau-air');
  await expect(page.getByRole('heading', { name: /Temirtau/ })).toBeVisible();
  await expect(page.getByText('files only').first()).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(UNDER);
  await page.reload();
  await mapIdle(page);
  await expect(page.getByRole('heading', { name: /Temirtau/ })).toBeVisible();
  onlyFiles();
  expect(said).toEqual([]);
});

test('a filter shows the hotspots that the list has, each as itself', async ({ page }) => {
  const said = await open(page, '?lang=ru&kind=tailings&z=4&lat=46&lon=70');
  await expect.poll(async () => (await drawn(page, SYMBOLS)).length).toBeGreaterThan(3);
  for (const properties of await drawn(page, SYMBOLS)) expect(properties).toMatchObject({ kind: 'tailings' });
  onlyFiles();
  expect(said).toEqual([]);
});

test('another archive may be asked for: MapLibre Tiles show the same hotspots', async ({ page }) => {
  const at = 'lang=ru&z=5&lat=50&lon=73';
  await open(page, `?${at}`);
  const names = async () => {
    await mapIdle(page);
    return (await drawn(page, SYMBOLS)).map(({ id, count }) => `${id ?? count}`).sort();
  };
  await expect.poll(async () => (await names()).length).toBeGreaterThan(3);
  // Until two looks in a row see the same.
  let expected = await names();
  await expect
    .poll(async () => {
      const before = expected;
      expected = await names();
      return expected.join() === before.join();
    })
    .toBe(true);
  asked = [];
  const said = await open(page, `?${at}&tiles=mlt.pmtiles`);
  await expect.poll(names).toEqual(expected);
  expect(asked.filter((path) => path.endsWith('.pmtiles')).every((path) => path.endsWith('/mlt.pmtiles'))).toBe(true);
  expect(new URL(page.url()).searchParams.get('tiles')).toBe('mlt.pmtiles');
  expect(said).toEqual([]);
});
