import { isLanguage, type Language } from '../i18n/languages';
import { KINDS, type Kind } from './hotspot';
import { page as here, type Page } from './page';
import { DEFAULT_RADIUS, nearestRadius } from './radius';
import { SHADES, type Shade } from './shading';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Camera {
  zoom: number;
  lat: number;
  lon: number;
}

/** All that the address says: what a link opened elsewhere must show again. */
export interface ViewState {
  lang: Language;
  theme: Theme;
  /** None means all. */
  kinds: Kind[];
  oblast?: string;
  view: 'map' | 'list';
  /** The hotspot whose panel is open. */
  selected?: string;
  /** A place of the reader's own, whose panel is open instead. */
  pin?: readonly [lon: number, lat: number];
  /** How far off the pin may be, metres: above 0 where the place of a device was rounded. */
  pinOff?: number;
  /** Within which people are counted, metres. */
  radius: number;
  /** What oblasts are shaded by; by nothing where it is absent. */
  shade?: Shade;
  /** The day that is shown, YYYY-MM-DD; today where it is absent. */
  date?: string;
  camera?: Camera;
}

const SELECTED = /^\/hotspots\/([^/]+)\/?$/;

/** Reads an address. What it can't read it leaves out, so that an old or mangled link still opens the map. */
export function readAddress(address: URL, fallback: Language): ViewState {
  const query = address.searchParams;
  const lang = query.get('lang');
  const theme = query.get('theme') as Theme;
  const asked = (query.get('kind') ?? '').split(',');
  const state: ViewState = {
    lang: isLanguage(lang) ? lang : fallback,
    theme: THEMES.includes(theme) ? theme : 'auto',
    kinds: KINDS.filter((kind) => asked.includes(kind)),
    view: query.get('view') === 'list' ? 'list' : 'map',
    radius: readRadius(query),
  };
  const oblast = query.get('oblast');
  if (oblast && /^[A-Z]{2}-[A-Z0-9]{1,3}$/i.test(oblast)) state.oblast = oblast.toUpperCase();
  const inPath = SELECTED.exec(address.pathname)?.[1];
  const selected = inPath ? decodeURIComponent(inPath) : query.get('hotspot');
  if (selected) state.selected = selected;
  const pin = selected ? undefined : readPin(query);
  if (pin) {
    state.pin = pin;
    const off = readAccuracy(query);
    if (off > 0) state.pinOff = off;
  }
  const shade = query.get('shade') as Shade;
  if (SHADES.includes(shade)) state.shade = shade;
  const date = query.get('date');
  if (date && isDay(date)) state.date = date;
  const camera = readCamera(query);
  if (camera) state.camera = camera;
  return state;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The vaguest place that people are counted around, metres: as the server has it. */
const VAGUEST = 100_000;

function readAccuracy(query: URLSearchParams): number {
  const metres = Number.parseFloat(query.get('accuracy') ?? '');
  return metres > 0 && metres <= VAGUEST ? Math.round(metres) : 0;
}

function readRadius(query: URLSearchParams): number {
  const metres = Number.parseFloat(query.get('radius') ?? '');
  return metres > 0 && Number.isFinite(metres) ? nearestRadius(metres) : DEFAULT_RADIUS;
}

function readPin(query: URLSearchParams): [number, number] | undefined {
  const [lon, lat, ...more] = (query.get('pin') ?? '')
    .split(',')
    .map((text) => (text.trim() ? Number(text) : Number.NaN));
  if (lon === undefined || lat === undefined || more.length > 0) return undefined;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 85 ? [lon, lat] : undefined;
}

function readCamera(query: URLSearchParams): Camera | undefined {
  const numbers = ['z', 'lat', 'lon'].map((name) => Number.parseFloat(query.get(name) ?? ''));
  const [zoom, lat, lon] = numbers;
  if (zoom === undefined || lat === undefined || lon === undefined || numbers.some(Number.isNaN)) return undefined;
  if (zoom < 0 || zoom > 24 || Math.abs(lat) > 85 || Math.abs(lon) > 180) return undefined;
  return { zoom, lat, lon };
}

/** The address of a state: path and query, without the defaults. A page that lies alone has one path. */
export function writeAddress(state: ViewState, page: Page = here): string {
  const query = new URLSearchParams({ lang: state.lang });
  if (state.theme !== 'auto') query.set('theme', state.theme);
  if (state.kinds.length > 0) query.set('kind', state.kinds.join(','));
  if (state.oblast) query.set('oblast', state.oblast);
  if (state.view === 'list') query.set('view', 'list');
  if (state.pin && !state.selected) writePin(query, state.pin, state.pinOff ?? 0);
  if ((state.pin || state.selected) && state.radius !== DEFAULT_RADIUS) query.set('radius', String(state.radius));
  if (state.shade) query.set('shade', state.shade);
  if (state.date) query.set('date', state.date);
  if (state.camera) {
    query.set('z', state.camera.zoom.toFixed(2));
    query.set('lat', state.camera.lat.toFixed(4));
    query.set('lon', state.camera.lon.toFixed(4));
  }
  let path = state.selected ? `/hotspots/${encodeURIComponent(state.selected)}` : '/';
  if (page.alone) {
    path = page.path;
    if (state.selected) query.set('hotspot', state.selected);
  }
  if (page.asked) query.set('tiles', page.asked);
  return `${path}?${query.toString().replaceAll('%2C', ',')}`;
}

/** A rounded place is written without the digits that it does not have. */
function writePin(query: URLSearchParams, pin: readonly number[], off: number): void {
  query.set('pin', pin.map((degrees) => (off > 0 ? String(degrees) : degrees.toFixed(5))).join(','));
  if (off > 0) query.set('accuracy', String(off));
}
