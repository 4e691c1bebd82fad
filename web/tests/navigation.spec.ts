import { expect, mapIdle, panel, test } from './viewer';

test('a deep link opens the panel in its language and flies there', async ({ page }) => {
  await page.goto('/hotspots/kz-temirtau-air?lang=kk');
  await expect(panel(page).locator('h2')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
  await mapIdle(page);
  await expect(page).toHaveURL(/lat=50\.\d+&lon=7[23]\.\d+/);
});

test('the back button undoes one step at a time', async ({ page }) => {
  await page.goto('/?lang=ru');
  await mapIdle(page);
  await page.getByRole('button', { name: 'Список', exact: true }).click();
  await page.locator('hotspot-list a').first().click();
  await expect(panel(page).locator('h2')).toBeVisible();
  await page.goBack();
  await expect(page.locator('hotspot-list')).toBeVisible();
  await page.goBack();
  await expect(page.locator('map-legend')).toBeVisible();
  await page.goForward();
  await expect(page.locator('hotspot-list')).toBeVisible();
});

test('every figure in a panel stands with its source', async ({ page }) => {
  await page.goto('/hotspots/kz-temirtau-air?lang=ru');
  const claims = panel(page).locator('claims-list li');
  await expect(claims.first()).toBeVisible();
  for (const claim of await claims.all()) {
    await expect(claim.locator('.value')).not.toBeEmpty();
    await expect(claim.locator('.second').last()).not.toBeEmpty();
  }
  await expect(panel(page)).toContainText('положение ±');
  await expect(panel(page)).toContainText('Выпуск данных');
});

test('the list is sorted by name, oblast and distance', async ({ page }) => {
  await page.goto('/?lang=ru&view=list');
  await mapIdle(page);
  const names = () => page.locator('hotspot-list .name').allInnerTexts();
  const byName = await names();
  expect(byName).toEqual(byName.toSorted(new Intl.Collator('ru').compare));
  await page.locator('hotspot-list select').selectOption('distance');
  await expect(page.locator('hotspot-list .distance').first()).toBeVisible();
  expect(await names()).not.toEqual(byName);
});

test('by keyboard alone: skip link, list, panel, and back to the list', async ({ page }) => {
  await page.goto('/?lang=ru');
  await mapIdle(page);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('hotspot-overview [tabindex]')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.locator('hotspot-list a').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel(page).locator('h2')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(page.locator('hotspot-overview [tabindex]')).toBeFocused();
});
