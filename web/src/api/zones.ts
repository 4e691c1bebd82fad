import type { Zone } from '../model/zone';
import { getJson } from './client';

/** The zones of a hotspot, without their outlines: the map draws them from tiles. */
export async function fetchZones(hotspot: string, lang: string, signal?: AbortSignal): Promise<Zone[]> {
  const parameters = { hotspot, lang, limit: 100, skipGeometry: 'true' };
  const { features } = await getJson<{ features: { properties: Zone }[] }>(
    '/api/collections/zones/items',
    parameters,
    signal,
  );
  return features.map((feature) => feature.properties);
}
