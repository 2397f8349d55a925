/** `kill -9` of the process that runs a drill: it goes on, and comes to what one comes to that nobody killed. */
import { afterAll, expect, test, vi } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { drillDesk, NOON } from '../../test/drill-desk.ts';
import { killedChild } from '../../test/killed-child.ts';

const url = await postgresDatabase();
const desk = await drillDesk(url);
const child = killedChild('drill-child.ts', url);
afterAll(async () => {
  await child.kill();
  await desk.close();
});

const WANTED = { pace: 60, minutes: 30 };
const SECOND = 1000;
const told = () =>
  desk.query<{ id: string; type: string; after: number }>(
    `select id, type, (at - $2)::int as after from event_log where workspace_id = $1 and source = 'drill' order by at, id`,
    [NOON],
  );
/** What its customers wrote; what closes it comes when it ends. */
const written = async () => (await told()).filter(({ id }) => !/-(tag|over)-/.test(id));
const drill = async () =>
  (
    await desk.query<{ told: number; ended: string | null }>(
      'select told_to::int as told, ended_for as ended from drill where workspace_id = $1',
    )
  )[0]!;
const until = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 60_000, interval: 20 });

test('a drill that is killed while it tells and while it ends goes on: nothing is told twice or lost, and it ends once', async () => {
  await desk.enter('whole');
  const whole = await desk.begin(WANTED);
  for (const second of [1, 9, 20, 31, 61]) {
    desk.jumpMs(second * SECOND);
    await desk.drills().look();
  }
  const expected = { written: await written(), all: (await told()).map(({ id }) => id).toSorted(), end: await desk.get(whole) };
  expect(expected.end).toMatchObject({ endedFor: 'time' });
  expect(expected.written.length).toBeGreaterThan(20);

  await desk.enter('killed');
  const id = await desk.begin(WANTED);
  /** As if the server came back when so many seconds of it were over. */
  const at = (second: number) => ({ WATCHDESK_AHEAD_MS: String(NOON + second * SECOND - Date.now()) });
  const row = 'select from drill where workspace_id = $1 for update';
  // It has told what was due, and not noted that.
  await child.killAt(row, ['killed'], at(9));
  const before = await written();
  expect(before.length).toBeGreaterThan(0);
  expect(await drill()).toEqual({ told: 0, ended: null });
  // And at any moment.
  for (const second of [10, 14, 20]) {
    const { told: from } = await drill();
    child.start(at(second));
    await until(async () => expect((await drill()).told).toBeGreaterThan(from));
    await new Promise((settle) => setTimeout(settle, Math.random() * 900));
    await child.kill();
  }
  // After the outage is over it goes on with what agents answer; then it has told what was left, and not noted that.
  child.start(at(31));
  await until(async () => expect((await drill()).told).toBeGreaterThanOrEqual(30 * 60 * SECOND));
  await child.kill();
  await child.killAt(row, ['killed'], at(61));
  expect((await drill()).ended).toBeNull();
  child.start(at(62));
  await until(async () => expect((await drill()).ended).toBe('time'));
  await child.kill();

  expect(await written()).toEqual(expected.written);
  expect((await told()).map((one) => one.id).toSorted()).toEqual(expected.all);
  const { score, tickets } = await desk.get(id);
  expect([score, tickets]).toEqual([expected.end.score, expected.end.tickets]);
  expect(await desk.query(`select from audit_entry where workspace_id = $1 and action = 'drill.ended'`)).toHaveLength(1);
}, 180_000);
