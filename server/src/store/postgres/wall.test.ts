/** Behind the wall there is one workspace, whatever a statement says; and it costs no plan its index. */
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../../test/databases.ts';
import { createDoor } from '../../ingest/index.ts';
import { ensureRules } from '../../rules/index.ts';
import { inTransaction, openPostgres, outboxHead, wallFaults } from './index.ts';
import { acrossWorkspaces, rowsWithin, withinWorkspace } from '../wall.ts';

/** Tables in whose place the tenant finds a view. */
const BEHIND_VIEWS = ['ticket', 'personal_data', 'directory', 'event_log'];
const NOW = Date.UTC(2026, 5, 1, 12);
const url = await postgresDatabase();
const postgres = openPostgres(url);
const { pool } = postgres;

/** The same ids in both, and a row in every table that has workspaces; what it says and refers to does not matter. */
beforeAll(async () => {
  const { rows: rules } = await pool.query<{ text: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as text from pg_constraint
     where contype in ('c', 'f') and connamespace = 'public'::regnamespace`,
  );
  for (const { text } of rules) await pool.query(text);
  const door = createDoor({ postgres, clock: { now: () => NOW } });
  for (const workspace of ['a', 'b']) {
    await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [workspace]);
    await ensureRules(postgres, workspace);
    await door.accept(workspace, 'api', [
      { id: 'c', at: NOW - 9000, type: 'customer.upserted', data: { customer: 'c', name: `Customer of ${workspace}` } },
      { id: 't', at: NOW - 8000, ticket: 'api:1', type: 'ticket.created', data: { subject: `Printer of ${workspace}`, requester: 'c' } },
      { id: 'm', at: NOW - 7000, ticket: 'api:2', type: 'ticket.merged', data: { into: 'api:none' } },
      { id: 'u', at: NOW - 7000, ticket: 'api:3', type: 'ticket.created', data: {} },
      { id: 'v', at: NOW - 6000, ticket: 'api:3', type: 'ticket.merged', data: { into: 'api:1' } },
    ]);
    for (const { name, missing } of await emptyTables(workspace))
      await pool.query(
        `insert into ${name} (workspace_id${missing.map((one) => `, ${one.column}`).join('')}) values ($1${missing.map((one) => `, ${one.value}`).join('')})`,
        [workspace],
      );
  }
});
afterAll(() => postgres.close());

const walledTables = async () =>
  (
    await pool.query<{ name: string }>(
      `select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and column_name = 'workspace_id' and table_type = 'BASE TABLE' order by 1`,
    )
  ).rows.map(({ name }) => name);

/** Tables in which the workspace has no row yet, with what a row needs: made from the types, so that a new table needs no line here. */
async function emptyTables(workspace: string): Promise<{ name: string; missing: { column: string; value: string }[] }[]> {
  const empty: { name: string; missing: { column: string; value: string }[] }[] = [];
  for (const name of await walledTables()) {
    const { rowCount } = await pool.query(`select from ${name} where workspace_id = $1 limit 1`, [workspace]);
    if (rowCount !== 0) continue;
    const { rows } = await pool.query<{ column: string; type: string }>(
      `select column_name as column, data_type as type from information_schema.columns where table_schema = 'public' and table_name = $1
         and is_nullable = 'NO' and column_default is null and is_identity = 'NO' and column_name <> 'workspace_id'`,
      [name],
    );
    empty.push({ name, missing: rows.map(({ column, type }) => ({ column, value: valueOf(name, column, type, workspace) })) });
  }
  return empty;
}

/** Of what must be unique in all workspaces, such as a hash, the workspace is a part. */
function valueOf(table: string, column: string, type: string, workspace: string): string {
  if (type === 'bytea') return `'${table} ${workspace}'`;
  if (/json/.test(type)) return `'{}'`;
  if (/time/.test(type)) return 'now()';
  if (/int|double|numeric/.test(type)) return '1';
  if (type === 'xid8') return `'1'`;
  if (type === 'ARRAY') return `'{}'`;
  if (type === 'boolean') return 'true';
  if (column === 'slug' || column === 'host') return `'${column} ${workspace}'`;
  if (type === 'uuid') return `md5('${workspace}')::uuid`;
  return `'${column === 'id' ? 'same' : column}'`;
}

const owners = async (table: string) =>
  (await pool.query<{ id: string }>(`select distinct workspace_id as id from ${table} order by 1`)).rows.map(({ id }) => id);

test('every table that belongs to a workspace shows its rows and no others, and to nobody none', async () => {
  const tables = await walledTables();
  expect(tables.length).toBeGreaterThan(25);
  for (const table of tables) {
    expect([table, await owners(table)]).toEqual([table, ['a', 'b']]);
    for (const own of ['a', 'b']) expect([table, await withinWorkspace(own, () => owners(table))]).toEqual([table, [own]]);
    for (const none of ['none', '']) expect([table, await withinWorkspace(none, () => owners(table))]).toEqual([table, []]);
  }
});

test('a tenant that was set to no workspace sees nothing', async () => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('set role watchdesk_tenant');
  for (const table of ['goal', ...BEHIND_VIEWS.map((name) => `tenant.${name}`)])
    expect((await client.query(`select from ${table}`)).rowCount).toBe(0);
  // The tables behind the views are not even there to be asked.
  for (const table of BEHIND_VIEWS) await expect(client.query(`select from public.${table}`)).rejects.toThrow('permission denied');
  await client.end();
});

test('nothing is written into another workspace, nor changed or removed there', async () => {
  await withinWorkspace('a', async () => {
    for (const table of ['ticket', 'directory', 'personal_data', 'goal'])
      expect([table, (await pool.query(`delete from ${table} where workspace_id = 'b'`)).rowCount]).toEqual([table, 0]);
    expect((await pool.query(`update directory set version = 99 where workspace_id = 'b'`)).rowCount).toBe(0);
    await expect(
      pool.query(`insert into exploration (workspace_id, id, owner, saved_by, spec) values ('b', 'x', 'x', 'x', '{}')`),
    ).rejects.toThrow('row-level security');
    await expect(pool.query(`update exploration set workspace_id = 'b'`)).rejects.toThrow('row-level security');
    await expect(pool.query(`insert into ticket (workspace_id, id) values ('b', 'x')`)).rejects.toThrow('check option');
    await expect(pool.query('truncate goal')).rejects.toThrow('permission denied');
  });
});

test('a table without a policy is found, and one that a migration brings gets it', async () => {
  expect(await wallFaults(pool)).toEqual([]);
  await pool.query(
    `create table late_comer (workspace_id text, note text); insert into late_comer values ('a', 'x'); grant select on late_comer to watchdesk_tenant`,
  );
  expect(await wallFaults(pool)).toEqual([
    'late_comer has no policy; `select raise_walls()` makes it',
    'rows of late_comer are seen from another workspace',
  ]);
  await pool.query('select raise_walls()');
  expect(await wallFaults(pool)).toEqual([]);
  expect([await withinWorkspace('a', () => owners('late_comer')), await withinWorkspace('b', () => owners('late_comer'))]).toEqual([
    ['a'],
    [],
  ]);
  await pool.query('drop table late_comer');
});

test('a table of somebody else in the same database is told of, and stops nothing', async () => {
  await pool.query('create table elsewhere (workspace_id text, note text)');
  expect(await wallFaults(pool)).toEqual(['elsewhere has no policy; `select raise_walls()` makes it']);
  await pool.query('drop table elsewhere');
});

test('whoever asks at the same time over the same few connections, and whatever fails, sees their own', async () => {
  const narrow = openPostgres(url, { connections: 2 });
  const subject = async (client: Pick<pg.Pool, 'query'>) =>
    (await client.query<{ text: string }>(`select fields->>'subject' as text from personal_data where fields ? 'subject'`)).rows.map(
      ({ text }) => text,
    );
  const deed = fc.record({
    workspace: fc.constantFrom('a', 'b', undefined),
    how: fc.constantFrom('plain', 'transaction', 'fails', 'breaks', 'kysely', 'rows'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 30 }), async (deeds) => {
      const seen = await Promise.all(
        deeds.map(async ({ workspace, how }) => {
          const work = async (): Promise<string[]> => {
            if (how === 'kysely')
              return (
                await narrow.db.selectFrom('ticket').select('workspace_id').where('id', '=', 'api:1').orderBy('workspace_id').execute()
              ).map(({ workspace_id }) => `Printer of ${workspace_id}`);
            if (how === 'plain') return subject(narrow.pool);
            if (how === 'rows') {
              const rows = (async function* () {
                yield await subject(narrow.pool);
              })();
              // Read elsewhere, as a file is by its connection.
              for await (const found of workspace === undefined ? rows : rowsWithin(workspace, rows)) return acrossWorkspaces(() => found);
            }
            return inTransaction(narrow.pool, async (client) => {
              const found = await subject(client);
              if (how === 'fails') await client.query('select 1 / 0');
              if (how === 'breaks') await client.query('select pg_terminate_backend(pg_backend_pid())');
              return found;
            }).catch(() => subject(narrow.pool));
          };
          return workspace === undefined ? work() : withinWorkspace(workspace, work);
        }),
      );
      for (const [index, { workspace }] of deeds.entries())
        expect(seen[index]!.toSorted()).toEqual(workspace === undefined ? ['Printer of a', 'Printer of b'] : [`Printer of ${workspace}`]);
    }),
    { numRuns: 15 },
  );
  await narrow.close();
});

test('for a single workspace a connection is set once', async () => {
  const single = openPostgres(url, { connections: 1 });
  const asked = async () =>
    (await single.pool.query<{ n: string }>(`select current_setting('watchdesk.workspace') || ' ' || pg_backend_pid() as n`)).rows[0]!.n;
  const first = await withinWorkspace('a', asked);
  const client = await withinWorkspace('a', () => single.pool.connect());
  let statements = 0;
  const { query } = client;
  client.query = ((...args: Parameters<typeof query>) => ((statements += 1), query.apply(client, args))) as typeof query;
  client.release();
  expect([await withinWorkspace('a', asked), statements]).toEqual([first, 1]);
  await withinWorkspace('b', asked);
  expect(statements).toBe(3);
  await single.close();
});

test('the head of the outbox is that of all workspaces', async () => {
  const head = await outboxHead(pool);
  expect(await withinWorkspace('none', () => outboxHead(pool))).toEqual(head);
});

/** Joined by keys in a json, found by words and by the beginning of a number: what a barrier would keep from the indexes. */
const QUESTIONS = {
  'words of subjects': [
    'personal_data_subject',
    `select from personal_data s where s.workspace_id = 'a' and s.stream like 'ticket/%' and (s.fields ? 'subject' or s.fields ? 'to')
       and coalesce(s.fields->>'subject', s.fields->>'to') ilike '%scanner 77%'`,
  ],
  numbers: [
    'ticket_by_number',
    `select k.id from ticket k where k.workspace_id = 'a' and not k.hidden and lower(substr(k.id, strpos(k.id, ':') + 1)) like '177%'`,
  ],
  'the page of a list': [
    'ticket_by_update',
    `select t.id from ticket t where t.workspace_id = 'a' order by t.updated_at desc, t.id limit 50`,
  ],
  names: [
    'personal_data_pkey',
    `select p.fields from unnest(array['customer', 'customer'], array['c1', 'c2']) as wanted(kind, id)
     join directory d on d.workspace_id = 'a' and d.kind = wanted.kind and d.id = wanted.id
     left join personal_data p on p.workspace_id = 'a'
       and p.source = d.state->'personal'->'name'->>'source' and p.event_id = d.state->'personal'->'name'->>'id'`,
  ],
  'the events of tickets found elsewhere': [
    'event_log_stream',
    `select l.id from unnest(array['api:1', 'api:3']) as asked(ticket) join event_log l on l.workspace_id = 'a' and l.stream = 'ticket/' || asked.ticket`,
  ],
  'the events of a ticket': ['event_log_stream', `select id from event_log where workspace_id = 'a' and stream = 'ticket/api:1'`],
} as const;

test('whatever is found by an index without the wall is found by it behind the wall', async () => {
  const door = createDoor({ postgres, clock: { now: () => NOW } });
  const many = (count: number, event: (n: number) => object) => Array.from({ length: count }, (_, n) => event(n));
  await door.bulk('a', 'many', [
    ...many(3000, (n) => ({
      id: `t${n}`,
      at: NOW - 9000 + n,
      ticket: `many:${n}`,
      type: 'ticket.created',
      data: { subject: `scanner ${n}` },
    })),
    ...many(500, (n) => ({ id: `c${n}`, at: NOW - 9000, type: 'customer.upserted', data: { customer: `c${n}`, name: `Customer ${n}` } })),
  ]);
  await pool.query('vacuum analyze'); // what was just written is not yet in its place in an index of words
  for (const [name, [index, question]] of Object.entries(QUESTIONS)) {
    const plan = () =>
      inTransaction(pool, async (client) => {
        await client.query('set local enable_seqscan = off'); // three thousand rows are read as quickly one by one
        return (await client.query<Record<string, string>>(`explain ${question}`)).rows.map((row) => Object.values(row)[0]!);
      });
    for (const lines of [await plan(), await withinWorkspace('a', plan)]) {
      const place = lines.findIndex((line) => line.includes(index));
      // More than the workspace is looked up in it, where there is a condition.
      const isUsed =
        place >= 0 && (index === 'ticket_by_update' || /Index Cond: .*(stream =|event_id =|~~|~>=~)/.test(lines[place + 1] ?? ''));
      expect([name, isUsed || lines.join('\n')]).toEqual([name, true]);
    }
  }
});
