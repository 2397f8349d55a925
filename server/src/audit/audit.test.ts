/** What is written stays as it was written, in its order, with what it tells of, or it is seen. */
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { inTransaction, migrate, openPostgres } from '../store/postgres/index.ts';
import { appendAudit, countEnded, createAudit, type Deed, endAudit, OPERATOR, type Who } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
const { pool } = postgres;
await migrate(pool);
afterAll(() => postgres.close());

let now = Date.UTC(2026, 2, 10, 12);
const audit = createAudit({ postgres, clock: { now: () => now } });
const anna: Who = { kind: 'person', id: 'p-1', name: 'Anna Åberg', from: '192.0.2.7' };
const deed = (id: string, more: Partial<Deed> = {}): Deed => ({
  action: 'policy.saved',
  subject: { kind: 'policy', id, name: id },
  ...more,
});

let workspaces = 0;
let workspaceId: string;
beforeEach(async () => {
  workspaceId = `w${(workspaces += 1)}`;
  await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [workspaceId]);
});

const all = async (question = {}) => (await audit.list(workspaceId, question, { limit: 500 })).entries;
const findings = async () => (await audit.check(workspaceId)).findings;

/** As whoever has the database itself in their hands. */
const tamper = (sql: string, values: unknown[] = []) =>
  inTransaction(pool, async (client) => {
    await client.query('alter table audit_entry disable trigger user');
    await client.query(sql, values);
    await client.query('alter table audit_entry enable trigger user');
  });

test('says who did what to what, when and from where, and what it was before', async () => {
  await audit.record(workspaceId, anna, deed('gold', { before: { rank: 1 }, after: { rank: 2, name: '=cmd()' } }));
  expect(await all()).toEqual([
    {
      place: 1,
      at: '2026-03-10T12:00:00.000Z',
      who: anna,
      action: 'policy.saved',
      subject: { kind: 'policy', id: 'gold', name: 'gold' },
      before: { rank: 1 },
      after: { rank: 2, name: '=cmd()' },
    },
  ]);
  expect(await audit.check(workspaceId)).toMatchObject({ entries: 1, findings: [] });
});

test('is there if, and only if, what it tells of is', async () => {
  const failed = inTransaction(pool, async (client) => {
    await appendAudit(client, { workspaceId, who: OPERATOR, now }, deed('never'));
    throw new Error('the change failed');
  });
  await expect(failed).rejects.toThrow('the change failed');
  await audit.record(workspaceId, OPERATOR, deed('later'));
  expect((await all()).map(({ place, subject }) => [place, subject.id])).toEqual([[1, 'later']]);
});

test('many at once stand one behind the other', async () => {
  await Promise.all(Array.from({ length: 25 }, (_, index) => audit.record(workspaceId, anna, deed(`p${index}`))));
  expect((await all()).map(({ place }) => place)).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index));
  expect(await findings()).toEqual([]);
});

test('is found by what was done, by when, and by any word of it, page by page', async () => {
  for (const [index, action] of (['key.created', 'policy.saved', 'key.revoked', 'policy.saved'] as const).entries()) {
    now = Date.UTC(2026, 2, 10 + index);
    await audit.record(workspaceId, anna, deed(`thing-${index}`, { action }));
  }
  const places = async (question: Parameters<typeof audit.list>[1]) => (await all(question)).map(({ place }) => place);
  expect(await places({ actions: ['policy.saved'] })).toEqual([4, 2]);
  expect(await places({ text: 'ÅBERG' })).toEqual([4, 3, 2, 1]);
  expect(await places({ text: 'thing-2' })).toEqual([3]);
  expect(await places({ text: '%' })).toEqual([]);
  expect(await places({ from: Date.UTC(2026, 2, 11), to: Date.UTC(2026, 2, 13) })).toEqual([3, 2]);
  const first = await audit.list(workspaceId, {}, { limit: 3 });
  const second = await audit.list(workspaceId, {}, { limit: 3, cursor: first.next! });
  expect([...first.entries, ...second.entries].map(({ place }) => place)).toEqual([4, 3, 2, 1]);
  expect(second.next).toBeNull();
  await expect(audit.list(workspaceId, {}, { limit: 3, cursor: '1; drop' })).rejects.toMatchObject({ code: 'invalid' });
});

test('a refusal is told once a minute for each who is refused what', async () => {
  const refused = (who: Who, id: string) => audit.refused(workspaceId, who, deed(id, { action: 'access.refused' }));
  for (const wait of [0, 30_000, 40_000]) {
    now += wait;
    await refused(anna, 'GET /keys');
    await refused(anna, 'GET /audit');
  }
  await refused({ ...anna, id: 'p-2' }, 'GET /keys');
  expect(await all()).toHaveLength(5);
});

test('as a file nothing in it is a formula', async () => {
  await audit.record(workspaceId, { ...anna, name: '=HYPERLINK("x")' }, deed('a,"b"'));
  let file = '';
  for await (const part of audit.exportCsv(workspaceId, {})) file += String(part);
  expect(file.split('\n')[1]).toContain(`person,p-1,"'=HYPERLINK(""x"")",192.0.2.7,policy.saved,policy,"a,""b""","a,""b""",,`);
});

describe('what is changed afterwards', () => {
  test('is refused by the database', async () => {
    await audit.record(workspaceId, anna, deed('gold'));
    for (const sql of ['update audit_entry set actor = $1', 'delete from audit_entry where actor <> $1'])
      await expect(pool.query(sql, ['x'])).rejects.toThrow('only ever added to');
    await expect(pool.query('truncate audit_entry')).rejects.toThrow('only ever added to');
  });

  test('and is seen where somebody got past that', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(
          `update audit_entry set content = replace(content, 'Anna', 'Bert') where workspace_id = $1 and place = $2`,
          `update audit_entry set at = at + interval '1 hour' where workspace_id = $1 and place = $2`,
          `update audit_entry set actor = 'somebody' where workspace_id = $1 and place = $2`,
          `update audit_entry set action = 'key.revoked' where workspace_id = $1 and place = $2`,
          `update audit_entry set hash = sha256('x') where workspace_id = $1 and place = $2`,
          `delete from audit_entry where workspace_id = $1 and place = $2`,
        ),
        async (place, sql) => {
          workspaceId = `w${(workspaces += 1)}`;
          await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [workspaceId]);
          for (let index = 0; index < 6; index += 1) await audit.record(workspaceId, anna, deed(`p${index}`));
          expect(await findings()).toEqual([]);
          await tamper(sql, [workspaceId, place]);
          expect((await findings()).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 20 },
    ));

  test('an end that was cut off is seen by the place it should have', async () => {
    for (const id of ['a', 'b', 'c']) await audit.record(workspaceId, anna, deed(id));
    await tamper('delete from audit_entry where workspace_id = $1 and place > 1', [workspaceId]);
    expect(await findings()).toEqual(['the last entry should be 3, and is 1']);
  });
});

describe('the oldest entries', () => {
  const end = (before: number) => inTransaction(pool, (client) => endAudit(client, workspaceId, before));
  beforeEach(async () => {
    for (const year of [2017, 2018, 2019]) {
      now = Date.UTC(year, 5, 1);
      await audit.record(workspaceId, anna, deed(`in ${year}`));
    }
  });

  test('come to their end, and the chain holds on from there', async () => {
    const before = Date.UTC(2018, 11, 31);
    expect(await countEnded(pool, workspaceId, before)).toBe(2);
    expect(await end(before)).toEqual({ entries: 2, seal: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await all()).map(({ place }) => place)).toEqual([3]);
    await audit.record(workspaceId, anna, deed('after'));
    expect(await audit.check(workspaceId)).toMatchObject({ entries: 2, findings: [] });
    expect(await countEnded(pool, workspaceId, before)).toBe(0);
    await tamper('delete from audit_entry where workspace_id = $1 and place = 3', [workspaceId]);
    expect((await findings()).length).toBeGreaterThan(0);
  });

  test('are never all of them', async () => {
    expect(await end(Date.UTC(2020, 0))).toMatchObject({ entries: 2 });
    expect(await end(Date.UTC(2020, 0))).toMatchObject({ entries: 0, seal: null });
    expect(await findings()).toEqual([]);
    await tamper('delete from audit_entry where workspace_id = $1', [workspaceId]);
    expect((await findings()).length).toBeGreaterThan(0);
  });

  test('are not taken by who does not say that they have ended, nor are any younger than a year', async () => {
    await expect(pool.query('delete from audit_entry where workspace_id = $1', [workspaceId])).rejects.toThrow('only ever added to');
    now = Date.now() - 300 * 86_400_000;
    for (const id of ['young', 'younger']) await audit.record(workspaceId, anna, deed(id));
    await expect(end(Date.now())).rejects.toThrow('only ever added to');
    expect(await all()).toHaveLength(5);
  });
});
