import { handbookPolicy, policySpec } from '@watchdesk/domain/sla';
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { systemClock } from '../clock.ts';
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
