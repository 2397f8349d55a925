import { readFileSync } from 'node:fs';
import { METRICS } from '@watchdesk/domain/metrics';
import { expect, test } from 'vitest';
import { metricsPage } from './metrics-page.ts';

test('docs/metrics.md is written from the catalogue: node start.mjs scripts/metrics-page.ts', () =>
  expect(readFileSync('docs/metrics.md', 'utf8')).toBe(metricsPage()));

test('it has every metric with its target', () => {
  const page = metricsPage();
  for (const { id, description } of METRICS) expect(page).toContain(`\`${id}\` | ${description} |`);
  expect(page).toContain('| ≤ 1 h, warns at 4 h | replied | D.1 |');
  expect(page).toContain('| ≥ 90 %, warns at 85 %<br>L1: ≥ 90 %<br>');
});
