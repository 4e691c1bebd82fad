import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** The system's Chromium where there is one, else Playwright's own. */
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: 'tests',
  testIgnore: '**/picture.spec.ts',
  outputDir: 'test-results/runs',
  // Pictures are compared with others of the same run, never with kept ones.
  snapshotPathTemplate: 'test-results/compared/{testName}-{arg}{ext}',
  // One server and one software-drawn map at a time.
  workers: 1,
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
      ...(existsSync(chromium) && { executablePath: chromium }),
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
