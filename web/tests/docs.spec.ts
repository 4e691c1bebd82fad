import AxeBuilder from '@axe-core/playwright';
import { DESKTOP, expect, PHONE, test } from './viewer';

for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`the description of the API on a ${size}: from our own files, with every group of addresses`, async ({
    page,
  }) => {
    const said: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(error.message));
    const foreign: string[] = [];
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol !== 'data:' && host !== new URL(page.url()).host && page.url() !== 'about:blank')
        foreign.push(request.url());
    });
    await page.setViewportSize(viewport);
    await page.goto('/api/docs');
    for (const group of ['Contents', 'Collections', 'Exposure', 'Search', 'Releases', 'Map', 'Operation'])
      await expect(page.locator(`#operations-tag-${group}`)).toBeVisible();
    await page
      .getByRole('button', { name: /\/api\/exposure.*of a place/ })
      .first()
      .click();
    await expect(page.locator('.opblock.is-open').getByText('radius', { exact: true }).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(said).toEqual([]);
    expect(foreign).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).include('header').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
}

test('the map loads nothing of it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/?lang=en');
  await page.waitForLoadState('networkidle');
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((path) => /docs/.test(path))).toEqual([]);
});
