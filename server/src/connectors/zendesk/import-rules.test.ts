import { createCalendar, calendarSpec } from '@watchdesk/domain/calendar';
import { policyFaults, policySpec } from '@watchdesk/domain/sla';
import { expect, test } from 'vitest';
import { callsTo } from '../../../test/fake-zendesk/calls.ts';
import { fakeZendesk } from '../../../test/fake-zendesk/index.ts';
import type { RulesOffer } from '../connector.ts';
import { schedule, slaPolicy } from './api-types.ts';
import { rulesOffer } from './import-rules.ts';
import { zendesk } from './index.ts';
import { FIRST_MAPS } from './words.ts';

const given = { source: 'zd', maps: { ...FIRST_MAPS, customFields: { 123: 'product' } } };
const office = schedule.parse({
  id: 1,
  name: 'Office',
  time_zone: 'Pacific Time (US & Canada)',
  intervals: [
    { start_time: 1440 + 540, end_time: 1440 + 1020 },
    // Friday evening until Saturday morning.
    { start_time: 5 * 1440 + 1200, end_time: 6 * 1440 + 120 },
  ],
  holidays: [{ name: 'Turn of the year', start_date: '2026-12-31', end_date: '2027-01-01' }],
});
const policy = (more: object) =>
  slaPolicy.parse({
    id: 7,
    title: 'Gold',
    position: 1,
    filter: { all: [], any: [] },
    policy_metrics: [
      { priority: 'urgent', metric: 'first_reply_time', target: 30, business_hours: false },
      { priority: 'high', metric: 'first_reply_time', target: 60, target_in_seconds: 3630, business_hours: true },
      { priority: 'high', metric: 'requester_wait_time', target: 600, business_hours: true },
    ],
    ...more,
  });

/** As they would be saved, the calendars under their keys. */
const faultsOf = ({ policies, calendars }: RulesOffer) =>
  policies.flatMap((one, index) =>
    policyFaults(one, {
      calendars: new Set(calendars.map(({ key }) => key)),
      others: policies.slice(0, index).map((other, place) => ({ id: String(place), spec: policySpec.parse(other) })),
    }),
  );

test('a schedule becomes a calendar that is open when theirs is', () => {
  const { calendars } = rulesOffer([], [office], given);
  const spec = calendarSpec.parse(calendars[0]!.spec);
  expect(spec).toMatchObject({
    zone: 'America/Los_Angeles',
    hours: { mon: [['09:00', '17:00']], fri: [['20:00', '24:00']], sat: [['00:00', '02:00']] },
  });
  const calendar = createCalendar(spec);
  const isOpen = (at: string) => calendar.isOpen(Date.parse(at) / 1000);
  expect([isOpen('2026-06-01T16:30:00Z'), isOpen('2026-06-02T00:30:00Z'), isOpen('2026-06-06T08:30:00Z')]).toEqual([true, false, true]);
  // Thursday and Friday, both closed: the Saturday morning hours begin on a day of their own.
  expect([isOpen('2027-01-02T05:00:00Z'), isOpen('2027-01-02T08:30:00Z')]).toEqual([false, true]);
});

test('a policy becomes one that may be saved, with the times that they count', () => {
  const offer = rulesOffer([policy({})], [office], given);
  expect(faultsOf(offer)).toEqual([]);
  expect(offer.policies).toMatchObject([
    {
      name: 'Gold',
      match: [],
      calendar: { default: 'schedule/1', byPriority: { P1: 'always', P2: 'schedule/1' } },
      targets: { first_response: { P1: 1800, P2: 3630, P3: null, P5: null }, requester_wait: { P1: null, P2: 36_000 } },
    },
  ]);
  expect(offer.policies[0]!.clocks.find(({ metric }) => metric === 'requester_wait')).toMatchObject({
    reopen: 'resume',
    pause: { statuses: ['pending'] },
  });
});

test('conditions are those of ours, and any of several make several policies', () => {
  const filter = {
    all: [
      { field: 'group_id', operator: 'is_not', value: '42' },
      { field: 'current_tags', operator: 'includes', value: 'vip gold' },
      { field: 'custom_fields_123', operator: 'is', value: 'kettle' },
    ],
    any: [
      { field: 'organization_id', operator: 'is', value: 1 },
      { field: 'organization_id', operator: 'is', value: 2 },
      { field: 'via_id', operator: 'is', value: 4 },
    ],
  };
  const offer = rulesOffer([policy({ filter })], [office], given);
  expect(faultsOf(offer)).toEqual([]);
  const all = [
    { field: 'team', is: 'none_of', values: ['zd:42'] },
    { field: 'tags', is: 'any_of', values: ['vip', 'gold'] },
    { field: 'product', is: 'any_of', values: ['kettle'] },
  ];
  expect(offer.policies.map(({ name, match }) => [name, match])).toEqual([
    ['Gold (1 of 2)', [...all, { field: 'organisation', is: 'any_of', values: ['zd:1', 'zd:2'] }]],
    ['Gold (2 of 2)', [...all, { field: 'channel', is: 'any_of', values: ['email'] }]],
  ]);
});

test('what cannot be said is told of, and a policy that would hold for others is not offered', () => {
  const strange = policy({ filter: { all: [{ field: 'exact_created_at', operator: 'less_than', value: 1 }] } });
  const { policies, notes } = rulesOffer([strange], [], given);
  expect(policies).toEqual([]);
  expect(notes.map(({ what }) => what)).toEqual([
    'The condition "exact_created_at less_than 1" cannot be said here.',
    'It is not offered, since without these conditions it would hold for other tickets.',
  ]);
  const mixed = policy({
    metric_settings: { first_reply_time: { activate_on_ticket_created_for_end_user: true } },
    policy_metrics: [
      { priority: 'low', metric: 'group_ownership_time', target: 10 },
      { priority: 'low', metric: 'first_reply_time', target: 10, business_hours: true },
      { priority: 'low', metric: 'next_reply_time', target: 10, business_hours: false },
    ],
  });
  const told = rulesOffer([mixed], [schedule.parse({ ...office, time_zone: 'Mars' })], given).notes.map(
    ({ kind, what }) => `${kind}: ${what}`,
  );
  expect(told).toEqual([
    'left_out: Its time zone "Mars" is not known here.',
    'left_out: The time "group_ownership_time" is not measured here.',
    'otherwise: Its advanced settings, of what else starts or fulfils a time, are not taken: the usual ones hold.',
    'otherwise: At P4 next_response would count every hour; here all times of a policy count business hours there.',
    'otherwise: It counts business hours, and there is no schedule that could be taken: here it counts every hour.',
    'otherwise: A ticket without a priority has no promise there; here it has the priority P3 and what is promised for it.',
  ]);
});

test('reads what the account has', async () => {
  const fake = await fakeZendesk({ tickets: 1 });
  const offer = await zendesk.rules!(callsTo(fake), { source: 'zd', maps: { ...FIRST_MAPS, customFields: { type: 'category' } } });
  expect(faultsOf(offer)).toEqual([]);
  expect(offer.policies).toMatchObject([{ name: 'Everyone', match: [{ field: 'category', is: 'none_of', values: ['task'] }] }]);
  expect(offer.calendars.map(({ name }) => name)).toEqual(['Office', 'Every hour']);
  await fake.stop();
});
