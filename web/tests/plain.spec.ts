import { expect, LANGUAGES, test } from './viewer';

test.use({ javaScriptEnabled: false });

for (const lang of LANGUAGES) {
  test(`${lang} can be read without scripts`, async ({ page }) => {
    await page.goto(`/?lang=${lang}`);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    expect(await page.locator('li a').count()).toBeGreaterThan(50);

    await page.locator('li a[href^="/hotspots/kz-temirtau-air?"]').click();
    await expect(page).toHaveURL(new RegExp(`lang=${lang}`));
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('main a[href^="https://"]').first()).toBeVisible();
    await page.screenshot({ path: `test-results/screenshots/${lang}-plain.png` });
    expect(await page.locator('body').textContent()).not.toMatch(/\b(panel|trust|position|claim)-[a-z]+/);
  });
}

test('an oblast can be read without scripts', async ({ page }) => {
  await page.goto('/oblasts/KZ-35?lang=ru');
  await expect(page.locator('h1')).toHaveText('Карагандинская область');
  expect(await page.locator('table tr').count()).toBeGreaterThan(3);
  await page.screenshot({ path: 'test-results/screenshots/ru-plain-oblast.png', fullPage: true });
  expect(await page.locator('body').textContent()).not.toMatch(/\b(profile|exposure|claim|caveat)-[a-z]+/);
  await page.getByRole('link', { name: 'Қазақша' }).click();
  await expect(page.locator('h1')).toHaveText('Қарағанды облысы');
});
