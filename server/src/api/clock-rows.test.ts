/** Clocks as rows of lists: until when their hours are closed, and how many there are at each risk. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { ensureRules } from '../rules/index.ts';

let api: TestApi;
const MINUTE = 60_000;
let sent = 0;

beforeAll(async () => {
  api = await startApi();
  await ensureRules(api.postgres, 'a');
});
afterAll(() => api.close());

async function newTicket(minutesAgo: number, priority: string): Promise<string> {
  const ticket = `api:row-${(sent += 1)}`;
  const at = api.clock.now() - minutesAgo * MINUTE;
  await tell({
    type: 'ticket.created',
    actor: { kind: 'customer', id: 'c' },
    ticket,
    at,
    data: { priority, channel: 'email', requester: 'c' },
  });
  return ticket;
}
async function tell(event: object): Promise<void> {
  const [outcome] = await api.door.accept('a', 'api', [{ id: `e-${(sent += 1)}`, actor: { kind: 'agent', id: 'agent-1' }, ...event }]);
  expect(outcome).toMatchObject({ outcome: 'accepted' });
}
const get = async (url: string) => (await api.ask(`/api/v1${url}`)).json();

test('the counts of open clocks keep to the clock that is asked for, and not to the risk', async () => {
  await newTicket(14, 'P1');
  const total = ({ counts }: { counts: Record<string, number> }) => Object.values(counts).reduce((sum, count) => sum + count, 0);
  const [all, one, narrowed] = [
    await get('/sla/clocks'),
    await get('/sla/clocks?metric=resolution'),
    await get('/sla/clocks?metric=resolution&risk=critical'),
  ];
  expect(total(all)).toBe(all.total);
  expect(total(one)).toBe(one.total);
  expect(one.total).toBeLessThan(all.total);
  expect(narrowed.counts).toEqual(one.counts);
});

test('a clock says wherever it stands when its hours are closed until its breach', async () => {
  // Tuesday at noon: 24 hours of 09:00 to 18:00 end with Thursday, and are broken on Friday morning.
  const ticket = await newTicket(0, 'P3');
  const HOUR = 3600;
  const closings = [63, 48, 39, 24, 15, 0].map((hours) => hours * HOUR);
  type Clock = { metric: string; breachesAt: string; closings: number[]; closedAfterSeconds: number };
  type Row = { id: string; clocks: Clock[] };
  const of = (rows: readonly Row[]) => rows.find(({ id }) => id === ticket)!.clocks.map((clock) => [clock.metric, clock.closings] as const);
  const view = async (): Promise<Row> => (await get(`/tickets/${ticket}`)).ticket;
  const listed = (await get('/tickets?limit=500')).tickets;
  const queue = await get('/queue');
  for (const found of [[await view()], listed, [...queue.waiting, ...queue.handling]]) {
    const clocks = new Map(of(found));
    expect(clocks.get('resolution')).toEqual(closings);
    expect(clocks.get('first_response')).toEqual([]);
  }
  const open = (await get('/sla/clocks?metric=resolution&limit=500')).clocks;
  expect(open.find((one: { ticket: { id: string } }) => one.ticket.id === ticket).closings).toEqual(closings);
  const resolution = (await view()).clocks.find(({ metric }) => metric === 'resolution')!;
  expect(resolution).toMatchObject({ breachesAt: '2026-03-13T09:00:00.000Z', closedAfterSeconds: 0 });
  // What is paused has no breach before it, and so no hours that lie before one.
  await tell({ type: 'status.changed', ticket, at: NOW, data: { to: 'pending' } });
  expect(new Map(of([await view()])).get('resolution')).toEqual([]);
});
