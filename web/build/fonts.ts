import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

/** A part of Noto Sans: the letters of a script between two weights. */
interface Face {
  /** The name of the file that is made. */
  file: string;
  /** The file of the package that it is cut from. */
  source: string;
  style: 'normal' | 'italic';
  weight: [least: number, most: number];
  /** As CSS writes it. */
  range: string;
}

const ROOT = path.resolve(import.meta.dirname, '..');
const FILES = path.join(ROOT, 'node_modules/@fontsource-variable/noto-sans/files');
const faces: Face[] = JSON.parse(readFileSync(path.join(ROOT, 'src/styles/faces.json'), 'utf8'));

/**
 * The family cut to the letters and weights that our languages are written in: a page of the map loads 60 kB of it, of the whole files it
 * would be 440. `virtual:fonts.css` declares it as Noto Sans, `@fonts/NAME.woff2` is a single file.
 */
export async function fonts(): Promise<Plugin> {
  const key = createHash('sha256').update(JSON.stringify(faces)).digest('hex').slice(0, 12);
  const folder = path.join(ROOT, 'node_modules/.fonts', key);
  mkdirSync(folder, { recursive: true });
  await Promise.all(faces.map((face) => cut(face, path.join(folder, `${face.file}.woff2`))));
  return {
    name: 'terrikon:fonts',
    config: () => ({ resolve: { alias: { '@fonts': folder } } }),
    resolveId: (id) => (id === 'virtual:fonts.css' ? '\0fonts.css' : undefined),
    load: (id) => (id === '\0fonts.css' ? faces.map(declared).join('\n') : undefined),
  };
}

async function cut({ source, range, weight: [min, max] }: Face, made: string): Promise<void> {
  if (existsSync(made)) return;
  const variationAxes = { wght: min === max ? min : { min, max } };
  const whole = readFileSync(path.join(FILES, `${source}.woff2`));
  writeFileSync(made, await subsetFont(whole, lettersOf(range), { targetFormat: 'woff2', variationAxes }));
}

/** `U+0041-0043, U+00C4` is `ABCÄ`. */
function lettersOf(range: string): string {
  return range
    .split(',')
    .flatMap((part) => {
      const [from = '', to = from] = part.trim().replace('U+', '').split('-');
      const [first, last] = [from, to].map((hex) => Number.parseInt(hex, 16)) as [number, number];
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    })
    .join('');
}

function declared({ file, style, weight: [least, most], range }: Face): string {
  const weight = least === most ? `${least}` : `${least} ${most}`;
  return `@font-face { font-family: "Noto Sans"; font-style: ${style}; font-weight: ${weight}; font-display: swap;
    src: url("@fonts/${file}.woff2") format("woff2"); unicode-range: ${range}; }`;
}
