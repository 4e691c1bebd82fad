import type { Page } from '@playwright/test';
import { DESKTOP, expect, LANGUAGES, mapIdle, PHONE, test, textOf } from './viewer';

const opener = (page: Page) => page.locator('near-me .opener');
const locate = (page: Page) => page.locator('near-me section .plain').first();
const pinPanel = (page: Page) => page.locator('pin-panel');

/** In the centre of Temirtau, given more exactly than anyone needs to know. */
const HOME = { longitude: 72.966712, latitude: 50.066684 };

/** Metres on the sphere. */
function metres(lon: number, lat: number): number {
  const rad = Math.PI / 180;
  const half =
    Math.sin(((lat - HOME.latitude) * rad) / 2) ** 2 +
    Math.cos(lat * rad) * Math.cos(HOME.latitude * rad) * Math.sin(((lon - HOME.longitude) * rad) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(half));
}

test.describe('a device that tells where it is', () => {
  test.use({ geolocation: HOME, permissions: ['geolocation'] });

  test('is asked only after the reader read what happens with the answer', async ({ page }) => {
    await page.addInitScript(() => {
      const { geolocation } = navigator;
      const ask = geolocation.getCurrentPosition.bind(geolocation);
      geolocation.getCurrentPosition = (...given) => {
        document.documentElement.dataset.asked = 'yes';
        ask(...given);
      };
    });
    await page.goto('/?lang=ru');
    await mapIdle(page);
    await opener(page).click();
    await expect(page.locator('near-me')).toContainText('Точное место остаётся на вашем устройстве');
    await expect(page.locator('near-me h2')).toBeFocused();
    expect(await page.locator('html').getAttribute('data-asked')).toBeNull();
    await locate(page).click();
    await expect(pinPanel(page).locator('h2')).toHaveText('Рядом с вами');
    expect(await page.locator('html').getAttribute('data-asked')).toBe('yes');
  });

  test('gives its place to nobody: all requests are ours, rounded, and nothing is kept', async ({
    page,
    baseURL,
    context,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) =>
      asked.push(`${request.url()} ${request.postData() ?? ''} ${request.headers().referer ?? ''}`),
    );
    await page.goto('/?lang=ru&view=list');
    await mapIdle(page);
    await opener(page).click();
    await locate(page).click();
    await expect(pinPanel(page).locator('people-rings tbody tr')).toHaveCount(5);
    await mapIdle(page);
    expect(asked.length).toBeGreaterThan(10);
    for (const told of asked) {
      const [address = ''] = told.split(' ');
      if (!/^(data|blob):/.test(address)) expect(new URL(address).origin).toBe(new URL(baseURL ?? '').origin);
      expect(told).not.toMatch(/72[.,]96|50[.,]066|72966|50066/);
    }
    await expect(page).toHaveURL(/pin=72\.97,50\.07&accuracy=800/);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  });

  test('hotspots come by distance from where the reader really is', async ({ page }) => {
    await page.goto('/?lang=en&radius=20000');
    await mapIdle(page);
    await opener(page).click();
    await locate(page).click();
    const links = pinPanel(page).locator('near-hotspots a');
    await expect(links.first()).toBeVisible();
    const items = await (await page.request.get('/api/collections/hotspots/items?lang=en&limit=1000')).json();
    const points = items.features
      .filter(({ geometry }: { geometry: { type: string } }) => geometry.type === 'Point')
      .map(({ id, geometry }: { id: string; geometry: { coordinates: [number, number] } }) => ({
        id,
        away: metres(...geometry.coordinates),
      }))
      .filter(({ away }: { away: number }) => away <= 5000)
      .toSorted((a: { away: number }, b: { away: number }) => a.away - b.away)
      .map(({ id }: { id: string }) => id);
    expect(points.length).toBeGreaterThan(1);
    const shown = await links.evaluateAll((all) =>
      all.map((link) => /hotspots\/([^?]+)/.exec(link.getAttribute('href') ?? '')?.[1]),
    );
    expect(shown.filter((id) => points.includes(id))).toEqual(points);
    await links.first().click();
    await expect(page).toHaveURL(/\/hotspots\//);
  });

  test('people stand in rings, each with an interval that grows', async ({ page }) => {
    await page.goto('/?lang=en');
    await mapIdle(page);
    await opener(page).click();
    await locate(page).click();
    const rows = pinPanel(page).locator('people-rings tbody tr');
    await expect(rows).toHaveCount(5);
    await expect(rows.locator('th')).toHaveText(['1 km', '3 km', '5 km', '10 km', '20 km']);
    const counts = (await rows.locator('td:last-child').allTextContents()).map((text) => Number(text.trim()));
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    await expect(rows.last()).toContainText(/from [\d,]+ to [\d,]+ people/);
  });

  test('the link shows the same rounded place to another', async ({ page, browser, baseURL }) => {
    await page.goto('/?lang=en');
    await mapIdle(page);
    await opener(page).click();
    await locate(page).click();
    const link = await pinPanel(page).locator('section a[href*="accuracy=800"]').getAttribute('href');
    expect(link).not.toMatch(/72\.96|50\.066/);
    const figure = await pinPanel(page).locator('people-interval .figure').first().textContent();
    const other = await browser.newPage({ baseURL: baseURL ?? '', viewport: DESKTOP });
    await other.goto(link ?? '');
    await expect(other.locator('pin-panel h2')).toHaveText('Near you');
    await expect(other.locator('pin-panel people-interval .figure').first()).toHaveText(figure ?? '');
    await other.close();
  });

  test('by keyboard alone, and Escape leads back', async ({ page }) => {
    await page.goto('/?lang=en');
    await mapIdle(page);
    await opener(page).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('near-me h2')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(opener(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(locate(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(pinPanel(page).locator('h2')).toBeFocused();
  });

  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    for (const lang of LANGUAGES) {
      test(`${lang}, ${size}: question and answer are in the reader’s language`, async ({ page }) => {
        await page.setViewportSize(viewport);
        await page.goto(`/?lang=${lang}`);
        await mapIdle(page);
        await opener(page).click();
        await expect(locate(page)).toBeInViewport();
        await page.screenshot({ path: `test-results/screenshots/${lang}-${size}-near-question.png` });
        await locate(page).click();
        await expect(pinPanel(page).locator('people-rings tbody tr')).toHaveCount(5);
        await mapIdle(page);
        expect(await textOf(page)).not.toMatch(/\b(near|rings)-[a-z-]+\b/);
        await page.screenshot({ path: `test-results/screenshots/${lang}-${size}-near.png` });
      });
    }
  }
});

test('a device that may not tell is asked for the town instead', async ({ page }) => {
  await page.goto('/?lang=ky');
  await mapIdle(page);
  await opener(page).click();
  await locate(page).click();
  await expect(page.getByText('Шаарыңыздын атын жазыңыз')).toBeVisible();
});

test('a pin does as well', async ({ page }) => {
  await page.goto('/?lang=ru&z=9&lat=50&lon=73');
  await mapIdle(page);
  await opener(page).click();
  await page.locator('near-me section .plain').last().click();
  await expect(page.getByText('Нажмите на карту')).toBeVisible();
});

test('a place found by search does too, and where nothing is near the nearest is named', async ({ page }) => {
  await page.goto('/?lang=en');
  await mapIdle(page);
  await page.getByRole('combobox', { name: 'Search' }).fill('Taraz');
  await page.locator('search-box').getByRole('option').first().click();
  await page.getByRole('button', { name: 'People and hotspots around this place' }).click();
  await expect(pinPanel(page).locator('h2')).toBeFocused();
  await expect(pinPanel(page).locator('people-rings tbody tr')).toHaveCount(5);
  await page.goto('/?lang=en&pin=60,47&radius=1000');
  await expect(pinPanel(page)).toContainText('None within this distance. The nearest one:');
  await expect(pinPanel(page).locator('near-hotspots a')).toHaveCount(1);
});
