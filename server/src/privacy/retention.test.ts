/** What has been kept long enough goes, what has not stays, and every number stays; the run says what it took. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { appendAudit, NIGHTLY, OPERATOR } from '../audit/index.ts';
import { checkStores } from '../ingest/index.ts';
import { createPrivacy, type Privacy } from './index.ts';
import { createAudit } from '../audit/index.ts';
import { createRedaction } from '../redaction/index.ts';
import { inTransaction } from '../store/postgres/index.ts';

const DAY = 86_400_000;
const YEAR = 365 * DAY;

let api: TestApi;
let privacy: Privacy;
let workspaces = 0;
let workspace: string;
let ids = 0;

beforeAll(async () => {
  api = await startApi();
  const { postgres, clock, door } = api;
  privacy = createPrivacy({ postgres, clock, door, audit: createAudit({ postgres, clock }), redaction: createRedaction({ postgres }) });
});
afterAll(() => api.close());
beforeEach(async () => {
  workspace = `r${(workspaces += 1)}`;
  api.clock.set(NOW);
  await api.postgres.pool.query(`insert into workspace (workspace_id, name, time_zone) values ($1, $1, 'Europe/Berlin')`, [workspace]);
});

const accept = async (...events: object[]) => {
  const outcomes = await api.door.accept(workspace, 'api', events);
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
};
const on = (ticket: string, at: number, type: string, data: object) => ({
  id: `e${(ids += 1)}`,
  at,
  ticket: `api:${ticket}`,
  type,
  data,
  actor: { kind: 'customer', id: `c-${ticket}` },
});
const customer = (id: string, at: number) => ({
  id: `e${(ids += 1)}`,
  at,
  type: 'customer.upserted',
  data: { customer: id, name: `name of ${id}` },
});

/** A conversation of one day, whose customer is named after the ticket. */
const conversation = (ticket: string, at: number, end?: string, requester = `c-${ticket}`) => [
  on(ticket, at, 'ticket.created', {
    subject: `subject of ${ticket}`,
    requester,
    customFields: { colour: `field of ${ticket}`, seats: 3 },
  }),
  on(ticket, at + 1, 'ticket.message', { messageId: 'm', visibility: 'public', text: `text of ${ticket}` }),
  ...(end === undefined ? [] : [on(ticket, at + DAY, 'status.changed', { to: end })]),
];

/** Tickets and customers of whom a text is left anywhere. */
async function told(): Promise<string[]> {
  const { rows } = await api.postgres.pool.query<{ text: string }>(
    `select p::text as text from personal_data p where workspace_id = $1 union all
     select l.data::text from event_log l where workspace_id = $1 union all
     select t.state::text from ticket t where workspace_id = $1`,
    [workspace],
  );
  return [
    ...new Set(rows.flatMap(({ text }) => [...text.matchAll(/(?:subject|field|text|name) of ([\w-]+)/g)].map(([, of]) => of!))),
  ].toSorted();
}

describe('a run', () => {
  beforeEach(async () => {
    await accept(
      ...conversation('old', NOW - 3 * YEAR, 'closed'),
      ...conversation('resolved', NOW - 3 * YEAR, 'resolved'),
      ...conversation('open', NOW - 3 * YEAR),
      ...conversation('recent', NOW - 2 * YEAR, 'closed'),
      ...conversation('spam', NOW - 3 * YEAR),
      on('spam', NOW - 3 * YEAR + DAY, 'ticket.spam', {}),
      // One that is read with the ticket that took it in, and that is not at rest.
      ...conversation('part', NOW - 3 * YEAR),
      on('part', NOW - 3 * YEAR + DAY, 'ticket.merged', { into: 'api:open' }),
      customer('c-old', NOW - 3 * YEAR),
      customer('c-open', NOW - 3 * YEAR),
      customer('c-recent', NOW - 3 * YEAR),
      customer('c-alone', NOW - 3 * YEAR),
      customer('c-new', NOW - YEAR),
    );
  });
  const EVERYTHING = ['c-alone', 'c-new', 'c-old', 'c-open', 'c-recent', 'old', 'open', 'part', 'recent', 'resolved', 'spam'];
  const LEFT = ['c-new', 'c-open', 'c-recent', 'open', 'part', 'recent'];
  const COUNTS = { tickets: 3, customers: 2, imports: 0, payloads: 0, answers: 0, alerts: 0, auditEntries: 0 };

  test('takes what is due, says so, and leaves nothing to take', async () => {
    expect(await told()).toEqual(EVERYTHING);
    const plan = await privacy.planRetention(workspace);
    expect(plan).toEqual({ periods: { personalMonths: 25, rawDays: 30, alertMonths: 25, auditYears: 7 }, counts: COUNTS });
    expect(await told()).toEqual(EVERYTHING);
    expect((await privacy.runRetention(workspace, OPERATOR)).counts).toEqual(COUNTS);
    expect(await told()).toEqual(LEFT);
    const report = await privacy.retention(workspace);
    expect(report).toEqual({
      next: { tickets: 0, customers: 0, imports: 0, payloads: 0, answers: 0, alerts: 0, auditEntries: 0 },
      last: { at: new Date(NOW).toISOString(), who: 'command line', counts: COUNTS },
    });
    expect((await checkStores(api.postgres, workspace)).findings).toEqual([]);
  });

  test('leaves the events and what is counted by them', async () => {
    const facts = async () =>
      (
        await api.postgres.pool.query(
          `select id, status, created_at, resolved_at, replies, requester, tags, state->'counts' as counts, state->'customFields'->'seats' as seats
           from ticket where workspace_id = $1 order by id`,
          [workspace],
        )
      ).rows.map((row: object) => JSON.stringify(row));
    const events = async () =>
      (await api.postgres.pool.query('select count(*) as n from event_log where workspace_id = $1', [workspace])).rows[0].n;
    const [before, count] = [await facts(), await events()];
    await privacy.runRetention(workspace, OPERATOR);
    expect(await facts()).toEqual(before);
    // Each erasure and each seal is one.
    expect(await events()).toBe(count + COUNTS.customers + COUNTS.tickets);
  });

  test('what arrives late on a sealed ticket stays away; what happens anew is kept', async () => {
    await privacy.runRetention(workspace, OPERATOR);
    await accept(
      on('old', NOW - 3 * YEAR + 5, 'ticket.message', { messageId: 'late', visibility: 'public', text: 'text of late' }),
      on('old', NOW - 3 * YEAR + 6, 'customField.changed', { name: 'mood', to: 'field of late' }),
    );
    expect(await told()).toEqual(LEFT);
    await accept(
      on('old', NOW, 'ticket.message', { messageId: 'new', visibility: 'public', text: 'text of anew' }),
      customer('c-old', NOW),
    );
    expect(await told()).toEqual(['anew', ...LEFT, 'c-old'].toSorted());
    expect((await checkStores(api.postgres, workspace)).findings).toEqual([]);
  });

  test('follows the period that the workspace has set', async () => {
    await privacy.save(workspace, { retention: { personalMonths: 12, rawDays: 30, alertMonths: 25, auditYears: 7 } }, OPERATOR);
    await privacy.runRetention(workspace, OPERATOR);
    // c-new was told of within the year, and c-open and part belong to what goes on.
    expect(await told()).toEqual(['c-new', 'c-open', 'open', 'part']);
  });

  test('of another workspace takes nothing here', async () => {
    const before = await told();
    await privacy.runRetention('a', OPERATOR);
    expect(await told()).toEqual(before);
  });
});

test('notes of imports, answers, alerts and the audit log come to their end', async () => {
  const { pool } = api.postgres;
  const account = JSON.stringify({ events: 1, accepted: 0, parkings: [], doorRejections: [{ line: 2, reason: 'row of somebody' }] });
  for (const [id, days] of [
    ['old', 31],
    ['new', 29],
  ] as const)
    await pool.query(
      `insert into import_run (workspace_id, id, source, file_hash, mapping, account, finished_at) values ($1, $2, 'csv', '', '{}', $3, $4)`,
      [workspace, id, account, new Date(NOW - days * DAY)],
    );
  for (const [key, hours] of [
    ['old', 25],
    ['new', 23],
  ] as const)
    await pool.query(
      `insert into idempotency (workspace_id, key, request_hash, status, response, created_at) values ($1, $2, '', 200, '{}', $3)`,
      [workspace, key, new Date(NOW - hours * 3_600_000)],
    );
  await pool.query(
    `with desk as (insert into connection (workspace_id, source, kind, label) values ($1, 'desk', 'system', 'Desk') returning source),
       linked as (insert into system_connection (workspace_id, id, source, system, options, created_at, created_by, poll_seconds, next_at, pull_at)
         select $1, gen_random_uuid(), source, 'desk', '{}', now(), 'x', 60, now(), now() from desk returning id)
     insert into raw_payload (workspace_id, connection, kind, body, historic, received_at, waiting)
     select $1, id, 'webhook', '', false, at, waits from linked, unnest($2::timestamptz[], $3::boolean[]) as kept(at, waits)`,
    // The oldest was never read: its connection has been paused.
    [workspace, [40, 31, 29].map((days) => new Date(NOW - days * DAY)), [true, false, false]],
  );
  await pool.query(
    `with rule as (insert into alert_rule (workspace_id, id) values ($1, 'r') returning id),
       version as (insert into alert_rule_version (workspace_id, id, version, spec, saved_by) select $1, id, 1, '{}', 'x' from rule returning id)
     insert into alert (workspace_id, id, rule, rule_version, key, severity, status, since, ended_at, heard_at, times, silent, moments, finished)
     select $1, kept.id, version.id, 1, kept.id, 'info', 'resolved', at, case when finished then ended end, at, 1, false, 1, finished
     from version, unnest($2::text[], $3::timestamptz[], $4::timestamptz[], $5::boolean[]) as kept(id, at, ended, finished)`,
    [
      workspace,
      // One goes on for years, one has ended lately.
      ['ended', 'ended-too', 'goes-on', 'ended-lately'],
      [4, 3, 5, 3].map((years) => new Date(NOW - years * YEAR)),
      [3, 2.2, 5, 1].map((years) => new Date(NOW - years * YEAR)),
      [true, true, false, true],
    ],
  );
  await pool.query(
    `insert into alert_moment (workspace_id, alert, ordinal, kind, at) select $1, id, 1, 'fired', since from alert where workspace_id = $1`,
    [workspace],
  );
  for (const years of [8, 7.5, 6])
    await inTransaction(pool, (client) =>
      appendAudit(
        client,
        { workspaceId: workspace, who: OPERATOR, now: NOW - years * YEAR },
        {
          action: 'privacy.saved',
          subject: { kind: 'privacy', id: 'retention', name: null },
        },
      ),
    );
  const counts = { tickets: 0, customers: 0, imports: 1, payloads: 1, answers: 1, alerts: 2, auditEntries: 2 };
  expect((await privacy.planRetention(workspace)).counts).toEqual(counts);
  expect((await privacy.runRetention(workspace, NIGHTLY)).counts).toEqual(counts);
  const payloads = await pool.query('select waiting from raw_payload where workspace_id = $1 order by received_at', [workspace]);
  expect(payloads.rows).toEqual([{ waiting: true }, { waiting: false }]);
  const left = await pool.query(`select id, account->'doorRejections' as rejected from import_run where workspace_id = $1 order by id`, [
    workspace,
  ]);
  expect(left.rows.map(({ id, rejected }) => [id, rejected.length])).toEqual([
    ['new', 1],
    ['old', 0],
  ]);
  const alerts = await pool.query(
    'select a.id, m.kind from alert a join alert_moment m on m.workspace_id = a.workspace_id and m.alert = a.id where a.workspace_id = $1 order by a.id',
    [workspace],
  );
  expect(alerts.rows).toEqual([
    { id: 'ended-lately', kind: 'fired' },
    { id: 'goes-on', kind: 'fired' },
  ]);
  expect((await pool.query('select key from idempotency where workspace_id = $1', [workspace])).rows).toEqual([{ key: 'new' }]);
  const check = await createAudit({ postgres: api.postgres, clock: api.clock }).check(workspace);
  expect([check.entries, check.findings]).toEqual([2, []]);
});

test('a night is run once, by one of however many processes, after two o’clock where the workspace is', async () => {
  const nights = async () => {
    const another = createPrivacy({
      postgres: api.postgres,
      clock: api.clock,
      door: api.door,
      audit: createAudit({ postgres: api.postgres, clock: api.clock }),
      redaction: createRedaction({ postgres: api.postgres }),
    });
    await Promise.all([privacy.nightly(), another.nightly(), privacy.nightly()]);
    const { rows } = await api.postgres.pool.query<{ n: number }>(
      `select count(*) as n from audit_entry where workspace_id = $1 and action = 'retention.ran'`,
      [workspace],
    );
    return rows[0]!.n;
  };
  const at = (text: string) => api.clock.set(Date.parse(text));
  // Berlin is an hour ahead of UTC until 29 March.
  at('2026-03-10T12:00:00Z');
  expect(await nights()).toBe(1);
  at('2026-03-11T00:59:00Z');
  expect(await nights()).toBe(1);
  at('2026-03-11T01:01:00Z');
  expect(await nights()).toBe(2);
  at('2026-03-11T23:30:00Z');
  expect(await nights()).toBe(2);
  // A server that slept for days makes up for one night, not for each.
  at('2026-03-15T12:00:00Z');
  expect(await nights()).toBe(3);
});
