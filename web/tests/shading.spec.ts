import type { Page } from '@playwright/test';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { DESKTOP, expect, LANGUAGES, mapIdle, PHONE, test, textOf } from './viewer';

type MapElement = HTMLElement & { maplibre?: MapLibreMap };

interface Told {
  name: string;
  year: number | null;
  classes: { limits: number[] };
  oblasts: { code: string; name: string; value: number | null; why_text: string | null }[];
}

async function shadingOf(page: Page, query: string): Promise<Told> {
  return (await page.request.get(`/api/oblasts/shading?${query}`)).json();
}

/** The colour that the map paints each oblast with, and those that it hatches. */
function shadesOnMap(page: Page): Promise<{ colours: Record<string, string>; hatched: string[] }> {
  return page.locator('map-view').evaluate((element) => {
    const map = (element as MapElement).maplibre;
    const [, , ...cases] = (map?.getPaintProperty('oblasts-shade', 'fill-color') ?? []) as unknown as string[];
    const among = (layer: string) =>
      ((map?.getFilter(layer) ?? []) as unknown as [string, unknown, [string, string[]]])[2][1];
    const shown = among('oblasts-shade');
    const colours: Record<string, string> = {};
    for (let index = 0; index + 1 < cases.length; index += 2)
      if (shown.includes(cases[index] ?? '')) colours[cases[index] ?? ''] = cases[index + 1] ?? '';
    return { colours, hatched: among('oblasts-no-figure') };
  });
}

for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  for (const lang of LANGUAGES) {
    test(`${lang}, ${size}: shades, classes, year and sources are told in the reader’s language`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.goto(`/?lang=${lang}&shade=emissions_stationary`);
      await mapIdle(page);
      const told = await shadingOf(page, `indicator=emissions_stationary&lang=${lang}`);
      const card = page.locator('map-card');
      await expect(card.locator('h2')).toHaveText(new RegExp(`^${told.name}, .*${told.year}$`));
      await expect(card.locator('shade-ramp li')).toHaveCount(told.classes.limits.length + 2);
      await expect(page.locator('shade-legend')).toContainText(
        /31.*12.*2022|December 2022|\d{2}\.\d{2}\.20\d{2}|20\d{2}/,
      );
      await expect(page.locator('shade-legend p a').first()).toHaveAttribute('href', /^https?:/);
      expect(await textOf(page)).not.toMatch(/\b(shade|time|card|contents|shading)-[a-z-]+\b/);
      await page.screenshot({ path: `test-results/screenshots/${lang}-${size}-shading.png` });
    });
  }
}

test('an oblast is as dark as its figure, and hatched where there is none', async ({ page }) => {
  await page.goto('/?lang=ru&shade=emissions_stationary&theme=light');
  await mapIdle(page);
  const { oblasts, classes } = await shadingOf(page, 'indicator=emissions_stationary&lang=ru');
  const { colours, hatched } = await shadesOnMap(page);
  const known = oblasts.filter(({ value }) => value !== null);
  expect(Object.keys(colours).sort()).toEqual(known.map(({ code }) => code).sort());
  expect(hatched.sort()).toEqual(
    oblasts
      .filter(({ value }) => value === null)
      .map(({ code }) => code)
      .sort(),
  );
  expect(hatched).toContain('KG-J');
  const classOf = (value: number) => classes.limits.filter((limit) => limit <= value).length;
  for (const one of known)
    for (const other of known)
      expect(colours[one.code] === colours[other.code], `${one.code} ${other.code}`).toBe(
        classOf(one.value ?? 0) === classOf(other.value ?? 0),
      );
  const seen = await page.locator('map-view').evaluate((element) => {
    const map = (element as MapElement).maplibre;
    return map?.queryRenderedFeatures({ layers: ['oblasts-shade'] }).map(({ properties }) => String(properties.code));
  });
  expect(new Set(seen)).toContain('KZ-55');
});

test('the choice is in the address, the back button undoes it, and the card ends it', async ({ page }) => {
  await page.goto('/?lang=ru');
  await mapIdle(page);
  await expect(page.locator('map-card')).toHaveCount(0);
  // The keyboard stays where the choice was made.
  await page.getByLabel('Закрасить области по показателю').focus();
  await page.getByLabel('Закрасить области по показателю').selectOption('hotspots');
  await expect(page).toHaveURL(/shade=hotspots/);
  await expect(page.locator('map-card h2')).toHaveText(/Известные очаги/);
  await expect(page.getByLabel('Закрасить области по показателю')).toBeFocused();
  await page.goBack();
  await expect(page).not.toHaveURL(/shade=/);
  await expect(page.locator('map-card')).toHaveCount(0);
  await page.goForward();
  await mapIdle(page);
  await page.getByRole('button', { name: 'Вернуться к обычной карте' }).click();
  await expect(page).not.toHaveURL(/shade=/);
  await mapIdle(page);
  expect((await shadesOnMap(page)).hatched).toEqual([]);
});

test('who does not see the map reads the same figures as a table', async ({ page }) => {
  for (const indicator of ['exposure', 'hotspots', 'emissions_stationary']) {
    await page.goto(`/?lang=en&shade=${indicator}`);
    await page.locator('shade-legend summary').filter({ hasText: 'Figures by oblast' }).click();
    const { oblasts } = await shadingOf(page, `indicator=${indicator}&lang=en`);
    const rows = page.locator('shade-figures tbody tr');
    await expect(rows).toHaveCount(oblasts.length);
    for (const { name, value, why_text } of oblasts) {
      const cell = rows.filter({ has: page.getByRole('link', { name, exact: true }) }).locator('td');
      if (value === null) await expect(cell).toHaveText(why_text ?? '');
      else if (indicator !== 'exposure') await expect(cell).toContainText(new Intl.NumberFormat('en').format(value));
      else await expect(cell).toHaveText(/^[\d,]+–[\d,]+/);
    }
  }
});

test('colours follow the theme', async ({ page }) => {
  await page.goto('/?lang=ru&shade=hotspots&theme=light');
  await mapIdle(page);
  const light = await shadesOnMap(page);
  await page.goto('/?lang=ru&shade=hotspots&theme=dark');
  await mapIdle(page);
  const dark = await shadesOnMap(page);
  expect(Object.keys(dark.colours)).toEqual(Object.keys(light.colours));
  expect(dark.colours['KZ-35']).not.toBe(light.colours['KZ-35']);
});

test.describe('figures that don’t come', () => {
  test.use({ provoked: [/503/] });
  test('are said, and asked for again', async ({ page }) => {
    let down = true;
    await page.route('**/api/oblasts/shading?**', (route) =>
      down ? route.fulfill({ status: 503, json: {} }) : route.continue(),
    );
    await page.goto('/?lang=ru&shade=hotspots');
    await expect(page.locator('problem-note')).toBeVisible();
    down = false;
    await page.getByRole('button', { name: 'Попробовать снова' }).click();
    await expect(page.locator('map-card shade-ramp li').first()).toBeVisible();
  });
});
