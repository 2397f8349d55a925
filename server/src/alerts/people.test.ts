/** What people do with alerts and rules, and which they see. */
import { ruleSpec } from '@watchdesk/domain/alerting';
import { describe, expect, test } from 'vitest';
import { created, MINUTE, NOON, scope, who, startAlerting } from '../../test/alerting.ts';

const desk = await startAlerting();
const { door, goTo, maker, reader, rule, told, toldWhat } = desk;

describe('people', () => {
  const firing = async () => {
    await rule({ kind: 'event', event: 'ticket.created', quietSeconds: 7200 });
    await door.accept(desk.workspace, 's', [created('1', NOON)]);
    await desk.alerts.watch.catchUp();
    return (await desk.alerts.list(reader(), {}, { limit: 1 })).alerts[0]!.id;
  };

  test('acknowledge, and what is acknowledged is over by itself', async () => {
    const id = await firing();
    await desk.alerts.act(reader(), id, { type: 'acknowledge' });
    await desk.alerts.comment(reader(), id, 'I look at it');
    await expect(desk.alerts.act(reader(), id, { type: 'acknowledge' })).rejects.toThrow('acknowledged');
    await goTo(119, 121);
    expect((await desk.alerts.get(reader(), id)).moments).toMatchObject([
      { kind: 'fired' },
      { kind: 'acknowledged', by: 'Mia' },
      { kind: 'comment', by: 'Mia', note: 'I look at it' },
      { kind: 'resolved', by: null, at: new Date(NOON + 120 * MINUTE).toISOString() },
    ]);
  });

  test('snooze, and are told again when that ends', async () => {
    const id = await firing();
    await expect(desk.alerts.act(reader(), id, { type: 'snooze', until: NOON - 1 })).rejects.toThrow('until');
    await desk.alerts.act(reader(), id, { type: 'snooze', until: NOON + 30 * MINUTE });
    await goTo(29, 31);
    expect(await toldWhat()).toEqual([
      ['fired', 0, 's:1'],
      ['snoozed', 0, 's:1'],
      ['fired', 30, 's:1'],
    ]);
  });

  test('end the snooze of a rule, and what waited for that is told', async () => {
    await rule({ kind: 'sla', clock: 'first_response', step: 'breach' }, { snoozedUntil: NOON + 7 * 1440 * MINUTE, alwaysOf: [] });
    await door.accept(desk.workspace, 's', [created('1', NOON)]);
    await goTo(16);
    expect(await told()).toEqual([]);
    const [{ id } = undefined!] = await desk.alerts.rules.list(desk.workspace);
    await desk.alerts.rules.snooze(maker(), id, null);
    expect(await toldWhat()).toEqual([['fired', 16, 's:1']]);
  });

  test('are not told again once what merely happened is past; the history says so', async () => {
    const id = await firing();
    await goTo(121);
    expect((await told()).map(({ event }) => event)).toEqual(['fired']);
    expect((await desk.alerts.get(reader(), id)).moments.map(({ kind }) => kind)).toEqual(['fired', 'resolved']);
  });

  test('of two who save at the same moment one is told that the other was quicker', async () => {
    const { id, spec, version } = await rule({ kind: 'sla', clock: 'first_response', step: 80 });
    const saving = ['One', 'Other'].map((name) => desk.alerts.rules.save(maker(), id, { ...spec, name }, version));
    const outcomes = await Promise.allSettled(saving);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find((one) => one.status === 'rejected');
    expect(String(lost?.reason)).toContain('Version 2');
    expect((await desk.alerts.rules.get(desk.workspace, id)).version).toBe(2);
  });

  test('change a rule, and what it made before is superseded; its name alone changes nothing', async () => {
    const id = await firing();
    const [{ id: ofRule, spec, version } = undefined!] = await desk.alerts.rules.list(desk.workspace);
    await desk.alerts.rules.save(maker(), ofRule, { ...spec, name: 'Another' }, version);
    expect((await desk.alerts.get(reader(), id)).status).toBe('firing');
    await expect(desk.alerts.rules.save(maker(), ofRule, spec, version)).rejects.toThrow('Version 2');
    await desk.alerts.rules.enable(maker(), ofRule, false);
    expect((await desk.alerts.get(reader(), id)).status).toBe('superseded');
    expect(desk.lasts).toMatchObject([{ thread: `alert:${id}`, event: 'resolved', what: expect.stringContaining('not watched any more') }]);
    await door.accept(desk.workspace, 's', [created('2', NOON)]);
    await desk.alerts.watch.catchUp();
    expect((await told()).length).toBe(1);
    await desk.alerts.rules.remove(maker(), ofRule);
    await expect(desk.alerts.rules.get(desk.workspace, ofRule)).rejects.toThrow('no rule');
  });

  test('make a rule quiet whose calendar is there no more, and do not turn it on again', async () => {
    const calendar = (version: number, spec: string) =>
      desk.postgres.pool.query(
        `with kept as (insert into calendar_version (workspace_id, id, version, name, spec, saved_by) values ($1, 'ours', $2, 'Ours', $3, 'Mia'))
         update workspace set rules_revision = rules_revision + 1 where workspace_id = $1`,
        [desk.workspace, version, spec],
      );
    await calendar(1, '{"zone": "UTC", "always": true}');
    const { id } = await rule({ kind: 'absence', of: 'reply', seconds: 3600, calendar: 'ours' });
    await desk.postgres.pool.query(`delete from calendar_version where workspace_id = $1 and id = 'ours'`, [desk.workspace]);
    await desk.postgres.pool.query('update workspace set rules_revision = rules_revision + 1 where workspace_id = $1', [desk.workspace]);
    await desk.alerts.rules.snooze(maker(), id, NOON + 60 * MINUTE);
    expect((await desk.alerts.rules.enable(maker(), id, false)).spec).toMatchObject({ enabled: false, snoozedUntil: NOON + 60 * MINUTE });
    await expect(desk.alerts.rules.enable(maker(), id, true)).rejects.toThrow('calendar');
  });

  test('who lead a team make rules about it alone', async () => {
    const lead = { ...maker(), writesRules: false, scope: { ...scope, rows: { to: 'teams', teams: ['blue'] } as const } };
    const spec = (where: object[]) => ruleSpec.parse({ name: 'Mine', severity: 'info', subject: { kind: 'sla', step: 80, where } });
    await expect(desk.alerts.rules.create(lead, spec([]))).rejects.toThrow('subject.where');
    await expect(desk.alerts.rules.create(lead, spec([{ field: 'team', is: ['blue', 'red'] }]))).rejects.toThrow('subject.where');
    expect((await desk.alerts.rules.create(lead, spec([{ field: 'team', is: ['blue'] }]))).version).toBe(1);
  });

  const blue = () => ({
    ...reader(),
    scope: { ...scope, rows: { to: 'teams', teams: ['blue'] } as const, aggregate: { to: 'teams', teams: ['blue'] } as const },
    sight: { to: 'work', teams: ['blue'], agent: null } as const,
  });

  test('who see one of its tickets are shown that, and no other by its number', async () => {
    await rule({ kind: 'event', event: 'ticket.created', quietSeconds: 7200 }, { dedupe: ['rule'] });
    await door.accept(desk.workspace, 's', [created('11', NOON, { team: 'red' }), created('22', NOON + 1, { team: 'blue' })]);
    await desk.alerts.watch.catchUp();
    const [ours] = (await desk.alerts.list(reader(), {}, { limit: 10 })).alerts;
    const [theirs] = (await desk.alerts.list(blue(), {}, { limit: 10 })).alerts;
    expect([ours!.ticket, theirs!.ticket, theirs!.tickets]).toEqual(['s:11', 's:22', 2]);
    expect(JSON.stringify([theirs, await desk.alerts.get(blue(), ours!.id)])).not.toContain('11"');
  });

  test('who were told of it, and see its ticket no more, are not told its number again', async () => {
    await rule({ kind: 'event', event: 'ticket.created', quietSeconds: 7200 });
    await door.accept(desk.workspace, 's', [created('4711', NOON, { team: 'red' })]);
    await desk.alerts.watch.catchUp();
    const [{ id, thread } = undefined!] = (
      await desk.postgres.pool.query<{ id: string; thread: string }>('select id, thread from alert where workspace_id = $1', [
        desk.workspace,
      ])
    ).rows;
    await desk.postgres.pool.query(
      `with told as (insert into notice (workspace_id, id, key, thread, severity, body, posted_at)
         values ($1, gen_random_uuid(), 'k', $2, 'warning', jsonb_build_object('alertId', $3::text), now()) returning workspace_id, id)
       insert into notice_delivery (workspace_id, notice, way, recipient, state, made_at) select workspace_id, id, 'inbox', 'bea', 'there', now() from told`,
      [desk.workspace, thread, id],
    );
    expect((await desk.alerts.list(blue(), {}, { limit: 10 })).alerts).toEqual([]);
    const bea = { ...blue(), person: 'bea' };
    const [listed] = (await desk.alerts.list(bea, {}, { limit: 10 })).alerts;
    expect(listed).toMatchObject({ id, ticket: null, tickets: 1 });
    expect(JSON.stringify([listed, await desk.alerts.get(bea, id)])).not.toContain('4711');
  });

  test('see the alerts of tickets in sight', async () => {
    await rule({ kind: 'event', event: 'ticket.created' });
    await door.accept(desk.workspace, 's', [created('1', NOON, { team: 'blue' }), created('2', NOON, { team: 'red' })]);
    await desk.alerts.watch.catchUp();
    expect((await desk.alerts.list(blue(), {}, { limit: 10 })).alerts.map(({ ticket }) => ticket)).toEqual(['s:1']);
    const other = (await desk.alerts.list(reader(), {}, { limit: 10 })).alerts.find(({ ticket }) => ticket === 's:2')!;
    await expect(desk.alerts.get(blue(), other.id)).rejects.toThrow('no alert');
    await expect(desk.alerts.act({ ...blue(), who }, other.id, { type: 'acknowledge' })).rejects.toThrow('no alert');
  });
});
