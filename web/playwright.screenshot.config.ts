import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

/** Draws the picture for the documentation: `npm run screenshot`. */
export default defineConfig({
  ...tests,
  testIgnore: [],
  testMatch: '**/picture.spec.ts',
  use: { ...tests.use, deviceScaleFactor: 1 },
});
