/** The radii that the slider offers, metres: each about half as long again as the one before. */
export const RADII = [
  100, 200, 300, 500, 700, 1000, 1500, 2000, 3000, 5000, 7000, 10_000, 15_000, 20_000, 30_000, 50_000,
] as const;

/** Within which a reader who has not chosen a radius is answered, metres. */
export const DEFAULT_RADIUS = 5000;

/** The radius offered that is nearest by ratio, metres. */
export function nearestRadius(metres: number): number {
  const away = (radius: number) => Math.abs(Math.log(radius / metres));
  return RADII.reduce<number>((best, radius) => (away(radius) < away(best) ? radius : best), DEFAULT_RADIUS);
}
