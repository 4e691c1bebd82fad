import { numberLocale } from './languages';
import { language, t } from './messages';

/** A number as the reader's language writes it: 161 000 in Russian, 161,000 in English. */
export function formatNumber(value: number, digits = 3): string {
  return new Intl.NumberFormat(numberLocale(language()), { maximumFractionDigits: digits }).format(value);
}

/** With two significant digits: what is a model's has no more. */
export function formatSignificant(value: number): string {
  return new Intl.NumberFormat(numberLocale(language()), { maximumSignificantDigits: 2 }).format(value);
}

/** Metres below one kilometre, else kilometres with as many digits as make sense at that length. */
export function formatDistance(metres: number): string {
  if (metres < 1000) return t('distance-m', { distance: formatNumber(metres, 0) });
  const km = metres / 1000;
  return t('distance-km', { distance: formatNumber(km, km < 10 ? 1 : 0) });
}

/** Never more exact than the position itself: "< 5 km" from inside its disc, "≈ 31 km" from outside. */
export function formatDistanceTo(metres: number, accuracy: number): string {
  if (metres < accuracy) return t('distance-within', { distance: formatDistance(metres + accuracy) });
  return t('distance-about', { distance: formatDistance(metres) });
}

/** Metres in a degree of latitude. */
const DEGREE = 111_320;

/**
 * Latitude and longitude in the order that people paste into a search: always with a point, whatever the language,
 * and with no more digits than the position's accuracy in metres allows.
 */
export function formatCoordinates([lon, lat]: readonly [number, number], accuracy = 1): string {
  const digits = Math.min(5, Math.max(1, Math.ceil(Math.log10(DEGREE / Math.max(accuracy, 1)))));
  return `${lat.toFixed(digits)}, ${lon.toFixed(digits)}`;
}

/**
 * A day or month, as precisely as it is known: "8 June 2022" in English; 08.06.2022 in the others, as browsers lack the names of Kazakh
 * and Kyrgyz months and no sentence has to bend it.
 */
export function formatDate(stated: string): string {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(stated)) return stated;
  const [year = '', month = '', day] = stated.split('-');
  const date = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return stated;
  if (language() !== 'en') return [day, month, year].filter(Boolean).join('.');
  const form = { ...(day && { day: 'numeric' as const }), month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', form).format(date);
}

/** From one day to another, either of which may be missing. */
export function formatPeriod(from: string | null, to: string | null): string {
  return [...new Set([from, to])].flatMap((end) => (end ? [formatDate(end)] : [])).join(' – ');
}
