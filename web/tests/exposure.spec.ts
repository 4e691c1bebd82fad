import type { Locator, Page } from '@playwright/test';
import { DESKTOP, expect, mapIdle, PHONE, panel, reachOnMap, test } from './viewer';

/** Known to within 3 km; a town beside it. */
const PRECISE = 'kz-belousovka';
/** Known to within 10 km. */
const VAGUE = 'kz-stepnogorsk-u';

const exposure = (page: Page): Locator => page.locator('terrikon-exposure');
const slider = (page: Page): Locator => page.getByRole('slider');
const figure = (page: Page): Locator => exposure(page).locator('people-interval .figure').first();

/** Metres from the middle of the drawn circle to its edge, along the meridian. */
async function drawnRadius(page: Page): Promise<number> {
  const { features } = await reachOnMap(page);
  const ring = features.find(({ properties }) => properties?.part === 'ring');
  if (ring?.geometry.type !== 'Polygon') throw new Error('no circle is drawn');
  const latitudes = (ring.geometry.coordinates[0] ?? []).map(([, lat = 0]) => lat);
  return ((Math.max(...latitudes) - Math.min(...latitudes)) / 2) * 111_195;
}

test('people within reach are an interval, with its source, year and method', async ({ page }) => {
  await page.goto(`/hotspots/${PRECISE}?lang=ru&radius=10000`);
  await expect(figure(page)).toHaveText(/^от \S.* до \S.* человек/);
  await expect(exposure(page)).toContainText('если внутри каждой ячейки данных люди живут равномерно');
  const source = exposure(page).locator('.method a').first();
  await expect(source).toHaveAttribute('href', /^https:/);
  await expect(exposure(page).locator('.method')).toContainText(/\b20\d\d\b/);
  const method = exposure(page).getByRole('link', { name: 'Как это посчитано?' });
  await expect(method).toHaveAttribute('href', '/methods/exposure?lang=ru');
});

test('what is shown holds what the API says', async ({ page }) => {
  await page.goto(`/hotspots/${PRECISE}?lang=en&radius=10000`);
  const answer = await (await page.request.get(`/api/hotspots/${PRECISE}/exposure?radius=10000&lang=en`)).json();
  const { low, high, least, most } = answer.rings[0].people;
  const [from = Number.NaN, to = Number.NaN] = ((await figure(page).textContent()) ?? '')
    .split(' to ')
    .map((text) => Number(text.replace(/\D/g, '')));
  expect(from).toBeLessThanOrEqual(Math.min(low, least));
  expect(to).toBeGreaterThanOrEqual(Math.max(high, most));
  expect(to).toBeLessThanOrEqual(Math.max(high, most) * 1.1 + 1);
});

test('the page on the method is there', async ({ page }) => {
  for (const name of ['exposure', 'proximity', 'rivers']) {
    const answer = await page.request.get(`/methods/${name}?lang=kk`);
    expect(answer.status(), name).toBe(200);
    expect(answer.headers()['content-type']).toContain('text/html');
  }
});

test('by keyboard the slider changes figure, circle and address', async ({ page }) => {
  await page.goto(`/hotspots/${PRECISE}?lang=ru`);
  await mapIdle(page);
  const before = await figure(page).textContent();
  expect(Math.abs((await drawnRadius(page)) / 5000 - 1)).toBeLessThan(0.01);
  await slider(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^7.км$/);
  await page.keyboard.press('End');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^50.км$/);
  await expect(exposure(page)).toContainText(/В пределах 50.км/);
  await expect(figure(page)).not.toHaveText(before ?? '');
  await expect(page).toHaveURL(/radius=50000/);
  expect(Math.abs((await drawnRadius(page)) / 50_000 - 1)).toBeLessThan(0.01);
  await page.keyboard.press('Home');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^100.м$/);
});

test('a place that is known less exactly than the radius has no figure, only an upper end', async ({ page }) => {
  await page.goto(`/hotspots/${VAGUE}?lang=ru`);
  await expect(figure(page)).toHaveText(/^не больше \S.* человек/);
  await expect(exposure(page).locator('.central')).toHaveCount(0);
  await expect(exposure(page).locator('.decisive')).toContainText('Положение известно с точностью 10 км');
  const { features } = await reachOnMap(page);
  expect(features.map(({ properties }) => properties?.part)).toEqual(['ring', 'outer']);
});

test('no data is not nobody', async ({ page }) => {
  await page.goto('/?lang=ru&pin=2,48');
  await expect(figure(page)).toHaveText('здесь нет данных о населении: это не значит, что здесь никто не живёт');
  await expect(exposure(page).locator('people-interval svg')).toHaveCount(0);
});

test('the answer comes while the slider is moved', async ({ page }) => {
  await page.goto('/?lang=en&pin=73.1,49.8');
  await expect(figure(page)).toBeVisible();
  await slider(page).focus();
  for (const distance of [7, 10, 15, 20, 30]) {
    await page.keyboard.press('ArrowRight');
    await expect(exposure(page)).toContainText(`Within ${distance} km`);
  }
  const times = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/api/exposure?'))
      .map(({ duration }) => duration),
  );
  expect(times.length).toBeGreaterThanOrEqual(5);
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
  test.info().annotations.push({ type: 'median', description: `${median.toFixed(0)} ms` });
  // A reader waits 200 ms at most; machines that run tests draw the map at the same time.
  expect(median).toBeLessThan(1000);
});

test('of several questions the last one is answered', async ({ page }) => {
  await page.route('**/api/exposure?*radius=7000*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue().catch(() => undefined);
  });
  await page.goto('/?lang=en&pin=73.1,49.8');
  await expect(exposure(page)).toContainText('Within 5 km');
  await slider(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(200);
  await page.keyboard.press('ArrowRight');
  await expect(exposure(page)).toContainText('Within 10 km');
  await page.waitForTimeout(2000);
  await expect(exposure(page)).toContainText('Within 10 km');
});

test('zones say on which ground they stand, and why one is not drawn', async ({ page }) => {
  await page.goto('/hotspots/kz-temirtau-air?lang=ru');
  const zones = page.locator('zones-list');
  await expect(zones).toContainText('Санитарно-защитная зона');
  await expect(zones).toContainText('ширина не проверена');
  await expect(zones).toContainText('Не показана: место известно менее точно, чем ширина этой зоны.');
  await expect(zones).toContainText(/для сравнения/);
});

test('a river is followed to its end, past its towns', async ({ page }) => {
  await page.goto('/hotspots/kz-glubokoe-irtysh?lang=en');
  await mapIdle(page);
  const course = page.locator('river-course');
  await expect(course).toContainText(/Length of the path: 500.km/);
  await expect
    .poll(async () => (await reachOnMap(page)).features.map(({ properties }) => properties?.part))
    .toEqual(['path', 'corridor']);
  await course.getByRole('button', { name: /Show all \d+/ }).click();
  const towns = await course.locator('settlement-list .name').allInnerTexts();
  expect(towns.some((name) => /Semey/.test(name))).toBe(true);
  const kilometres = await course.locator('settlement-list .where').allInnerTexts();
  const order = kilometres.map((text) => Number(text.replace(/\D/g, '')));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await expect.poll(async () => (await reachOnMap(page)).features.length).toBe(0);
});

test('where no river is near, that is said', async ({ page }) => {
  await page.goto(`/hotspots/${VAGUE}?lang=en`);
  await page.getByRole('button', { name: 'Show the way down the river' }).click();
  await expect(page.locator('river-course')).toContainText('Our data has no river line near enough to this place');
});

for (const lang of ['ru', 'kk']) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    test(`${lang} on a ${size}: reach and zones, for the eye`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.goto(`/hotspots/kz-temirtau-air?lang=${lang}&view=map`);
      await expect(figure(page)).toBeVisible();
      await mapIdle(page);
      await exposure(page).evaluate((element) => element.scrollIntoView());
      await page.screenshot({ path: `test-results/screenshots/${lang}-${size}-reach.png` });
      await page.locator('zones-list').evaluate((element) => element.scrollIntoView());
      await page.screenshot({ path: `test-results/screenshots/${lang}-${size}-zones.png` });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}
