/** What people write about an incident: nobody overwrites what they have not seen. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createIncidents } from './index.ts';

const who = { kind: 'person', id: 'p', name: 'Ann', from: null } as const;
const actor = { workspaceId: 'w', sight: { to: 'all' }, by: 'ann', who } as const;
const postgres = openPostgres(await postgresDatabase());
const clock = { now: () => Date.UTC(2026, 5, 2, 12) };
const door = createDoor({ postgres, clock });
const incidents = createIncidents({
  postgres,
  clock,
  door,
  onTrouble: (error) => {
    throw error;
  },
});
let id = '';
beforeAll(async () => {
  await postgres.pool.query(`insert into workspace (workspace_id, name) values ('w', 'w')`);
  await ensureRules(postgres, 'w');
  await door.accept('w', 's', [{ id: 'ann', at: clock.now(), type: 'agent.upserted', data: { agent: 'ann', name: 'Ann' } }]);
  const said = { title: 'Sign-in fails', users: 'all', block: 'complete', overrides: [], services: ['Sign-in'] } as const;
  id = await incidents.open(actor, { isProposed: false, ...said, regions: [], customers: [], tickets: [] });
});
afterAll(async () => {
  await incidents.close();
  await postgres.close();
});
const get = () => incidents.get(actor, id);
const overtaken = { message: expect.stringContaining('saved meanwhile') };

test('of two who write its review from the same version, the second is refused until they have seen the first', async () => {
  expect((await get()).versions).toEqual({ description: 1, review: 1, severity: 1 });
  await incidents.act(actor, id, { name: 'review', baseVersion: 1, rootCause: 'A certificate ran out' });
  const second = { name: 'review', rootCause: 'Nobody knows', summary: 'It was down' } as const;
  await expect(incidents.act(actor, id, { ...second, baseVersion: 1 })).rejects.toMatchObject(overtaken);
  expect((await get()).review).toMatchObject({ rootCause: 'A certificate ran out', summary: '' });
  // Saying what one changed alone leaves the rest to whoever wrote it.
  await incidents.act(actor, id, { name: 'review', baseVersion: 2, summary: 'It was down' });
  expect(await get()).toMatchObject({
    versions: { review: 3 },
    review: { rootCause: 'A certificate ran out', summary: 'It was down' },
  });
});

test('what is corrected beside the texts, and a note, overtake nobody; nothing changed is no version', async () => {
  await incidents.act(actor, id, { name: 'review', stamps: { reportedAt: clock.now() - 60_000 } });
  await incidents.act(actor, id, { name: 'note', text: 'On it' });
  await incidents.act(actor, id, { name: 'review', baseVersion: 3 });
  expect((await get()).versions).toEqual({ description: 1, review: 3, severity: 1 });
});

test('the same holds for what it affects; whoever names no version overwrites', async () => {
  await incidents.act(actor, id, { name: 'affected', baseVersion: 1, services: ['Sign-in', 'Billing'] });
  await expect(incidents.act(actor, id, { name: 'affected', baseVersion: 1, services: ['Search'] })).rejects.toMatchObject(overtaken);
  expect(await get()).toMatchObject({ services: ['Sign-in', 'Billing'], versions: { description: 2 } });
  await incidents.act(actor, id, { name: 'affected', services: ['Search'] });
  expect(await get()).toMatchObject({ services: ['Search'], versions: { description: 3 } });
});

test('of two who change the severity at once, the second is refused until they have seen the first', async () => {
  const hit = { name: 'severity', users: 'one', block: 'minor', overrides: [] } as const;
  await incidents.act(actor, id, { ...hit, baseVersion: 1 });
  const { severity, versions } = await get();
  expect(versions.severity).toBe(2);
  await expect(incidents.act(actor, id, { ...hit, users: 'multiple', block: 'major', baseVersion: 1 })).rejects.toMatchObject(overtaken);
  expect((await get()).severity).toBe(severity);
  await incidents.act(actor, id, { ...hit, users: 'multiple', block: 'major', baseVersion: 2 });
  expect((await get()).versions.severity).toBe(3);
});
