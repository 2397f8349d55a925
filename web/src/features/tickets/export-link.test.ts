import { expect, test } from 'vitest';
import { exportAddress } from './export-link.ts';

test('the export asks for the same rows in the same order as the list', () => {
  const address = exportAddress({
    query: { status: 'open,new', q: 'a & b', waiting: 'true' },
    order: { sort: 'created', direction: 'desc' },
  });
  const asked = Object.fromEntries(new URL(address, 'http://localhost').searchParams);
  expect(asked).toEqual({ status: 'open,new', q: 'a & b', waiting: 'true', sort: 'created', direction: 'desc', format: 'csv' });
});
