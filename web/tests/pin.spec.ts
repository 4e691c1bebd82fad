import type { Page } from '@playwright/test';
import { saying } from './said';
import { expect, mapIdle, PHONE, pixelOf, reachOnMap, test } from './viewer';

const drop = (page: Page) => page.getByRole('button', { name: 'Поставить точку' });
const pinPanel = (page: Page) => page.locator('pin-panel');

/** The pin of the address, in degrees. */
function pinIn(page: Page): [number, number] {
  const [lon = Number.NaN, lat = Number.NaN] = (new URL(page.url()).searchParams.get('pin') ?? '')
    .split(',')
    .map(Number);
  return [lon, lat];
}

test('a click drops a pin where it is, and the address holds it', async ({ page }) => {
  await page.goto('/?lang=ru&z=9&lat=50&lon=73');
  await mapIdle(page);
  await drop(page).click();
  await expect(page.getByText('Нажмите на карту')).toBeVisible();
  const { x, y } = await pixelOf(page, [73.3, 50.1]);
  await page.mouse.click(x, y);
  await expect(pinPanel(page).locator('h2')).toBeFocused();
  await expect(pinPanel(page).locator('terrikon-exposure people-interval .figure')).toHaveText(/ человек/);
  await expect(page.getByText('Нажмите на карту')).toHaveCount(0);
  const [lon, lat] = pinIn(page);
  expect(Math.hypot(lon - 73.3, lat - 50.1)).toBeLessThan(0.01);

  const address = page.url();
  const figure = await pinPanel(page).locator('terrikon-exposure people-interval .figure').textContent();
  await page.goto(address);
  await expect(pinPanel(page).locator('terrikon-exposure people-interval .figure')).toHaveText(figure ?? '');
  await mapIdle(page);
  expect(pinIn(page)).toEqual([lon, lat]);
  expect((await reachOnMap(page)).features.map(({ properties }) => properties?.part)).toEqual(['ring']);
});

test('by keyboard alone: Enter puts the pin at the centre of the map, arrows move it', async ({ page }) => {
  await page.goto('/?lang=ru&z=9&lat=50&lon=73');
  await mapIdle(page);
  await drop(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('pin-prompt .cross')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(pinPanel(page).locator('h2')).toBeFocused();
  const [lon, lat] = pinIn(page);
  expect(Math.hypot(lon - 73, lat - 50)).toBeLessThan(0.001);
  await mapIdle(page);
  await page.getByRole('button', { name: /^Точка\./ }).focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => pinIn(page)[1]).toBeGreaterThan(lat);
  await page.keyboard.press('Escape');
  await expect(pinPanel(page)).toHaveCount(0);
});

test('the pin can be dragged, and going back undoes it at once', async ({ page }) => {
  await page.goto('/?lang=ru&z=9&lat=50&lon=73');
  await mapIdle(page);
  await drop(page).click();
  const { x, y } = await pixelOf(page, [73, 50]);
  await page.mouse.click(x, y);
  await expect(pinPanel(page)).toBeVisible();
  await mapIdle(page);
  const [lon] = pinIn(page);
  const at = await pixelOf(page, [73, 50]);
  await page.mouse.move(at.x, at.y - 12);
  await page.mouse.down();
  await page.mouse.move(at.x + 60, at.y - 12, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => pinIn(page)[0]).toBeGreaterThan(lon);
  await page.goBack();
  await expect(pinPanel(page)).toHaveCount(0);
});

test('Escape ends the question for a place without a pin', async ({ page }) => {
  await page.goto('/?lang=ru&z=9&lat=50&lon=73');
  await mapIdle(page);
  await drop(page).click();
  await page.keyboard.press('Escape');
  await expect(page.locator('pin-prompt')).toHaveCount(0);
  await expect(drop(page)).toHaveAttribute('aria-pressed', 'false');
});

test('a link with a pin shows it, with hotspots nearby, their score and whose score that is', async ({ page }) => {
  await page.goto('/?lang=ru&pin=73.1,49.8&radius=20000');
  await mapIdle(page);
  await expect(page).toHaveURL(/lat=49\.8\d*&lon=73\.1/);
  await expect(page).toHaveTitle(/Люди возле этого места/);
  await expect(pinPanel(page).locator('proximity-score')).toContainText('EPA EJScreen');
  const method = pinPanel(page).locator('proximity-score a');
  await expect(method).toHaveAttribute('href', '/methods/proximity?lang=ru');
  await pinPanel(page).locator('near-hotspots a').first().click();
  await expect(page).toHaveURL(/\/hotspots\/kz-karaganda/);
  await expect(page).not.toHaveURL(/pin=/);
});

test('the pin is removed with its panel', async ({ page }) => {
  await page.goto('/?lang=ru&pin=73.1,49.8');
  await mapIdle(page);
  await page.getByRole('button', { name: 'Убрать точку' }).click();
  await expect(page).not.toHaveURL(/pin=/);
  await expect(page.getByRole('button', { name: /^Точка\./ })).toHaveCount(0);
  expect((await reachOnMap(page)).features).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });
  for (const lang of ['ru', 'kk']) {
    test(`${lang}: a tap drops a pin, and controls are large enough for a thumb`, async ({ page }) => {
      await page.goto(`/?lang=${lang}&z=9&lat=50&lon=73`);
      await mapIdle(page);
      await page.getByRole('button', { name: saying(lang)('pin-drop') }).tap();
      await page.screenshot({ path: `test-results/screenshots/${lang}-phone-pin-prompt.png` });
      await page.touchscreen.tap(150, 220);
      await expect(pinPanel(page).locator('terrikon-exposure people-interval .figure')).toBeVisible();
      await mapIdle(page);
      await page.screenshot({ path: `test-results/screenshots/${lang}-phone-pin.png` });
      for (const control of await page.locator('map-controls button:visible, radius-slider input').all()) {
        const box = await control.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      }
    });
  }
});
