import { DESKTOP, expect, LANGUAGES, mapIdle, PHONE, panel, test, textOf } from './viewer';

const NAMES = { en: 'Terrikon', ru: 'Террикон', kk: 'Террикон', ky: 'Террикон' };
const SIZES = { phone: PHONE, desktop: DESKTOP };

/** A key of a message that is missing: words joined by hyphens after one of our prefixes. */
const RAW_KEY =
  /\b(kinds?|panel|legend|list|map|filter|view|sheet|trust|position|claim|problem|search|theme|exposure|pin|downstream|zones?|proximity|radius|caveat)-[a-z]+(-[a-z]+)*\b/;

for (const lang of LANGUAGES) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`${lang} on a ${size}: overview, list and panel`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.goto(`/?lang=${lang}`);
      await mapIdle(page);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page).toHaveTitle(new RegExp(NAMES[lang]));
      await page.screenshot({ path: `test-results/screenshots/${lang}-${size}-overview.png` });

      await page.goto(`/?lang=${lang}&view=list`);
      await mapIdle(page);
      await expect(page.locator('hotspot-list li').first()).toBeVisible();
      await page.screenshot({ path: `test-results/screenshots/${lang}-${size}-list.png` });

      await page.goto(`/hotspots/kz-temirtau-air?lang=${lang}&view=map`);
      await expect(panel(page).locator('h2')).toBeVisible();
      await mapIdle(page);
      await page.screenshot({ path: `test-results/screenshots/${lang}-${size}-panel.png` });

      expect(await textOf(page)).not.toMatch(RAW_KEY);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}

test('the switch changes words, title, map and address at once', async ({ page }) => {
  await page.goto('/?lang=ru');
  await mapIdle(page);
  const style = page.waitForResponse(/style\.json\?lang=kk/);
  await page.getByRole('button', { name: 'Қазақша' }).click();
  await style;
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
  await expect(page).toHaveTitle(/Ластану ошақтары/);
  await expect(page).toHaveURL(/lang=kk/);
});

test.describe('a browser that asks for Kyrgyz', () => {
  test.use({ locale: 'ky-KG' });
  test('gets Kyrgyz', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ky');
  });
});

test.describe('a browser that asks for none of the four', () => {
  test.use({ locale: 'de-DE' });
  test('gets Russian', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  });
});
