import type { DataDrivenPropertyValueSpecification, FilterSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { classOf, coloursOf, type Shading } from '../model/shading';
import { shadesOf } from '../model/symbols';

/** The style's layers for oblasts with a figure and for those without; a style of others has none. */
const SHADE = 'oblasts-shade';
const NO_FIGURE = 'oblasts-no-figure';

const among = (codes: readonly string[]): FilterSpecification => ['in', ['get', 'code'], ['literal', [...codes]]];

/** Shades the oblasts by their figures, or takes the shades away. */
export function shadeOblasts(map: MapLibreMap, shading: Shading | undefined, theme: 'light' | 'dark'): void {
  if (!map.getLayer(SHADE) || !map.getLayer(NO_FIGURE)) return;
  const oblasts = shading?.oblasts ?? [];
  const known = oblasts.filter(({ value }) => value !== null);
  const unknown = oblasts.filter(({ value }) => value === null);
  if (shading && known.length > 0) map.setPaintProperty(SHADE, 'fill-color', colourByCode(shading, theme));
  for (const layer of [SHADE, NO_FIGURE]) map.setPaintProperty(layer, 'fill-opacity', shading ? 1 : 0);
  map.setFilter(SHADE, among(known.map(({ code }) => code)));
  map.setFilter(NO_FIGURE, among(unknown.map(({ code }) => code)));
}

function colourByCode(
  { oblasts, classes }: Shading,
  theme: 'light' | 'dark',
): DataDrivenPropertyValueSpecification<string> {
  const colours = coloursOf(shadesOf(theme), classes.limits.length + 1);
  const last = colours.at(-1) ?? '';
  const cases = oblasts.flatMap(({ code, value }) =>
    value === null ? [] : [code, colours[classOf(value, classes.limits)] ?? last],
  );
  return ['match', ['get', 'code'], ...cases, last] as unknown as DataDrivenPropertyValueSpecification<string>;
}
