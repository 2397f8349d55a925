/** One loader at a time, also when the one before does not know yet that it is none any more. */
import { afterAll, expect, test } from 'vitest';
import { openLoaded } from '../../../test/loaded.ts';
import { type Analytics, createLoader, rebuildFacts } from './index.ts';

const { postgres, pool, analytics, clock, door, loader, newWorkspace, event, created, segments, tickets, expectAgreement, close } =
  await openLoaded();
afterAll(close);

test('a loader whose connection is lost writes nothing more: another may have begun', async () => {
  const workspace = await newWorkspace();
  const [reached, isReached] = gate();
  const [resumed, resume] = gate();
  const slow: Analytics = {
    ...analytics,
    insert: async (...args) => {
      isReached();
      await resumed;
      await analytics.insert(...args);
    },
  };
  await door.accept(workspace, 'api', [created('a:1'), event('a:1', 10, 'status.changed', { to: 'open' })]);
  await loader.drain();
  await door.accept(
    workspace,
    'api',
    [created('a:1', -60 * 24 * 40, { priority: 'P1' })].map((one) => ({ ...one, seq: 0 })),
  );
  const lost = createLoader({ postgres, analytics: slow, clock }).drain();
  lost.catch(() => {});
  await reached;
  await takeLock();
  await door.accept(
    workspace,
    'api',
    [created('a:1', -60 * 24 * 80, { priority: 'P2' })].map((one) => ({ ...one, seq: 0 })),
  );
  await loader.drain();
  resume();
  await expect(lost).rejects.toThrow(/connection/i);
  // What it wrote late must be known, so that the next change can bury it.
  await door.accept(
    workspace,
    'api',
    [created('a:1', -60 * 24 * 120, { priority: 'P3' })].map((one) => ({ ...one, seq: 0 })),
  );
  await loader.drain();
  expect(await tickets(workspace)).toMatchObject([{ created_at: '2025-11-02 09:00:00.000' }]);
  expect(new Set((await segments(workspace)).map(({ month }) => month))).toEqual(new Set([202_511]));
  await expectAgreement(workspace);
});

test('a rebuild whose connection is lost empties nothing more: another may have loaded', async () => {
  const workspace = await newWorkspace();
  await door.accept(workspace, 'api', [created('a:1')]);
  await loader.drain();
  const [reached, isReached] = gate();
  const [resumed, resume] = gate();
  const slow: Analytics = {
    ...analytics,
    empty: async (...args) => {
      await analytics.empty(...args);
      isReached();
      await resumed;
    },
  };
  const lost = rebuildFacts({ pool, analytics: slow });
  lost.catch(() => {});
  await reached;
  await takeLock();
  await createLoader({ postgres, analytics, clock }).drain();
  expect(await tickets(workspace)).toHaveLength(1);
  resume();
  await expect(lost).rejects.toThrow(/connection/i);
  expect(await tickets(workspace)).toHaveLength(1);
  await expectAgreement(workspace);
});

/** Ends the connection on which whoever loads now holds the lock. */
const takeLock = () =>
  pool.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and pid <> pg_backend_pid()
    and database = (select oid from pg_database where datname = current_database())`);

function gate(): [Promise<void>, () => void] {
  const { promise, resolve } = Promise.withResolvers<void>();
  return [promise, () => resolve()];
}
