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
  source?: string | null;
}

/** What the law asks for comes first, and within that the widest. */
export function orderZones(zones: readonly Zone[]): Zone[] {
  const rank = ({ basis }: Zone) => (basis === 'statutory' ? 0 : 1);
  return zones.toSorted((a, b) => rank(a) - rank(b) || (b.distance_m ?? 0) - (a.distance_m ?? 0));
}
