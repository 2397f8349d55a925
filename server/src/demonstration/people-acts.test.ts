import { afterAll, expect, test, vi } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { BEFORE_ALL, peopleActsSince } from './people-acts.ts';
import { WORKSPACE } from './progress.ts';

const postgres = openPostgres(await postgresDatabase());
afterAll(() => postgres.close());

const log = (queryable: Pick<typeof postgres.pool, 'query'>, id: string, source = 'application', actor = 'agent') =>
  queryable.query(
    `insert into event_log (workspace_id, source, id, at, seq, actor_kind, stream, type, data)
     values ($1, $2, $3, 1, 0, $4, 'ticket/' || $3, 'status.changed', '{"to":"resolved"}')`,
    [WORKSPACE, source, id, actor],
  );
const ticketsOf = ({ acts }: Awaited<ReturnType<typeof peopleActsSince>>) => acts.map(({ ticket }) => ticket);

test('an act that commits late, below one that was read before, is not skipped', async () => {
  const slow = await postgres.pool.connect();
  await slow.query('begin');
  await log(slow, 'demo:1');
  await log(postgres.pool, 'demo:2');
  await log(postgres.pool, 'demo:3', 'demo');
  await log(postgres.pool, 'demo:4', 'application', 'automation');
  const before = await peopleActsSince(postgres, BEFORE_ALL);
  await slow.query('commit');
  slow.release();
  // Transactions of other databases of the cluster hold the horizon back as well.
  const after = await vi.waitFor(async () => {
    const answer = await peopleActsSince(postgres, before.horizon);
    expect(answer.acts).toHaveLength(2);
    return answer;
  }, 20_000);
  expect([...ticketsOf(before), ...ticketsOf(after)]).toEqual(['demo:1', 'demo:2']);
  expect(after.acts[0]).toEqual({ ticket: 'demo:1', at: 1, kind: 'resolved' });
  expect(ticketsOf(await peopleActsSince(postgres, after.horizon))).toEqual([]);
});
