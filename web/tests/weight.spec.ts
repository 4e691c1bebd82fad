import type { CDPSession, Page } from '@playwright/test';
import type { Sizes } from '../build/sizes.ts';
import { expect, PHONE, test } from './viewer';

/** Bytes as brotli packs them. What may grow is written in docs/guides/publishers.md, too. */
const LIMITS: Sizes = { article: 30_000, map: 425_000, maplibre: 364_000, page: 60_000 };
const FIRST_VIEW = 520_000;
/** How long until a reader can search, filter and read on a slow phone, ms. */
const INTERACTIVE = 5_000;

/** What a page has taken from the wire so far, headers included. */
async function counting(page: Page): Promise<{ bytes: () => number; devtools: CDPSession }> {
  const devtools = await page.context().newCDPSession(page);
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  // Tiles are fetched by a worker, which has a network of its own.
  devtools.on('Target.attachedToTarget', ({ sessionId }) => {
    const send = (method: string) =>
      devtools.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: 1, method }) });
    void send('Network.enable').catch(() => undefined);
  });
  devtools.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { method, params } = JSON.parse(message);
    if (method === 'Network.loadingFinished') bytes += params.encodedDataLength;
  });
  await devtools.send('Network.enable');
  await devtools.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  return { bytes: () => bytes, devtools };
}

test('what the build weighs stays within what is promised', async ({ page }) => {
  const sizes: Sizes = await (await page.request.get('/sizes.json')).json();
  for (const [name, limit] of Object.entries(LIMITS)) {
    const size = sizes[name as keyof Sizes];
    expect(size, name).toBeGreaterThan(0);
    expect(size, name).toBeLessThanOrEqual(limit);
  }
});

for (const lang of ['ru', 'kk']) {
  test(`${lang}: the first view on a phone keeps to its weight`, async ({ page }) => {
    await page.setViewportSize(PHONE);
    const { bytes } = await counting(page);
    await page.goto(`/?lang=${lang}`);
    await page.waitForLoadState('networkidle');
    await expect(page.locator('loading-bar')).toBeHidden({ timeout: 30_000 });
    expect(bytes()).toBeGreaterThan(400_000);
    expect(bytes()).toBeLessThanOrEqual(FIRST_VIEW);
  });
}

test('on a slow phone the page can be used within five seconds', async ({ page }) => {
  await page.setViewportSize(PHONE);
  const { devtools } = await counting(page);
  // Lighthouse's slow 4G: 1.6 Mbit/s, 150 ms.
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 93_750,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const start = Date.now();
  await page.goto('/?lang=ru', { waitUntil: 'commit' });
  await page.getByRole('combobox', { name: 'Поиск' }).waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  const usable = Date.now() - start;
  test.info().annotations.push({ type: 'usable after, ms', description: String(usable) });
  expect(usable).toBeLessThanOrEqual(INTERACTIVE);
});
