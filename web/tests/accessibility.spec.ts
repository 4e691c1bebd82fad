import AxeBuilder from '@axe-core/playwright';
import { DESKTOP, expect, mapIdle, PHONE, test } from './viewer';

const PAGES = {
  overview: '/?lang=ru',
  list: '/?lang=kk&view=list',
  panel: '/hotspots/kz-temirtau-air?lang=ky&view=map',
  reach: '/hotspots/kz-stepnogorsk-u?lang=kk&radius=3000',
  pin: '/?lang=ru&pin=73.1,49.8&radius=20000',
  'pin in Kazakh': '/?lang=kk&pin=72.97,50.06',
  empty: '/?lang=en&view=list&kind=lake&oblast=KG-T',
  shaded: '/?lang=ru&shade=emissions_stationary',
  'shaded before 2022': '/?lang=kk&shade=hotspots&date=2021-12-31',
  'near the reader': '/?lang=ky&pin=72.97,50.07&accuracy=800',
};

for (const theme of ['light', 'dark']) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    for (const [name, address] of Object.entries(PAGES)) {
      test(`${name} on a ${size}, ${theme}: axe finds nothing serious`, async ({ page }) => {
        await page.setViewportSize(viewport);
        await page.goto(`${address}&theme=${theme}`);
        await mapIdle(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`)).toEqual([]);
      });
    }
  }
}

test('who asked for less motion gets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/?lang=ru');
  await mapIdle(page);
  const motion = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--motion'));
  expect(motion.trim()).toMatch(/^0m?s$/);
  await page.getByRole('button', { name: 'Показать обе страны' }).click();
  const moving = await page
    .locator('map-view')
    .evaluate((element) => (element as HTMLElement & { maplibre: { isMoving(): boolean } }).maplibre.isMoving());
  expect(moving).toBe(false);
});
