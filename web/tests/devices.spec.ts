import { expect, panel, test } from './viewer';

test.describe('a device that can’t draw the map', () => {
  test.use({ provoked: [/WebGL/i] });
  test('has the list, the panel and the search all the same', async ({ page }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto('/?lang=ru&view=list');
    await expect(page.getByText('Это устройство не может нарисовать карту')).toBeVisible();
    await page.locator('hotspot-list a').first().click();
    await expect(panel(page).locator('h2')).toBeVisible();
    await page.getByRole('button', { name: 'Закрыть' }).click();
    await expect(page.locator('hotspot-list')).toBeVisible();
  });
});
