import type { Language } from '../i18n/languages';
import type { Theme } from './view-state';
import { readAddress } from './view-state';

/** What the address of an oblast's page says. */
export interface ProfileState {
  /** A code or name, as it came. */
  code: string;
  lang: Language;
  theme: Theme;
  /** The day whose division holds, YYYY-MM-DD; today where it is absent. */
  date?: string;
}

const PATH = /^\/oblasts\/([^/]+)\/?$/;

/** Whether an address is that of an oblast's page. */
export function isProfile({ pathname }: { pathname: string }): boolean {
  return PATH.test(pathname);
}

export function readProfileAddress(address: URL, fallback: Language): ProfileState {
  const { lang, theme } = readAddress(address, fallback);
  const state: ProfileState = { code: decoded(PATH.exec(address.pathname)?.[1] ?? ''), lang, theme };
  const date = address.searchParams.get('date');
  if (date && /^\d{4}-\d{2}-\d{2}$/.test(date)) state.date = date;
  return state;
}

/** A mangled escape is left as it is: the server says that it knows no such oblast. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function writeProfileAddress({ code, lang, theme, date }: ProfileState): string {
  const query = new URLSearchParams({ lang });
  if (theme !== 'auto') query.set('theme', theme);
  if (date) query.set('date', date);
  return `/oblasts/${encodeURIComponent(code)}?${query}`;
}
