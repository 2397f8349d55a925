/** What rules on the ladder of a promise and on what is missed hear. */
import type { SentEvent } from '@watchdesk/domain/event';
import { describe, expect, test } from 'vitest';
import { announceDue } from '../ingest/index.ts';
import { created, MINUTE, NOON, reply, startAlerting } from '../../test/alerting.ts';

const desk = await startAlerting();
const { build, door, goTo, postgres, reader, rule, told, toldWhat } = desk;

describe('a rule on the ladder', () => {
  test('fires at the step, is told with its ticket, and is over when the clock stopped', async () => {
    await rule({ kind: 'sla', clock: 'first_response', step: 80 });
    await door.accept(desk.workspace, 's', [created('1', NOON)]);
    await goTo(8, 13);
    expect(await toldWhat()).toEqual([['fired', 12, 's:1']]);
    expect((await told())[0]).toMatchObject({
      title: 'Mine: #1',
      what: 'The promised first response of #1 has used 80 % of its time.',
      priority: 'P1',
      facts: [
        { label: 'Ticket', value: '#1' },
        { label: 'Priority', value: 'P1' },
        { label: 'Promise', value: 'first response within 15 minutes' },
        { label: 'Due', value: '2 Jun, 12:15 (UTC)' },
      ],
    });
    await door.accept(desk.workspace, 's', [reply('1', NOON + 13 * MINUTE)]);
    await desk.alerts.watch.catchUp();
    await goTo(30);
    expect(await toldWhat()).toEqual([
      ['fired', 12, 's:1'],
      ['resolved', 13, 's:1'],
    ]);
    const { alerts: listed, inForce } = await desk.alerts.list(reader(), {}, { limit: 10 });
    expect(listed).toMatchObject([{ status: 'resolved', ticket: 's:1', tickets: 1, title: 'Mine' }]);
    expect(inForce.firing).toBe(0);
    const detail = await desk.alerts.get(reader(), listed[0]!.id);
    expect(detail.moments.map(({ kind }) => kind)).toEqual(['fired', 'resolved']);
    expect(detail.ofTickets).toMatchObject([{ id: 's:1', releasedAt: new Date(NOON + 13 * MINUTE).toISOString() }]);
  });

  test('is about the tickets that its conditions name', async () => {
    await rule({ kind: 'sla', clock: 'first_response', step: 'breach', where: [{ field: 'customerTier', is: ['enterprise'] }] });
    await door.accept(desk.workspace, 's', [
      { id: 'o', at: NOON - 1, type: 'organisation.upserted', data: { organisation: 'big', customerTier: 'enterprise' } },
      created('1', NOON, { organisation: 'big' }),
      created('2', NOON),
    ]);
    await goTo(8, 16);
    expect((await told()).map(({ ticketId }) => ticketId)).toEqual(['s:1']);
  });

  test('makes one alert of a team where it is to', async () => {
    await rule({ kind: 'sla', clock: 'first_response', step: 50 }, { dedupe: ['team'] });
    await door.accept(
      desk.workspace,
      's',
      ['1', '2', '3'].map((ticket) => created(ticket, NOON, { team: 'blue' })),
    );
    await goTo(9);
    expect((await told()).map(({ event }) => event)).toEqual(['fired']);
    await door.accept(desk.workspace, 's', [reply('1', desk.now), reply('2', desk.now)]);
    await desk.alerts.watch.catchUp();
    expect((await desk.alerts.count(reader())).firing).toBe(1);
    await door.accept(desk.workspace, 's', [reply('3', desk.now)]);
    await desk.alerts.watch.catchUp();
    expect((await told()).map(({ event }) => event)).toEqual(['fired', 'resolved']);
  });

  test('names of one alert all tickets, so that whoever has them is found, and says that one is P1', async () => {
    await rule({ kind: 'sla', clock: 'first_response', step: 'breach' }, { dedupe: ['rule'] });
    await door.accept(desk.workspace, 's', [created('1', NOON, { team: 'blue' }), created('2', NOON, { team: 'red' })]);
    await goTo(16);
    const notices = await told();
    expect(notices.map(({ tickets, priority }) => [tickets, priority])).toEqual([[['s:1', 's:2'], 'P1']]);
    expect(notices[0]).not.toHaveProperty('ticketId');
  });

  test('makes another alert of what joins one that somebody has resolved', async () => {
    await rule({ kind: 'sla', clock: 'first_response', step: 50 }, { dedupe: ['team'] });
    await door.accept(desk.workspace, 's', [created('1', NOON, { team: 'blue' })]);
    await goTo(9);
    const [one] = (await desk.alerts.list(reader(), {}, { limit: 5 })).alerts;
    await desk.alerts.act(reader(), one!.id, { type: 'resolve' });
    await door.accept(desk.workspace, 's', [created('2', NOON + 9 * MINUTE, { team: 'blue' })]);
    await goTo(18);
    expect((await told()).map(({ event, ticketId }) => [event, ticketId])).toEqual([
      ['fired', 's:1'],
      ['resolved', 's:1'],
      ['fired', 's:2'],
    ]);
    await door.accept(desk.workspace, 's', [reply('1', desk.now), reply('2', desk.now)]);
    await desk.alerts.watch.catchUp();
    expect((await desk.alerts.count(reader())).firing).toBe(0);
    expect((await told()).length).toBe(4);
  });

  test('tells of what joins an alert that began too late to be told', async () => {
    await rule({ kind: 'sla', clock: 'first_response', step: 50 }, { dedupe: ['team'] });
    await door.accept(desk.workspace, 's', [created('1', NOON - 60 * MINUTE, { team: 'blue' }), created('2', NOON, { team: 'blue' })]);
    await goTo(1, 9);
    // It asks for something still: whoever has its ticket is to hear of it.
    expect((await told())[0]).toMatchObject({ tickets: ['s:1'] });
    expect((await told()).map(({ title, facts }) => [title, facts.find(({ label }) => label === 'Alerts' || label === 'Tickets')])).toEqual(
      [
        ['Mine: 1 earlier', { label: 'Alerts', value: '1' }],
        ['Mine', { label: 'Tickets', value: '2' }],
      ],
    );
    await door.accept(desk.workspace, 's', [reply('1', desk.now), reply('2', desk.now)]);
    await desk.alerts.watch.catchUp();
    expect((await told()).map(({ event }) => event)).toEqual(['fired', 'fired', 'resolved']);
  });

  test('is over where its end is heard in the same breath', async () => {
    await rule({ kind: 'sla', clock: 'first_response', step: 'breach' });
    await door.accept(desk.workspace, 's', [created('1', NOON)]);
    desk.turnTo(NOON + 16 * MINUTE);
    await announceDue(postgres.pool, 'live', desk.now, 500);
    await door.accept(desk.workspace, 's', [reply('1', NOON + 16 * MINUTE)]);
    await goTo(17);
    expect(await toldWhat()).toEqual([['resolved', 16, 's:1']]);
    expect((await desk.alerts.count(reader())).firing).toBe(0);
  });

  test('is superseded where it turns out that the promise was kept', async () => {
    await rule({ kind: 'sla', clock: 'first_response', step: 'breach' });
    await door.accept(desk.workspace, 's', [created('1', NOON)]);
    await goTo(16);
    await door.accept(desk.workspace, 's', [reply('1', NOON + 5 * MINUTE)]);
    await desk.alerts.watch.catchUp();
    expect((await told()).map(({ event, what }) => [event, what])).toEqual([
      ['fired', 'The promised first response of #1 is breached.'],
      ['resolved', 'Superseded: it turned out that the clock had stopped at 2 Jun, 12:05 (UTC), before this.'],
    ]);
    const [one] = (await desk.alerts.list(reader(), {}, { limit: 5 })).alerts;
    expect(one!.status).toBe('superseded');
    expect((await desk.alerts.get(reader(), one!.id)).moments.at(-1)).toMatchObject({
      kind: 'superseded',
      note: 'it turned out that the clock had stopped at 2 Jun, 12:05 (UTC), before this',
    });
  });
});

describe('a rule on what happens', () => {
  const raised = (to: 'P1' | 'P3', at: number): SentEvent<'priority.changed'> => ({
    id: `to-${to}-${at}`,
    at,
    ticket: 's:1',
    actor: { kind: 'agent', id: 'a' },
    type: 'priority.changed',
    data: { to },
  });

  test('looks at the ticket as it was then, as a dry run does, also where it went on in the same breath', async () => {
    await rule({ kind: 'event', event: 'priority.changed', where: [{ field: 'priority', is: ['P1'] }] });
    await door.accept(desk.workspace, 's', [
      created('1', NOON, { priority: 'P3' }),
      raised('P1', NOON + MINUTE),
      raised('P3', NOON + 2 * MINUTE),
    ]);
    await goTo(3);
    expect(await toldWhat()).toEqual([['fired', 1, 's:1']]);
    const [made] = await desk.alerts.rules.list(desk.workspace);
    const tried = await desk.alerts.dryRun(desk.maker(), made!.spec, { from: NOON - MINUTE, to: desk.now });
    expect(tried.alerts.map(({ firedAt, tickets }) => [firedAt, tickets])).toEqual([[new Date(NOON + MINUTE).toISOString(), ['s:1']]]);
  });
});

describe('what is missed', () => {
  test('is told when it has been missed for too long, and is over with the reply', async () => {
    await rule({ kind: 'absence', of: 'reply', seconds: 3600 });
    await door.accept(desk.workspace, 's', [created('1', NOON)]);
    await goTo(59, 61);
    expect(await toldWhat()).toEqual([['fired', 60, 's:1']]);
    await door.accept(desk.workspace, 's', [reply('1', NOON + 61 * MINUTE)]);
    await desk.alerts.watch.catchUp();
    await goTo(100, 200);
    expect((await toldWhat()).map(([event]) => event)).toEqual(['fired', 'resolved']);
  });

  test('is looked for on tickets that were there before the rule', async () => {
    await door.accept(desk.workspace, 's', [created('1', NOON), created('2', NOON - 55 * MINUTE)]);
    await rule({ kind: 'absence', of: 'reply', seconds: 3600 });
    await goTo(4, 6);
    expect(await toldWhat()).toEqual([['fired', 5, 's:2']]);
  });

  test('is looked for on the tickets there are, also where the process died right after the rule was made', async () => {
    await door.accept(desk.workspace, 's', [created('2', NOON - 55 * MINUTE)]);
    await rule({ kind: 'absence', of: 'reply', seconds: 3600 });
    // As it lies in the database then.
    await postgres.pool.query('delete from alert_timer where workspace_id = $1', [desk.workspace]);
    await postgres.pool.query(`update alert_rule set seed_after = '' where workspace_id = $1`, [desk.workspace]);
    await build().look.lookOnce();
    await goTo(4, 6);
    expect(await toldWhat()).toEqual([['fired', 5, 's:2']]);
  });

  test('comes when the calendar says, as it is now', async () => {
    await postgres.pool.query(
      `insert into calendar_version (workspace_id, id, version, name, spec, saved_by)
       values ($1, 'ours', 1, 'Ours', '{"zone": "UTC", "always": true}', 'Mia')`,
      [desk.workspace],
    );
    await postgres.pool.query('update workspace set rules_revision = rules_revision + 1 where workspace_id = $1', [desk.workspace]);
    await rule({ kind: 'absence', of: 'reply', seconds: 3600, calendar: 'ours' });
    await door.accept(desk.workspace, 's', [created('1', NOON)]);
    await goTo(1);
    // From now on it opens at 14:00.
    await postgres.pool.query(
      `insert into calendar_version (workspace_id, id, version, name, spec, saved_by)
       values ($1, 'ours', 2, 'Ours', '{"zone": "UTC", "hours": {"tue": [["14:00", "20:00"]]}}', 'Mia')`,
      [desk.workspace],
    );
    await postgres.pool.query('update workspace set rules_revision = rules_revision + 1 where workspace_id = $1', [desk.workspace]);
    await desk.alerts.look.lookOnce();
    await goTo(61, 179);
    expect(await told()).toEqual([]);
    await goTo(181);
    expect(await toldWhat()).toEqual([['fired', 180, 's:1']]);
  });
});
