import { handbookPolicy, policySpec } from '@watchdesk/domain/sla';
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { systemClock } from '../clock.ts';
import { createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createBacktest } from './backtest.ts';

const postgres = openPostgres(await postgresDatabase());
afterAll(() => postgres.close());
for (const id of ['a', 'b']) {
  await postgres.pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [id]);
  await ensureRules(postgres, id);
}
const question = {
  id: 'standard',
  spec: policySpec.parse(handbookPolicy({ business: 'business-hours', always: 'always' })),
  from: Date.now() - 86_400_000,
  to: Date.now(),
};

test('a workspace has two on their way at most, and gets its turn again', async () => {
  const { run } = createBacktest({ postgres, clock: systemClock });
  const all = await Promise.allSettled([run('a', question), run('a', question), run('a', question), run('b', question)]);
  // Which of the three comes first is not decided by who asked first: each looks up its policies before.
  expect(
    all
      .slice(0, 3)
      .map(({ status }) => status)
      .toSorted(),
  ).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect(all.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'rate_limited', retryAfterSeconds: expect.any(Number) },
  });
  expect(all[3].status).toBe('fulfilled');
  expect(await run('a', question)).toMatchObject({ tickets: 0 });
});

test('a ticket whose clocks cannot be read is counted apart, and not as one that was promised nothing', async () => {
  const door = createDoor({ postgres, clock: systemClock });
  const at = Date.now() - 3600_000;
  const created = (id: string) => ({
    id: `created-${id}`,
    at,
    ticket: `s:${id}`,
    actor: { kind: 'customer', id: 'c' },
    type: 'ticket.created',
    data: { priority: 'P1', channel: 'email', requester: 'c' },
  });
  await postgres.pool.query(`insert into workspace (workspace_id, name) values ('c', 'c')`);
  await ensureRules(postgres, 'c');
  await door.accept('c', 's', [created('1'), created('2')]);
  await postgres.pool.query(`update ticket set clocks = '[[1, 2, 3]]' where workspace_id = 'c' and id = 's:1'`);
  const { run } = createBacktest({ postgres, clock: systemClock });
  const { tickets, unreadable, changes, metrics } = await run('c', question);
  expect({ tickets, unreadable, changes }).toEqual({ tickets: 1, unreadable: 1, changes: 0 });
  expect(metrics.find(({ metric }) => metric === 'first_response')).toMatchObject({ before: { breached: 1 }, after: { breached: 1 } });
});

test('what runs when the server stops is ended, and what waits never begins', async () => {
  const { run, stop } = createBacktest({ postgres, clock: systemClock });
  const both = Promise.allSettled([run('a', question), run('b', question)]);
  stop();
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('a thread that fails fails its question alone', async () => {
  const broken = createBacktest({ postgres: { ...postgres, url: 'postgres://nobody@127.0.0.1:1/none' }, clock: systemClock });
  // More often than may wait: each has made room for the next.
  for (let time = 0; time < 3; time += 1) await expect(broken.run('a', question)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
