import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/** Which messages of a language a part of the viewer is sent; the rest of the file is the server's, or another part's. */
const PARTS: Record<string, (key: string) => boolean> = {
  /** An article loads no more than the embedded map says. */
  embed: (key) =>
    /^(embed-|kinds?-|trust-|distance-|attribution-base|app-title|loading$|close$|list-(count|title|none|empty)$|map-(label|zoom|attribution))/.test(
      key,
    ),
  /** The pages of the viewer, which never tell the server's problems or the pages of its API. */
  viewer: (key) => !/^(embed-|hint-|api-|problem-.+-(title|detail)$)/.test(key),
};

const REQUEST = /^(.+\.ftl)\?part=(\w+)$/;

/** `import text from 'ru.ftl?part=embed'` is the source text of the messages of that part. */
export function messageParts(): Plugin {
  return {
    name: 'terrikon:message-parts',
    async load(id) {
      const [, file, part] = REQUEST.exec(id) ?? [];
      const wanted = part && PARTS[part];
      if (!file || !wanted) return undefined;
      this.addWatchFile(file);
      return `export default ${JSON.stringify(messagesOf(await readFile(file, 'utf8'), wanted))}`;
    },
  };
}

/** The messages with such keys, without comments. */
export function messagesOf(text: string, wanted: (key: string) => boolean): string {
  const entries = text.replace(/^#.*\n?/gm, '').split(/^(?=[a-z][a-z0-9-]* =)/m);
  return entries
    .filter((entry) => wanted(entry.slice(0, entry.indexOf(' ='))))
    .map((entry) => entry.trimEnd())
    .join('\n');
}
