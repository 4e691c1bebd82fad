import { expect, mapIdle, panel, test } from './viewer';

for (const spelling of ['Темиртау', 'Теміртау', 'temirtau']) {
  test(`finds the town as ${spelling}`, async ({ page }) => {
    await page.goto('/?lang=ru');
    await mapIdle(page);
    await page.getByRole('combobox', { name: 'Поиск' }).fill(spelling);
    const town = page.locator('search-box').getByRole('option').filter({ hasText: 'населённый пункт' }).first();
    await expect(town).toContainText('Темиртау');
    await town.click();
    await mapIdle(page);
    await expect(page).toHaveURL(/lat=50\.0\d+&lon=7[23]\./);
    // What is near my home: the list, nearest first.
    await expect(page.locator('hotspot-list li').first()).toContainText(/Караганд.* км/s);
  });
}

test('a hotspot is chosen by keyboard alone', async ({ page }) => {
  await page.goto('/?lang=ru');
  const field = page.getByRole('combobox', { name: 'Поиск' });
  await field.pressSequentially('Темиртау');
  await expect(page.locator('search-box').getByRole('option').first()).toBeVisible();
  const options = await page.locator('search-box').getByRole('option').allTextContents();
  const wanted = options.findIndex((text) => /очаг/.test(text));
  for (let step = 0; step <= wanted; step++) await page.keyboard.press('ArrowDown');
  await expect(page.locator('search-box').getByRole('option', { selected: true })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(panel(page).locator('h2')).toBeFocused();
});

test('what is not found is said, with advice', async ({ page }) => {
  await page.goto('/?lang=ru');
  await page.getByRole('combobox', { name: 'Поиск' }).fill('йцукенгшщз');
  await expect(page.getByText(/ничего не найдено/)).toBeVisible();
});
