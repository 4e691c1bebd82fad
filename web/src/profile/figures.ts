import { html, nothing, type TemplateResult } from 'lit';
import { FACTS_LANGUAGE, named, sourced } from '../elements/named';
import { label } from '../i18n/codes';
import { t } from '../i18n/messages';
import { formatDate, formatNumber } from '../i18n/numbers';
import type { Figure, FullSource } from '../model/profile';

export type Sources = Readonly<Record<string, FullSource>>;

/** A value or its interval, without the unit; the words of the source where it gives no number. */
export function valueText({ value, low, high, stated }: Pick<Figure, 'value' | 'low' | 'high' | 'stated'>): string {
  const range = low !== null && high !== null && low !== high ? `${formatNumber(low)}–${formatNumber(high)}` : '';
  if (value !== null) return range ? `${formatNumber(value)} (${range})` : formatNumber(value);
  if (range) return range;
  if (low !== null) return low === high ? formatNumber(low) : `≥ ${formatNumber(low)}`;
  return high !== null ? `≤ ${formatNumber(high)}` : stated || '—';
}

/** A value with the reader's word for its unit. */
export function withUnit(value: string, unit: string | null | undefined): string {
  return unit ? `${value} ${label('unit', unit)}` : value;
}

/** Who says so, linked. */
export function sourceOf(id: string | null | undefined, sources: Sources): TemplateResult {
  if (!id) return html`${t('claim-source-unknown')}`;
  return sourced(sources[id] ?? { id, title: '' });
}

/** The mark of what nobody has checked. */
export function doubt(grade: string | null | undefined) {
  return grade === 'C' ? html`<span class="doubt">${t('claim-unverified')}</span>` : nothing;
}

/** Which borders were counted. */
export function countedArea({ area }: Figure): TemplateResult {
  if (!area) return html`${t('profile-area-unknown')}`;
  if (area.same_as_asked) return html`${t('profile-same-area')}`;
  const name = area.name ?? area.id;
  const until = area.valid_to ? `, … – ${formatDate(area.valid_to)}` : '';
  const since = area.valid_from ? `, ${formatDate(area.valid_from)} – …` : '';
  return html`${t('profile-other-area', { area: `${name}${until || since}` })}`;
}

/** Meanings and notes are written in English. */
export function facts(...texts: (string | null | undefined)[]) {
  const said = texts.filter(Boolean).join('; ');
  return said ? named(said, FACTS_LANGUAGE) : nothing;
}
