import type { Geometry } from 'geojson';

/** The kinds in the order in which legends and filters show them; spelled as the API spells them. */
export const KINDS = ['tailings', 'dump', 'river', 'lake', 'industrial_town', 'other'] as const;
export type Kind = (typeof KINDS)[number];

export type Trust = 'sourced' | 'partly' | 'unverified';
export type PositionKind = 'site' | 'digitised' | 'town_centroid' | 'area_centroid';

export interface Source {
  id: string;
  title: string;
  publisher?: string;
  date?: string;
  language?: string;
  url?: string;
}

/** One value from one source. Sources disagree; all are kept. */
export interface Claim {
  property: string;
  value: string | number | null;
  value_low?: number | null;
  value_high?: number | null;
  unit?: string | null;
  year?: string | number | null;
  meaning?: string | null;
  /** A: read in the source; B: inferred; C: unverified. */
  grade?: 'A' | 'B' | 'C' | null;
  note?: string | null;
  source?: Source | null;
}

export interface HotspotProperties {
  id: string;
  kind: Kind;
  subkind?: string | null;
  name: string;
  /** The language of `name`, which is another one than asked where there is no translation. */
  name_lang: string;
  /** The names in all languages that have one. */
  names?: Record<string, string>;
  status?: string | null;
  country: string;
  oblast?: string | null;
  oblast_name?: string | null;
  oblast_name_lang?: string | null;
  raion?: string | null;
  raion_name?: string | null;
  raion_name_lang?: string | null;
  pollutants?: string[];
  position_kind: PositionKind;
  position_accuracy_m?: number | null;
  position_source?: Source | null;
  /** Longitude, latitude of the point that stands for the whole shape. */
  position?: [number, number];
  trust: Trust;
  note?: string | null;
  claims?: Claim[];
  release?: string;
}

export interface Hotspot {
  type: 'Feature';
  id: string;
  geometry: Geometry;
  properties: HotspotProperties;
}

export interface Oblast {
  code: string;
  name: string;
  name_lang: string;
  country: string;
}

/** Where to fly to and measure from: the server's representative point, or the point itself. */
export function positionOf(hotspot: Hotspot): [number, number] | undefined {
  if (hotspot.properties.position) return hotspot.properties.position;
  if (hotspot.geometry?.type !== 'Point') return undefined;
  const [lon, lat] = hotspot.geometry.coordinates;
  return lon === undefined || lat === undefined ? undefined : [lon, lat];
}
