import { isLanguage, type Language } from '../i18n/languages';
import type { Bounds } from '../map/bounds';
import { KINDS, type Kind } from '../model/hotspot';
import { THEMES, type Theme } from '../model/view-state';

/** What an embedded map shows: the attributes of `<terrikon-map>`, and the parameters of `/embed` by the same names. */
export const ATTRIBUTES = [
  'hotspot',
  'oblast',
  'kind',
  'status',
  'date',
  'lang',
  'theme',
  'release',
  'bbox',
  'center',
  'zoom',
  'load',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];
export type Written = Partial<Record<Attribute, string>>;

/** When the map itself is loaded: once somebody touches the picture that stands for it, or as soon as it is seen. */
export const LOADS = ['interaction', 'visible'] as const;
export type Load = (typeof LOADS)[number];

export interface Options {
  hotspot?: string | undefined;
  oblast?: string | undefined;
  kinds: Kind[];
  statuses: string[];
  date?: string | undefined;
  lang: Language;
  theme: Theme;
  /** Undefined for the latest one. */
  release?: string | undefined;
  bbox?: Bounds | undefined;
  center?: readonly [lon: number, lat: number] | undefined;
  zoom?: number | undefined;
  load: Load;
}

const words = (text: string | undefined) => (text ?? '').split(',').flatMap((word) => word.trim() || []);

/** Numbers with commas between them, if there are as many as asked for. */
function numbers(text: string | undefined, count: number): number[] | undefined {
  const found = words(text).map(Number);
  return found.length === count && found.every(Number.isFinite) ? found : undefined;
}

/**
 * Reads the attributes; those that it can't read are named in `wrong` and count as absent. `fallback` is the language of the page that the
 * map stands in.
 */
export function readOptions(written: Written, fallback: Language): { options: Options; wrong: Attribute[] } {
  const wrong: Attribute[] = [];
  const checked = <T>(name: Attribute, value: T | undefined): T | undefined => {
    if (written[name]?.trim() && value === undefined) wrong.push(name);
    return value;
  };
  const among = <T extends string>(name: Attribute, known: readonly T[]): T | undefined =>
    checked(
      name,
      known.find((word) => word === written[name]?.trim()),
    );
  const kinds = words(written.kind);
  const lang = written.lang?.trim();
  const box = numbers(written.bbox, 4);
  const place = numbers(written.center, 2);
  const zoom = numbers(written.zoom, 1)?.[0];
  const options: Options = {
    hotspot: written.hotspot?.trim() || undefined,
    oblast: written.oblast?.trim() || undefined,
    kinds: KINDS.filter((kind) => kinds.includes(kind)),
    statuses: words(written.status),
    date: written.date?.trim() || undefined,
    lang: checked('lang', isLanguage(lang) ? lang : undefined) ?? fallback,
    theme: among('theme', THEMES) ?? 'auto',
    release: written.release?.trim() === 'latest' ? undefined : written.release?.trim() || undefined,
    bbox: checked('bbox', box && isBox(box) ? box : undefined),
    center: checked('center', place && isPlace(place) ? place : undefined),
    zoom: checked('zoom', zoom !== undefined && zoom >= 0 && zoom <= 17 ? zoom : undefined),
    load: among('load', LOADS) ?? 'interaction',
  };
  if (kinds.some((kind) => !KINDS.includes(kind as Kind))) wrong.push('kind');
  return { options, wrong };
}

const isBox = (numbers: number[]): numbers is Bounds => {
  const [west = 0, south = 0, east = 0, north = 0] = numbers;
  return west < east && south < north && Math.abs(west) <= 180 && Math.abs(east) <= 180 && isLatitude(south, north);
};
const isPlace = (numbers: number[]): numbers is [number, number] =>
  Math.abs(numbers[0] ?? 0) <= 180 && isLatitude(numbers[1] ?? 0);
const isLatitude = (...degrees: number[]) => degrees.every((latitude) => Math.abs(latitude) <= 85);

/** The page of ours that shows the same, for a link back. */
export function pageOf({ hotspot, oblast, kinds, lang, theme }: Options): string {
  const query = new URLSearchParams({ lang, ...(theme !== 'auto' && { theme }) });
  if (hotspot) return `/hotspots/${encodeURIComponent(hotspot)}?${query}`;
  if (kinds.length > 0) query.set('kind', kinds.join(','));
  if (oblast) query.set('oblast', oblast);
  return `/?${query.toString().replaceAll('%2C', ',')}`;
}

interface Size {
  width: number;
  height: number;
}

/** The sides that the server draws, pixels. */
export const PICTURE_SIDES = { least: 240, most: 1600 } as const;

/** The address of a picture of the same on the server, `width` by `height` pixels. */
export function pictureOf(options: Options, theme: 'light' | 'dark', width: number, height: number): string {
  const { hotspot, oblast, kinds, statuses, date, release, lang } = options;
  const size = [width, height].map((side) =>
    Math.round(Math.min(PICTURE_SIDES.most, Math.max(PICTURE_SIDES.least, side))),
  ) as [number, number];
  const bbox = options.bbox ?? boxAround(options, size);
  const query = new URLSearchParams({
    ...(bbox ? { bbox: bbox.join() } : hotspot ? { hotspot } : oblast && { oblast }),
    ...(kinds.length > 0 && { kind: kinds.join(',') }),
    ...(statuses.length > 0 && { status: statuses.join(',') }),
    ...(date && { date }),
    ...(release && { release }),
    size: size.join('x'),
    lang,
    theme,
  });
  return `/static/map.png?${query.toString().replaceAll('%2C', ',')}`;
}

/** The address of a picture that stands for a map of that size: of few sizes, so that caches hold what most readers ask for. */
export function standingPictureOf(options: Options, theme: 'light' | 'dark', { width, height }: Size): string {
  const rounded = (length: number) => Math.round(length / 40) * 40;
  return pictureOf(options, theme, rounded(width), rounded(height));
}

/** A town and its surroundings, in the zoom levels of MapLibre. */
export const TOWN_ZOOM = 9;

/** The box that a map of that size shows around a centre, in degrees. */
function boxAround({ center, zoom = TOWN_ZOOM }: Options, [width, height]: [number, number]): Bounds | undefined {
  if (!center) return undefined;
  const [lon, lat] = center;
  const degrees = 360 / (512 * 2 ** zoom);
  const latitude = (y: number) => (Math.atan(Math.sinh((y * Math.PI) / 180)) * 180) / Math.PI;
  const middle = (Math.asinh(Math.tan((lat * Math.PI) / 180)) * 180) / Math.PI;
  const [across, up] = [(width / 2) * degrees, (height / 2) * degrees];
  const box = [lon - across, latitude(middle - up), lon + across, latitude(middle + up)];
  return box.map((degree) => Number(degree.toFixed(4))) as Bounds;
}
