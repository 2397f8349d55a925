/** The browser tests: e2e/*.spec.ts against the real product (e2e/product.setup.ts) in the system's browser. */
import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/checks/browser.ts';

const long = process.env['WATCHDESK_LONG'] === '1';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/product.setup.ts',
  // Two processors carry the server, both engines and the browsers; more workers only make each other wait.
  workers: 2,
  // A journey that meets a machine busy with something else is walked once more, and reported as flaky.
  retries: 1,
  forbidOnly: true,
  // The longest journey takes half a minute on a machine of its own, and some minutes on one that others use too.
  timeout: long ? 10 * 60_000 : 300_000,
  expect: { timeout: 30_000 },
  outputDir: 'test-results',
  use: {
    baseURL: process.env['WATCHDESK_E2E_URL'],
    launchOptions: launchOptions(),
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    // A recording of every journey takes a good part of two processors; one that failed is recorded as it is walked once more.
    trace: 'on-first-retry',
  },
});
