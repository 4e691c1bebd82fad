import { isLanguage, type Language } from '../i18n/languages';
import { KINDS, type Kind } from './hotspot';
import { page as here, type Page } from './page';
import { DEFAULT_RADIUS, nearestRadius } from './radius';

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
  /** Within which people are counted, metres. */
  radius: number;
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
  if (pin) state.pin = pin;
  const camera = readCamera(query);
  if (camera) state.camera = camera;
  return state;
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
  if (state.pin && !state.selected) query.set('pin', state.pin.map((degrees) => degrees.toFixed(5)).join(','));
  if ((state.pin || state.selected) && state.radius !== DEFAULT_RADIUS) query.set('radius', String(state.radius));
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
