import palettes from '../../../crates/http/style/palette.json';
import type { Kind } from './hotspot';

/** The shapes that the server's sprites are drawn from, one file a kind on a square of 16. */
const files = import.meta.glob<string>('../../../crates/http/style/icons/*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The outline of each kind's symbol. */
const SHAPES = new Map(
  Object.entries(files).map(([file, text]) => [
    /([^/]+)\.svg$/.exec(file)?.[1] ?? '',
    /\sd="([^"]+)"/.exec(text)?.[1] ?? '',
  ]),
);

export function shapeOf(kind: Kind): string {
  return SHAPES.get(kind) ?? '';
}

/** The ink of a theme: for marks that belong to no kind. */
export function inkOf(theme: 'light' | 'dark'): string {
  return palettes[theme].ink;
}

/** A kind's colour on the map of that theme. */
export function kindColour(kind: Kind, theme: 'light' | 'dark'): string {
  return palettes[theme].kinds[kind];
}

/** The ramp that oblasts are shaded with, from the least to the greatest. */
export function shadesOf(theme: 'light' | 'dark'): readonly string[] {
  return palettes[theme].shades;
}

/** The map's colours as custom properties: `--map-paper`, `--map-ink`, one for each kind and one for each shade. */
export function paletteRules(light: string, dark: string): string {
  const properties = ({ paper, ink, covered, no_figure, kinds, shades }: (typeof palettes)['light']) =>
    Object.entries({ paper, ink, covered, 'no-figure': no_figure, ...kinds, ...shadeNames(shades) })
      .map(([name, colour]) => `--map-${name}: ${colour};`)
      .join('');
  return `${light} { ${properties(palettes.light)} } ${dark} { ${properties(palettes.dark)} }`;
}

/** Gives the page the map's colours. */
export function adoptPalette(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(paletteRules(':root', ":root[data-theme='dark']"));
  document.adoptedStyleSheets.push(sheet);
}

const shadeNames = (shades: readonly string[]) =>
  Object.fromEntries(shades.map((shade, index) => [`shade-${index}`, shade]));
