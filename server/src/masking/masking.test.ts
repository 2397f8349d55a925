import { expect, test } from 'vitest';
import { masked } from './index.ts';

test('customers in a list are called by their ids, and how many there are is no name', () => {
  expect(masked({ customers: [{ id: 'c1', name: 'Cleo' }], impact: { customers: 3 } })).toEqual({
    customers: [{ id: 'c1', name: 'c1' }],
    impact: { customers: 3 },
  });
});

test('why somebody is told is a sentence of ours; what a customer wrote goes, wherever else it stands', () => {
  const alert = { title: 'Many', why: { text: 'Backlog is above 5.', explain: { metrics: ['backlog'] } }, facts: [{ text: 'help!' }] };
  expect(masked({ alerts: [alert], subject: 'My card' })).toEqual({ alerts: [{ ...alert, facts: [{ text: null }] }], subject: null });
  expect(masked({ why: 'a plain reason', customer: { id: 'c' } })).toEqual({ why: 'a plain reason', customer: null });
});
