import { expect, mapIdle, PHONE, panel, test } from './viewer';

test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

test('the sheet has three heights, by buttons and by drag', async ({ page }) => {
  await page.goto('/?lang=kk');
  await mapIdle(page);
  const height = async () => Math.round((await page.locator('bottom-sheet .sheet').boundingBox())?.height ?? 0);
  await expect.poll(height).toBe(422);
  await page.getByRole('button', { name: 'Тақтаны көтеру' }).click();
  await expect.poll(height).toBe(796);
  await page.getByRole('button', { name: 'Тақтаны түсіру' }).click();
  await page.getByRole('button', { name: 'Тақтаны түсіру' }).click();
  await expect.poll(height).toBe(120);
  await expect(page.locator('search-box input')).toBeInViewport();

  await page.mouse.move(195, 844 - 96);
  await page.mouse.down();
  await page.mouse.move(195, 500, { steps: 5 });
  await page.mouse.move(195, 430, { steps: 5 });
  await page.mouse.up();
  await expect.poll(height).toBe(422);
});

test('a hotspot from the list opens in half of the screen, with the map above', async ({ page }) => {
  await page.goto('/?lang=ky&view=list');
  await mapIdle(page);
  await page.locator('hotspot-list a').first().tap();
  await expect(panel(page).locator('h2')).toBeInViewport();
  await mapIdle(page);
  await page.screenshot({ path: 'test-results/screenshots/ky-phone-picked.png' });
  await page.getByRole('button', { name: 'Жабуу' }).tap();
  await expect(page.locator('hotspot-list')).toBeVisible();
});

test('what is pressed is large enough for a thumb', async ({ page }) => {
  await page.goto('/?lang=ru');
  await mapIdle(page);
  for (const button of await page.locator('main button:visible').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), (await button.textContent()) ?? '').toBeGreaterThanOrEqual(32);
  }
});

test('searching raises the sheet, so that results have room', async ({ page }) => {
  await page.goto('/?lang=ru');
  await mapIdle(page);
  await page.locator('search-box input').tap();
  await page.locator('search-box input').fill('Темиртау');
  await expect(page.locator('search-box').getByRole('option').first()).toBeInViewport();
  await page.screenshot({ path: 'test-results/screenshots/ru-phone-search.png' });
});
