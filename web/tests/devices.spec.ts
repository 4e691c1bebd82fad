import { expect, mapIdle, panel, test } from './viewer';

test.describe('a device that tells where it is', () => {
  test.use({ geolocation: { longitude: 72.97, latitude: 50.06 }, permissions: ['geolocation'] });
  test('gets what is near, nearest first', async ({ page }) => {
    await page.goto('/?lang=kk');
    await mapIdle(page);
    await page.getByRole('button', { name: 'Менің жанымда не бар?' }).click();
    await expect(page.locator('hotspot-list li').first()).toContainText('Қарағанды');
    await mapIdle(page);
    await expect(page).toHaveURL(/lat=50\.06\d+&lon=72\.97/);
  });
});

test('a device that may not tell is asked for the town instead', async ({ page }) => {
  await page.goto('/?lang=ky');
  await mapIdle(page);
  await page.getByRole('button', { name: 'Менин жанымда эмне бар?' }).click();
  await expect(page.getByText('Шаарыңыздын атын жазыңыз')).toBeVisible();
});

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
