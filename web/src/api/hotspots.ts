import type { Hotspot, Kind, Oblast } from '../model/hotspot';
import { today } from '../model/timeline';
import { getJson } from './client';

export interface HotspotFilter {
  kinds: readonly Kind[];
  oblast?: string | undefined;
  statuses?: readonly string[] | undefined;
  /** The day that is shown; today where it is absent. */
  date?: string | undefined;
}

interface Collection<P> {
  features: { id: string; properties: P }[];
  numberMatched: number;
}

/** The query parameters of a filter, the same for items and for tiles. */
export function filterParameters({ kinds, oblast, statuses = [], date }: HotspotFilter): Record<string, string> {
  return {
    ...(kinds.length > 0 && { kind: kinds.join(',') }),
    ...(oblast && { oblast }),
    ...(statuses.length > 0 && { status: statuses.join(',') }),
    ...(date && { date }),
  };
}

/** More of them are not listed; what is computed from the list must not take it for all then. */
export const MOST_LISTED = 1000;

/** What a list shows of a hotspot: claims and shapes come with the one that is opened. */
const LISTED =
  'id,kind,subkind,status,name,name_lang,country,oblast,oblast_name,oblast_name_lang,position,position_kind,position_accuracy_m,trust,release';

export async function fetchHotspots(
  filter: HotspotFilter,
  lang: string,
  signal?: AbortSignal,
  release?: string,
): Promise<Hotspot[]> {
  const parameters = {
    lang,
    limit: MOST_LISTED,
    properties: LISTED,
    skipGeometry: 'true',
    release,
    ...filterParameters(filter),
  };
  const collection = await getJson<{ features: Hotspot[] }>('/api/collections/hotspots/items', parameters, signal);
  return collection.features;
}

export function fetchHotspot(
  id: string,
  lang: string,
  date: string | undefined,
  signal?: AbortSignal,
  release?: string,
): Promise<Hotspot> {
  return getJson(`/api/collections/hotspots/items/${encodeURIComponent(id)}`, { lang, date, release }, signal);
}

/** The oblasts as they were on a day, or are today, without their outlines. */
export async function fetchOblasts(lang: string, date: string = today(), signal?: AbortSignal): Promise<Oblast[]> {
  const parameters = { lang, date, limit: 100, skipGeometry: 'true' };
  const collection = await getJson<Collection<Oblast>>('/api/collections/oblasts/items', parameters, signal);
  return collection.features.map((feature) => feature.properties);
}

/** What the server answers from. */
export interface Contents {
  /** The id of the release. */
  release: string;
  /** The days on which anything in it came or went. */
  changes: string[];
}

export function fetchContents(): Promise<Contents> {
  return getJson('/api');
}
