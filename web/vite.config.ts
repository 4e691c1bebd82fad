import { defineConfig } from 'vitest/config';
import { compressed } from './build/compressed.ts';
import { fonts } from './build/fonts.ts';
import { messageParts } from './build/messages.ts';
import { sizes } from './build/sizes.ts';

/** The server that answers these while the viewer is developed. */
const server = process.env.TERRIKON_URL ?? 'http://127.0.0.1:8080';
const SERVED = ['/api', '/methods', '/tiles', '/style.json', '/sprites', '/static', '/oembed'];

export default defineConfig({
  base: '/',
  plugins: [messageParts(), fonts(), sizes(), compressed()],
  experimental: {
    // A script finds what belongs to it beside itself, as it may run in a page of another origin or of another folder; our pages lie
    // in many folders and are told where they lie.
    renderBuiltUrl: (file, { hostType }) => (hostType === 'html' ? `/${file}` : { relative: true }),
  },
  build: {
    target: 'es2022',
    // The page is served under a strict content security policy: no data: scripts, no inlined modules.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The page of the API's description is one library, loaded there alone.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: ['index.html', 'docs.html', 'builder.html', 'src/embed/terrikon.ts'],
      output: {
        // Publishers write this name into their articles.
        entryFileNames: ({ name }) => (name === 'terrikon' ? 'terrikon.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: {
    proxy: Object.fromEntries(SERVED.map((path) => [path, server])),
    fs: { allow: ['..'] },
  },
  test: { include: ['src/**/*.test.ts', 'build/**/*.test.ts'], environment: 'node' },
});
