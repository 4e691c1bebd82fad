import { countOnMap, expect, hotspotsOf, mapIdle, panel, pixelOf, test } from './viewer';

const TEMIRTAU: [number, number] = [72.9667, 50.0667];

test('a click on a symbol opens its panel, Escape closes it', async ({ page }) => {
  await page.goto(`/?lang=ru&z=11&lat=${TEMIRTAU[1]}&lon=${TEMIRTAU[0]}`);
  await mapIdle(page);
  const temirtau = (await hotspotsOf(page)).find(({ id }) => id === 'kz-temirtau-air');
  const { x, y } = await pixelOf(page, (temirtau?.properties.position as [number, number]) ?? TEMIRTAU);
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/\/hotspots\/kz-temirtau-air/);
  await expect(panel(page).locator('h2')).toContainText('Темиртау');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/hotspots/);
});

test('map and list show the same hotspots, with and without filters', async ({ page }) => {
  await page.goto('/?lang=ru&view=list');
  await mapIdle(page);
  const rows = page.locator('hotspot-list li');
  const all = (await hotspotsOf(page)).length;
  await expect(rows).toHaveCount(all);
  expect(await countOnMap(page)).toBe(all);

  await page.getByRole('button', { name: 'Хвостохранилища' }).click();
  await expect(page).toHaveURL(/kind=tailings/);
  const tailings = (await hotspotsOf(page, '&kind=tailings')).length;
  expect(tailings).toBeLessThan(all);
  await expect(rows).toHaveCount(tailings);
  await mapIdle(page);
  await expect.poll(() => countOnMap(page)).toBe(tailings);

  await page.locator('oblast-select select').selectOption('KG-J');
  await expect(page).toHaveURL(/oblast=KG-J/);
  const both = (await hotspotsOf(page, '&kind=tailings&oblast=KG-J')).length;
  expect(both).toBeGreaterThan(0);
  await expect(rows).toHaveCount(both);
  await mapIdle(page);
  await expect.poll(() => countOnMap(page)).toBe(both);
});

test('a filter that nothing passes says so and offers a way out', async ({ page }) => {
  await page.goto('/?lang=ru&view=list&kind=lake&oblast=KG-T');
  await expect(page.getByText('Под этот отбор не подходит ни один очаг.')).toBeVisible();
  await page.locator('hotspot-list').getByRole('button', { name: 'Сбросить отбор' }).click();
  await expect(page.locator('hotspot-list li').first()).toBeVisible();
  await expect(page).not.toHaveURL(/kind=/);
});

test('the map’s position is in the address', async ({ page }) => {
  await page.goto('/?lang=ru');
  await mapIdle(page);
  await page.getByRole('button', { name: 'Приблизить', exact: true }).click();
  await expect(page).toHaveURL(/z=\d/);
  await mapIdle(page);
  const address = page.url();
  await page.reload();
  await mapIdle(page);
  expect(page.url()).toBe(address);
});

test('dark colours reach page and map', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const style = page.waitForRequest(/style\.json\?lang=ru&theme=dark/);
  await page.goto('/hotspots/kz-temirtau-air?lang=ru');
  await style;
  await mapIdle(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.screenshot({ path: 'test-results/screenshots/ru-desktop-dark.png' });
  await page.getByRole('button', { name: 'Цвета: Как на устройстве' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(page).toHaveURL(/theme=light/);
});
