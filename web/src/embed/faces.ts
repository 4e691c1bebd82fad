import cyrillic from '@fonts/sans-cyrillic.woff2';
import cyrillicItalic from '@fonts/sans-cyrillic-italic.woff2';
import latin from '@fonts/sans-latin.woff2';
import latinItalic from '@fonts/sans-latin-italic.woff2';
import turkic from '@fonts/sans-turkic.woff2';
import turkicItalic from '@fonts/sans-turkic-italic.woff2';
import type { StyleSpecification } from 'maplibre-gl';
import faces from '../styles/faces.json';

/** Our own name for Noto Sans, so that the fonts of the page around the map stay as they are. */
const FAMILY = 'Terrikon Sans';

const FILES: Record<string, string> = {
  'sans-latin': latin,
  'sans-cyrillic': cyrillic,
  'sans-turkic': turkic,
  'sans-latin-italic': latinItalic,
  'sans-cyrillic-italic': cyrillicItalic,
  'sans-turkic-italic': turkicItalic,
};

/** Letters that labels of a language are written in. */
const LETTERS = { en: 'Aa', ru: 'AaЯя', kk: 'AaЯяҚқ', ky: 'AaЯяҢң' };

let declared = false;

/** Gives the page the fonts of the map's labels, which MapLibre draws with what the page has. */
export async function loadLabelFonts(lang: keyof typeof LETTERS): Promise<void> {
  if (!declared) for (const face of faces) declare(face);
  declared = true;
  const styles = ['400', '500', 'italic 400'].map((style) =>
    document.fonts.load(`${style} 24px "${FAMILY}"`, LETTERS[lang]),
  );
  await Promise.allSettled(styles);
}

function declare({ file, style, weight, range }: (typeof faces)[number]): void {
  const url = FILES[file];
  if (!url) return;
  const [least, most] = weight;
  const descriptors = { style, weight: least === most ? `${least}` : `${least} ${most}`, unicodeRange: range };
  document.fonts.add(new FontFace(FAMILY, `url(${JSON.stringify(new URL(url, location.href).href)})`, descriptors));
}

/** The style with labels in our own name of the family. */
export function inOurFonts(style: StyleSpecification): StyleSpecification {
  return JSON.parse(JSON.stringify(style).replaceAll('"Noto Sans', `"${FAMILY}`));
}
