/** What changes is heard once, whatever dies meanwhile, and a dry run hears the same. */
import { type RuleInput, ruleSpec } from '@watchdesk/domain/alerting';
import type { SentEvent } from '@watchdesk/domain/event';
import { describe, expect, test } from 'vitest';
import { created, MINUTE, NOON, reply, startAlerting } from '../../test/alerting.ts';
import { ensureRules } from '../rules/index.ts';

const desk = await startAlerting();
const { build, die, door, goTo, maker, poison, postgres, reader, rule, startAnew, told, turnTo } = desk;

test.each<[string, RuleInput['subject'], number]>([
  ['news', { kind: 'event', event: 'ticket.created' }, 0],
  ['timer', { kind: 'absence', of: 'reply', seconds: 90 }, 2],
  ['tick', { kind: 'sla', clock: 'first_response', step: 50 }, 9],
])('a workspace whose %s cannot be heard holds up no other, and is heard once it can be', async (_what, subject, minutes) => {
  const stuck = desk.workspace;
  const other = `${stuck}-other`;
  await postgres.pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [other]);
  await ensureRules(postgres, other);
  await rule(subject, subject.kind === 'sla' ? { snoozedUntil: NOON + 8.5 * MINUTE, alwaysOf: [] } : {});
  await desk.alerts.rules.create({ ...maker(), workspaceId: other }, (await desk.alerts.rules.list(stuck))[0]!.spec);
  await door.accept(stuck, 's', [created('1', NOON)]);
  await door.accept(other, 's', [created('2', NOON)]);
  for (let at = 0; at < minutes; at += 1) await goTo(at);
  poison(stuck);
  const trying = async () => goTo(minutes).catch(() => {});
  await trying();
  await trying();
  expect([(await told(stuck)).length, (await told(other)).length]).toEqual([0, 1]);
  await door.accept(stuck, 's', [created('3', NOON + minutes * MINUTE)]);
  await trying();
  expect((await told(stuck)).length).toBe(0);
  poison('');
  startAnew();
  await goTo(minutes + 1, 2 * minutes + 1);
  const fired = (await told(stuck)).filter(({ event }) => event === 'fired');
  expect(fired).toHaveLength(2);
  expect(new Set(fired.map(({ ticketId }) => ticketId))).toEqual(new Set(['s:1', 's:3']));
  expect((await told(other)).filter(({ event }) => event === 'fired').length).toBe(1);
});

describe('history is silent:', () => {
  test('an import makes no alert', async () => {
    await rule({ kind: 'event', event: 'ticket.created' });
    await door.bulk(desk.workspace, 's', [created('1', NOON - 365 * 1440 * MINUTE)]);
    await desk.alerts.watch.catchUp();
    expect(await told()).toEqual([]);
  });

  test('what comes late is recorded, and told in one digest', async () => {
    await rule({ kind: 'event', event: 'ticket.created' });
    await door.accept(
      desk.workspace,
      's',
      ['1', '2', '3'].map((ticket) => created(ticket, NOON - 30 * MINUTE)),
    );
    await desk.alerts.watch.catchUp();
    expect((await told()).map(({ title, facts, links }) => [title, facts, links.map(({ path }) => path).slice(1)])).toEqual([
      [
        'Mine: 3 earlier',
        [
          { label: 'Alerts', value: '3' },
          { label: 'Since', value: '2 Jun, 11:30 (UTC)' },
          { label: 'Teams', value: 'no team (3)' },
          { label: 'Highest priority', value: 'P1: 3' },
          { label: 'Most urgent', value: '#1 (P1), #2 (P1), #3 (P1)' },
        ],
        ['/tickets/s%3A1', '/tickets/s%3A2', '/tickets/s%3A3'],
      ],
    ]);
    expect((await desk.alerts.list(reader(), {}, { limit: 10 })).alerts.length).toBe(3);
  });

  test('a long stop is one digest of each rule, however much came in it', async () => {
    await rule({ kind: 'event', event: 'ticket.created' });
    for (let batch = 0; batch < 3; batch += 1)
      await door.accept(
        desk.workspace,
        's',
        Array.from({ length: 700 }, (_, index) => created(`${batch}-${index}`, NOON - 60 * MINUTE)),
      );
    await desk.alerts.watch.catchUp();
    expect((await told()).map(({ title }) => title)).toEqual(['Mine: 2100 earlier']);
  }, 60_000);

  test('whoever watches for the first time begins with what happens from then on', async () => {
    await postgres.pool.query(`delete from reader where name = 'alerts'`);
    await door.accept(desk.workspace, 's', [created('1', NOON)]);
    await rule({ kind: 'event', event: 'ticket.created' });
    await build().watch.catchUp();
    expect(await told()).toEqual([]);
  });
});

test('a crash anywhere before the commit loses nothing and tells nothing twice', async () => {
  await rule({ kind: 'event', event: 'ticket.created' });
  await door.accept(desk.workspace, 's', [created('1', NOON)]);
  die(true);
  await expect(desk.alerts.watch.catchUp()).rejects.toThrow('dies');
  expect(await told()).toEqual([]);
  die(false);
  startAnew();
  await desk.alerts.watch.catchUp();
  await build().watch.catchUp();
  expect((await told()).map(({ event }) => event)).toEqual(['fired']);
});

test('two that watch at once tell once', async () => {
  await rule({ kind: 'event', event: 'ticket.created' });
  const [one, other] = [build(), build()];
  await Promise.all([one.watch.catchUp(), other.watch.catchUp()]);
  await door.accept(
    desk.workspace,
    's',
    ['1', '2', '3', '4'].map((ticket) => created(ticket, NOON)),
  );
  await Promise.allSettled([one.watch.catchUp(), other.watch.catchUp()]);
  await Promise.allSettled([one.watch.catchUp(), other.watch.catchUp()]);
  expect((await told()).map(({ ticketId }) => String(ticketId)).toSorted((a, b) => a.localeCompare(b))).toEqual([
    's:1',
    's:2',
    's:3',
    's:4',
  ]);
});

test.each<[string, RuleInput['subject'], Partial<RuleInput>]>([
  ['a step of a promise', { kind: 'sla', clock: 'first_response', step: 80 }, {}],
  ['any breach, by team', { kind: 'sla', step: 'breach' }, { dedupe: ['team'] }],
  ['no reply', { kind: 'absence', of: 'reply', seconds: 1200 }, {}],
  ['nothing at all', { kind: 'absence', of: 'update', seconds: 900, where: [{ field: 'team', is: ['blue'] }] }, {}],
  ['an event', { kind: 'event', event: 'ticket.message', where: [{ field: 'event.actor', is: ['customer'] }], quietSeconds: 600 }, {}],
])('a dry run finds what really fired: %s', async (_what, subject, more) => {
  const spec = ruleSpec.parse({ name: 'Mine', severity: 'warning', subject, ...more });
  await rule(subject, more);
  const happens: [number, SentEvent][] = [
    [0, created('1', NOON, { team: 'blue' })],
    [2, created('2', NOON + 2 * MINUTE, { team: 'red' })],
    [5, created('3', NOON + 5 * MINUTE, { team: 'blue' })],
    [14, reply('1', NOON + 14 * MINUTE)],
    [20, reply('1', NOON + 20 * MINUTE, 'customer')],
    [33, reply('3', NOON + 33 * MINUTE)],
    [34, reply('2', NOON + 34 * MINUTE, 'customer')],
    [48, reply('2', NOON + 48 * MINUTE)],
    [50, reply('1', NOON + 50 * MINUTE)],
  ];
  for (const minute of [0, 2, 5, 10, 14, 15, 18, 20, 21, 26, 31, 33, 34, 37, 41, 45, 48, 50, 51, 60, 70, 90]) {
    turnTo(NOON + minute * MINUTE);
    const events = happens.flatMap(([at, event]) => (at === minute ? [event] : []));
    if (events.length > 0) await door.accept(desk.workspace, 's', events);
    await goTo(minute);
  }
  const { alerts: live } = await desk.alerts.list(reader(), {}, { limit: 100 });
  const dry = await desk.alerts.dryRun(maker(), spec, { from: NOON - MINUTE, to: desk.now });
  expect(live.length).toBeGreaterThan(0);
  expect(dry).toMatchObject({ fired: live.length, isExact: true });
  const shape = (all: readonly { firedAt: string | null; endedAt: string | null }[]) =>
    all.map(({ firedAt, endedAt }) => `${firedAt} ${endedAt}`).toSorted();
  expect(shape(dry.alerts)).toEqual(shape(live));
});
