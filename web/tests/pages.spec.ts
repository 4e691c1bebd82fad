import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DESKTOP, expect, LANGUAGES, mapIdle, PHONE, panel, test } from './viewer';

const SIZES = { phone: PHONE, desktop: DESKTOP };
const SIZED = Object.entries(SIZES);
const THEMES = ['light', 'dark'] as const;
const HOTSPOT = '/hotspots/kz-koshkar-ata';
const PAGES = { hotspot: HOTSPOT, oblast: '/oblasts/KZ-35' };

/** A key of a message that is missing. */
const RAW_KEY =
  /\b(page|curve|missing|profile|exposure|panel|claim|trust|position|zone|status|caveat|kind)-[a-z]+(-[a-z]+)*\b/;

/** What a reader sees of the page that the server wrote; machines' data is none of it. */
const textOf = (page: Page) => page.locator('.document').innerText();

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const lang of LANGUAGES) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const [name, path] of Object.entries(PAGES)) {
        test(`${lang} on a ${size}: the page of a ${name} is complete`, async ({ page }) => {
          await page.setViewportSize(viewport);
          await page.goto(`${path}?lang=${lang}`);
          await expect(page.locator('html')).toHaveAttribute('lang', lang);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThanOrEqual(6);
          await expect(page.getByRole('table').first()).toBeVisible();
          await expect(page.getByRole('banner')).toBeVisible();
          await expect(page.getByRole('main')).toBeVisible();
          await expect(page.getByRole('contentinfo')).toBeVisible();
          expect(await page.locator('main a[href^="https://"]').count()).toBeGreaterThan(3);
          await page.screenshot({
            path: `test-results/screenshots/${lang}-${size}-written-${name}.png`,
            fullPage: true,
          });
          expect(await textOf(page)).not.toMatch(RAW_KEY);
          expect(await overflow(page)).toBeLessThanOrEqual(0);
        });
      }
    }
  }

  test('on a screen of 320 pixels, or at 400 %, only tables scroll sideways', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of Object.values(PAGES)) {
      await page.goto(`${path}?lang=kk`);
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
    }
  });

  test('what cannot come is not offered', async ({ page }) => {
    await page.goto(`${HOTSPOT}?lang=ru`);
    await expect(page.locator('[data-map]')).toBeHidden();
  });

  test('on paper the page is there without what only screens need', async ({ page }) => {
    for (const [name, path] of Object.entries(PAGES)) {
      await page.goto(`${path}?lang=ru`);
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByRole('navigation')).toBeHidden();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('table').first()).toBeVisible();
      await page.screenshot({ path: `test-results/screenshots/ru-print-${name}.png`, fullPage: true });
      const sheets = (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
      expect(sheets.length, path).toBeGreaterThan(1);
      await page.emulateMedia({ media: 'screen' });
    }
  });
});

test.describe('until scripts have come', () => {
  test.use({ provoked: [/Failed to load resource/] });
  for (const [theme, size, viewport] of THEMES.flatMap((theme) =>
    SIZED.map(([size, viewport]) => [theme, size, viewport] as const),
  )) {
    test(`${theme} on a ${size}: axe finds nothing on the page`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: theme });
      await page.route(/assets\/.*\.m?js$/, (route) => route.abort());
      for (const path of [...Object.values(PAGES), '/']) {
        await page.goto(`${path}?lang=kk`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map((node) => node.html).join('\n')}`);
        expect(found).toEqual([]);
      }
    });
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  test('a hotspot is read at once, and the map comes when it is asked for', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${HOTSPOT}?lang=kk`);
    await page.waitForLoadState('networkidle');
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    expect(asked.filter((path) => /maplibre|terrikon-app|^\/api|^\/tiles|style\.json/.test(path))).toEqual([]);
    await page.locator('[data-map]').tap();
    await expect(panel(page).locator('h2')).toBeInViewport();
    await expect(page.locator('.document')).toHaveCount(0);
    await mapIdle(page);
  });

  test('nothing moves while it is read', async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${HOTSPOT}?lang=ru`);
    await page.waitForLoadState('networkidle');
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.05);
  });

  test('what is pressed is large enough for a thumb', async ({ page }) => {
    await page.goto(`${HOTSPOT}?lang=ru`);
    for (const link of await page.locator('.document > header a, .document .button, .document .files a').all()) {
      const box = await link.boundingBox();
      expect(box?.height ?? 0, (await link.textContent()) ?? '').toBeGreaterThanOrEqual(40);
    }
  });
});

test('beside the map the text stays until the panel is here', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/collections/hotspots/items/kz-koshkar-ata?*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${HOTSPOT}?lang=ru`);
  await page.locator('map-view').waitFor({ state: 'attached' });
  await expect(page.locator('.document h1')).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/ru-desktop-mounting.png' });
  release();
  await expect(panel(page).locator('h2')).toBeVisible();
  await expect(page.locator('.document')).toHaveCount(0);
});

test('printed beside the map, the page that is read comes out', async ({ page }) => {
  await page.goto(`${HOTSPOT}?lang=ru`);
  await expect(panel(page).locator('h2')).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('bottom-sheet')).toBeHidden();
  await page.screenshot({ path: 'test-results/screenshots/ru-print-from-map.png' });
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.document')).toHaveCount(0);
  await expect(panel(page).locator('h2')).toBeVisible();
});

test('the policy of the page lets all of it through, the data for machines too', async ({ page }) => {
  await page.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', (event) =>
      broken.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  for (const path of Object.values(PAGES)) {
    await page.goto(`${path}?lang=ru`);
    await page.waitForLoadState('networkidle');
    const data = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(data ?? '')['@context']).toBe('https://schema.org');
    expect(await page.evaluate(() => (window as unknown as { broken: string[] }).broken), path).toEqual([]);
  }
});

test('the panel offers what the page offers', async ({ page }) => {
  await page.goto('/hotspots/kg-kanysh-kiya?lang=ru');
  await expect(page.locator('project-list')).toContainText('Оценка эффективности рекультивации');
  const takeaway = page.locator('hotspot-takeaway');
  for (const format of ['GeoJSON', 'CSV', 'GeoPackage']) {
    const href = await takeaway.getByRole('link', { name: format }).getAttribute('href');
    expect((await page.request.get(href ?? '')).status(), `${format} ${href}`).toBe(200);
  }
  await expect(takeaway.getByRole('link', { name: 'PNG' })).toHaveAttribute(
    'href',
    /^\/static\/map\.png\?hotspot=kg-kanysh-kiya&/,
  );
  await page.locator('exposure-curve summary').click();
  const curve = page.locator('exposure-curve img');
  await expect.poll(() => curve.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(100);
});

test('values that contradict each other stand side by side in the panel, too', async ({ page }) => {
  await page.goto(`${HOTSPOT}?lang=ru`);
  const values = page.locator('claims-list .disagree').first().locator('li');
  await expect(values.first()).toBeVisible();
  const [one, two] = [await values.nth(0).boundingBox(), await values.nth(1).boundingBox()];
  expect(two?.y).toBe(one?.y);
  expect(two?.x ?? 0).toBeGreaterThan(one?.x ?? 0);
});

test.describe('where there is no page', () => {
  test.use({ provoked: [/Failed to load resource/] });
  for (const lang of LANGUAGES) {
    test(`${lang}: one gets help`, async ({ page }) => {
      await page.setViewportSize(lang === 'kk' ? PHONE : DESKTOP);
      const answer = await page.goto(`/hotspots/temirtau?lang=${lang}`);
      expect(answer?.status()).toBe(404);
      expect(await textOf(page)).not.toMatch(RAW_KEY);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await page.screenshot({ path: `test-results/screenshots/${lang}-missing.png` });
      await page.locator('main a[href^="/hotspots/kz-temirtau-air?"]').click();
      await expect(page).toHaveURL(/kz-temirtau-air/);
    });
  }
});
