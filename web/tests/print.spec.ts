import { expect, LANGUAGES, mapIdle, test } from './viewer';

for (const lang of LANGUAGES) {
  test(`${lang}: on paper there are map, legend, list and whose data it is`, async ({ page }) => {
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.goto(`/?lang=${lang}&shade=emissions_stationary`);
    await mapIdle(page);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('print-page');
    await expect(paper).toBeVisible();
    await expect(page.locator('bottom-sheet')).toBeHidden();
    await expect(page.locator('map-view')).toBeHidden();
    const listed = await (
      await page.request.get(`/api/collections/hotspots/items?lang=${lang}&limit=1000&skipGeometry=true`)
    ).json();
    await expect(paper.locator('tbody tr')).toHaveCount(listed.features.length);
    await expect(paper.locator('shade-ramp li').first()).toBeVisible();
    await expect(paper.locator('footer')).toContainText(listed.features[0].properties.release);
    await expect(paper.locator('footer')).toContainText('Natural Earth');
    // The picture is of the map: it has many colours.
    const colours = await paper.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
      const seen = new Set<number>();
      for (let at = 0; at < data.length; at += 4 * 97)
        seen.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
      return seen.size;
    });
    expect(colours).toBeGreaterThan(20);
    await page.screenshot({ path: `test-results/screenshots/${lang}-print.png` });
  });
}

test('the button prints on light ground, and the screen stays dark', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'));
      document.documentElement.dataset.printed = document.documentElement.dataset.theme ?? '';
    };
  });
  await page.goto('/?lang=ru&theme=dark');
  await mapIdle(page);
  await page.getByRole('button', { name: 'Напечатать' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a document of A4 pages comes out', async ({ page }) => {
  await page.goto('/?lang=ru');
  await mapIdle(page);
  const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(file).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12]/);
  // Eleven kinds of marks and 92 rows don't fit on one page, and not on ten.
  const pages = file.match(/\/Type \/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(1);
  expect(pages).toBeLessThan(10);
});
