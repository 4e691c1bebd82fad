import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What shrinks; fonts and pictures are compressed already. */
const TEXT = /\.(m?js|css|html|svg|json)$/;

/** What was packed before: packing takes longer than the whole rest of a build. */
const KEPT = path.resolve(import.meta.dirname, '../node_modules/.packed');

/** As small as brotli gets; the server sends what lies there, so it may take its time. */
export function brotli(content: string | Uint8Array): Uint8Array {
  const bytes = Buffer.from(content);
  const kept = path.join(KEPT, `${createHash('sha256').update(bytes).digest('hex')}.br`);
  if (existsSync(kept)) return readFileSync(kept);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const packed = brotliCompressSync(bytes, { params });
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(kept, packed);
  return packed;
}

/** Puts `x.br` and `x.gz` beside each file that gets smaller by it. Pages are left out: the server writes into them. */
export function compressed(): Plugin {
  return {
    name: 'terrikon:compressed',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const [fileName, output] of Object.entries(bundle)) {
          if (!TEXT.test(fileName) || fileName.endsWith('.html')) continue;
          const content = output.type === 'chunk' ? output.code : output.source;
          const packed = { br: brotli(content), gz: gzipSync(content, { level: 9 }) };
          for (const [ending, source] of Object.entries(packed)) {
            if (source.length < Buffer.byteLength(content))
              this.emitFile({ type: 'asset', fileName: `${fileName}.${ending}`, source });
          }
        }
      },
    },
  };
}
