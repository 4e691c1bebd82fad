import type { Page } from '@playwright/test';
import { saying } from './said';
import { DESKTOP, expect, LANGUAGES, mapIdle, PHONE, panel, test } from './viewer';

const contents = (page: Page) => page.locator('map-contents');

test('what is in view is told in words, and kept in step with the map', async ({ page }) => {
  await page.goto('/?lang=en&z=11&lat=50.0667&lon=72.9667');
  await mapIdle(page);
  await expect(contents(page).getByRole('status')).toHaveText(/^\d+ hotspots? in view$/);
  await expect(contents(page).getByRole('button', { name: /^Temirtau.*Industrial town$/ })).toHaveCount(1);
  await page.goto('/?lang=en&z=11&lat=47&lon=58.5');
  await mapIdle(page);
  await expect(contents(page).getByRole('status')).toHaveText('No hotspots in view');
});

test('the whole map tells of as many as the list', async ({ page }) => {
  await page.goto('/?lang=en&view=list');
  await mapIdle(page);
  const listed = await page.locator('hotspot-list li').count();
  await expect(contents(page).getByRole('status')).toHaveText(`${listed} hotspots in view`);
});

test('a hotspot of the map is opened by keyboard alone, and closing leads back to the map', async ({ page }) => {
  await page.goto('/?lang=en&z=11&lat=50.0667&lon=72.9667');
  await mapIdle(page);
  await page.locator('.maplibregl-canvas').focus();
  await page.keyboard.press('Tab');
  const first = contents(page).getByRole('button').first();
  await expect(first).toBeFocused();
  await expect(first).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(panel(page).locator('h2')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.maplibregl-canvas')).toBeFocused();
});

test('a cluster opens by keyboard', async ({ page }) => {
  await page.goto('/?lang=en&z=5&lat=50&lon=73');
  await mapIdle(page);
  const zoom = () => Number(new URL(page.url()).searchParams.get('z'));
  const before = zoom();
  await contents(page)
    .getByRole('button', { name: /close together/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect.poll(zoom).toBeGreaterThan(before);
});

for (const lang of LANGUAGES) {
  test(`${lang}: in the reader’s language`, async ({ page }) => {
    await page.goto(`/?lang=${lang}&z=7&lat=50&lon=73`);
    await mapIdle(page);
    const words = { en: 'in view', ru: 'В поле зрения', kk: 'Көріністе', ky: 'Көрүнүштө' };
    await expect(contents(page).getByRole('status')).toContainText(words[lang]);
  });
}

/** Every control that is shown, with its size; links within a sentence may be small. */
function targets(page: Page): Promise<{ what: string; width: number; height: number }[]> {
  return page.evaluate(() => {
    const found: { what: string; width: number; height: number }[] = [];
    const visit = (root: ParentNode) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (!element.matches('button, select, input, summary')) continue;
        const { width, height } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const hidden = element.closest('[hidden]') || style.visibility === 'hidden' || width * height === 0;
        const host = (element.getRootNode() as ShadowRoot).host?.localName ?? '';
        if (!hidden && host !== 'map-contents')
          found.push({ what: `${host} ${element.ariaLabel ?? element.textContent?.trim()}`, width, height });
      }
    };
    visit(document.body);
    return found;
  });
}

for (const address of ['/?lang=kk', '/?lang=ru&shade=hotspots', '/?lang=ky&pin=73.1,49.8', '/?lang=en&view=list']) {
  test(`${address}: controls are large enough for a thumb, and for a mouse`, async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.goto(address);
    await mapIdle(page);
    const small = (least: number) => async () =>
      (await targets(page)).filter(({ width, height }) => width < least - 0.5 || height < least - 0.5);
    expect((await targets(page)).length).toBeGreaterThan(10);
    expect(await small(44)()).toEqual([]);
    await page.setViewportSize(DESKTOP);
    await mapIdle(page);
    expect(await small(24)()).toEqual([]);
  });
}

test('at twice the size nothing is lost', async ({ page }) => {
  // A window of 1440 by 900 at 200 % has room for half as many.
  await page.setViewportSize({ width: 720, height: 450 });
  await page.goto('/?lang=kk&shade=emissions_stationary');
  await mapIdle(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(720);
  for (const name of await page.locator('map-controls button:visible').all())
    await expect(name).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: saying('kk')('sheet-raise'), exact: true }).click();
  await page.getByRole('button', { name: 'Тізім' }).click();
  await expect(page.locator('hotspot-list a').first()).toBeInViewport();
  await page.screenshot({ path: 'test-results/screenshots/kk-200-percent.png' });
});

test('the keyboard is seen wherever it is', async ({ page }) => {
  await page.goto('/?lang=ru');
  await mapIdle(page);
  const seen = new Set<string>();
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element || element === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const name = `${element.localName} ${element.ariaLabel ?? element.textContent?.trim().slice(0, 30)}`;
      return { name, shown: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 };
    });
    if (!at) continue;
    expect(at.shown, at.name).toBe(true);
    seen.add(at.name);
  }
  expect(seen.size).toBeGreaterThan(20);
});
