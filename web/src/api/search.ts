import { getJson } from './client';

export type FoundType = 'hotspot' | 'settlement' | 'oblast' | 'raion' | 'river' | 'lake';

export interface Found {
  type: FoundType;
  id: string;
  name: string;
  name_lang: string;
  lon: number;
  lat: number;
  bbox?: [number, number, number, number] | null;
  /** The oblast, where there is one. */
  context?: string | null;
}

export async function search(text: string, lang: string, signal?: AbortSignal): Promise<Found[]> {
  const answer = await getJson<{ results: Found[] }>('/api/search', { q: text, lang, limit: 10 }, signal);
  return answer.results;
}
