/** Whoever is on call at that moment is told, at night as by day; a gap reaches the administrators; a policy is a ladder that any rule may go by. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { policySpec, scheduleSpec } from '@watchdesk/domain/on-call';
import { ANNA, BERT, CLEO, noticeWith, startTold, type Told, WHO } from '../../test/told.ts';
import { createOnCall, type OnCall } from '../on-call/index.ts';

let told: Told;
let onCall: OnCall;
const HOUR = 3_600_000;
const writer = { workspaceId: 'a', who: WHO, name: 'Anna', writesRules: true, self: [] };

beforeAll(async () => {
  told = await startTold({
    onCall: { standing: (...asked) => onCall.standing(...asked), policyOf: (...asked) => onCall.policyOf(...asked) },
  });
  const { postgres, clock, vault, notifications } = told;
  onCall = createOnCall({
    postgres,
    clock,
    vault,
    address: 'https://desk.example',
    colleagues: notifications.colleagues,
    post: notifications.post,
  });
  told.mail.start();
  notifications.start();
});
afterAll(() => told.close());
beforeEach(async () => {
  await told.postgres.pool.query(
    'delete from notice; delete from outbox_message; delete from notification_preference; delete from on_call_schedule; delete from on_call_policy',
  );
  told.smtp.delivered.length = 0;
});

const logOf = async () => (await told.notifications.log('a', { person: null, limit: 200 })).deliveries;
const reached = async () =>
  [...new Set((await logOf()).filter(({ way }) => way !== 'none').map(({ recipient }) => recipient.name))].toSorted();
const reasons = async () => (await logOf()).filter(({ way }) => way === 'none').map(({ reason }) => reason);
const always = (people: string[], more = {}) => ({
  name: 'Always',
  people,
  turn: { count: 1, unit: 'weeks' },
  handOff: { at: '09:00' },
  startsOn: '2020-01-06',
  ...more,
});
const schedule = async (layers: object[], name = 'First line') =>
  (await onCall.schedules.save(writer, null, scheduleSpec.parse({ name, zone: 'UTC', layers }))).id;
/** Whole hours ahead in which nobody is. */
const dayBefore = new Date(Date.now() - 3 * 86_400_000).getUTCDay();
const closed = { hours: { [['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][dayBefore]!]: [['10:00', '11:00']] } };

describe('a notice for whoever is on call', () => {
  test('reaches them alone, also as the agent whose account they have', async () => {
    const id = await schedule([always(['agent:a1'])]);
    await told.post(noticeWith(), { onCall: [id] });
    expect(await reached()).toEqual(['Anna']);
  });

  test('reaches who has taken over', async () => {
    const id = await schedule([always([`person:${BERT}`])]);
    const now = told.clock.now();
    await onCall.agreements.override(writer, id, { person: `person:${CLEO}`, from: now, to: now + HOUR, reason: '' });
    await told.post(noticeWith(), { onCall: [id] });
    expect(await reached()).toEqual(['Cleo']);
  });

  test('goes by mail in their quiet hours, off shift and where they wanted nothing of the kind, and of others waits', async () => {
    const hour = (later: number) => new Date(told.clock.now() + later * HOUR).toISOString().slice(11, 16);
    const quiet = { from: hour(-2), to: hour(2), days: [] };
    for (const person of [BERT, CLEO]) {
      const usual = await told.notifications.preferences('a', person);
      const ways = person === BERT ? { ...usual.ways, warning: [] } : usual.ways;
      await told.notifications.savePreferences('a', person, { ...usual, ways, quiet, timeZone: 'UTC' });
    }
    const id = await schedule([always([`person:${BERT}`])]);
    await told.post(noticeWith(), { onCall: [id], people: [CLEO] });
    await vi.waitFor(
      async () =>
        expect(
          (await logOf())
            .filter(({ way }) => way === 'mail')
            .map(({ recipient, outcome }) => `${recipient.name} ${outcome}`)
            .toSorted(),
        ).toEqual(['Bert sent', 'Cleo held']),
      { timeout: 20_000, interval: 30 },
    );
    expect(told.smtp.delivered.map(({ to }) => to.join())).toEqual(['bert@example.com']);
  });

  test('goes by mail also to whoever wants no more letters, and of others to the inbox alone', async () => {
    const ways = { info: ['inbox'], warning: ['inbox'], critical: ['inbox'] } as const;
    for (const person of [BERT, CLEO]) {
      const usual = await told.notifications.preferences('a', person);
      await told.notifications.savePreferences('a', person, { ...usual, ways: { ...usual.ways, ...ways } });
    }
    const id = await schedule([always([`person:${BERT}`])]);
    await told.post(noticeWith({ severity: 'info' }), { onCall: [id], people: [CLEO] });
    const reachedBy = async () =>
      (await logOf())
        .filter(({ outcome }) => outcome !== 'nowhere' && outcome !== 'waiting')
        .map(({ recipient, way, outcome }) => `${recipient.name} ${way} ${outcome}`)
        .toSorted();
    await vi.waitFor(async () => expect(await reachedBy()).toContain('Bert mail sent'), { timeout: 20_000, interval: 30 });
    expect((await reachedBy()).filter((line) => !line.includes('inbox'))).toEqual(['Bert mail sent']);
  });

  test('reaches the administrators in a gap, of a schedule that is gone, and of an agent without an account, and says why', async () => {
    const gap = await schedule([always([`person:${BERT}`], closed)]);
    await told.post(noticeWith(), { onCall: [gap] });
    expect(await reached()).toEqual(['Anna']);
    expect(await reasons()).toContain('nobody is on call in First line');
    await told.postgres.pool.query('delete from notice');
    // Whoever else is named is nobody who is on call.
    await told.post(noticeWith(), { onCall: [gap], people: [CLEO] });
    expect((await reached()).toSorted()).toEqual(['Anna', 'Cleo']);
    await told.postgres.pool.query('delete from notice');
    await told.post(noticeWith(), { onCall: ['none'] });
    expect([await reached(), await reasons()]).toEqual([
      ['Anna'],
      expect.arrayContaining(['there is no such schedule or policy any more', expect.stringContaining('administrators are told')]),
    ]);
  });

  test('of another workspace’s schedule reaches none of its people', async () => {
    const id = await schedule([always([`person:${BERT}`])]);
    await told.post(noticeWith(), { onCall: [id] }, 'b');
    const { deliveries } = await told.notifications.log('b', { person: null, limit: 10 });
    expect(deliveries.map(({ outcome }) => outcome)).toEqual(deliveries.map(() => 'nowhere'));
  });
});

describe('a policy', () => {
  test('pages its steps one after the other until somebody acknowledges', async () => {
    const first = await schedule([always([`person:${BERT}`])]);
    const { id } = await onCall.policies.save(
      writer,
      null,
      policySpec.parse({
        name: 'P1',
        steps: [{ tell: { onCall: [first] } }, { tell: { people: [CLEO] } }, { tell: { roles: ['admin'] } }],
      }),
    );
    const notice = noticeWith({ alertId: 'alert-1' });
    await told.post(notice, { policy: id });
    expect(await reached()).toEqual(['Bert']);
    told.clock.move(16 * 60_000);
    await vi.waitFor(async () => expect(await reached()).toEqual(['Bert', 'Cleo']), { timeout: 20_000, interval: 30 });
    // Somebody has it in hand: nobody further up is told.
    await told.post(noticeWith({ event: 'acknowledged', thread: notice.thread, alertId: 'alert-1' }), {});
    const { rows } = await told.postgres.pool.query('select step, ended from notice_step order by step');
    expect(rows).toEqual([
      { step: 1, ended: 'told' },
      { step: 2, ended: 'settled' },
    ]);
  });

  test('pages whoever is on call when its step comes, not who was when it began', async () => {
    const second = await schedule([always([`person:${BERT}`])], 'Second');
    const { id } = await onCall.policies.save(
      writer,
      null,
      policySpec.parse({ name: 'P1', steps: [{ tell: { people: [ANNA] } }, { tell: { onCall: [second] } }] }),
    );
    await told.post(noticeWith({ alertId: 'alert-2' }), { policy: id });
    const now = told.clock.now();
    await onCall.agreements.override(writer, second, { person: `person:${CLEO}`, from: now + 10 * 60_000, to: now + HOUR, reason: '' });
    told.clock.move(16 * 60_000);
    await vi.waitFor(async () => expect(await reached()).toEqual(['Anna', 'Cleo']), { timeout: 20_000, interval: 30 });
  });

  test('that is gone reaches the administrators', async () => {
    await told.post(noticeWith({ alertId: 'alert-3' }), { policy: 'none' });
    expect([await reached(), await reasons()]).toEqual([
      ['Anna'],
      expect.arrayContaining(['there is no such schedule or policy any more']),
    ]);
  });
});
