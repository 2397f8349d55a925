/** A sealed ticket has lost its words and nothing else, and the log alone tells that it is sealed (ADR 37). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import { ensureRules } from '../rules/index.ts';
import { checkStores } from './check-stores.ts';
import { clockWorkFor } from './clocks.ts';
import { replay } from './replay.ts';
import { sealTickets } from './seal-tickets.ts';

let loaded: Awaited<ReturnType<typeof openLoaded>>;
beforeAll(async () => {
  loaded = await openLoaded();
});
afterAll(() => loaded.close());

const TABLES = ['ticket_fact', 'sla_fact', 'response_fact', 'state_segment_fact', 'escalation_fact'];

/** All that is stored of tickets and loaded of them, but for the numbers of their versions. */
async function all(workspace: string) {
  const { pool, loader, rows } = loaded;
  await loader.drain();
  const tickets = await pool.query(`select to_jsonb(t) - 'version' as ticket from ticket t where workspace_id = $1 order by id`, [
    workspace,
  ]);
  const facts = await Promise.all(
    TABLES.map((table) =>
      rows(`select * except (version) from ${table} final where workspace_id = {workspaceId: String} order by all`, workspace),
    ),
  );
  return { tickets: tickets.rows, facts };
}

const sealsOf = async (workspace: string) =>
  (await loaded.pool.query('select ticket, sealed_to from sealed_ticket where workspace_id = $1', [workspace])).rows;

test('sealing, and a replay after it, leave state, clocks and facts as they were', async () => {
  const { postgres, pool, door, newWorkspace, created, event, reply, startAt, clock } = loaded;
  const workspace = await newWorkspace();
  await ensureRules(postgres, workspace);
  const outcomes = await door.accept(workspace, 'api', [
    created('api:a', 0, { subject: 'where is it', customFields: { seats: 3 }, priority: 'P1' }),
    event('api:a', 300, 'ticket.escalated', { toTier: 'L2', kind: 'technical' }),
    reply('api:a', 900),
    event('api:a', 1000, 'status.changed', { to: 'closed' }),
    created('api:b', 5),
    event('api:b', 6, 'ticket.merged', { into: 'api:a' }),
  ]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 6 }, () => 'accepted'));
  const before = await all(workspace);
  expect(before.facts.map((rows) => rows.length > 0)).toEqual(TABLES.map(() => true));

  const to = startAt + 2000 * 60_000;
  const parts = { pool, clockWork: clockWorkFor(postgres) };
  expect(await sealTickets(parts, workspace, ['api:a', 'api:b'], { to, now: clock.now() })).toMatchObject({ tickets: 2, texts: 1 });
  expect(await all(workspace)).toEqual(before);
  const sealed = ['api:a', 'api:b'].map((ticket) => ({ ticket, sealed_to: to }));
  expect(await sealsOf(workspace)).toEqual(sealed);

  await pool.query('delete from sealed_ticket where workspace_id = $1', [workspace]);
  const finding = 'is sealed in the log up to another instant than is stored';
  expect((await checkStores(postgres, workspace)).findings.map((one) => [one.stream, one.finding])).toEqual([
    ['ticket/api:a', finding],
    ['ticket/api:b', finding],
  ]);
  await replay(postgres, { workspaceId: workspace });
  expect(await sealsOf(workspace)).toEqual(sealed);
  expect(await all(workspace)).toEqual(before);
  expect((await checkStores(postgres, workspace)).findings).toEqual([]);
});

test('nobody but retention says that a ticket is sealed', async () => {
  const workspace = await loaded.newWorkspace();
  const [outcome] = await loaded.door.accept(workspace, 'api', [
    loaded.event('api:a', 0, 'ticket.sealed', { to: loaded.startAt }, 'system'),
  ]);
  expect(outcome).toMatchObject({ outcome: 'rejected', field: 'type' });
});
