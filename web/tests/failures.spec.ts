import { expect, mapIdle, test } from './viewer';

test.use({ provoked: [/Failed to load resource/] });

test('a place that is not there is said so, in the reader’s language', async ({ page }) => {
  await page.goto('/?lang=kk');
  await mapIdle(page);
  await page.evaluate(() => {
    history.pushState(null, '', '/hotspots/no-such-place?lang=kk');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(page.getByRole('alert')).toContainText('Бұл шығарылымда ондай орын жоқ');
  await expect(page.locator('hotspot-overview')).toBeVisible();
});

test('a failed server is told and asked again', async ({ page }) => {
  const problem = {
    status: 500,
    contentType: 'application/problem+json',
    body: '{"title":"secret cause","status":500}',
  };
  await page.route('**/api/collections/hotspots/items?*', (route) => route.fulfill(problem));
  await page.goto('/?lang=ky&view=list');
  const note = page.getByRole('alert');
  await expect(note).toContainText('Серверде ката кетти');
  await expect(note).not.toContainText('secret cause');
  await page.unroute('**/api/collections/hotspots/items?*');
  await note.getByRole('button', { name: 'Кайра аракет кылуу' }).click();
  await expect(page.locator('hotspot-list li').first()).toBeVisible();
  await expect(note).toHaveCount(0);
});

test('no connection is told as such', async ({ page }) => {
  await page.route('**/api/collections/hotspots/items?*', (route) => route.abort());
  await page.goto('/?lang=en&view=list');
  await expect(page.getByRole('alert')).toContainText('No connection to the server');
});
