/** What happens to some holds up no others: a storm in one workspace, and a rule that cannot be heard among those that can. */
import type { RuleInput } from '@watchdesk/domain/alerting';
import { expect, test } from 'vitest';
import { created, MINUTE, NOON, startAlerting, UNTELLABLE } from '../../test/alerting.ts';
import { ensureRules } from '../rules/index.ts';
import { inTransaction } from '../store/postgres/index.ts';
import { LONGEST_TRIAL_MS } from '../trials.ts';
import { createDryRun } from './dry-run.ts';
import { createRuleSets } from './rule-sets.ts';
import { seedTimers, unseed } from './seed-timers.ts';
import { hearApart, setAside } from './set-aside.ts';
import { UNTOLD } from './tell.ts';

const desk = await startAlerting();
const { door, goTo, maker, postgres, rule, startAnew, told, turnTo } = desk;

const another = async (): Promise<string> => {
  const other = `${desk.workspace}-other`;
  await postgres.pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [other]);
  await ensureRules(postgres, other);
  await desk.alerts.rules.create({ ...maker(), workspaceId: other }, (await desk.alerts.rules.list(desk.workspace))[0]!.spec);
  return other;
};

/** So much of one workspace is heard in a turn, and so many rows are read in one. */
const [PER_TURN, READ] = [500, 2_000];
const STORM = 2_600;

test.each<[string, RuleInput['subject'], number]>([
  ['news', { kind: 'event', event: 'ticket.created' }, Math.ceil(STORM / READ)],
  ['timers', { kind: 'absence', of: 'reply', seconds: 90 }, 1],
])(
  'a storm of %s in one workspace holds up another by few turns, and all of it is told',
  async (_what, subject, turns) => {
    await rule(subject);
    const other = await another();
    for (let from = 0; from < STORM; from += 650)
      await door.accept(
        desk.workspace,
        's',
        Array.from({ length: 650 }, (_, index) => created(String(from + index), NOON)),
      );
    await door.accept(other, 's', [created('o', NOON + 1_000)]);
    await desk.alerts.watch.catchUp();
    await goTo(3);
    expect(desk.posted.indexOf(other)).toBeGreaterThanOrEqual(0);
    expect(desk.posted.indexOf(other)).toBeLessThanOrEqual(PER_TURN * turns);
    expect((await told()).length).toBe(STORM);
    expect(new Set((await told()).map(({ ticketId }) => ticketId)).size).toBe(STORM);
  },
  60_000,
);

test('a rule that nobody can be told of is set aside with the reason, and the others go on', async () => {
  await rule({ kind: 'event', event: 'ticket.created' });
  const bad = await rule({ kind: 'event', event: 'ticket.created' }, { name: 'Bad', audience: { channels: [UNTELLABLE] } });
  await door.accept(desk.workspace, 's', [created('1', NOON)]);
  for (const minute of [0, 0, 1, 2]) await goTo(minute).catch(() => {});
  const all = (await told()).map(({ title, ticketId }) => ticketId ?? title);
  expect(all.toSorted()).toEqual(['A rule was set aside: Bad', 's:1']);
  expect(await desk.alerts.rules.get(desk.workspace, bad.id)).toMatchObject({
    fault: 'What it heard could not be evaluated or told: this cannot be told',
    setAsideAt: expect.any(String),
  });
  startAnew();
  await door.accept(desk.workspace, 's', [created('2', NOON + 2 * MINUTE)]);
  await goTo(2);
  expect((await told()).map(({ ticketId }) => ticketId)).toContain('s:2');

  // Saved so that it can be told, it is tried again.
  await desk.alerts.rules.save(maker(), bad.id, { ...bad.spec, audience: { ...bad.spec.audience, channels: [] } }, bad.version);
  expect(await desk.alerts.rules.get(desk.workspace, bad.id)).toMatchObject({ fault: null, setAsideAt: null });
  await door.accept(desk.workspace, 's', [created('3', NOON + 2 * MINUTE)]);
  await goTo(3);
  expect((await told()).filter(({ ticketId }) => ticketId === 's:3')).toHaveLength(2);
});

test('an alert of a rule that is set aside, snoozed since, is not due for ever', async () => {
  const one = await rule({ kind: 'event', event: 'ticket.created' });
  await door.accept(desk.workspace, 's', [created('1', NOON)]);
  await goTo(1);
  const [alert] = (await desk.alerts.list(desk.reader(), { rule: [one.id] }, { limit: 1 })).alerts;
  const aside = new Map([[{ id: one.id, version: one.version, spec: one.spec }, new Error('broken')]]);
  await inTransaction(postgres.pool, (client) => setAside(client, desk.workspace, aside, { telling: UNTOLD, now: desk.now }));
  startAnew();
  await desk.alerts.act(desk.reader(), alert!.id, { type: 'snooze', until: desk.now + 3 * MINUTE });
  await goTo(5);
  const { rows } = await postgres.pool.query('select key from alert where workspace_id = $1 and tick_at is not null', [desk.workspace]);
  expect(rows).toEqual([]);
});

test('one that throws as it is evaluated is set aside, be it the only one', async () => {
  const { id, spec } = await rule({ kind: 'event', event: 'ticket.created' });
  const broken = { id, version: 1, spec: { ...spec, subject: null } } as never;
  const heard = [{ rule: broken, signal: { type: 'pulse', at: NOON, key: '[]' } as const }];
  const notices: string[] = [];
  const telling = { postAll: async (_tx: unknown, _workspace: string, news: readonly object[]) => void notices.push(JSON.stringify(news)) };
  await inTransaction(postgres.pool, (client) =>
    hearApart(client, desk.workspace, heard, { hoursOf: () => null, ruleOf: () => undefined, telling, now: NOON }),
  );
  expect((await desk.alerts.rules.get(desk.workspace, id)).fault).toContain('could not be evaluated');
  expect(notices).toEqual([expect.stringContaining('A rule was set aside')]);
});

test('what may be gone the next time sets nothing aside', async () => {
  const { id, version, spec } = await rule({ kind: 'event', event: 'ticket.created' });
  const heard = [{ rule: { id, version, spec }, signal: { type: 'pulse', at: NOON, key: '[]' } as const }];
  const away = Object.assign(new Error('the connection is away'), { code: '57P01' });
  const telling = { postAll: () => Promise.reject(away) };
  const hearing = { hoursOf: () => null, ruleOf: () => undefined, telling, now: NOON };
  const trying = inTransaction(postgres.pool, (client) => hearApart(client, desk.workspace, heard, hearing));
  await expect(trying).rejects.toThrow('away');
  await inTransaction(postgres.pool, (client) => setAside(client, desk.workspace, new Map(), hearing));
  expect((await desk.alerts.rules.get(desk.workspace, id)).setAsideAt).toBeNull();
});

test('a dry run stops after a while and says how far it came; a newer one of the same person ends it, and so does hanging up', async () => {
  const { spec } = await rule({ kind: 'event', event: 'ticket.created' });
  for (const from of [0, 600])
    await door.accept(
      desk.workspace,
      's',
      Array.from({ length: 600 }, (_, index) => created(String(from + index), NOON)),
    );
  const period = { from: NOON - MINUTE, to: NOON + MINUTE };
  turnTo(NOON + 2 * MINUTE);
  expect(await desk.alerts.dryRun(maker(), spec, period)).toMatchObject({ fired: 1_200, isExact: true, bound: null });
  const [older, newer] = await Promise.allSettled([desk.alerts.dryRun(maker(), spec, period), desk.alerts.dryRun(maker(), spec, period)]);
  expect(older).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('newer') } });
  expect(newer).toMatchObject({ status: 'fulfilled', value: { fired: 1_200 } });
  await expect(desk.alerts.dryRun(maker(), spec, period, AbortSignal.abort())).rejects.toThrow('Nobody waits');

  let now = NOON + 2 * MINUTE;
  const hurried = createDryRun({
    postgres,
    // So much time passes whenever somebody asks for it.
    clock: { now: () => (now += LONGEST_TRIAL_MS * 0.6) },
    ruleSets: createRuleSets(),
    query: () => Promise.reject(new Error('no rule here asks for numbers')),
  });
  expect(await hurried(desk.workspace, spec, period, new AbortController().signal)).toMatchObject({
    fired: 500,
    isExact: false,
    bound: { tickets: 500, why: 'time' },
  });
});

test('a new rule looks at the tickets there are a part per look, and goes on where it ended', async () => {
  const { id } = await rule({ kind: 'absence', of: 'reply', seconds: 3_600 });
  await door.accept(
    desk.workspace,
    's',
    Array.from({ length: 600 }, (_, index) => created(String(index), NOON)),
  );
  const timers = async () => {
    const { rows } = await postgres.pool.query<{ count: number; after: string | null }>(
      `select (select count(*)::int from alert_timer where workspace_id = $1 and rule = $2) as count, seed_after as after
       from alert_rule where workspace_id = $1 and id = $2`,
      [desk.workspace, id],
    );
    return rows[0]!;
  };
  await unseed(postgres.pool, desk.workspace, id);
  const look = () => seedTimers(postgres, createRuleSets(), desk.workspace, id, 1);
  await look();
  expect(await timers()).toEqual({ count: 500, after: expect.any(String) });
  await look();
  expect(await timers()).toEqual({ count: 600, after: null });
});
