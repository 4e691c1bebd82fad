import { defineConfig } from 'vitest/config';

/** The server that answers `/api`, `/methods`, `/tiles`, `/style.json` and `/sprites` while the viewer is developed. */
const server = process.env.TERRIKON_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: '/',
  // Scripts find their own files beside them, so that the page works in any folder; the page itself is told where it lies.
  experimental: { renderBuiltUrl: (_, { hostType }) => (hostType === 'html' ? undefined : { relative: true }) },
  build: {
    target: 'es2022',
    // The page is served under a strict content security policy: no data: scripts, no inlined modules.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The page of the API's description is one library, loaded there alone.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: ['index.html', 'docs.html'] },
  },
  server: {
    proxy: Object.fromEntries(['/api', '/methods', '/tiles', '/style.json', '/sprites'].map((path) => [path, server])),
    fs: { allow: ['..'] },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
