import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DESKTOP, expect, LANGUAGES, PHONE, test, textOf } from './viewer';

const SIZES = { phone: PHONE, desktop: DESKTOP };

/** A key of a message that is missing. */
const RAW_KEY =
  /\b(profile|caveat|indicator|exposure|kind|status|trust|panel|claim|project-kind|unit)-[a-z]+(-[a-z]+)*\b/;

async function opened(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('terrikon-profile h1')).toBeVisible({ timeout: 30_000 });
}

for (const lang of LANGUAGES) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`${lang} on a ${size}: the page of an oblast`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await opened(page, `/oblasts/KZ-35?lang=${lang}`);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await page.screenshot({ path: `test-results/screenshots/${lang}-${size}-profile.png`, fullPage: true });
      expect(await textOf(page)).not.toMatch(RAW_KEY);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}

for (const theme of ['light', 'dark']) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`the page of an oblast on a ${size}, ${theme}: axe finds nothing serious`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await opened(page, `/oblasts/KZ-35?lang=kk&theme=${theme}`);
      await page.locator('details').evaluateAll((folds) => {
        for (const fold of folds) fold.setAttribute('open', '');
      });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`)).toEqual([]);
    });
  }
}

test('the page says what the API says', async ({ page }) => {
  await opened(page, '/oblasts/KZ-35?lang=en');
  const told = await (await page.request.get('/api/oblasts/KZ-35/profile?lang=en')).json();
  await expect(page.locator('key-figures .large').first()).toHaveText(`${told.hotspots.total} known hotspots`);
  expect(await page.locator('hotspot-counts .list li').count()).toBe(told.hotspots.list.length);
  const reserves = page.locator('records-section section').filter({ hasText: 'Protected areas' });
  expect(await reserves.locator('li').count()).toBe(told.protected_areas.length);
  expect(await page.locator('source-list li').count()).toBe(Object.keys(told.sources).length);
  await expect(page.locator('profile-links')).toContainText(told.release);
});

test('figures over the years are drawn, told in words, and a table by keyboard', async ({ page }) => {
  await opened(page, '/oblasts/KZ-35?lang=ru');
  const chart = page.locator('series-chart').first();
  const drawing = chart.getByRole('img');
  await expect(drawing).toHaveAttribute('aria-label', /^График: Выбросы в воздух.* в 2005 году, .* таблице/);
  await expect(drawing).toContainText('границы изменились · 08.06.2022');
  expect(await drawing.locator('.mark.other').count()).toBeGreaterThan(10);
  expect(await drawing.locator('.mark.same').count()).toBeGreaterThan(0);
  await chart.getByRole('button', { name: 'Таблицей' }).focus();
  await page.keyboard.press('Enter');
  const table = chart.getByRole('table');
  await expect(table).toContainText('2005');
  await expect(table).toContainText('другие границы: Карагандинская область');
  expect(await table.getByRole('link').count()).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  await expect(drawing).toBeVisible();
});

test('each day has its own division', async ({ page }) => {
  await opened(page, '/oblasts/KZ-62?lang=ru');
  const head = page.locator('profile-head');
  await expect(head).toContainText('В этих границах с 08.06.2022');
  await expect(head).toContainText('08.06.2022 образована из: Карагандинская область (… – 08.06.2022)');
  await head.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/oblasts\/KZ-35\?.*date=2022-06-07/);
  await expect(head).toContainText('08.06.2022 разделена на: Карагандинская область, область Ұлытау');
});

test.describe('what is no oblast of the day', () => {
  test.use({ provoked: [/Failed to load resource/] });
  test('is said, with a way on', async ({ page }) => {
    for (const address of ['/oblasts/KZ-62?lang=ru&date=2021-06-30', '/oblasts/KZ-99?lang=ru']) {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('По этому адресу ничего нет');
      await expect(page.getByRole('link', { name: 'Карагандинская область' })).toBeVisible();
    }
  });
});

test('language and colours change at once, and the address with them', async ({ page }) => {
  await opened(page, '/oblasts/KG-C?lang=ru');
  await page.getByRole('button', { name: 'Кыргызча' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ky');
  await expect(page).toHaveURL(/\/oblasts\/KG-C\?lang=ky/);
  await expect(page.locator('h1')).toHaveText(/Чүй/);
});

test('from the map to the page and back, without a map on the way', async ({ page }) => {
  const asked: string[] = [];
  await page.goto('/?lang=ru&oblast=KZ-35');
  await page.getByRole('link', { name: 'Всё об этой области' }).click();
  await expect(page).toHaveURL(/\/oblasts\/KZ-35\?lang=ru/);
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await expect(page.locator('terrikon-profile h1')).toBeVisible();
  expect(asked.filter((url) => /maplibre|terrikon-app|tiles/.test(url))).toEqual([]);
  await page.getByRole('link', { name: 'Назад к карте' }).click();
  await expect(page).toHaveURL(/\/\?lang=ru&oblast=KZ-35/);
});

test('a printed page has all of it', async ({ page }) => {
  await opened(page, '/oblasts/KZ-35?lang=ru');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('reader-settings')).toBeHidden();
  const pages = (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(1);
});
