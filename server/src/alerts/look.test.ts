import { type RuleInput, ruleSpec } from '@watchdesk/domain/alerting';
import type { SentEvent } from '@watchdesk/domain/event';
import { type Notice, notice as noticeShape } from '@watchdesk/domain/notification';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clickhouseDatabase, postgresDatabase } from '../../test/databases.ts';
import { createDoor } from '../ingest/index.ts';
import { createMetrics } from '../metrics/index.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createAlerts, type Telling } from './index.ts';
import { measureAll } from './measure.ts';

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
/** A Tuesday, 12:00 UTC. */
const NOON = Date.UTC(2026, 5, 2, 12);
const postgres = openPostgres(await postgresDatabase());
const analytics = openAnalytics(await clickhouseDatabase());
let now = NOON + 8 * HOUR;
const clock = { now: () => now };
const metrics = createMetrics({ postgres, analytics, clock });
const door = createDoor({ postgres, clock });
const loader = createLoader({ postgres, analytics, clock });
let asked = 0;
const query: typeof metrics.query = (...question) => {
  asked += 1;
  return metrics.query(...question);
};
let told: Notice[] = [];
const telling: Telling = {
  postAll: async (_tx, _workspace, news) =>
    void told.push(...news.flatMap((one) => ('notice' in one ? [noticeShape.parse(one.notice)] : []))),
};
const onTrouble = (error: unknown) => {
  throw error;
};
const alerts = createAlerts({
  postgres,
  clock,
  query,
  factsAsOf: async () => now,
  connectionsOf: async () => [],
  telling,
  onTrouble,
});
const who = { kind: 'person', id: 'm', name: 'Mia', from: null } as const;
const scope = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } as const;
const maker = { workspaceId: 'w', scope, writesRules: true, who };
const reader = { workspaceId: 'w', scope, sight: { to: 'all' } as const };

/** Of each hour after noon how many tickets of which team; and six in the same hours of six weeks before. */
const HOURS: readonly (readonly [blue: number, red: number])[] = [
  [2, 1],
  [6, 1],
  [4, 1],
  [5, 7],
  [1, 7],
  [0, 3],
  [30, 3],
  [1, 0],
];
let tickets = 0;
const created = (at: number, team?: string, more: object = {}): SentEvent<'ticket.created'> => {
  tickets += 1;
  return {
    id: `c${tickets}`,
    at: at + tickets * 10,
    ticket: `s:${tickets}`,
    type: 'ticket.created',
    data: { team, priority: 'P3', ...(tickets === 1 && { customFields: { remark: 'fine' } }), ...more },
  };
};

beforeAll(async () => {
  await analytics.migrate();
  await postgres.pool.query(`insert into workspace (workspace_id, name) values ('w', 'w')`);
  const several = (count: number, at: number, team: string) => Array.from({ length: count }, () => created(at, team));
  const events = HOURS.flatMap(([blue, red], hour) => [
    ...several(blue, NOON + hour * HOUR, 'blue'),
    ...several(red, NOON + hour * HOUR, 'red'),
  ]);
  const before = [1, 2, 3, 4, 5, 6].flatMap((week) => HOURS.flatMap((_, hour) => several(6, NOON + hour * HOUR - week * WEEK, 'blue')));
  await door.bulk('w', 's', [...before, ...events]);
  await loader.drain();
}, 60_000);
afterAll(() => Promise.all([postgres.close(), analytics.close()]));

/** The rule is made, the hours pass, and what it made live is laid beside what a dry run finds; then it is removed. */
async function both(subject: RuleInput['subject'], more: Partial<RuleInput> = {}) {
  const spec = ruleSpec.parse({ name: 'Mine', severity: 'warning', subject, ...more });
  now = NOON + 1;
  const { id } = await alerts.rules.create(maker, spec);
  for (let hour = 1; hour <= HOURS.length; hour += 1) {
    now = NOON + hour * HOUR + 1000;
    await alerts.look.lookOnce();
  }
  const { alerts: live } = await alerts.list(reader, { rule: [id] }, { limit: 100 });
  const dry = await alerts.dryRun(maker, spec, { from: NOON, to: now });
  const later = await alerts.dryRun(maker, spec, { from: NOON + 3.5 * HOUR, to: now });
  await alerts.rules.remove(maker, id);
  const shape = (all: readonly { firedAt: string | null; endedAt: string | null; value: number | null }[]) =>
    all
      .map(({ firedAt, endedAt, value }) => [hourOf(firedAt), hourOf(endedAt), value])
      .toSorted((one, other) => String(one).localeCompare(String(other)));
  expect(shape(later.alerts)).toEqual(shape(dry.alerts.filter(({ firedAt }) => Number(hourOf(firedAt)) > 3.5)));
  return { live: shape(live.filter(({ firedAt }) => firedAt !== null)), dry: shape(dry.alerts), whole: live };
}
const hourOf = (at: string | null) => at && (Date.parse(at) - NOON) / HOUR;

describe('a rule on a number', () => {
  const number = { kind: 'metric', metric: 'created', windowSeconds: 3600, everySeconds: 3600 } as const;

  test('fires beyond its bound, is well where it is to be, and a dry run finds the same', async () => {
    const { live, dry } = await both(
      { ...number, filters: [{ dimension: 'team', values: ['blue'] }] },
      { condition: { compare: 'above', value: 5, clear: 3 } },
    );
    expect(live).toEqual([
      [2, 5, 6],
      [7, 8, 30],
    ]);
    expect(dry).toEqual(live);
  });

  test('that somebody resolved fires again once it has been well', async () => {
    const subject = { ...number, filters: [{ dimension: 'team', values: ['blue'] }] } as const;
    now = NOON + 1;
    const { id } = await alerts.rules.create(
      maker,
      ruleSpec.parse({ name: 'Mine', severity: 'warning', subject, condition: { compare: 'above', value: 5 } }),
    );
    const statuses = async () => (await alerts.list(reader, { rule: [id] }, { limit: 5 })).alerts.map(({ status }) => status);
    for (let hour = 1; hour <= 7; hour += 1) {
      now = NOON + hour * HOUR + 1000;
      await alerts.look.lookOnce();
      if (hour === 2)
        await alerts.act({ ...reader, who }, (await alerts.list(reader, { rule: [id] }, { limit: 5 })).alerts[0]!.id, { type: 'resolve' });
      if (hour === 6) expect(await statuses()).toEqual(['resolved']);
    }
    expect(await statuses()).toEqual(['firing', 'resolved']);
    await alerts.rules.remove(maker, id);
  });

  test('has to hold as long as it says', async () => {
    const { live, dry } = await both(number, { condition: { compare: 'above', value: 6, forSeconds: 3600 } });
    // Seven, five, twelve and eight in a row, then three, 33 and one.
    expect(live).toEqual([[5, 6, 8]]);
    expect(dry).toEqual(live);
  });

  test('makes one alert for each group', async () => {
    const { live, dry, whole } = await both({ ...number, by: 'team' }, { condition: { compare: 'above', value: 6 } });
    expect(live).toEqual([
      [4, 6, 7],
      [7, 8, 30],
    ]);
    expect(dry).toEqual(live);
    expect(new Set(whole.map(({ group }) => group?.id))).toEqual(new Set(['blue', 'red']));
    expect(whole[0]!.why.explain?.filters).toEqual([{ dimension: 'team', values: [whole[0]!.group!.id] }]);
  });

  test('is told of tickets without a team by that name, until they are acknowledged and gone', async () => {
    const from = NOON + 20 * HOUR;
    now = from + 1;
    const many = Array.from({ length: 8 }, () => created(from));
    await door.accept('w', 's', many);
    await loader.drain();
    const subject = { ...number, by: 'team' } as const;
    const { id } = await alerts.rules.create(
      maker,
      ruleSpec.parse({ name: 'By team', severity: 'warning', subject, condition: { compare: 'above', value: 7 } }),
    );
    told = [];
    now = from + HOUR + 1000;
    await alerts.look.lookOnce();
    const [one] = (await alerts.list(reader, { rule: [id] }, { limit: 5 })).alerts;
    expect(one).toMatchObject({ title: 'By team: None', group: { id: '', name: 'None' } });
    await alerts.act({ ...reader, who }, one!.id, { type: 'acknowledge' });
    now += HOUR;
    await alerts.look.lookOnce();
    expect(told.map(({ event, title }) => [event, title])).toEqual([
      ['fired', 'By team: None'],
      ['acknowledged', 'By team: None'],
      ['resolved', 'By team: None'],
    ]);
    await alerts.rules.remove(maker, id);
  });

  test('that asks by a custom field no ticket has is refused, and one that lost its field holds up no other', async () => {
    const by = (field: string) =>
      ruleSpec.parse({
        name: 'Misspelt',
        severity: 'info',
        subject: { ...number, filters: [{ dimension: `custom:${field}`, values: ['north'] }] },
        condition: { compare: 'above', value: 0 },
      });
    await expect(alerts.rules.create(maker, by('regoin'))).rejects.toThrow('rule.subject.filters.0.dimension must be a custom field');
    const other = await alerts.rules.create(
      maker,
      ruleSpec.parse({ name: 'Other', severity: 'info', subject: number, condition: { compare: 'above', value: 0 } }),
    );
    // As of one that was made while tickets had the field.
    await postgres.pool.query(
      `with made as (insert into alert_rule (workspace_id, id) values ('w', 'lost') returning id)
       insert into alert_rule_version (workspace_id, id, version, spec, saved_by) select 'w', id, 1, $1, 'Mia' from made`,
      [JSON.stringify(by('regoin'))],
    );
    await postgres.pool.query('update workspace set alert_rules_revision = alert_rules_revision + 1');
    now = NOON + 2 * HOUR + 2000;
    await alerts.look.lookOnce();
    expect((await alerts.list(reader, { rule: [other.id] }, { limit: 5 })).alerts).toMatchObject([{ status: 'firing' }]);
    expect((await alerts.rules.get('w', 'lost')).fault).toContain('must be a custom field');
    for (const { id } of await alerts.rules.list('w')) await alerts.rules.remove(maker, id);
  });

  test('of customers and of what they wrote is told without either; who may read texts sees both', async () => {
    const from = NOON + 30 * HOUR;
    now = from + 1;
    await door.accept('w', 's', [{ id: 'cleo', at: from, type: 'customer.upserted', data: { customer: 'c1', name: 'Cleo Smith' } }]);
    await door.accept(
      'w',
      's',
      Array.from({ length: 8 }, () => created(from, 'blue', { requester: 'c1', customFields: { remark: 'my dog ate it' } })),
    );
    await loader.drain();
    for (const by of ['customer', 'custom:remark'] as const)
      await alerts.rules.create(
        maker,
        ruleSpec.parse({ name: by, severity: 'warning', subject: { ...number, by }, condition: { compare: 'above', value: 7 } }),
      );
    told = [];
    now = from + HOUR + 1000;
    await alerts.look.lookOnce();
    expect(told.map(({ title }) => title).toSorted((a, b) => a.localeCompare(b))).toEqual(['custom:remark: One value', 'customer: c1']);
    expect(JSON.stringify(told)).not.toMatch(/Cleo|dog/);
    const titles = async (text: boolean) =>
      (await alerts.list({ ...reader, scope: { ...scope, text } }, { status: ['firing'] }, { limit: 5 })).alerts
        .map(({ title }) => title)
        .toSorted((a, b) => a.localeCompare(b));
    expect(await titles(true)).toEqual(['custom:remark: my dog ate it', 'customer: Cleo Smith']);
    expect(await titles(false)).toEqual(['custom:remark: One value', 'customer: c1']);
    for (const { id } of await alerts.rules.list('w')) await alerts.rules.remove(maker, id);
  });

  test('of one person, or of a team of few, is not shown to who sees work summed up alone', async () => {
    const from = NOON + 40 * HOUR;
    now = from + 1;
    await door.accept(
      'w',
      's',
      Array.from({ length: 8 }, () => created(from, 'blue', { assignee: 'a-1' })),
    );
    await loader.drain();
    const one = (name: string, more: object) =>
      alerts.rules.create(
        maker,
        ruleSpec.parse({ name, severity: 'info', subject: { ...number, ...more }, condition: { compare: 'above', value: 5 } }),
      );
    await one('all', {});
    await one('one', { filters: [{ dimension: 'agent', values: ['a-1'] }] });
    await one('blue', { filters: [{ dimension: 'team', values: ['blue'] }] });
    await one('each', { by: 'team' });
    now = from + HOUR + 1000;
    await alerts.look.lookOnce();
    const executive = {
      ...reader,
      scope: { ...scope, rows: { to: 'none' }, text: false } as const,
      sight: { to: 'none', why: 'They see no tickets.' } as const,
    };
    const shown = async (to: Parameters<typeof alerts.list>[0]) =>
      (await alerts.list(to, { status: ['firing'] }, { limit: 9 })).alerts
        .map(({ rule: { name } }) => name)
        .toSorted((a, b) => a.localeCompare(b));
    expect(await shown(reader)).toEqual(['all', 'blue', 'each', 'one']);
    expect(await shown(executive)).toEqual(['all']);
    const agents = ['a-1', 'a-2', 'a-3', 'a-4', 'a-5'].map((agent) => ({
      id: agent,
      at: from,
      type: 'agent.upserted' as const,
      data: { agent, teams: ['blue'] },
    }));
    await door.accept('w', 's', agents);
    expect(await shown(executive)).toEqual(['all', 'blue', 'each']);
    const lead = { rows: { to: 'teams', teams: ['blue'] }, aggregate: { to: 'teams', teams: ['blue'] }, text: true } as const;
    expect(await shown({ ...reader, scope: lead, sight: { to: 'work', teams: ['blue'], agent: null } })).toEqual(['blue', 'each']);
    for (const { id } of await alerts.rules.list('w')) await alerts.rules.remove(maker, id);
  });

  test('and a hundred others ask little', async () => {
    now = NOON + 2 * HOUR + 2000;
    const one = (team: string, value: number) =>
      alerts.rules.create(
        maker,
        ruleSpec.parse({
          name: team,
          severity: 'info',
          subject: { ...number, filters: [{ dimension: 'team', values: [team] }] },
          condition: { compare: 'above', value },
        }),
      );
    for (let index = 0; index < 50; index += 1) await one(index % 2 === 0 ? 'blue' : 'red', index);
    asked = 0;
    await alerts.look.lookOnce();
    expect(asked).toBe(1);
    // Six of blue in that hour and one of red: above 0, 2 and 4.
    expect((await alerts.count(reader)).firing).toBe(3);
    for (const { id } of await alerts.rules.list('w')) await alerts.rules.remove(maker, id);
  });

  test('taken together reads as alone', async () => {
    const span = { from: NOON, to: NOON + HOUR };
    const filters = (team: string) => [{ dimension: 'team' as const, values: [team] }];
    const all = [
      ...['blue', 'red', 'none'].map((team) => ({ metric: 'created', filters: filters(team) })),
      { metric: 'created', filters: [] },
    ];
    const together = await measureAll(metrics.query, 'w', all, span);
    const alone = await Promise.all(all.map(async (each) => (await measureAll(metrics.query, 'w', [each], span))[0]!));
    expect(together.map(({ whole }) => whole.value ?? 0)).toEqual([2, 1, 0, 3]);
    expect(together.map(({ whole }) => whole.value ?? 0)).toEqual(alone.map(({ whole }) => whole.value ?? 0));
  });
});

describe('an unusual hour', () => {
  test('fires with what is usual, and a dry run finds the same', async () => {
    const { live, dry, whole } = await both(
      { kind: 'anomaly', metric: 'created', weeks: 6 },
      { condition: { compare: 'above', value: 4 } },
    );
    expect(live).toEqual([[7, 8, 33]]);
    expect(dry.map(([from, to]) => [from, to])).toEqual([[7, 8]]);
    expect(whole[0]).toMatchObject({ value: 33, unusual: { weeks: 6, usual: 6, before: [6, 6, 6, 6, 6, 6] } });
  });

  test('is none where too little is known: three weeks say nothing', async () => {
    const spec = ruleSpec.parse({
      name: 'Unusual',
      severity: 'info',
      subject: { kind: 'anomaly', metric: 'created', weeks: 6 },
      condition: { compare: 'above', value: -100 },
    });
    now = NOON + 8 * HOUR;
    const firedFrom = async (from: number) => (await alerts.dryRun(maker, spec, { from, to: from + 3 * HOUR })).fired;
    expect([await firedFrom(NOON - 3 * WEEK), await firedFrom(NOON - 2 * WEEK)]).toEqual([0, 1]);
  });
});
