import { createServer } from 'node:http';
import type { Page, Request } from '@playwright/test';

export interface Article {
  url: string;
  stop: () => void;
}

/** A plain page of somebody else, on a port of its own: what is pasted into it, between two paragraphs. */
export async function publish(pasted: string, headers: Record<string, string> = {}): Promise<Article> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>An article</title><link rel="icon" href="data:,"></head><body><main><h1>An article</h1><p>Before.</p>${pasted}<p>After.</p></main></body></html>`;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}

/** The origins that a page asks, other than those that it may. */
export function strangers(page: Page, ...allowed: string[]): string[] {
  const found: string[] = [];
  const known = allowed.map((url) => new URL(url).origin);
  page.on('request', (request: Request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !known.includes(origin)) found.push(request.url());
  });
  return found;
}

/** What Chromium says of content that a policy refused, in the page and in its frames. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.exposeFunction('violated', (text: string) => found.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (window as unknown as { violated: (text: string) => void }).violated(`${violatedDirective}: ${blockedURI}`);
    });
  });
  return found;
}
