import { expect, test } from 'vitest';
import { tabOf } from './PlaceTabs.tsx';

const TABS = [
  { to: '/alerts', label: 'Now' },
  { to: '/alerts/history', label: 'History' },
  { to: '/alerts/rules', label: 'Rules', also: '/alerts/new-rule' },
] as const;

test.each([
  ['/alerts', 'Now'],
  ['/alerts/a-1', 'Now'],
  ['/alerts/history', 'History'],
  ['/alerts/rules/r-1', 'Rules'],
  ['/alerts/new-rule', 'Rules'],
  ['/queue', undefined],
])('%s belongs to the part %s', (pathname, label) => {
  expect(tabOf(TABS, pathname)?.label).toBe(label);
});
