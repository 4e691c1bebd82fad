import { DESKTOP, mapIdle, PHONE, panel, test } from './viewer';

/** Where README finds its pictures. */
const picture = (name: string) => ({ path: `../docs/images/${name}.png` });

test('the map, for the documentation', async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await page.goto('/hotspots/kz-temirtau-air?lang=en&z=4.3&lat=47.6&lon=67.4');
  await panel(page).locator('h2').waitFor();
  await mapIdle(page);
  await page.screenshot(picture('map'));
});

test('oblasts shaded, for the documentation', async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await page.goto('/?lang=kk&shade=emissions_stationary&z=4.3&lat=47.6&lon=67.4');
  await page.locator('shade-legend').waitFor();
  await mapIdle(page);
  await page.screenshot(picture('shaded'));
});

test('a page on a phone, for the documentation', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto('/hotspots/kz-balkhash-north?lang=ru&theme=light');
  await page.locator('h1').waitFor();
  await page.screenshot(picture('phone'));
});

test('what publishers get, for the documentation', async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await page.goto('/embed/builder?hotspot=kz-temirtau-air&lang=en');
  await page.frameLocator('iframe').locator('footer').waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot(picture('builder'));
});
