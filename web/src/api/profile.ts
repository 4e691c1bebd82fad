import type { Profile } from '../model/profile';
import { getJson } from './client';

/** All there is on an oblast as it was on a day, or as it is today. */
export function fetchProfile(
  code: string,
  date: string | undefined,
  lang: string,
  signal?: AbortSignal,
): Promise<Profile> {
  return getJson(`/api/oblasts/${encodeURIComponent(code)}/profile`, { date, lang }, signal);
}
