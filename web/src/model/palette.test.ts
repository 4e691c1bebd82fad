import { expect, test } from 'vitest';
import palettes from '../../../crates/http/style/palette.json';
import { apart, contrast, lightness, VISIONS, type Vision } from './colour';
import { KINDS } from './hotspot';
import { shapeOf } from './symbols';

const THEMES = ['light', 'dark'] as const;
const visions = Object.keys(VISIONS) as Vision[];
const cases = THEMES.flatMap((theme) => visions.map((vision) => [theme, vision] as const));

/** So far apart, in hundredths of the way from black to white, two colours are told apart side by side in small marks. */
const TOLD_APART = 8;

test.each(cases)('%s: kinds are told apart by a %s', (theme, vision) => {
  const { kinds } = palettes[theme];
  for (const [index, one] of KINDS.entries())
    for (const other of KINDS.slice(0, index))
      expect(apart(kinds[one], kinds[other], vision), `${one} and ${other}`).toBeGreaterThan(TOLD_APART);
});

test('kinds are told apart by shape alone', () => {
  const shapes = KINDS.map(shapeOf);
  expect(shapes.every((shape) => shape.length > 5)).toBe(true);
  expect(new Set(shapes).size).toBe(KINDS.length);
});

test.each(cases)('%s: shades go one way in lightness, step by step, for a %s', (theme, vision) => {
  const { shades } = palettes[theme];
  const light = shades.map((shade) => lightness(shade, vision));
  const way = theme === 'light' ? -1 : 1;
  for (const [index, shade] of shades.entries()) {
    if (index === 0) continue;
    expect(way * ((light[index] ?? 0) - (light[index - 1] ?? 0)), `step ${index}`).toBeGreaterThan(5);
    expect(apart(shade, shades[index - 1] ?? '', vision), `step ${index}`).toBeGreaterThan(7);
  }
});

test.each(THEMES)('%s: every text of the map is read on its ground', (theme) => {
  const palette = palettes[theme];
  const texts = [
    [palette.town_name, palette.covered],
    [palette.town_name, palette.beyond],
    [palette.oblast_name, palette.covered],
    [palette.country_name, palette.covered],
    [palette.water_name, palette.water],
    [palette.hotspot_name, palette.covered],
    [palette.ink, palette.paper],
  ] as const;
  for (const [text, ground] of texts)
    expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
});

test.each(THEMES)('%s: marks that mean something stand out from the ground', (theme) => {
  const { kinds, covered, beyond, water, paper, state_border, cluster_rim, no_figure } = palettes[theme];
  for (const kind of KINDS)
    for (const ground of [covered, beyond, water, paper])
      expect(contrast(kinds[kind], ground), `${kind} on ${ground}`).toBeGreaterThanOrEqual(3);
  for (const mark of [state_border, cluster_rim, no_figure])
    expect(contrast(mark, covered), mark).toBeGreaterThanOrEqual(3);
});

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(apart('#000000', '#ffffff', 'trichromat')).toBeCloseTo(100, 1);
});

test('red and green are alike to who lacks the cones for them', () => {
  expect(apart('#b50000', '#657000', 'deutan')).toBeLessThan(apart('#b50000', '#657000', 'trichromat') / 3);
});
