import { expect, test } from 'vitest';
import type { RulesOffer } from '../../../api/client.ts';
import { asItIs, firstChoice, NEW, sentFor } from './choice.ts';

const policy = (name: string, calendar: string) => ({ name, calendar: { default: calendar, byPriority: {} } });
const offer = {
  calendars: [
    { key: 'office', name: 'Office', spec: { zone: 'UTC' }, suggested: 'business-hours' },
    { key: 'always', name: 'Every hour', spec: { zone: 'UTC' }, suggested: null },
  ],
  policies: [
    { spec: policy('Gold', 'office'), suggested: null },
    { spec: policy('All', 'always'), suggested: 'standard' },
  ],
  notes: [],
} as unknown as RulesOffer;

test('all is suggested, in the place of what holds here for the same', () => {
  expect(sentFor(offer, firstChoice(offer))).toMatchObject({
    calendars: [
      { key: 'office', id: 'business-hours', spec: { zone: 'UTC' } },
      { key: 'always', id: null },
    ],
    policies: [
      { spec: { name: 'Gold' }, id: null },
      { spec: { name: 'All' }, id: 'standard' },
    ],
  });
});

test('what is not taken is not sent, nor a calendar that nothing counts by then; one of ours is counted by as it is', () => {
  const choice = {
    calendars: { office: asItIs('our hours'), always: NEW },
    policies: [
      { isTaken: true, as: NEW },
      { isTaken: false, as: NEW },
    ],
  };
  expect(sentFor(offer, choice)).toMatchObject({
    calendars: [{ key: 'office', id: 'our hours', spec: null }],
    policies: [{ spec: { name: 'Gold' } }],
  });
  expect(sentFor(offer, choice).calendars).toHaveLength(1);
});
