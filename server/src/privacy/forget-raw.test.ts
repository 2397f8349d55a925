/** What a help desk sent as it came: of whoever is erased it goes at once, and what comes of them afterwards goes in the night. */
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { createAudit, NIGHTLY } from '../audit/index.ts';
import { createRedaction } from '../redaction/index.ts';
import { speaksOf } from './forget-raw.ts';
import { createPrivacy } from './index.ts';

let api: TestApi;
const CONNECTION = '5f0c3c1e-0000-4000-8000-000000000001';
beforeAll(async () => {
  api = await startApi();
  await api.postgres.pool.query(`insert into connection (workspace_id, source, kind, label) values ('a', 'desk', 'system', 'Desk')`);
  await api.postgres.pool.query(
    `insert into system_connection (workspace_id, id, source, system, options, created_at, created_by, poll_seconds, next_at, pull_at)
     values ('a', $1, 'desk', 'desk', '{}', now(), 'Ann', 60, 'infinity', 'infinity')`,
    [CONNECTION],
  );
});
afterAll(() => api.close());

/** Those that were read have a version of the maps and wait no more. */
async function keep(body: string, isRead: boolean): Promise<void> {
  await api.postgres.pool.query(
    `insert into raw_payload (workspace_id, connection, kind, stream, body, historic, received_at, map_version, waiting)
     values ('a', $1, 'page', 'tickets', $2, true, $3, $4, $4::integer is null)`,
    [CONNECTION, gzipSync(body), new Date(NOW), isRead ? 1 : null],
  );
}
async function kept(): Promise<string[]> {
  const { rows } = await api.postgres.pool.query<{ body: Buffer }>('select body from raw_payload order by id');
  return rows.map(({ body }) => gunzipSync(body).toString());
}

test('every payload that speaks of an erased customer goes, and no other', async () => {
  const outcomes = await api.door.accept('a', 'api', [
    { id: '1', at: NOW - 9, type: 'customer.upserted', data: { customer: 'c-81', name: 'Zebulonia', email: 'zeb@private.example' } },
    { id: '2', at: NOW - 8, type: 'ticket.created', ticket: 'api:4711', data: { subject: 'x', requester: 'c-81' } },
  ]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
  const theirs = ['{"name":"\\u005aebulonia"}', '{"to":"ZEB@private.example"}', '{"ticket":{"id":4711}}', '{"by":"c-81"}'];
  const others = ['{"ticket":{"id":14711}}', '{"by":"c-812","name":"Zebulonian"}'];
  for (const body of [...theirs, ...others]) await keep(body, true);
  await keep('{"by":"c-81","waits":true}', false);

  const erased = await api.ask({ method: 'POST', url: '/api/v1/customers/c-81/erase', payload: { confirm: 'c-81' } });
  expect(erased.statusCode).toBe(200);
  // What waits is acknowledged, and read before it goes.
  expect(await kept()).toEqual([...others, '{"by":"c-81","waits":true}']);
  await api.postgres.pool.query('update raw_payload set map_version = 1, waiting = false');
  const { postgres, clock, door } = api;
  const audit = createAudit({ postgres, clock });
  await createPrivacy({ postgres, clock, door, audit, redaction: createRedaction({ postgres }) }).runRetention('a', NIGHTLY);
  expect(await kept()).toEqual(others);
});

test('a word is found wherever it stands by itself, and nowhere else', () => {
  const word = fc.stringMatching(/^[a-z0-9][a-z0-9.@+()|*-]{0,12}[a-z0-9]$/);
  fc.assert(
    fc.property(word, fc.constantFrom('"', ' ', ':', ',', '\n'), fc.constantFrom('a', '0', 'ß'), (one, beside, letter) => {
      expect(speaksOf([one])(`x${beside}${one.toUpperCase()}${beside}y`)).toBe(true);
      expect(speaksOf([one])(`${letter}${one}${letter}`)).toBe(false);
    }),
  );
  expect(speaksOf([])('anything')).toBe(false);
});
