import type { Language } from '../i18n/languages';
import { Words } from '../i18n/words';

const texts: Record<Language, () => Promise<{ default: string }>> = {
  en: () => import('../../../locales/en.ftl?part=embed'),
  ru: () => import('../../../locales/ru.ftl?part=embed'),
  kk: () => import('../../../locales/kk.ftl?part=embed'),
  ky: () => import('../../../locales/ky.ftl?part=embed'),
};

const loaded = new Map<Language, Promise<Words>>();

/** What an embedded map says in a language. Each map of a page may speak another one. */
export function wordsOf(language: Language): Promise<Words> {
  const known = loaded.get(language) ?? texts[language]().then((file) => new Words(language, file.default));
  loaded.set(language, known);
  return known;
}
