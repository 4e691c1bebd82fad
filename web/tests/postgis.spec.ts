import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startDatabase } from './database';
import { startServer } from './server';
import { DESKTOP, expect, mapIdle, PHONE, panel, test } from './viewer';

test.describe('a server on PostGIS', () => {
  // A line of one pixel is to be seen.
  test.use({ deviceScaleFactor: 1 });

  let database: { url: string; remove: () => void };
  let onPostgis: { url: string; stop: () => void };

  test.beforeAll(async () => {
    database = startDatabase();
    onPostgis = await startServer(database.url);
  });
  test.afterAll(() => {
    onPostgis?.stop();
    database?.remove();
  });

  for (const [size, lang, address] of [
    [DESKTOP, 'ru', '/?z=4.6&lat=47.6&lon=67.4'],
    [DESKTOP, 'kk', '/hotspots/kz-temirtau-air?z=9.2&lat=50.06&lon=72.96'],
    [PHONE, 'ky', '/?z=6&lat=41.6&lon=74.5&kind=tailings'],
  ] as const) {
    test(`shows the same picture: ${address}`, async ({ page, server }, testInfo) => {
      await page.setViewportSize(size);
      const picture = async (origin: string) => {
        const url = new URL(address, origin);
        url.searchParams.set('lang', lang);
        await page.goto(url.href);
        await mapIdle(page);
        if (address.startsWith('/hotspots/')) await panel(page).locator('h2').waitFor();
        // Names fade in after the last tile: it is settled once nothing changes any more.
        let settled = await page.screenshot({ animations: 'disabled' });
        await expect(async () => {
          const before = settled;
          await page.waitForTimeout(400);
          settled = await page.screenshot({ animations: 'disabled' });
          expect(settled.equals(before)).toBe(true);
        }).toPass({ timeout: 20_000 });
        return settled;
      };
      const embedded = testInfo.snapshotPath('embedded.png');
      mkdirSync(path.dirname(embedded), { recursive: true });
      writeFileSync(embedded, await picture(server));
      // Lines are cut at tiles' rims by other hands, so a pixel here and there may be of another shade.
      expect(await picture(onPostgis.url)).toMatchSnapshot('embedded.png', { maxDiffPixelRatio: 0.001 });
    });
  }
});
