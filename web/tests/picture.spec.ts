import { DESKTOP, mapIdle, panel, test } from './viewer';

test('the map, for the documentation', async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await page.goto('/hotspots/kz-temirtau-air?lang=en&z=4.3&lat=47.6&lon=67.4');
  await panel(page).locator('h2').waitFor();
  await mapIdle(page);
  await page.screenshot({ path: '../docs/images/map.png' });
});
