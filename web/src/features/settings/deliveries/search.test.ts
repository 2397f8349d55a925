import { expect, test } from 'vitest';
import { readDeliverySearch } from './search.ts';

test('an address says what it can, and the rest of it is left out', () => {
  expect(readDeliverySearch({ outcomes: 'failed,nonsense', severities: 'none', to: ' c1 ', ticket: '', notice: 7 })).toEqual({
    outcomes: 'failed',
    to: 'c1',
  });
});
