/** Durations within opening hours, from events to answers, and the events behind each value. */
import { afterAll, describe, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import { ensureRules } from '../rules/index.ts';
import { createReclocking } from '../sla/index.ts';
import { rebuildFacts } from '../store/analytics/index.ts';
import { createMetrics } from './index.ts';

const { postgres, pool, analytics, clock, door, loader, newWorkspace, event, created, reply, expectAgreement, startAt, close } =
  await openLoaded();
// Equal questions share an answer for a while: here each is asked later than that.
let now = clock.now();
const metrics = createMetrics({ postgres, analytics, clock: { now: () => (now += 10_000) } });
const reclocking = createReclocking({ postgres, onTrouble: () => {}, settleMs: 0 });
afterAll(close);

const all = { to: 'all' } as const;
const SCOPE = { rows: all, aggregate: all, text: true };
const HOUR = 60;
const period = { from: startAt - 86_400_000, to: startAt + 14 * 86_400_000 };
const [business, elapsed] = ['business', 'elapsed'] as const;

/** Asked on Monday at nine, answered on Monday at half past five, resolved on Tuesday at ten; business hours are nine to six. */
const lines = (ticket: string, data: object = {}) => [
  created(ticket, 0, { subject: `About ${ticket}`, priority: 'P3', ...data }),
  event(ticket, 8.5 * HOUR, 'ticket.message', { messageId: `${ticket} m`, visibility: 'public' }),
  event(ticket, 25 * HOUR, 'status.changed', { to: 'resolved' }),
];

async function valueOf(workspaceId: string, metric: string, calendar?: 'elapsed' | 'business') {
  const { total } = await metrics.query({ workspaceId, scope: SCOPE }, { metrics: [metric], period, calendar });
  return total.values[metric]!;
}

test('a resolution over night is counted within opening hours, at a first priority around the clock', async () => {
  const workspace = await newWorkspace();
  await ensureRules(postgres, workspace);
  await door.accept(workspace, 'api', [...lines('a:1'), ...lines('a:2', { priority: 'P1' })]);
  await loader.drain();
  // As they are loaded, and as they are made anew.
  for (const time of ['loaded', 'rebuilt']) {
    expect({ time, ...(await valueOf(workspace, 'resolution_mean')) }).toMatchObject({ time, value: 25 * 3600, n: 2 });
    expect(await valueOf(workspace, 'resolution_mean', elapsed)).toMatchObject({ value: 25 * 3600 });
    expect(await valueOf(workspace, 'resolution_mean', business)).toMatchObject({ value: ((25 + 10) / 2) * 3600, n: 2, standing: null });
    await expectAgreement(workspace);
    await rebuildFacts({ pool, analytics, workspaceId: workspace });
  }
});

test('rules that come after the tickets reach their facts, also of those that are promised nothing by them', async () => {
  const workspace = await newWorkspace();
  // Of the last nobody knows how it came about.
  await door.accept(workspace, 'api', [...lines('a:1'), reply('a:2', 5)]);
  await loader.drain();
  expect(await valueOf(workspace, 'resolution', business)).toMatchObject({ value: null, n: 0 });
  const explained = await metrics.explain({ workspaceId: workspace, scope: SCOPE }, { metric: 'resolution', period, calendar: business });
  expect(explained.excluded).toContainEqual({ reason: 'without a value', population: 'resolved', rows: 1 });
  await ensureRules(postgres, workspace);
  await reclocking.drain();
  await loader.drain();
  expect(await valueOf(workspace, 'resolution', business)).toMatchObject({ value: 10 * 3600, n: 1 });
  await expectAgreement(workspace);
});

test('an explanation says how time was counted, and by which column', async () => {
  const workspace = await newWorkspace();
  await ensureRules(postgres, workspace);
  await door.accept(workspace, 'api', lines('a:1'));
  await loader.drain();
  const explained = await metrics.explain({ workspaceId: workspace, scope: SCOPE }, { metric: 'resolution', period, calendar: business });
  expect(explained).toMatchObject({
    value: 10 * 3600,
    metric: { calendar: business, formula: 'median of the durations, within opening hours' },
    parts: [{ figure: '50th percentile of ttr full within opening hours' }],
  });
  expect(explained.metric).not.toHaveProperty('target');
  expect(explained.statements[0]!.sql).toContain('ttr_full_business_ms / 1000');
});

describe('what is refused', () => {
  test.each([
    ['handle_time', business, /^must be elapsed for .*\(handle_time\)/],
    ['held_time', business, /^must be elapsed for .*\(held_time\)/],
    ['backlog_age', business, /^must be elapsed for .*\(backlog_age\)/],
    ['sla_share_of_target', elapsed, /^must be business for .*\(sla_share_of_target\)/],
  ])('%s within %s time', async (metric, calendar, message) => {
    const asked = valueOf('nowhere', metric, calendar);
    await expect(asked).rejects.toMatchObject({ fields: [{ field: 'calendar', message: expect.stringMatching(message) }] });
  });
});

describe('the events behind a value', () => {
  const stories: [
    metric: string,
    calendar: 'elapsed' | 'business' | undefined,
    value: number | null,
    events: [string, number, string][],
  ][] = [
    [
      'first_response',
      business,
      8.5 * 3600,
      [
        ['waitBegan', 0, 'ticket.created'],
        ['replied', 8.5, 'ticket.message'],
      ],
    ],
    [
      'first_answer',
      undefined,
      8.5 * 3600,
      [
        ['created', 0, 'ticket.created'],
        ['answered', 8.5, 'ticket.message'],
      ],
    ],
    [
      'resolution',
      undefined,
      25 * 3600,
      [
        ['created', 0, 'ticket.created'],
        ['resolved', 25, 'status.changed'],
      ],
    ],
    ['created', undefined, null, [['created', 0, 'ticket.created']]],
    ['csat', undefined, null, [['rated', 26, 'survey.answered']]],
    [
      'handle_time_total',
      undefined,
      600,
      [
        ['workBegan', 8, ''],
        ['workEnded', 8 + 1 / 6, 'agent.activity'],
      ],
    ],
    [
      'sla_resolution',
      undefined,
      null,
      [
        ['promised', 0, 'ticket.created'],
        ['stopped', 25, 'status.changed'],
      ],
    ],
  ];
  test('are told with it, and what the ticket is about to those who may read', async () => {
    const workspace = await newWorkspace();
    await ensureRules(postgres, workspace);
    const work = { agent: 'agent-1', from: startAt + 8 * HOUR * 60_000, to: startAt + (8 * HOUR + 10) * 60_000 };
    await door.accept(workspace, 'api', [
      ...lines('a:1'),
      event('a:1', 8 * HOUR + 10, 'agent.activity', work),
      event('a:1', 26 * HOUR, 'survey.answered', { survey: 'csat', score: 5, scale: 5 }, 'customer'),
    ]);
    await loader.drain();
    for (const [metric, calendar, value, told] of stories) {
      const behind = { workspaceId: workspace, scope: SCOPE };
      const { tickets } = await metrics.drill(behind, { metric, period, calendar });
      expect(tickets).toMatchObject([{ ticket: 'a:1', subject: 'About a:1', value }]);
      const found = tickets[0]!.events.map(({ what, at, event: one }) => [what, (Date.parse(at) - startAt) / 3_600_000, one?.type ?? '']);
      expect([metric, found]).toEqual([metric, told.map(([what, hour, type]) => [what, expect.closeTo(hour, 6), type])]);
    }
    const unread = await metrics.drill({ workspaceId: workspace, scope: { ...SCOPE, text: false } }, { metric: 'created', period });
    // Who may not read what tickets are about is shown none, and told how many there are.
    expect(unread).toMatchObject({ tickets: [], visible: 0, more: 1 });
    const elsewhere = await metrics.drill({ workspaceId: await newWorkspace(), scope: SCOPE }, { metric: 'created', period });
    expect(elsewhere.tickets).toEqual([]);
  });
});
