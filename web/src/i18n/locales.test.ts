import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { expect, test } from 'vitest';
import { KINDS } from '../model/hotspot';
import { slug } from './codes';
import { LANGUAGES } from './languages';

const texts = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    readFileSync(new URL(`../../../locales/${language}.ftl`, import.meta.url), 'utf8'),
  ]),
);

/** Each message's source text by its key. */
function messagesOf(language: string): Map<string, string> {
  const blocks = (texts[language] ?? '').split(/^(?=[a-z][a-z0-9-]* =)/m).slice(1);
  return new Map(
    blocks.map((block) => {
      const [key = '', ...rest] = block.split(' =');
      const text = rest.join(' =').split(/^#/m)[0] ?? '';
      return [key, text.trim()];
    }),
  );
}

const english = messagesOf('en');

test.each(LANGUAGES)('%s parses without errors', (language) => {
  const bundle = new FluentBundle(language);
  expect(bundle.addResource(new FluentResource(texts[language] ?? ''))).toEqual([]);
});

test.each(LANGUAGES)('%s has the keys of English, each once', (language) => {
  expect([...messagesOf(language).keys()].sort()).toEqual([...english.keys()].sort());
  const keys = (texts[language] ?? '').match(/^[a-z][a-z0-9-]*(?= =)/gm) ?? [];
  expect(keys).toHaveLength(new Set(keys).size);
});

test.each(LANGUAGES)('%s takes the values that English takes', (language) => {
  const variables = (text: string) => [...new Set(text.match(/\$\w+/g) ?? [])].sort();
  for (const [key, text] of messagesOf(language))
    expect(variables(text), key).toEqual(variables(english.get(key) ?? ''));
});

test.each(['ru', 'kk', 'ky'])('%s has no English left in it', (language) => {
  for (const [key, text] of messagesOf(language)) {
    const said = text.replace(/\{[^}]*\}/g, '');
    const copied = /[a-z]{4}/i.test(said) && said === english.get(key)?.replace(/\{[^}]*\}/g, '');
    expect(copied && !key.startsWith('language-'), `${key} = ${text}`).toBe(false);
  }
});

test('every kind has a name for one and for the group', () => {
  for (const kind of KINDS) {
    expect(english.has(`kind-${slug(kind)}`)).toBe(true);
    expect(english.has(`kinds-${slug(kind)}`)).toBe(true);
  }
});

test('Kazakh and Kyrgyz letters are those of their own alphabets', () => {
  expect(texts.kk).toMatch(/[әғқңөұүһі]/);
  expect(texts.ky).not.toMatch(/^(?!language-|#).*[әғқұһі]/m);
});
