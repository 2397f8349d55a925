import { expect, test } from 'vitest';
import { type AuditReport, faultsOf, silenceOf } from './advisories.ts';

const advisory = (id: string, severity: 'low' | 'moderate' | 'high' | 'critical') => ({
  source: 1,
  name: 'leftpad',
  title: 'Pads too far',
  url: `https://advisories.example/${id}`,
  severity,
  range: '<1.3.1',
});
/** As npm writes it: whatever depends on the weak package is listed as well, by way of its name. */
const report = (id: string, severity: 'low' | 'moderate' | 'high' | 'critical'): AuditReport => ({
  vulnerabilities: { leftpad: { via: [advisory(id, severity)] }, padded: { via: ['leftpad'] }, again: { via: [advisory(id, severity)] } },
});
const TODAY = '2026-06-01';

test.each(['high', 'critical'] as const)('a %s weakness fails once, with what and where it is', (severity) => {
  expect(faultsOf(report('GHSA-1', severity), {}, TODAY)).toEqual([
    `leftpad <1.3.1: ${severity}: Pads too far (https://advisories.example/GHSA-1)`,
  ]);
});

test.each(['low', 'moderate'] as const)('a %s one does not', (severity) =>
  expect(faultsOf(report('GHSA-1', severity), {}, TODAY)).toEqual([]),
);

test('an exception holds until its day', () => {
  const until = (day: string) => faultsOf(report('GHSA-1', 'high'), { 'GHSA-1': { reason: 'not reached', until: day } }, TODAY);
  expect(until(TODAY)).toEqual([]);
  expect(until('2026-05-31')).toEqual([expect.stringContaining('its exception held until 2026-05-31')]);
});

test('an exception that nothing needs is to go', () => {
  expect(faultsOf({ vulnerabilities: {} }, { 'GHSA-2': { reason: '', until: '2099-01-01' } }, TODAY)).toEqual([
    'GHSA-2 is an exception that nothing needs any more',
  ]);
});

test('a registry without advisories is silence, and no clean bill', () => {
  expect(silenceOf({ message: '405 Method Not Allowed', error: { summary: '' } })).toBe('405 Method Not Allowed');
  expect(silenceOf({ error: { code: 'ENOTFOUND', summary: '' } })).toBe('ENOTFOUND');
  expect(silenceOf({ vulnerabilities: {} })).toBeNull();
});
