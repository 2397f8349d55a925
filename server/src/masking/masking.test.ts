import { expect, test } from 'vitest';
import { masked } from './index.ts';

test('why somebody is told is a sentence of ours; what a customer wrote goes, wherever else it stands', () => {
  const alert = { title: 'Many', why: { text: 'Backlog is above 5.', explain: { metrics: ['backlog'] } }, facts: [{ text: 'help!' }] };
  expect(masked({ alerts: [alert], subject: 'My card' })).toEqual({ alerts: [{ ...alert, facts: [{ text: null }] }], subject: null });
  expect(masked({ why: 'a plain reason', customer: { id: 'c' } })).toEqual({ why: 'a plain reason', customer: null });
});
