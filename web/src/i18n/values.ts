import type { Claim } from '../model/hotspot';
import { label } from './codes';
import { t } from './messages';
import { formatNumber } from './numbers';

/** Years are numbers that nobody groups. */
const isYear = ({ unit, property }: Claim) => unit === 'year' || property.endsWith('_year');

/** A claim's value with its unit: numbers by locale, intervals with a dash, words as the source has them. */
export function formatClaimValue(claim: Claim): string {
  const { value, value_low: low, value_high: high, unit } = claim;
  if (isYear(claim)) return formatYear(value ?? '—');
  const text =
    low != null && high != null && low !== high ? `${formatNumber(low)}–${formatNumber(high)}` : formatValue(value);
  return unit ? `${text} ${label('unit', unit)}` : text;
}

/** Years are never grouped; "c. 2014" is said in the reader's language. */
export function formatYear(year: string | number): string {
  const about = /^c\.\s*(.+)$/.exec(String(year))?.[1];
  return about ? t('claim-year-about', { year: about }) : String(year);
}

function formatValue(value: string | number | null): string {
  if (value === null || value === '') return '—';
  // Years, codes and "about 40" stay as they are written; only plain numbers get the reader's separators.
  return /^-?\d+(\.\d+)?$/.test(String(value)) ? formatNumber(Number(value)) : String(value);
}
