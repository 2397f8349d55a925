/** Of several versions of a row the last one counts, also where only an older one lies in the period that is asked for. */
import { afterAll, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import { createMetrics } from './index.ts';

const { postgres, analytics, clock, door, loader, newWorkspace, created, event, startAt, close } = await openLoaded();
const metrics = createMetrics({ postgres, analytics, clock });
afterAll(close);

const all = { to: 'all' } as const;
const DAY = 24 * 60;

test('a resolve that was taken back is in no period, whichever rows were read', async () => {
  const workspaceId = await newWorkspace();
  const status = (ticket: string, day: number, to: string, kind = 'agent') => event(ticket, day * DAY, 'status.changed', { to }, kind);
  const tickets = Array.from({ length: 40 }, (_, index) => `s:t${index}`);
  await door.bulk(
    workspaceId,
    's',
    tickets.flatMap((ticket) => [created(ticket), status(ticket, 1, 'resolved')]),
  );
  await loader.drain();
  // Each in a part of its own: reopened, or resolved again in another month, or deleted.
  for (const change of [
    tickets.slice(0, 10).map((ticket) => status(ticket, 2, 'open', 'customer')),
    tickets.slice(10, 20).flatMap((ticket) => [status(ticket, 2, 'open', 'customer'), status(ticket, 40, 'resolved')]),
    tickets.slice(20, 30).map((ticket) => event(ticket, 2 * DAY, 'ticket.deleted', {})),
  ]) {
    await door.bulk(workspaceId, 's', change);
    await loader.drain();
  }
  const resolvedFrom = async (from: number, to: number) => {
    const period = { from: startAt + from * DAY * 60_000, to: startAt + to * DAY * 60_000 };
    const { total } = await metrics.query(
      { workspaceId, scope: { rows: all, aggregate: all, text: true } },
      { metrics: ['resolved'], period },
    );
    return total.values['resolved']!.value;
  };
  expect([await resolvedFrom(0, 5), await resolvedFrom(30, 50), await resolvedFrom(60, 70)]).toEqual([10, 10, 0]);
});

test('the instants of the facts are found by an index', async () => {
  const query = `explain indexes = 1 select count() from ticket_fact final
    where workspace_id = 'w1' and resolved_at >= toDateTime64('2020-01-01', 3) and resolved_at < toDateTime64('2020-02-01', 3)`;
  const plan = await (await analytics.reader.query({ query, format: 'TabSeparated' })).text();
  expect(plan).toContain('resolved_at_found');
});
