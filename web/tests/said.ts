import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export type Say = (key: string, values?: Record<string, FluentVariable>) => string;

/** What a language says for a key, from the file that the viewer reads too. */
export function saying(lang: string): Say {
  const bundle = new FluentBundle(lang, { useIsolating: false });
  const text = readFileSync(path.resolve(import.meta.dirname, `../../locales/${lang}.ftl`), 'utf8');
  bundle.addResource(new FluentResource(text));
  return (key, values) => {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`${lang} says nothing for ${key}`);
    return bundle.formatPattern(pattern, values);
  };
}
