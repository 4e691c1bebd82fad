import type { Map as MapLibreMap } from 'maplibre-gl';
import { expect, LANGUAGES, mapIdle, test } from './viewer';

type MapElement = HTMLElement & { maplibre?: MapLibreMap };

/** Pixels between the points that are looked at: less than the height of the smallest letters. */
const STEP = 7;

/**
 * Pairs of labels of which both are at one point of the screen. Symbols of hotspots may touch each other: they are all
 * shown, and spread where they lie on one spot.
 */
async function collisions(page: import('@playwright/test').Page): Promise<{ pairs: string[]; labels: number }> {
  return page.locator('map-view').evaluate((element, step) => {
    const map = (element as MapElement).maplibre;
    const layers = (map?.getStyle().layers ?? []).filter(({ type }) => type === 'symbol').map(({ id }) => id);
    const pairs = new Set<string>();
    const labels = new Set<string>();
    const { clientWidth = 0, clientHeight = 0 } = map?.getContainer() ?? {};
    for (let y = 0; y < clientHeight; y += step)
      for (let x = 0; x < clientWidth; x += step) {
        const found = map?.queryRenderedFeatures([x, y], { layers }) ?? [];
        const named = found.map(({ layer, properties }) => ({
          layer: layer.id,
          name: `${layer.id} ${properties.id ?? properties.name_ru ?? properties.count}`,
        }));
        for (const { name } of named) labels.add(name);
        for (const one of named)
          for (const other of named)
            if (one.name < other.name && !(one.layer === 'hotspots-symbol' && other.layer === 'hotspots-symbol'))
              pairs.add(`${one.name} × ${other.name}`);
      }
    return { pairs: [...pairs], labels: labels.size };
  }, STEP);
}

const VIEWS = [
  { z: 3.8, lat: 47.5, lon: 67 },
  { z: 5, lat: 49.5, lon: 74 },
  { z: 6.5, lat: 41.6, lon: 73.5 },
  { z: 8.5, lat: 50, lon: 73 },
  { z: 10.5, lat: 49.95, lon: 82.6 },
];

for (const lang of LANGUAGES) {
  test(`${lang}: no label lies on another, from the whole to a town`, async ({ page }) => {
    for (const { z, lat, lon } of VIEWS) {
      await page.goto(`/?lang=${lang}&z=${z}&lat=${lat}&lon=${lon}`);
      await mapIdle(page);
      // Labels fade in and out; what is fading is still found.
      await page.waitForTimeout(400);
      const { pairs, labels } = await collisions(page);
      expect(labels, `labels at zoom ${z}`).toBeGreaterThan(5);
      expect(pairs, `at zoom ${z}`).toEqual([]);
    }
  });
}

test('a great town is named before a village', async ({ page }) => {
  await page.goto('/?lang=ru&z=6&lat=50&lon=73');
  await mapIdle(page);
  const people = await page.locator('map-view').evaluate((element) => {
    const map = (element as MapElement).maplibre;
    return map
      ?.queryRenderedFeatures({ layers: ['towns'] })
      .map(({ properties }) => Number(properties.population ?? 0));
  });
  expect(Math.max(...(people ?? []))).toBeGreaterThan(300_000);
});
