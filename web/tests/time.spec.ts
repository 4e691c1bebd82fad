import type { Page } from '@playwright/test';
import { DESKTOP, expect, LANGUAGES, mapIdle, PHONE, test } from './viewer';

const slider = (page: Page) => page.locator('time-slider input');

/** Addresses of tiles that the page asks for from now on. */
function listenForTiles(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/tiles/')) asked.push(request.url());
  });
  return asked;
}

test('before June 2022 there are the old oblasts, by keyboard alone', async ({ page }) => {
  await page.goto('/?lang=ru');
  await mapIdle(page);
  const ulytau = page.locator('oblast-select option[value="KZ-62"]');
  await expect(ulytau).toHaveCount(1);
  const asked = listenForTiles(page);
  await slider(page).focus();
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'с 08.06.2022');
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/date=2018-06-19/);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '19.06.2018 – 08.06.2022');
  await expect(slider(page)).toBeFocused();
  await expect(page.locator('time-slider [role=status]')).toHaveText('19.06.2018 – 08.06.2022');
  await expect(ulytau).toHaveCount(0);
  await mapIdle(page);
  expect(asked.length).toBeGreaterThan(0);
  for (const address of asked) expect(new URL(address).searchParams.get('date')).toBe('2018-06-19');
  const shown = await page.locator('map-view').evaluate((element) => {
    const map = (element as HTMLElement & { maplibre: import('maplibre-gl').Map }).maplibre;
    return map.querySourceFeatures('terrikon', { sourceLayer: 'oblasts' }).map(({ properties }) => properties.code);
  });
  expect(shown).toContain('KZ-35');
  expect(shown).not.toContain('KZ-62');
  await page.keyboard.press('ArrowRight');
  await expect(page).not.toHaveURL(/date=/);
  await expect(ulytau).toHaveCount(1);
});

test('the list is of the day too', async ({ page }) => {
  await page.goto('/?lang=ru&view=list&date=2021-06-30');
  const asked = page.waitForRequest(/hotspots\/items\?.*date=2018-06-19/);
  await page.reload();
  await asked;
  await expect(page.locator('hotspot-list')).toContainText('Карагандинская область');
  await expect(page.locator('hotspot-list')).not.toContainText('Улытау');
  await expect(page.locator('map-card h2')).toHaveText('19.06.2018 – 08.06.2022');
});

test('years of figures: another division, the same classes, and no tile twice', async ({ page }) => {
  await page.goto('/?lang=ru&shade=emissions_stationary&date=2022-12-31');
  await mapIdle(page);
  const heading = page.locator('map-card h2');
  await expect(heading).toHaveText(/2022$/);
  const classes = await page.locator('map-card shade-ramp').textContent();
  await slider(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(heading).toHaveText(/2021$/);
  await expect(page).toHaveURL(/date=2021-12-31/);
  await mapIdle(page);
  expect(await page.locator('map-card shade-ramp').textContent()).toBe(classes);
  await page.locator('shade-legend summary').filter({ hasText: 'Значения по областям' }).click();
  const figures = page.locator('shade-figures tr');
  await expect(figures.filter({ hasText: 'Карагандинская область' })).toContainText('569,7');
  await expect(figures.filter({ hasText: 'Улытау' })).toHaveCount(0);
  // 2020 has the borders of 2021: nothing but figures is fetched.
  const asked = listenForTiles(page);
  await slider(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(heading).toHaveText(/2020$/);
  await mapIdle(page);
  expect(asked).toEqual([]);
});

test('the buttons go year by year and end at the ends', async ({ page }) => {
  await page.goto('/?lang=en&shade=emissions_stationary&date=2006-12-31');
  const heading = page.locator('map-card h2');
  await expect(heading).toHaveText(/2006$/);
  await page.getByRole('button', { name: 'Earlier' }).click();
  await expect(heading).toHaveText(/2005$/);
  await expect(page.getByRole('button', { name: 'Earlier' })).toBeDisabled();
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(heading).toHaveText(/2006$/);
});

test('where nothing has dates there is no slider', async ({ page }) => {
  await page.route(/\/api$/, async (route) => {
    const contents = await (await route.fetch()).json();
    await route.fulfill({ json: { ...contents, changes: [] } });
  });
  await page.goto('/?lang=ru');
  await mapIdle(page);
  await expect(page.locator('map-legend')).toContainText('Хвостохранилище');
  await expect(slider(page)).toHaveCount(0);
});

for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  for (const lang of LANGUAGES) {
    test(`${lang}, ${size}: the time is said in the reader’s language`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.goto(`/?lang=${lang}&date=2018-06-18`);
      await mapIdle(page);
      const words = {
        en: 'before 19 June 2018',
        ru: 'до 19.06.2018',
        kk: '19.06.2018 күніне дейін',
        ky: '19.06.2018 күнүнө чейин',
      };
      await expect(slider(page)).toHaveAttribute('aria-valuetext', words[lang]);
      await page.screenshot({ path: `test-results/screenshots/${lang}-${size}-time.png` });
    });
  }
}
