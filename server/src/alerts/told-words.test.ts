/** What alerts say to people: names and not ids, instants in the workspace's zone, what happened, and on the page what was so then. */
import { beforeEach, expect, test } from 'vitest';
import { created, MINUTE, NOON, startAlerting } from '../../test/alerting.ts';

const desk = await startAlerting();
const { door, goTo, postgres, reader, rule, told } = desk;

beforeEach(async () => {
  await postgres.pool.query(`update workspace set time_zone = 'Europe/Berlin' where workspace_id = $1`, [desk.workspace]);
  await door.accept(desk.workspace, 's', [
    { id: 'team', at: NOON - 2, type: 'team.upserted', data: { id: 'care', name: 'Customer care' } },
    { id: 'agent', at: NOON - 1, type: 'agent.upserted', data: { agent: 'a-1', name: 'Anna Berg' } },
  ]);
});
const shown = async () => (await desk.alerts.list(reader(), {}, { limit: 5 })).alerts[0]!;

test('a step of a promise is explained with the numbers of its ticket, in a message and on its page', async () => {
  await rule({ kind: 'sla', clock: 'first_response', step: 80, where: [{ field: 'team', is: ['care'] }] });
  await door.accept(desk.workspace, 's', [created('1', NOON, { team: 'care', assignee: 'a-1' })]);
  await goTo(12);
  const [notice] = await told();
  const RULE = 'The rule “Mine” (version 1): The promised first response has used 80 % of its time, where team is Customer care.';
  expect(notice!.why.text).toBe(
    `The promised first response within 15 minutes has used 12 m: due at 2 Jun, 14:15 (Europe/Berlin), assigned to Anna Berg. ${RULE}`,
  );
  expect(notice!.facts).toEqual(
    expect.arrayContaining([
      { label: 'Team', value: 'Customer care' },
      { label: 'Assignee', value: 'Anna Berg' },
      { label: 'Due', value: '2 Jun, 14:15 (Europe/Berlin)' },
    ]),
  );
  const listed = await shown();
  expect([listed.what, listed.why.text]).toEqual(['The promised first response of #1 had used 80 % of its time.', RULE]);
  expect((await desk.alerts.get(reader(), listed.id)).why.text).toBe(
    `The promised first response within 15 minutes had used 12 m: it was due at 2 Jun, 14:15 (Europe/Berlin). ${RULE}`,
  );
  const seen = await desk.alerts.get(reader(), listed.id);
  expect(seen.facts).toContainEqual({ label: 'Assignee', value: 'Anna Berg' });
  // Somebody of another team was told of it, and is not told how it is with a ticket that they do not see.
  const { rows } = await postgres.pool.query<{ id: string }>(
    `insert into notice (workspace_id, id, key, thread, severity, body, posted_at)
     values ($1, gen_random_uuid(), 'k', $3, 'info', jsonb_build_object('alertId', $2::text), now()) returning id`,
    [desk.workspace, listed.id, seen.thread],
  );
  await postgres.pool.query(
    `insert into notice_delivery (workspace_id, notice, way, recipient, state, made_at) values ($1, $2, 'inbox', 'p-9', 'there', now())`,
    [desk.workspace, rows[0]!.id],
  );
  const blue = { ...reader(), person: 'p-9', sight: { to: 'work', teams: ['blue'], agent: null } } as const;
  const other = await desk.alerts.get(blue, listed.id);
  expect([other.ofTickets, other.why.text, other.facts]).toEqual([[], RULE, []]);
});

test('a snooze and what turned out say when, in the zone of the workspace', async () => {
  await rule({ kind: 'sla', clock: 'first_response', step: 'breach' });
  await door.accept(desk.workspace, 's', [created('1', NOON)]);
  await goTo(16);
  await desk.alerts.act(reader(), (await shown()).id, { type: 'snooze', until: NOON + 60 * MINUTE });
  expect((await told()).at(-1)!.what).toBe('Snoozed by Mia until 2 Jun, 15:00 (Europe/Berlin).');
});

test('of an event it is said what happened, also on its page, and by what name', async () => {
  await rule({ kind: 'event', event: 'ticket.escalated' });
  await door.accept(desk.workspace, 's', [
    created('1', NOON),
    {
      id: 'up',
      at: NOON + MINUTE,
      ticket: 's:1',
      actor: { kind: 'agent', id: 'a-1' },
      type: 'ticket.escalated',
      data: { toTier: 'L2', kind: 'technical', reason: 'Mr Cleo shouts', to: 'care' },
    },
  ]);
  await goTo(2);
  const what = '#1: It was escalated to L2 (technical), to the team Customer care.';
  expect((await told()).map((notice) => [notice.title, notice.what])).toEqual([['Mine: #1', what]]);
  expect((await shown()).what).toBe(what);
  const { rows } = await postgres.pool.query<{ kept: string }>('select a::text as kept from alert a where workspace_id = $1', [
    desk.workspace,
  ]);
  expect(rows.map(({ kept }) => kept).join()).not.toContain('Cleo');
});
