import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** The system's Chromium, if possible the build without windows, which spares a second page for each; else Playwright's own. */
const chromium = [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(
  (file) => file && existsSync(file),
);

export default defineConfig({
  testDir: 'tests',
  testIgnore: '**/picture.spec.ts',
  outputDir: 'test-results/runs',
  // Pictures are compared with others of the same run, never with kept ones.
  snapshotPathTemplate: 'test-results/compared/{testName}-{arg}{ext}',
  // Each has a server of its own; more of them wait for each other's drawing on two cores.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    // Most of the time goes into drawing the map without a graphics chip: a quarter of the dots, in the same layout. DENSITY=1 takes
    // pictures to look at.
    deviceScaleFactor: Number(process.env.DENSITY ?? 0.5),
    locale: 'ru-RU',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--enable-unsafe-swiftshader',
      ],
    },
  },
});
