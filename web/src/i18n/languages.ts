/** The four languages, equal in rank; the order is that of the switch. */
export const LANGUAGES = ['en', 'ru', 'kk', 'ky'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Spoken by most readers of both countries, so it serves where the browser asks for none of the four. */
export const DEFAULT_LANGUAGE: Language = 'ru';

export function isLanguage(code: string | null | undefined): code is Language {
  return LANGUAGES.includes(code as Language);
}

/** The first of the browser's languages that we speak. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const code = tag.toLowerCase().split('-')[0];
    if (isLanguage(code)) return code;
  }
  return DEFAULT_LANGUAGE;
}

/**
 * Browsers are often built without Kazakh and Kyrgyz number formats and then fall back to English ones.
 * Both languages write numbers as Russian does (161 000,5), so that one is asked for instead.
 */
export function numberLocale(language: Language): string {
  return language === 'en' ? 'en' : 'ru';
}
