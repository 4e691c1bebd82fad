import { countOnMap, DESKTOP, expect, hotspotsOf, LANGUAGES, mapIdle, PHONE, test } from './viewer';

/** A browser that says what draws its maps: the processor. */
test.use({ named: true });

for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test.describe(`without a graphics chip, ${size}`, () => {
    test.use({ viewport });

    for (const lang of LANGUAGES) {
      test(`${lang}: a picture stands for the map until the reader moves`, async ({ page }) => {
        const scripts: string[] = [];
        page.on('request', (request) => request.url().includes('maplibre') && scripts.push(request.url()));
        await page.goto(`/?lang=${lang}`);
        const picture = page.locator('map-view img');
        await expect(picture).toBeVisible();
        await expect(picture).toHaveAttribute('src', new RegExp(`^/static/map\\.png\\?.*lang=${lang}`));
        await page.waitForLoadState('networkidle');
        expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(200);
        expect(scripts).toEqual([]);
        expect(new URL(page.url()).searchParams.has('z')).toBe(false);
        await page.screenshot({ path: `test-results/screenshots/standing-${size}-${lang}.png` });

        await page.mouse.move(100, 100);
        await mapIdle(page);
        await expect(picture).toHaveCount(0);
        expect(await countOnMap(page)).toBe((await hotspotsOf(page)).length);
      });
    }

    test('the keyboard is a reader, too', async ({ page }) => {
      await page.goto('/?lang=ru');
      await expect(page.locator('map-view img')).toBeVisible();
      await page.keyboard.press('Tab');
      await mapIdle(page);
      await expect(page.locator('map-view img')).toHaveCount(0);
    });
  });
}

test('the picture has the kinds and the theme that are asked for', async ({ page }) => {
  await page.goto('/?lang=ru&kind=tailings&theme=dark');
  await expect(page.locator('map-view img')).toHaveAttribute('src', /kind=tailings.*theme=dark/);
});

test('what no picture shows is drawn at once', async ({ page }) => {
  for (const query of ['&z=5&lat=48&lon=68', '&hotspot=kz-temirtau-air', '&oblast=KZ-35', '&view=list']) {
    await page.goto(`/?lang=ru${query}`);
    await mapIdle(page);
    await expect(page.locator('map-view img')).toHaveCount(0);
  }
});

test.describe('a picture that does not come', () => {
  test.use({ provoked: [/503/] });
  test('gives way to the map', async ({ page }) => {
    await page.route('**/static/map.png*', (route) => route.fulfill({ status: 503 }));
    await page.goto('/?lang=ru');
    await mapIdle(page);
    await expect(page.locator('map-view img')).toHaveCount(0);
  });
});
