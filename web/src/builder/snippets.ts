import { ATTRIBUTES, type Options, pageOf, pictureOf, type Written } from '../embed/options';

/** The lowest map in which anything can be read, and the highest that fits a window, pixels. */
export const HEIGHTS = { least: 260, most: 1200, usual: 480 } as const;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const attributes = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');

/** What the element and the frame are told, without the defaults and in the order of the documentation. */
function told(written: Written): [string, string][] {
  const defaults: Written = { theme: 'auto', load: 'interaction', release: 'latest' };
  return ATTRIBUTES.flatMap((name) => {
    const value = written[name]?.trim();
    return value && value !== defaults[name] ? [[name, value] as [string, string]] : [];
  });
}

/** The path and query of the framed page. */
export function framePath(written: Written): string {
  const query = new URLSearchParams(told(written));
  return `/embed?${query.toString().replaceAll('%2C', ',')}`;
}

/** HTML with a script of ours: the map becomes part of the page. */
export function elementSnippet(
  origin: string,
  written: Written,
  height: number,
  fallback: string,
  address: string,
): string {
  const space = `display:block;min-height:${height}px`;
  const own = attributes([...told(written), ['height', String(height)], ['style', space]]);
  return [
    `<script type="module" src="${origin}/terrikon.js"></script>`,
    `<terrikon-map${own}><a href="${escaped(address)}">${escaped(fallback)}</a></terrikon-map>`,
  ].join('\n');
}

/** HTML without any script in the page itself. */
export function frameSnippet(origin: string, written: Written, height: number, title: string): string {
  const own = attributes([
    ['src', origin + framePath(written)],
    ['title', title],
    ['width', '100%'],
    ['height', String(height)],
    ['loading', 'lazy'],
    ['style', 'border:0'],
  ]);
  return `<iframe${own} allowfullscreen></iframe>`;
}

/** The picture for print and social networks. */
export function pictureAddress(origin: string, options: Options): string {
  return origin + pictureOf(options, options.theme === 'dark' ? 'dark' : 'light', 1200, 630);
}

/** The page that says the same, for a link and for oEmbed. */
export const pageAddress = (origin: string, options: Options) => origin + pageOf(options);
