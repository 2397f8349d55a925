/** As many tickets as a year of a large desk has. */
import { OPEN_DAY } from '@watchdesk/domain/fact';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import { rebuildFacts } from '../store/analytics/index.ts';
import { createMetrics } from './index.ts';

const { postgres, pool, analytics, clock, newWorkspace, close } = await openLoaded();
const metrics = createMetrics({ postgres, analytics, clock });
const all = { to: 'all' } as const;
const scope = { rows: all, aggregate: all, text: true };
const TICKETS = 150_000;
let workspaceId: string;
beforeAll(async () => {
  workspaceId = await newWorkspace();
  await rebuildFacts({ pool, analytics });
  for (const [fact, columns, values] of [
    ['ticket_fact', 'day, created_at', `toDate(${OPEN_DAY}), toDateTime64('2026-05-01', 3, 'UTC') + toIntervalSecond(number)`],
    [
      'response_fact',
      'started_at, ended_at, day, closed_by, wait_ms',
      `toDateTime64('2026-05-01', 3, 'UTC') as s, s, toDate(s), 'reply', 5000`,
    ],
  ] as const)
    await analytics.client.command({
      query: `insert into ${fact} (workspace_id, version, ticket, ${columns})
              select '${workspaceId}', 1, leftPad(toString(number), 6, '0'), ${values} from numbers(${TICKETS})`,
    });
});
afterAll(close);

const period = { from: Date.UTC(2026, 4, 1), to: Date.UTC(2026, 4, 31) };

test('the interval of a share is of few only, in an explanation as in a table', async () => {
  const asked = { metric: 'first_response_within_hour', period };
  await analytics.client.command({ query: `alter table response_fact update kind = 'first' where 1 settings mutations_sync = 1` });
  const { total } = await metrics.query({ workspaceId, scope }, { metrics: [asked.metric], period });
  expect(total.values[asked.metric]).toMatchObject({ n: TICKETS, interval: null });
  expect(await metrics.explain({ workspaceId, scope }, asked)).toMatchObject({ n: TICKETS, interval: null });
});

test.each(['created', 'replies_given'])('the tickets behind %s come in pages, however many there are', async (metric) => {
  const first = await metrics.drill({ workspaceId, scope }, { metric, period, limit: 2 });
  expect(first).toMatchObject({ visible: TICKETS, more: 0, tickets: [{ ticket: '149999', rows: 1 }, { ticket: '149998' }] });
  const second = await metrics.drill({ workspaceId, scope }, { metric, period, limit: 2, cursor: first.next! });
  expect(second.tickets.map(({ ticket }) => ticket)).toEqual(['149997', '149996']);
});
