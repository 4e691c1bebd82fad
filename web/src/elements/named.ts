import { html, nothing, type TemplateResult } from 'lit';
import { isLanguage } from '../i18n/languages';
import { language, t } from '../i18n/messages';
import { formatDate } from '../i18n/numbers';
import type { Source } from '../model/hotspot';

/** Notes and meanings in the facts are written in English only. */
export const FACTS_LANGUAGE = 'en';

/** A name of the data; where it is not in the reader's language, a small tag says in which one it is. */
export function named(text: string, lang: string | null | undefined): TemplateResult {
  if (!lang || lang === language()) return html`${text}`;
  const tongue = isLanguage(lang) ? t(`language-${lang}`) : lang;
  const note = t('panel-shown-in', { language: tongue });
  return html`<span lang=${lang}>${text}</span> <span class="tag" title=${note} aria-label=${note} role="note">(${lang})</span>`;
}

/** Where something is said: the title in its own language, linked, then who published it and when. */
export function sourced({ id, title, publisher, date, language: tongue, url }: Source): TemplateResult {
  const shown = title || id;
  // Some are in two languages, "en/ru": that is no language that a browser knows.
  const own = /^[a-z]{2,3}$/.test(tongue ?? '') ? tongue : nothing;
  const link = url
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer" lang=${own}>${shown}</a>`
    : html`<span lang=${own}>${shown}</span>`;
  const origin = [publisher, date && formatDate(date)].filter(Boolean).join(', ');
  return html`${link}${origin ? ` · ${origin}` : ''}`;
}
