/** Where the page lives, as it says itself or its address does. Read once: the address is written anew with every step. */
export interface Page {
  /** Whether it lies on a host that has files only: `terrikon export site` says so in its page. */
  alone: boolean;
  /** The path of a page that lies alone: all that it shows is told behind it. */
  path: string;
  /** The archive of tiles to draw from, absolute; undefined where a server draws. */
  tiles?: string;
  /** The archive as the address names it, to be kept there. */
  asked?: string;
}

/** `named` is the archive that the page itself names. Another one of the same host may be asked for with `tiles`. */
export function readPage(address: URL, named: string | undefined): Page {
  const page: Page = { alone: named !== undefined, path: address.pathname };
  const asked = address.searchParams.get('tiles');
  const tiles = asked ?? named;
  if (!tiles) return page;
  const url = URL.parse(tiles, address);
  // Of another host it might show anything under our name.
  if (url?.origin !== address.origin) return asked ? readPage(without(address), named) : page;
  page.tiles = url.href;
  if (asked) page.asked = asked;
  return page;
}

function without(address: URL): URL {
  const url = new URL(address);
  url.searchParams.delete('tiles');
  return url;
}

function named(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name=terrikon-tiles]')?.content;
}

/** This page. There is none in tests of what does not need one. */
export const page: Page =
  typeof document === 'undefined' ? { alone: false, path: '/' } : readPage(new URL(location.href), named());
