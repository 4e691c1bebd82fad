import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { startServer } from './server';

export { expect };
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1440, height: 900 };
export const LANGUAGES = ['en', 'ru', 'kk', 'ky'] as const;

/** Said by the software graphics driver that tests run on; a reader's browser doesn't say it. */
export const ALLOWED = [/GL Driver Message .* GPU stall due to ReadPixels/, /Automatic fallback to software WebGL/];

/**
 * A test with the real server, whose console must stay clean unless it tells which failures it provokes. The software driver passes for a
 * graphics chip unless it is `named`: the viewer would wait for the reader before it draws the map.
 */
export const test = base.extend<{ provoked: RegExp[]; named: boolean; console: string[] }, { server: string }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const { url, stop } = await startServer();
      await use(url);
      stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: ({ server }, use) => use(server),
  provoked: [[], { option: true }],
  named: [false, { option: true }],
  context: async ({ context, named }, use) => {
    if (!named) await context.addInitScript(hideDriver);
    await use(context);
  },
  console: [
    async ({ page, provoked }, use) => {
      const lines: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) lines.push(message.text());
      });
      page.on('pageerror', (error) => lines.push(String(error)));
      await use(lines);
      const allowed = [...ALLOWED, ...provoked];
      expect(lines.filter((line) => !allowed.some((pattern) => pattern.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
});

function hideDriver(): void {
  const { getExtension } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.getExtension = function (this: WebGL2RenderingContext, name: string) {
    return name === 'WEBGL_debug_renderer_info' ? null : Reflect.apply(getExtension, this, [name]);
  };
}

type MapElement = HTMLElement & { maplibre?: MapLibreMap };

/** Until all tiles are there and nothing moves. */
export async function mapIdle(page: Page): Promise<void> {
  await page.locator('map-view').waitFor({ state: 'attached' });
  await expect(async () => {
    const idle = await page.locator('map-view').evaluate((element) => {
      const map = (element as MapElement).maplibre;
      return Boolean(map?.getSource('hotspots') && map.loaded() && map.areTilesLoaded() && !map.isMoving());
    });
    expect(idle).toBe(true);
  }).toPass({ timeout: 40_000 });
}

/** How many hotspots the map holds: single ones and those inside clusters. */
export function countOnMap(page: Page): Promise<number> {
  return page.locator('map-view').evaluate((element) => {
    const map = (element as MapElement).maplibre;
    const features = map?.querySourceFeatures('hotspots', { sourceLayer: 'hotspots' }) ?? [];
    const seen: { key: string; lon: number; lat: number; count: number }[] = [];
    for (const { geometry, properties } of features) {
      // A shape comes beside its symbol, and also where that one is inside a cluster.
      if (properties.shape) continue;
      const [lon = 0, lat = 0] = geometry.type === 'Point' ? geometry.coordinates : [];
      const count = properties.cluster ? Number(properties.count) : 1;
      const key = properties.cluster ? `cluster of ${count}` : String(properties.id);
      // Tiles overlap: the same cluster comes from two of them, at nearly the same place.
      const again = seen.some(
        (other) => other.key === key && (!properties.cluster || Math.hypot(other.lon - lon, other.lat - lat) < 0.1),
      );
      if (!again) seen.push({ key, lon, lat, count });
    }
    return seen.reduce((sum, { count }) => sum + count, 0);
  });
}

/** Where a place stands on the screen. */
export function pixelOf(page: Page, position: [number, number]): Promise<{ x: number; y: number }> {
  return page.locator('map-view').evaluate((element, lonLat) => {
    const { x, y } = (element as MapElement).maplibre?.project(lonLat) ?? { x: 0, y: 0 };
    return { x, y };
  }, position);
}

/** What the map draws as counted: circles around a place, the way down a river. */
export function reachOnMap(page: Page): Promise<FeatureCollection> {
  return page.locator('map-view').evaluate((element) => {
    const source = (element as MapElement).maplibre?.getSource<GeoJSONSource>('reach');
    return source?.serialize().data as FeatureCollection;
  });
}

export function panel(page: Page): Locator {
  return page.locator('hotspot-panel');
}

/** All text and all names of controls on the page, through every shadow root. */
export function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const collect = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .filter((element) => element.localName !== 'style')
        .map((element) => {
          const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
          const names = ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name));
          const inner = element.shadowRoot ? collect(element.shadowRoot) : '';
          return [...own.map((node) => node.textContent), ...names, inner].join(' ');
        })
        .join(' ');
    return collect(document.body);
  });
}

/** The hotspots as the API gives them. */
export async function hotspotsOf(
  page: Page,
  query = '',
): Promise<{ id: string; properties: Record<string, unknown> }[]> {
  const answer = await page.request.get(`/api/collections/hotspots/items?lang=ru&limit=1000${query}`);
  return (await answer.json()).features;
}
