/** What surrounds a hotspot by law or for comparison; see the collection `zones` of the API. */
export interface Zone {
  /** The row of the table of zones from which it is derived. */
  rule: string;
  shape: 'ring' | 'corridor' | 'shore';
  basis: 'statutory' | 'screening';
  /** Metres; null where the width is not known. */
  distance_m?: number | null;
  act?: string | null;
  act_date?: string | null;
  method?: string | null;
  verification: 'verified' | 'unverified';
  meaning?: string | null;
  /** Why it is not drawn; null where it is. */
  reason?: string | null;
  people_low?: number | null;
  people?: number | null;
  people_high?: number | null;
  population_source?: string | null;
  population_year?: string | null;
}

export const BASES = ['statutory', 'screening'] as const;

/** The zones of each ground, what the law asks for first, and within that the widest. */
export function groupZones(zones: readonly Zone[]): { basis: Zone['basis']; zones: Zone[] }[] {
  return BASES.map((basis) => ({
    basis,
    zones: zones.filter((zone) => zone.basis === basis).toSorted((a, b) => (b.distance_m ?? 0) - (a.distance_m ?? 0)),
  })).filter((group) => group.zones.length > 0);
}
