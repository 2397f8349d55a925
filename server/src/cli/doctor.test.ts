import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickhouseDatabase, postgresDatabase } from '../../test/databases.ts';
import { createDoor } from '../ingest/index.ts';
import { type Analytics, createLoader, openAnalytics } from '../store/analytics/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import type { Context } from './command.ts';
import { doctor } from './doctor.ts';

const postgres = openPostgres(await postgresDatabase());
const analytics = openAnalytics(await clickhouseDatabase());
const { pool } = postgres;
const clock = { now: () => Date.UTC(2026, 5, 1) };
const created = (ticket: string) => ({
  id: ticket,
  at: Date.UTC(2026, 4, 1),
  ticket,
  type: 'ticket.created',
  data: {},
  actor: { kind: 'customer' },
});

beforeAll(async () => {
  await pool.query(`insert into workspace (workspace_id, name) values ('w', 'w')`);
  await createDoor({ postgres, clock }).accept('w', 'api', [created('a:1'), created('a:2')]);
  await createLoader({ postgres, analytics, clock }).drain();
});
afterAll(() => Promise.all([postgres.close(), analytics.close()]));

async function consult(args: string[], facts: Analytics = analytics) {
  let printed = '';
  const context = {
    say: () => {},
    print: (text: string) => Promise.resolve(void (printed = text)),
    stores: () => Promise.resolve({ postgres, analytics: facts }),
  } as unknown as Context;
  const code = await doctor.run(args, context);
  return { code, ...(JSON.parse(printed) as object) };
}

test('the doctor repairs the folds and the facts that follow from them, and looks again', async () => {
  expect(await consult([])).toMatchObject({ code: 0, ok: true });
  await pool.query(`update ticket set status = 'closed' where id = 'a:1'`);
  await pool.query(`delete from event_log where stream = 'ticket/a:2'`);
  await analytics.client.command({ query: `delete from ticket_fact where ticket = 'a:1'` });
  expect(await consult([])).toMatchObject({
    code: 1,
    ok: false,
    folds: { wrong: 2, repaired: false },
    facts: { wrong: 1, repaired: false },
  });
  expect(await consult(['--repair'])).toMatchObject({ code: 0, ok: true, folds: { wrong: 2, repaired: true, findings: [] } });
  expect(await consult([])).toMatchObject({ code: 0, ok: true, folds: { tickets: 1 }, facts: { tickets: 1, wrong: 0 } });
});

test('what a repair did not mend is not said to be repaired', async () => {
  await analytics.client.command({ query: `delete from ticket_fact where ticket = 'a:1'` });
  const losing: Analytics = {
    ...analytics,
    insert: async (table, ...rest) => (table === 'ticket_fact' ? undefined : analytics.insert(table, ...rest)),
  };
  expect(await consult(['--repair'], losing)).toMatchObject({
    code: 1,
    ok: false,
    facts: { wrong: 1, repaired: false, findings: [{ ticket: 'a:1', table: 'ticket_fact' }] },
  });
  expect(await consult(['--repair'])).toMatchObject({ code: 0, facts: { wrong: 1, repaired: true, findings: [] } });
});
