/** Imports by the API: a file in parts, what becomes of good and of bad ones, a run that is cancelled, that dies, and that is gone on with. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../test/api.ts';
import { postgresDatabase } from '../../test/databases.ts';
import { createAudit } from '../audit/index.ts';
import { createImports } from '../imports/index.ts';
import { openPostgres } from '../store/postgres/index.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

interface Import {
  id: string;
  state: string;
  received: number;
  hasFile: boolean;
  hasRejects: boolean;
  problem: { detail: string } | null;
  account: {
    rows: number;
    accepted: number;
    duplicate: number;
    rowsRejected: number;
    rejections: { line: number; reason: string }[];
    warnings: { kind: string; value: string }[];
    resumedAfter: number;
  } | null;
}

const url = (id: string, part = '') => `/api/v1/imports/${id}${part}`;
const announce = (bytes: number, name = 'tickets.csv') => api.ask({ method: 'POST', url: '/api/v1/imports', payload: { name, bytes } });
const send = (id: string, offset: number, part: Buffer) =>
  api.ask({
    method: 'PUT',
    url: `${url(id, '/content')}?offset=${offset}`,
    payload: part,
    headers: { 'content-type': 'application/octet-stream' },
  });
const find = async (id: string) => (await api.ask(url(id))).json<Import>();

async function brought(content: Buffer | string, name?: string): Promise<string> {
  const bytes = Buffer.from(content as string);
  const { id } = (await announce(bytes.length, name)).json<Import>();
  const sent = await send(id, 0, bytes);
  expect([sent.statusCode, sent.json<Import>().state]).toEqual([200, 'ready']);
  return id;
}
async function ended(id: string): Promise<Import> {
  for (let tries = 0; tries < 400; tries += 1) {
    const one = await find(id);
    // The bytes of a finished one go a moment after its end is written down.
    if (!['waiting', 'running'].includes(one.state) && !(one.state === 'finished' && one.hasFile)) return one;
    await sleep(25);
  }
  throw new Error('it does not end');
}
async function imported(content: Buffer | string, name?: string): Promise<Import> {
  const id = await brought(content, name);
  const { mapping } = (await api.ask(url(id, '/detection'))).json<{ mapping: object }>();
  const run = await api.ask({ method: 'POST', url: url(id, '/run'), payload: { mapping } });
  expect([run.statusCode, run.statusCode === 202 ? '' : run.body]).toEqual([202, '']);
  return ended(id);
}
const remove = (id: string) => api.ask({ method: 'DELETE', url: url(id) });

const TABLE = [
  'Ticket,Subject,Status,Created,Solved',
  '1,Broken,Solved,2026-03-01 09:00,2026-03-01 10:00',
  '2,Odd,Limbo,2026-03-01 09:00,',
  '3,Late,Solved,2026-03-02 09:00,2026-03-01 10:00',
  '4,=HYPERLINK("x"),Open,31/31/2026,',
].join('\n');

it('a file in parts is looked at, tried, brought in, and accounted for', async () => {
  const bytes = gzipSync(TABLE);
  const { id } = (await announce(bytes.length, 'Desk tickets.csv.gz')).json<Import>();
  expect((await send(id, 0, bytes.subarray(0, 40))).json<Import>()).toMatchObject({ state: 'uploading', received: 40 });
  const wrong = await send(id, 10, bytes.subarray(10));
  expect([wrong.statusCode, wrong.json<{ detail: string }>().detail]).toEqual([
    409,
    'The part must begin at 40, up to where the file is here.',
  ]);
  expect((await api.ask(url(id, '/detection'))).statusCode).toBe(409);
  const long = await send(id, 40, Buffer.concat([bytes.subarray(40), Buffer.from('more')]));
  expect(long.statusCode).toBe(413);
  expect((await send(id, 40, bytes.subarray(40))).json<Import>()).toMatchObject({ state: 'ready', received: bytes.length });

  const detection = (await api.ask(`${url(id, '/detection')}?zone=Europe/London`)).json<{
    mapping: Record<string, unknown>;
    columns: object[];
    isPacked: boolean;
  }>();
  expect(detection).toMatchObject({
    isPacked: true,
    mapping: { shape: 'tickets', source: 'desk', ticket: 'Ticket', zone: 'Europe/London' },
  });
  const preview = (await api.ask({ method: 'POST', url: url(id, '/preview'), payload: { mapping: detection.mapping } })).json<{
    events: { line: number }[];
    rejects: { line: number; reason: string }[];
  }>();
  expect(preview.rejects.map(({ line, reason }) => [line, reason])).toEqual([
    [4, 'column "Solved" lies before column "Created"'],
    [5, 'column "Created" must be an ISO 8601 time, not "31/31/2026"'],
  ]);
  expect(new Set(preview.events.map(({ line }) => line))).toEqual(new Set([2, 3]));

  const faulty = await api.ask({ method: 'POST', url: url(id, '/run'), payload: { mapping: { ...detection.mapping, zone: 'Nowhere' } } });
  expect([faulty.statusCode, faulty.json<{ field: string }>().field]).toEqual([400, 'zone']);
  expect((await api.ask({ method: 'POST', url: url(id, '/run'), payload: { mapping: detection.mapping } })).statusCode).toBe(202);
  const one = await ended(id);
  expect(one).toMatchObject({ state: 'finished', hasFile: false, hasRejects: true });
  expect(one.account).toMatchObject({ rows: 4, rowsRejected: 2, duplicate: 0 });
  expect(one.account!.warnings).toEqual([{ kind: 'unknown status, taken as open', value: 'Limbo', count: 1 }]);

  const rejects = await api.ask(url(id, '/rejects'));
  expect(rejects.headers['content-type']).toContain('text/csv');
  expect(rejects.body).toContain(`5,"column ""Created"" must be an ISO 8601 time`);
  expect(rejects.body.split('\n').every((line) => !/^"?[=+@-]/.test(line))).toBe(true);
  expect((await api.ask(url(id, '/mapping'))).json()).toEqual(detection.mapping);
  const { tickets } = (await api.ask('/api/v1/tickets')).json<{ tickets: { id: string }[] }>();
  expect(tickets.map((ticket) => ticket.id).toSorted()).toEqual(['desk:1', 'desk:2']);

  const again = await imported(TABLE, 'Desk tickets.csv');
  expect(again.account).toMatchObject({ accepted: 0, duplicate: one.account!.accepted });
  const { entries } = (await api.ask('/api/v1/audit')).json<{ entries: { action: string }[] }>();
  expect(new Set(entries.map(({ action }) => action))).toEqual(
    new Set(['import.started', 'import.ended', 'import.rejects_exported', 'key.created']),
  );
});

describe('what is no table', () => {
  it.each([
    ['binary', Buffer.from(Array.from({ length: 3000 }, (_, index) => index % 7)), /binary/],
    ['a million columns', Array.from({ length: 1_000_000 }, (_, index) => `c${index}`).join(','), /longer than 1,000,000 characters/],
  ])('%s ends in words, and can be removed', async (_, content, words) => {
    const id = await brought(content);
    const seen = await api.ask(url(id, '/detection'));
    expect([seen.statusCode, seen.json<{ detail: string }>().detail]).toEqual([400, expect.stringMatching(words)]);
    expect((await remove(id)).statusCode).toBe(204);
    expect((await api.ask(url(id))).statusCode).toBe(404);
  });

  it('an empty and a giant one are refused before a byte is sent, and so is a sixth one that waits', async () => {
    expect((await announce(0)).json()).toMatchObject({ status: 400, field: 'bytes' });
    expect((await announce(2 ** 30 + 1)).json()).toMatchObject({ status: 413, code: 'too_large' });
    const waiting = await Promise.all(Array.from({ length: 5 }, async () => (await announce(5)).json<Import>().id));
    expect((await announce(5)).json()).toMatchObject({ status: 409, detail: expect.stringContaining('5 files wait here already') });
    for (const id of waiting) await remove(id);
  });

  it('a mapping that does not fit the file fails with its field, and may be mended', async () => {
    const id = await brought('id,created\n1,3/4/2026\n2,5/6/2026\n');
    const mapping = { shape: 'tickets', source: 'x', ticket: 'id', createdAt: 'created' };
    await api.ask({ method: 'POST', url: url(id, '/run'), payload: { mapping } });
    expect(await ended(id)).toMatchObject({
      state: 'failed',
      problem: { detail: expect.stringContaining('no value decides whether the day or the month') },
      hasFile: true,
    });
    await api.ask({
      method: 'POST',
      url: url(id, '/run'),
      payload: { mapping: { ...mapping, createdAt: { column: 'created', format: 'day first' } } },
    });
    expect(await ended(id)).toMatchObject({ state: 'finished', account: { rows: 2 } });
  });
});

it('a persona of a demonstration that is open to a network brings nothing', async () => {
  const postgres = openPostgres(await postgresDatabase());
  const clock = { now: () => Date.now() };
  const imports = createImports({ postgres, clock, audit: createAudit({ postgres, clock }), dataDir: tmpdir(), areForPersonas: false });
  const open = await startApi(postgres.url, { imports });
  const announced = async ({ app }: TestApi, headers: Record<string, string>) =>
    (await app.inject({ method: 'POST', url: '/api/v1/imports', payload: { name: 'a.csv', bytes: 4 }, headers })).statusCode;
  const asPersona = async (at: TestApi) => {
    const begun = await at.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona: 'admin' } });
    return announced(at, { cookie: String(begun.headers['set-cookie']).split(';')[0]! });
  };
  expect([await asPersona(open), await asPersona(api)]).toEqual([403, 201]);
  expect(await announced(open, { authorization: `Bearer ${open.keys.a}` })).toBe(201);
  await imports.stop();
  await open.close();
  await postgres.close();
});

it('what a server left that died, or what another one said is over, is swept; what is wanted stays', async () => {
  const postgres = openPostgres(await postgresDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'watchdesk-test-'));
  let now = Date.now();
  const clock = { now: () => now };
  const imports = createImports({ postgres, clock, audit: createAudit({ postgres, clock }), dataDir });
  const server = await startApi(postgres.url, { imports });
  const ask = (method: 'POST' | 'PUT', path: string, payload: object | Buffer, type = 'application/json') =>
    server.app.inject({
      method,
      url: `/api/v1/imports${path}`,
      payload,
      headers: { authorization: `Bearer ${server.keys.a}`, 'content-type': type },
    });
  const kept = (await ask('POST', '', { name: 'a.csv', bytes: 4 })).json<Import>().id;
  const elsewhere = (await ask('POST', '', { name: 'b.csv', bytes: 4 })).json<Import>().id;
  await postgres.pool.query('update import_file set has_file = false where id = $1', [elsewhere]);
  const [at, unknown] = [(name: string) => join(dataDir, 'imports', 'a', name), randomUUID()];
  await writeFile(at(`${unknown}.upload`), 'left');
  await writeFile(at(`${kept}.rejects.csv`), 'of a run that died');
  await mkdir(at(`${kept}.spill`));
  await writeFile(join(at(`${kept}.spill`), '1.jsonl'), '{}');
  await writeFile(at('a note of somebody'), 'mine');
  const lies = async () => (await readdir(at(''))).toSorted();
  const before = await lies();
  await imports.tidy();
  expect(await lies()).toEqual(before);
  now += 2 * 3_600_000;
  await imports.tidy();
  expect(await lies()).toEqual([`${kept}.upload`, 'a note of somebody'].toSorted());
  now += 24 * 3_600_000;
  await imports.tidy();
  expect(await lies()).toEqual(['a note of somebody']);
  await imports.stop();
  await server.close();
  await postgres.close();
  await rm(dataDir, { recursive: true });
});

describe('a run that does not end by itself', () => {
  const many = (count: number) =>
    `id,subject,status,created\n${Array.from({ length: count }, (_, row) => `${row},Subject ${row},Open,2026-03-01 09:00`).join('\n')}`;

  it('is cancelled, keeps what is in, and goes on to the whole', async () => {
    const id = await brought(many(6_000), 'cancelled.csv');
    const { mapping } = (await api.ask(url(id, '/detection'))).json<{ mapping: object }>();
    await api.ask({ method: 'POST', url: url(id, '/run'), payload: { mapping } });
    expect((await api.ask({ method: 'POST', url: url(id, '/run'), payload: {} })).json()).toMatchObject({ status: 409 });
    expect((await remove(id)).statusCode).toBe(409);
    expect((await api.ask({ method: 'POST', url: url(id, '/cancel') })).statusCode).toBe(200);
    const cancelled = await ended(id);
    expect(cancelled).toMatchObject({ state: 'cancelled', hasFile: true });
    expect((await api.ask({ method: 'POST', url: url(id, '/cancel') })).statusCode).toBe(409);
    await api.ask({ method: 'POST', url: url(id, '/run'), payload: {} });
    const whole = await ended(id);
    expect(whole).toMatchObject({ state: 'finished', account: { rows: 6_000 } });
    const { rows } = await api.postgres.pool.query<{ n: number }>(
      `select count(*) as n from ticket where workspace_id = 'a' and id like 'cancelled:%'`,
    );
    expect(rows[0]!.n).toBe(6_000);
    expect(whole.account!.accepted + whole.account!.duplicate).toBe(12_000);
  });

  it('waits for another of its workspace, may be called off meanwhile, and has its turn then', async () => {
    const ids = [
      await brought(many(6_000), 'first.csv'),
      await brought(many(3), 'second.csv'),
      await brought(many(4), 'third.csv'),
    ] as const;
    for (const id of ids) {
      const { mapping } = (await api.ask(url(id, '/detection'))).json<{ mapping: object }>();
      expect((await api.ask({ method: 'POST', url: url(id, '/run'), payload: { mapping } })).statusCode).toBe(202);
    }
    const [first, second, third] = ids;
    expect([(await find(first)).state, (await find(second)).state, (await find(third)).state]).toEqual(['running', 'waiting', 'waiting']);
    expect((await remove(second)).statusCode).toBe(409);
    const called = await api.ask({ method: 'POST', url: url(second, '/cancel') });
    expect([called.statusCode, called.json<{ state: string }>().state]).toEqual([200, 'cancelled']);
    await api.ask({ method: 'POST', url: url(first, '/cancel') });
    expect((await ended(first)).state).toBe('cancelled');
    expect(await ended(third)).toMatchObject({ state: 'finished', account: { rows: 4 } });
    expect((await find(second)).state).toBe('cancelled');
  });

  it('whose server died is told by its silence, and is gone on with', async () => {
    const id = await brought('id,status,created\n1,Open,2026-03-01 09:00\n');
    const { mapping } = (await api.ask(url(id, '/detection'))).json<{ mapping: object }>();
    const died = (ago: string) =>
      api.postgres.pool.query(
        `update import_file set state = 'running', runner = $2, beat_at = now() - $3::interval, started_at = now(), mapping = $4 where id = $1`,
        [id, randomUUID(), ago, mapping],
      );
    await died('2 seconds');
    expect((await find(id)).state).toBe('running');
    await died('21 seconds');
    expect(await find(id)).toMatchObject({ state: 'stopped', problem: { detail: 'The server stopped before the import was through.' } });
    expect((await api.ask({ method: 'POST', url: url(id, '/run'), payload: {} })).statusCode).toBe(202);
    expect(await ended(id)).toMatchObject({ state: 'finished', problem: null });
  });
});
