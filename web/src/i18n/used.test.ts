import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { LANGUAGES } from './languages';

/** What speaks to people: the viewer and the server. */
const SPEAKERS = ['../../src', '../../../crates/http/src'];

/** Data whose codes are told in words: a table, its column, and the vocabulary that must have them. */
const VOCABULARIES = [
  ['hotspots.tsv', 'kind', 'kind'],
  ['hotspots.tsv', 'kind', 'kinds'],
  ['hotspots.tsv', 'subkind', 'subkind'],
  ['hotspots.tsv', 'status', 'status'],
  ['hotspots.tsv', 'position_kind', 'position'],
  ['hotspots.tsv', 'pollutants', 'pollutant'],
  ['claims.tsv', 'property', 'property'],
  ['claims.tsv', 'unit', 'unit'],
  ['measurements.tsv', 'medium', 'medium'],
  ['measurements.tsv', 'pollutant', 'pollutant'],
  ['measurements.tsv', 'unit', 'unit'],
  ['projects.tsv', 'kind', 'project-kind'],
] as const;

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const sources = SPEAKERS.flatMap((folder) =>
  readdirSync(at(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|rs|json)$/.test(file) && !/\.test\.ts$|examples\.json$/.test(file))
    .map((file) => readFileSync(`${at(folder)}/${file}`, 'utf8').split(/^#\[cfg\(test\)\]/m)[0] ?? ''),
);
/** Comments speak to those who work on it. */
const code = sources.map((source) => source.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')).join('\n');

const keysOf = (language: string) =>
  new Set(readFileSync(at(`../../../locales/${language}.ftl`), 'utf8').match(/^[a-z][a-z0-9-]*(?= =)/gm) ?? []);

const slugOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

/** Every text between quotes that could be a key or the pattern of keys; what is filled in becomes `*`. */
const literals = new Set(
  [...code.matchAll(/(?<=["'`])[a-z](?:[a-z0-9-]|\$?\{[^}"'`]*\})*(?=["'`])/g)].map(([text]) =>
    text.replace(/\$?\{[^}]*\}/g, '*'),
  ),
);

/** `label('unit', code)` and `label(lang, "unit", code)`, and the vocabularies that the server makes keys of. */
const vocabularies = [...code.matchAll(/\blabel\((?:\s*(?:self\.)?lang,)?\s*["']([a-z-]+)["']/g)].map(
  ([, name = '']) => name,
);

const patterns = [
  ...[...literals].filter((text) => text.includes('*') && /[a-z]{3}/.test(text)),
  ...vocabularies.map((name) => `${name}-*`),
].map((text) => new RegExp(`^${text.replaceAll('*', '[a-z0-9-]+')}$`));

const isUsed = (key: string) => literals.has(key) || patterns.some((pattern) => pattern.test(key));

test.each(LANGUAGES)('%s says nothing that nobody asks for', (language) => {
  expect([...keysOf(language)].filter((key) => !isUsed(key))).toEqual([]);
});

/** What is asked for by its whole key. */
const asked = new Set(
  [
    ...code.matchAll(/\b(?:t|optional)\(\s*'([a-z][a-z0-9-]*)'/g),
    ...code.matchAll(
      /\b(?:text|argument|counted|message|told|told_numbers)\(\s*(?:self\.)?lang,\s*"([a-z][a-z0-9-]*)"/g,
    ),
    ...code.matchAll(/\bmessage="([a-z][a-z0-9-]*)"/g),
  ].map(([, key = '']) => key),
);

test.each(LANGUAGES)('%s says all that is asked for', (language) => {
  const keys = keysOf(language);
  expect(asked.size).toBeGreaterThan(150);
  expect([...asked].filter((key) => !keys.has(key))).toEqual([]);
});

test.each(LANGUAGES)('%s has a word for every code of the facts', (language) => {
  const keys = keysOf(language);
  const missing = VOCABULARIES.flatMap(([table, column, vocabulary]) => {
    const [head = '', ...rows] = readFileSync(at(`../../../fixtures/facts/${table}`), 'utf8')
      .trimEnd()
      .split('\n');
    const index = head.split('\t').indexOf(column);
    expect(index, `${table} has no ${column}`).toBeGreaterThanOrEqual(0);
    const codes = new Set(rows.flatMap((row) => (row.split('\t')[index] ?? '').split(';')).filter(Boolean));
    return [...codes].map((word) => `${vocabulary}-${slugOf(word)}`).filter((key) => !keys.has(key));
  });
  expect(missing).toEqual([]);
});
