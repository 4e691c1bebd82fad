import type { Feature, FeatureCollection, LineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { Caveat, Exposure, People, Settlement } from '../model/exposure';
import { getJson } from './client';

/** A hotspot, or any place. */
export type Whereabouts =
  | { hotspot: string }
  | {
      position: readonly [lon: number, lat: number];
      /** How far off it may be, metres. */
      off?: number;
    };

/** Who lives within a radius, or within each of several, of a hotspot or a place; in metres. */
export function fetchExposure(
  where: Whereabouts,
  radii: number | readonly number[],
  lang: string,
  signal?: AbortSignal,
): Promise<Exposure> {
  const radius = String(radii);
  if ('hotspot' in where) {
    return getJson(`/api/hotspots/${encodeURIComponent(where.hotspot)}/exposure`, { radius, lang }, signal);
  }
  const [lon, lat] = where.position;
  return getJson('/api/exposure', { lon, lat, radius, accuracy: where.off ?? 0, lang }, signal);
}

/** How the way down a river ends; null where no river is near. */
export type CourseEnd = 'mouth' | 'lake' | 'edge' | 'distance' | null;

type Path = Feature<LineString, { role: 'path'; length_m: number; lake?: string | null }>;
type Corridor = Feature<
  Polygon | MultiPolygon,
  { role: 'corridor'; half_width_m: number; people: People; by_source?: { source: string }[]; caveats?: Caveat[] }
>;
type Riverside = Feature<Point, Settlement & { role: 'settlement' }>;

/** The way down the river from a hotspot: its path, what lies beside it, and the settlements on it. */
export interface Course extends FeatureCollection {
  hotspot: string;
  features: (Path | Corridor | Riverside)[];
  ends: CourseEnd;
  length_m?: number;
  method: string;
  caveats: Caveat[];
}

/** How far a river is followed, and how far to each side one looks, metres. */
const COURSE = { distance: 500_000, radius: 5000 };

export function fetchCourse(hotspot: string, lang: string, signal?: AbortSignal): Promise<Course> {
  return getJson(`/api/hotspots/${encodeURIComponent(hotspot)}/downstream`, { ...COURSE, lang }, signal);
}
