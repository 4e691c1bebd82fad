import { distanceBetween } from './distance';
import { type Hotspot, positionOf } from './hotspot';

export const ORDERS = ['name', 'oblast', 'distance'] as const;
export type Order = (typeof ORDERS)[number];

export interface Row {
  hotspot: Hotspot;
  /** Metres from the given centre; undefined where there is no centre or no position. */
  distance?: number;
}

/** The hotspots as rows in the asked order; names are compared as the language does. */
export function listRows(
  hotspots: readonly Hotspot[],
  order: Order,
  language: string,
  centre?: readonly [number, number],
): Row[] {
  const { compare } = new Intl.Collator(language === 'en' ? 'en' : [language, 'ru']);
  const rows = hotspots.map((hotspot): Row => {
    const position = positionOf(hotspot);
    return position && centre ? { hotspot, distance: distanceBetween(centre, position) } : { hotspot };
  });
  const byName = (a: Row, b: Row) => compare(a.hotspot.properties.name, b.hotspot.properties.name);
  const oblast = (row: Row) => row.hotspot.properties.oblast_name ?? '';
  const distance = (row: Row) => row.distance ?? Number.POSITIVE_INFINITY;
  const orders: Record<Order, (a: Row, b: Row) => number> = {
    name: byName,
    oblast: (a, b) => compare(oblast(a), oblast(b)) || byName(a, b),
    distance: (a, b) => distance(a) - distance(b) || byName(a, b),
  };
  return rows.toSorted(orders[order]);
}
