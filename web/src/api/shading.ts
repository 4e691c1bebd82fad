import type { Shade, Shading } from '../model/shading';
import { getJson } from './client';

/** A figure for each oblast as it was on a day, or is today. */
export function fetchShading(
  indicator: Shade,
  date: string | undefined,
  lang: string,
  signal?: AbortSignal,
): Promise<Shading> {
  return getJson('/api/oblasts/shading', { indicator, date, lang }, signal);
}
