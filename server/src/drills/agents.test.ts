/** The simulated agents of a drill on a real database: they answer some, leave alone what people took, and solve the rest once it is resolved. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { drillDesk, WHO } from '../../test/drill-desk.ts';

const desk = await drillDesk(await postgresDatabase());
afterAll(() => desk.close());
let workspaces = 0;
beforeEach(() => desk.enter(`agents${(workspaces += 1)}`));

interface Standing {
  readonly id: string;
  readonly status: string;
  readonly assignee: string | null;
  readonly replies: number;
}

const standing = () =>
  desk.query<Standing>(
    `select id, status, assignee, (select count(*)::int from event_log l where l.workspace_id = t.workspace_id and l.stream = 'ticket/' || t.id
       and l.type = 'ticket.message' and l.source = 'drill' and l.actor_kind = 'agent') as replies
     from ticket t where workspace_id = $1 and id like 'drill:%' order by id`,
  );
const byAgents = (type: string) =>
  desk.query<{ stream: string; at: number; actor: string; data: Record<string, unknown> }>(
    `select stream, at, actor_id as actor, data from event_log
     where workspace_id = $1 and source = 'drill' and actor_kind = 'agent' and type = $2 order by at, stream`,
    [type],
  );

test('answer some while it lasts, one after another, and never as who people come as', async () => {
  await desk.begin();
  await desk.to(30);
  const tickets = await standing();
  const answered = tickets.filter(({ replies }) => replies > 0);
  expect(tickets.length).toBeGreaterThan(20);
  expect(answered.length).toBeGreaterThan(5);
  expect(answered.length).toBeLessThan(tickets.length);
  expect(answered.every(({ status, assignee }) => status === 'open' && assignee?.startsWith('agent-'))).toBe(true);
  expect(tickets.filter(({ replies }) => replies === 0).every(({ status, assignee }) => status === 'new' && assignee === null)).toBe(true);
  const replies = await byAgents('ticket.message');
  expect(new Set(replies.map(({ actor }) => actor)).size).toBeGreaterThanOrEqual(3);
  expect(replies.map(({ actor }) => actor)).not.toContain('agent-amara-eze');
});

test('leave alone what a person took, solve the others once it is resolved, and the rest at its end', async () => {
  const id = await desk.begin();
  await desk.to(5);
  const mine = (await desk.tickets()).at(-1)!;
  await desk.assign(mine, 'bo');
  await desk.to(57);
  const incident = await desk.declare({ tickets: await desk.tickets() });
  await desk.act(incident, { name: 'update', audience: 'customers', text: 'We are on it.' });
  await desk.to(61);
  await desk.act(incident, { name: 'status', status: 'resolved', notice: { text: 'It works again.' } });
  await desk.to(64);
  const during = await standing();
  const solved = during.filter(({ status }) => status === 'resolved');
  expect(solved.length).toBeGreaterThan(3);
  expect(solved.length).toBeLessThan(during.length - 1);
  expect(during.find((one) => one.id === mine)).toMatchObject({ assignee: 'bo', status: 'new', replies: 0 });
  await desk.drills().stopNow(desk.workspace(), id, WHO);
  const after = await standing();
  expect(after.every(({ status }) => status === 'resolved')).toBe(true);
  expect(after.filter(({ replies }) => replies === 0).map((one) => one.id)).toEqual([mine]);
  // Nothing was told of the time to come.
  const latest = Math.max(...(await byAgents('ticket.message')).map(({ at }) => at));
  expect(latest).toBeLessThanOrEqual(desk.now());
});

test('hear from customers again where it was resolved too early, and those tickets are open again', async () => {
  await desk.begin();
  await desk.to(8);
  const incident = await desk.declare();
  await desk.act(incident, { name: 'status', status: 'resolved' });
  await desk.to(14);
  await desk.act(incident, { name: 'status', status: 'investigating' });
  await desk.to(60);
  const reopened = await desk.query<{ stream: string }>(
    `select stream from event_log where workspace_id = $1 and source = 'drill' and actor_kind = 'customer' and type = 'status.changed'`,
  );
  expect(reopened.length).toBeGreaterThan(0);
  const open = new Set((await standing()).filter(({ status }) => status === 'open').map(({ id }) => `ticket/${id}`));
  expect(reopened.every(({ stream }) => open.has(stream))).toBe(true);
});

test('of a drill that nobody met solve nothing before its end', async () => {
  await desk.begin();
  await desk.to(88);
  expect((await byAgents('status.changed')).filter(({ data }) => data['to'] === 'resolved')).toEqual([]);
  await desk.to(91);
  expect((await standing()).every(({ status }) => status === 'resolved')).toBe(true);
});
