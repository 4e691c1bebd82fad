import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { publish, strangers } from './article';
import { type Say, saying } from './said';
import { DESKTOP, expect, LANGUAGES, mapIdle, PHONE, panel, test } from './viewer';

const SIZES = { phone: PHONE, desktop: DESKTOP };
const TEMIRTAU = 'kz-temirtau-air';

/** A reader in a language on a device: looks at each page that is come to, with axe and for the eye. */
class Reader {
  readonly say: Say;
  readonly strangers: string[];

  constructor(
    readonly page: Page,
    readonly lang: string,
    private readonly size: string,
    readonly server: string,
  ) {
    this.say = saying(lang);
    this.strangers = strangers(page, server);
  }

  async look(name: string): Promise<void> {
    await this.page.screenshot({ path: `test-results/screenshots/journeys/${this.lang}-${this.size}-${name}.png` });
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${name}, ${id}: ${nodes.map((node) => node.html).join('\n')}`)).toEqual(
      [],
    );
  }

  /** Moves the keyboard on until it is there. */
  async tabTo(wanted: Locator, most = 60): Promise<void> {
    for (let step = 0; step < most; step += 1) {
      if (await wanted.evaluate((element) => element.matches(':focus')).catch(() => false)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`not reached within ${most} steps: ${wanted}`);
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}

for (const lang of LANGUAGES) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test.describe(`${lang} on a ${size}`, () => {
      test.describe.configure({ timeout: 150_000 });
      test.use({
        viewport,
        geolocation: { longitude: 72.97, latitude: 50.06 },
        permissions: ['geolocation', 'clipboard-read', 'clipboard-write'],
      });

      test('a resident asks what is near, with the keyboard alone and without the map', async ({ page, server }) => {
        const reader = new Reader(page, lang, size, server);
        const { say } = reader;
        await page.goto(`/?lang=${lang}`);
        await page.locator('.skip').waitFor({ state: 'attached' });
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        const rows = page.locator('hotspot-list li');
        await expect(rows.first()).toBeVisible();
        await reader.look('list');
        await page.getByRole('button', { name: say('near-me') }).focus();
        await page.keyboard.press('Enter');
        await reader.look('asked');
        await reader.tabTo(page.getByRole('button', { name: say('near-me-locate') }));
        await page.keyboard.press('Enter');
        const near = page.locator('pin-panel');
        await expect(near.locator('h2')).toBeFocused();
        await expect(near.locator('people-rings tbody tr')).toHaveCount(5);
        await reader.look('near');
        await reader.tabTo(near.locator('near-hotspots a').first());
        await page.keyboard.press('Enter');
        await expect(panel(page).locator('h2')).toBeFocused();
        await reader.look('nearest');
        await page.keyboard.press('Escape');
        await expect(panel(page)).toHaveCount(0);
        await expect(rows.first()).toBeVisible();
        expect(reader.strangers).toEqual([]);
      });

      test('a journalist takes Temirtau into an article', async ({ page, server, context }) => {
        const reader = new Reader(page, lang, size, server);
        const { say } = reader;
        await page.goto(`/?lang=${lang}`);
        await page.getByRole('combobox', { name: say('search-label') }).fill('temirtau');
        await page
          .locator('search-box')
          .getByRole('option')
          .filter({ hasText: say('search-type-hotspot') })
          .first()
          .click();
        await expect(page).toHaveURL(new RegExp(`/hotspots/${TEMIRTAU}`));
        await expect(panel(page).locator('h2')).toBeVisible();
        await reader.look('temirtau');

        await page.goto(`/embed/builder?hotspot=${TEMIRTAU}&lang=${lang}`);
        await expect(page.locator('h1')).toHaveText(say('publish-title'));
        await expect(page.locator('embed-results section')).toHaveCount(5);
        await expect(page.frameLocator('iframe').locator('footer')).toBeVisible({ timeout: 30_000 });
        await reader.look('builder');
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);

        await page
          .getByRole('button', { name: say('publish-copy') })
          .first()
          .click();
        const snippet = await reader.clipboard();
        await page.getByRole('button', { name: say('panel-copy-citation') }).click();
        expect(await reader.clipboard()).toMatch(/r[0-9a-f]{16}.*\/hotspots\/kz-temirtau-air/);
        const picture = page.getByRole('link', { name: say('publish-picture-download') });
        await expect(picture).toHaveAttribute(
          'href',
          /\/static\/map\.png\?hotspot=kz-temirtau-air&size=1200x630&lang=/,
        );
        const file = page.waitForEvent('download');
        await picture.click();
        expect((await readFile(await (await file).path())).subarray(1, 4).toString()).toBe('PNG');

        const { url, stop } = await publish(snippet);
        const article = await context.newPage();
        const others = strangers(article, server, url);
        await article.goto(url);
        const map = article.locator('terrikon-map');
        const open = map.getByRole('button', { name: say('embed-open') });
        await open.or(map.locator('.card')).first().waitFor({ timeout: 30_000 });
        if (await open.isVisible()) await open.click();
        await expect(map.locator('.card h2')).toBeVisible({ timeout: 40_000 });
        await expect(map.getByRole('button', { name: say('map-zoom-in') })).toBeVisible({ timeout: 40_000 });
        await article.screenshot({ path: `test-results/screenshots/journeys/${lang}-${size}-article.png` });
        const { violations } = await new AxeBuilder({ page: article }).analyze();
        expect(violations.map(({ id }) => id)).toEqual([]);
        expect([others, reader.strangers]).toEqual([[], []]);
        stop();
      });

      test('a researcher takes the figures of an oblast away', async ({ page, server }) => {
        const reader = new Reader(page, lang, size, server);
        await page.goto(`/?lang=${lang}&oblast=KZ-35`);
        await mapIdle(page);
        await page.getByRole('link', { name: reader.say('profile-open') }).click();
        await expect(page.locator('terrikon-profile h1')).toBeVisible({ timeout: 30_000 });
        await reader.look('oblast');
        const file = page.waitForEvent('download');
        await page.locator('profile-links').getByRole('link', { name: 'CSV' }).first().click();
        const rows = (await readFile(await (await file).path(), 'utf8')).trim().split('\n');
        expect(rows.length).toBeGreaterThan(10);
        expect(rows[0]).toContain('source');
        expect(reader.strangers).toEqual([]);
      });
    });
  }
}
