/** Alerts of one promise, live: one conversation, of which the furthest step alone stands; and pagers that hear who has the ticket. */
import type { RuleInput } from '@watchdesk/domain/alerting';
import type { SentEvent } from '@watchdesk/domain/event';
import { describe, expect, test } from 'vitest';
import { created, MINUTE, NOON, reply, startAlerting } from '../../test/alerting.ts';

const desk = await startAlerting();
const { door, goTo, reader, rule, told } = desk;

type Step = Extract<RuleInput['subject'], { kind: 'sla' }>['step'];
const onStep = (step: Step, more: Partial<RuleInput> = {}) =>
  rule({ kind: 'sla', clock: 'first_response', step }, { name: `At ${step}`, ...more });
/** P1 has a quarter of an hour: 80 % after 12 minutes, 90 % after 13.5, the breach after 15, twice the target after 30. */
const ladder = async () => [await onStep(80), await onStep(90), await onStep('breach', { severity: 'critical' })];
const all = async () => (await desk.alerts.list(reader(), {}, { limit: 50 })).alerts;
const standing = async () => (await all()).filter(({ status }) => status === 'firing').map(({ title }) => title);
const assigned = (ticket: string, at: number, to: string | null): SentEvent<'assignee.changed'> => ({
  id: `${ticket}-to-${to}-${at}`,
  at,
  ticket: `s:${ticket}`,
  actor: { kind: 'agent', id: 'a-1' },
  type: 'assignee.changed',
  data: { to },
});

describe('a further step', () => {
  test('takes the place of those before, in one conversation that ends once', async () => {
    const rules = await ladder();
    await door.accept(desk.workspace, 's', [created('1', NOON)]);
    await goTo(12);
    expect(await standing()).toEqual(['At 80']);
    await goTo(13.5);
    expect(await standing()).toEqual(['At 90']);
    await goTo(15);
    expect(await standing()).toEqual(['At breach']);
    await door.accept(desk.workspace, 's', [reply('1', NOON + 20 * MINUTE)]);
    await goTo(20, 21);
    expect((await all()).map(({ title, status }) => [title, status])).toEqual([
      ['At breach', 'resolved'],
      ['At 90', 'superseded'],
      ['At 80', 'superseded'],
    ]);
    const notices = await told();
    expect(notices.map(({ event, title }) => [event, title])).toEqual([
      ['fired', 'At 80: #1'],
      ['fired', 'At 90: #1'],
      ['fired', 'At breach: #1'],
      ['resolved', 'At breach: #1'],
    ]);
    expect(new Set(notices.map(({ thread }) => thread)).size).toBe(1);
    expect(notices[0]!.thread).toMatch(/^sla:s%3A1:first_response:/);
    const ids = notices.slice(0, 3).map(({ alertId }) => alertId);
    expect(notices.map(({ earlier }) => earlier)).toEqual([undefined, ids.slice(0, 1), ids.slice(0, 2), ids.slice(0, 2)]);
    expect(desk.lasts).toEqual([]);
    for (const { spec, id } of rules) {
      const tried = await desk.alerts.dryRun(desk.maker(), spec, { id, from: NOON, to: NOON + 30 * MINUTE });
      const live = (await all()).filter((one) => one.rule.id === id);
      expect(tried.alerts.map(({ firedAt, endedAt }) => [firedAt, endedAt])).toEqual(
        live.map(({ firedAt, endedAt }) => [firedAt, endedAt]),
      );
    }
  });

  test('shows the steps before in its history, with what people did, and they show it', async () => {
    await ladder();
    await door.accept(desk.workspace, 's', [created('1', NOON)]);
    await goTo(12);
    const [first] = await all();
    await desk.alerts.act(reader(), first!.id, { type: 'acknowledge' });
    await goTo(13.5, 15);
    const [last] = await all();
    const shown = await desk.alerts.get(reader(), last!.id);
    expect(shown.moments.map(({ kind, by, note, of }) => [of?.name ?? null, kind, by ?? note])).toEqual([
      ['At 80', 'fired', null],
      ['At 80', 'acknowledged', 'Mia'],
      ['At 80', 'overtaken', '90 % of the time is used'],
      ['At 90', 'fired', null],
      ['At 90', 'overtaken', 'the promise is breached'],
      [null, 'fired', null],
    ]);
    expect([shown.status, shown.further]).toEqual(['firing', null]);
    const overtaken = await desk.alerts.get(reader(), first!.id);
    expect([overtaken.status, overtaken.further]).toEqual(['superseded', { id: last!.id, name: 'At breach' }]);
    expect(overtaken.thread).toBe(shown.thread);
    expect(await desk.alerts.standing(desk.workspace, first!.id)).toMatchObject({ status: 'further', by: null });
  });

  test('takes no place of an alert of many, of another ticket, or of another clock', async () => {
    await onStep(80, { name: 'Of many', dedupe: ['rule'] });
    await onStep(80, { name: 'Of one' });
    await rule({ kind: 'sla', clock: 'resolution', step: 50 }, { name: 'Another clock' });
    await onStep('breach');
    await door.accept(desk.workspace, 's', [created('1', NOON), created('2', NOON + 2 * MINUTE)]);
    await goTo(12, 14, 15);
    expect((await standing()).toSorted((a, b) => a.localeCompare(b))).toEqual(['At breach', 'Of many', 'Of one']);
    const threads = new Map((await told()).map(({ title, thread, alertId }) => [title, [thread, alertId]] as const));
    expect(threads.get('Of many: #1')![0]).toBe(`alert:${threads.get('Of many: #1')![1]}`);
  });

  test('that may not fire yet takes it once it may', async () => {
    await onStep(80);
    const late = await onStep('breach', { snoozedUntil: NOON + 20 * MINUTE, alwaysOf: [] });
    await door.accept(desk.workspace, 's', [created('1', NOON)]);
    await goTo(12, 15);
    expect(await standing()).toEqual(['At 80']);
    await desk.alerts.rules.snooze(desk.maker(), late.id, null);
    await goTo(16);
    expect(await standing()).toEqual(['At breach']);
    expect((await told()).map(({ event, title }) => [event, title])).toEqual([
      ['fired', 'At 80: #1'],
      ['fired', 'At breach: #1'],
    ]);
  });

  test('takes the place of those before after a stop as well, and the digest of each rule names its ticket', async () => {
    await ladder();
    await door.accept(desk.workspace, 's', [created('1', NOON)]);
    await goTo(45);
    expect(await standing()).toEqual(['At breach']);
    const digests = (await told()).map(({ title, tickets }) => `${title} ${tickets?.join()}`);
    expect(digests.toSorted((one, other) => one.localeCompare(other))).toEqual([
      'At 80: 1 earlier s:1',
      'At 90: 1 earlier s:1',
      'At breach: 1 earlier s:1',
    ]);
  });

  test('of which nobody was told in time leaves the one before, which ends by itself', async () => {
    await onStep(80);
    await onStep('breach');
    await door.accept(desk.workspace, 's', [created('1', NOON)]);
    await goTo(12, 40);
    expect((await all()).map(({ title, status }) => [title, status])).toEqual([
      ['At breach', 'firing'],
      ['At 80', 'firing'],
    ]);
    await door.accept(desk.workspace, 's', [reply('1', NOON + 41 * MINUTE)]);
    await goTo(41);
    expect((await told()).filter(({ event }) => event === 'resolved').map(({ title }) => title)).toEqual(['At 80: #1']);
  });
});

describe('whoever takes the ticket', () => {
  test('is told to pagers, with the alert waiting on for somebody to acknowledge it', async () => {
    await door.accept(desk.workspace, 's', [{ id: 'anna', at: NOON, type: 'agent.upserted', data: { agent: 'a-1', name: 'Anna Berg' } }]);
    await onStep('breach');
    await door.accept(desk.workspace, 's', [created('1', NOON)]);
    await goTo(5);
    await door.accept(desk.workspace, 's', [assigned('1', desk.now, 'a-2'), assigned('1', desk.now + 1, null)]);
    await goTo(15);
    expect(desk.lasts).toEqual([]);
    await door.accept(desk.workspace, 's', [assigned('1', desk.now + MINUTE, 'a-1')]);
    await goTo(16);
    const [fired] = await told();
    expect(desk.lasts.map(({ event, thread, what, alertId }) => [event, thread, what, alertId])).toEqual([
      ['acknowledged', fired!.thread, 'Anna Berg has the ticket now.', fired!.alertId],
    ]);
    expect(await standing()).toEqual(['At breach']);
    // Nobody has it any more, which ends nothing.
    await door.accept(desk.workspace, 's', [assigned('1', desk.now + MINUTE, null)]);
    await goTo(17);
    expect(desk.lasts).toHaveLength(1);
  });

  test('in the breath in which it is breached is told, before that is not, and of an alert of many neither', async () => {
    await onStep('breach');
    await onStep('breach', { name: 'Of many', dedupe: ['rule'] });
    await door.accept(desk.workspace, 's', [created('1', NOON), created('2', NOON)]);
    await desk.alerts.watch.catchUp();
    desk.turnTo(NOON + 15.6 * MINUTE);
    await door.accept(desk.workspace, 's', [assigned('1', NOON + 14 * MINUTE, 'a-1'), assigned('2', NOON + 15.5 * MINUTE, 'a-1')]);
    await goTo(16);
    expect(desk.lasts.map(({ title }) => title)).toEqual(['At breach: #2']);
  });

  test('and cannot be told to pagers holds up nothing else that is heard in the same breath', async () => {
    await onStep('breach');
    await door.accept(desk.workspace, 's', [created('1', NOON)]);
    await goTo(15);
    await rule({ kind: 'event', event: 'ticket.created' }, { name: 'New' });
    desk.deafen();
    await door.accept(desk.workspace, 's', [assigned('1', NOON + 16 * MINUTE, 'a-1'), created('2', NOON + 16 * MINUTE)]);
    await goTo(16);
    expect(desk.troubles.map(String)).toEqual([expect.stringContaining('this_cannot_be_told')]);
    expect((await told()).map(({ title }) => title)).toEqual(['At breach: #1', 'New: #2']);
  });
});
