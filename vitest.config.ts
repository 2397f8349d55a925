/**
 * Kinds of test: pure ones that need nothing, the web application's in a simulated page, those that want the real
 * databases, and those that read real data (only where the folder exists; `npm test` says so when it does not).
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const realData = resolve(process.env['WATCHDESK_REAL_DATA'] ?? '../shared');
const long = process.env['WATCHDESK_LONG'] === '1';
const laws = { setupFiles: ['scripts/checks/laws.setup.ts'] };

/** Puts another module in the place of one, which all others in its worker would find. */
const replacing = ['scripts/new-metric.test.ts'];

const databases = {
  ...laws,
  globalSetup: 'server/test/databases.setup.ts',
  testTimeout: long ? 30 * 60_000 : 180_000,
  hookTimeout: 120_000,
  // Real engines on a busy machine now and then answer late. A second go is named in the summary, and is no excuse: whatever is named there gets mended.
  retry: 1,
};
const real = { name: 'real', include: ['server/**/*.real.test.ts'], env: { WATCHDESK_REAL_DATA: realData }, ...databases };

export default defineConfig({
  test: {
    // Files wait for the databases a good part of their time: one worker less than processors, as usual, leaves one idle.
    maxWorkers: 2,
    // A worker loads each module once: anew for each file that took half of all the time.
    isolate: false,
    projects: [
      {
        test: {
          ...laws,
          name: 'pure',
          include: ['{domain,simulator}/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: replacing,
          testTimeout: long ? 10 * 60_000 : 20_000,
        },
      },
      { test: { name: 'replacing', include: replacing, isolate: true } },
      { plugins: [react()], test: { name: 'web', include: ['web/src/**/*.test.{ts,tsx}'], environment: 'happy-dom', testTimeout: 20_000 } },
      { test: { name: 'server', include: ['server/{src,test}/**/*.test.ts'], exclude: ['server/**/*.real.test.ts'], ...databases } },
      ...(existsSync(realData) ? [{ test: real }] : []),
    ],
  },
});
