import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { publish, strangers, violations } from './article';
import { saying } from './said';
import { startServer } from './server';
import { DESKTOP, expect, hotspotsOf, LANGUAGES, PHONE, test } from './viewer';

const SIZES = { phone: PHONE, desktop: DESKTOP };

type Told = { type: string; detail: { count?: number; release?: string; id?: string; status?: number } | null };

/** Keeps what the elements of a page announce. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told: unknown[] = [];
    (window as unknown as { told: unknown[] }).told = told;
    for (const type of ['terrikon-load', 'terrikon-select', 'terrikon-error'])
      document.addEventListener(type, (event) => told.push({ type, detail: (event as CustomEvent).detail }));
  });
}

const told = (page: Page) => page.evaluate(() => (window as unknown as { told: Told[] }).told);

async function loaded(page: Page): Promise<Told> {
  await expect
    .poll(async () => (await told(page)).map(({ type }) => type), { timeout: 40_000 })
    .toContain('terrikon-load');
  const found = (await told(page)).find(({ type }) => type === 'terrikon-load');
  if (!found) throw new Error('not loaded');
  return found;
}

const script = (server: string) => `<script type="module" src="${server}/terrikon.js"></script>`;

async function axe(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`);
}

test('on a page of others the map shows what the API has, and nobody else is asked', async ({ page, server }) => {
  const { url, stop } = await publish(
    `${script(server)}<terrikon-map oblast="KZ-35" kind="tailings,industrial_town" lang="ru" load="visible">Карта</terrikon-map>`,
  );
  const others = strangers(page, server, url);
  await listen(page);
  await page.goto(url);
  const { detail } = await loaded(page);
  const expected = await hotspotsOf(page, '&oblast=KZ-35&kind=tailings,industrial_town');
  expect(detail?.count).toBe(expected.length);
  expect(detail?.release).toMatch(/^r[0-9a-f]{16}$/);
  const map = page.locator('terrikon-map');
  await map.getByText('То же списком').click();
  await expect(map.locator('li')).toHaveCount(expected.length);
  await expect(map.getByRole('link', { name: 'Открыть на Терриконе' })).toHaveAttribute(
    'href',
    /^http.*\?lang=ru&kind=tailings,industrial_town&oblast=KZ-35$/,
  );
  expect(await page.evaluate(() => [...document.fonts].map(({ family }) => family))).not.toContain('Noto Sans');
  await page.screenshot({ path: 'test-results/screenshots/embed-article.png' });
  expect(await axe(page)).toEqual([]);
  expect(others).toEqual([]);
  stop();
});

test('two maps of a page speak two languages', async ({ page, server }) => {
  const one = (lang: string) =>
    `<terrikon-map oblast="KZ-35" kind="lake" lang="${lang}" load="visible" height="360"></terrikon-map>`;
  const { url, stop } = await publish(script(server) + one('kk') + one('en'));
  await page.goto(url);
  await expect(page.locator('terrikon-map').first()).toContainText('Дәл осыны тізіммен');
  await expect(page.locator('terrikon-map').last()).toContainText('The same as a list');
  stop();
});

test('nothing is loaded before the map comes near the window', async ({ page, server }) => {
  const { url, stop } = await publish(
    `${script(server)}<p style="height:3000px">A long text.</p><terrikon-map lang="en" load="visible">Later</terrikon-map>`,
  );
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((address) => /maplibre|style\.json|tiles|\/api\/|static/.test(address))).toEqual([]);
  await page.locator('terrikon-map').scrollIntoViewIfNeeded();
  await expect.poll(() => asked.some((address) => /maplibre/.test(address)), { timeout: 30_000 }).toBe(true);
  stop();
});

test('by keyboard: list, hotspot, back; methods and attributes move the map', async ({ page, server }) => {
  const { url, stop } = await publish(
    `${script(server)}<terrikon-map oblast="KZ-35" lang="en" load="visible" height="640"></terrikon-map>`,
  );
  await listen(page);
  await page.goto(url);
  await loaded(page);
  const map = page.locator('terrikon-map');
  await map.locator('.list summary').focus();
  await page.keyboard.press('Enter');
  const link = map.locator('li a').first();
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(map.locator('.card h2')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(map.locator('.card')).toHaveCount(0);
  await expect(link).toBeFocused();
  const chosen = (await told(page))
    .filter(({ type }) => type === 'terrikon-select')
    .map(({ detail }) => detail?.id ?? null);
  expect(chosen).toEqual([expect.any(String), null]);

  type Methods = HTMLElement & {
    select: (id: string) => Promise<void>;
    flyTo: (target: object) => Promise<void>;
    maplibre: { getCenter(): { lng: number }; getZoom(): number };
  };
  await map.evaluate((element) => (element as Methods).select('kz-temirtau-air'));
  await expect(map.locator('.card h2')).toContainText('Temirtau');
  await map.evaluate((element) => (element as Methods).flyTo({ center: [76.9, 43.2], zoom: 8 }));
  await expect
    .poll(() => map.evaluate((element) => (element as Methods).maplibre.getCenter().lng))
    .toBeCloseTo(76.9, 0);
  await map.evaluate((element) => element.setAttribute('kind', 'lake'));
  await expect
    .poll(async () => (await told(page)).filter(({ type }) => type === 'terrikon-load').length, { timeout: 20_000 })
    .toBe(2);
  stop();
});

test.describe('an old or mangled snippet', () => {
  test.use({ provoked: [/Failed to load resource.*404/] });
  test('what can’t be read is said, and a release that is gone gives way to the latest', async ({ page, server }) => {
    const { url, stop } = await publish(
      `${script(server)}<terrikon-map oblast="KZ-35" kind="volcano" release="r0000000000000000" lang="en" load="visible"></terrikon-map>`,
    );
    await listen(page);
    await page.goto(url);
    await loaded(page);
    const map = page.locator('terrikon-map');
    await expect(map.getByRole('alert')).toContainText('kind');
    await expect(map.getByRole('status')).toContainText('r0000000000000000 is no longer kept');
    stop();
  });
});

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const lang of LANGUAGES) {
    test(`${lang} on a ${size}: the framed page`, async ({ page, server }) => {
      const say = saying(lang);
      await page.setViewportSize(viewport);
      const { url, stop } = await publish(
        `<iframe src="${server}/embed?oblast=KZ-35&kind=tailings&lang=${lang}&load=visible" title="Map" width="100%" height="520" style="border:0"></iframe>`,
      );
      const refused = await violations(page);
      const others = strangers(page, server, url);
      await page.goto(url);
      const frame = page.frameLocator('iframe');
      await expect(frame.getByRole('button', { name: say('map-zoom-in') })).toBeVisible({ timeout: 40_000 });
      await expect(frame.locator('footer')).toContainText(say('embed-back'));
      await page.screenshot({ path: `test-results/screenshots/${lang}-${size}-embed.png` });
      expect(await axe(page)).toEqual([]);
      expect([refused, others]).toEqual([[], []]);
      stop();
    });
  }
}

test.describe('where the operator names those who may frame the map', () => {
  test.use({ provoked: [/frame-ancestors|Failed to load resource/] });
  test('others get nothing, and no other page is framed by anybody', async ({ page, server }) => {
    const allowed = await publish('');
    const own = await startServer(undefined, ['--embed-origins', new URL(allowed.url).origin]);
    allowed.stop();
    const { url, stop } = await publish(
      `<iframe id="embed" src="${own.url}/embed?lang=en"></iframe><iframe id="page" src="${server}/?lang=en"></iframe>`,
    );
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    await page.goto(url);
    await expect.poll(() => failed.length).toBeGreaterThanOrEqual(2);
    await expect(page.frameLocator('#embed').locator('terrikon-map')).toHaveCount(0);
    await expect(page.frameLocator('#page').locator('terrikon-app')).toHaveCount(0);
    stop();
    own.stop();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the framed page is a list with links', async ({ page }) => {
    await page.goto('/embed?oblast=KZ-35&lang=kk');
    await expect(page.locator('h1')).toContainText('Қарағанды облысы');
    expect(await page.locator('li a').count()).toBeGreaterThan(3);
  });
});
