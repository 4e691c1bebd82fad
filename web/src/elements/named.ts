import { html, type TemplateResult } from 'lit';
import { isLanguage } from '../i18n/languages';
import { language, t } from '../i18n/messages';

/** Notes and meanings in the facts are written in English only. */
export const FACTS_LANGUAGE = 'en';

/** A name of the data; where it is not in the reader's language, a small tag says in which one it is. */
export function named(text: string, lang: string | null | undefined): TemplateResult {
  if (!lang || lang === language()) return html`${text}`;
  const tongue = isLanguage(lang) ? t(`language-${lang}`) : lang;
  const note = t('panel-shown-in', { language: tongue });
  return html`<span lang=${lang}>${text}</span> <span class="tag" title=${note} aria-label=${note} role="note">(${lang})</span>`;
}

/** A text that may be a web address: a link if it is one. */
export function linked(text: string): TemplateResult {
  if (!/^https?:\/\//.test(text)) return html`${text}`;
  return html`<a href=${text} target="_blank" rel="noopener noreferrer">${hostOf(text)}</a>`;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address;
}
