/** A dry run over a period finds what fired in it: of what nobody has touched for months as well, and nothing that fired before. */
import { type RuleInput, ruleSpec } from '@watchdesk/domain/alerting';
import type { SentEvent } from '@watchdesk/domain/event';
import { expect, test } from 'vitest';
import { created, MINUTE, NOON, reply, startAlerting } from '../../test/alerting.ts';

const desk = await startAlerting();
const { door, goTo, maker, reader, rule, turnTo } = desk;
const DAY = 24 * 60;

const shape = (all: readonly { firedAt: string | null }[]) => all.map(({ firedAt }) => firedAt!).toSorted();

const onHold = (ticket: string, at: number): SentEvent<'status.changed'> => ({
  id: `${ticket}-holds`,
  at,
  ticket: `s:${ticket}`,
  actor: { kind: 'agent', id: 'a' },
  type: 'status.changed',
  data: { to: 'on_hold' },
});

test.each<[string, RuleInput['subject'], Partial<RuleInput>, readonly number[]]>([
  ['nothing at all for 95 days', { kind: 'absence', of: 'update', seconds: 90 * 86_400 }, {}, [90]],
  ['no reply for 80 days', { kind: 'absence', of: 'reply', seconds: 80 * 86_400 }, {}, [80]],
  ['twice a target of months', { kind: 'sla', clock: 'resolution', step: 200 }, {}, []],
  ['a message after another', { kind: 'event', event: 'ticket.message', quietSeconds: 10 * 86_400 }, { dedupe: ['rule'] }, []],
])('as of a ticket that nobody touched: %s', async (_what, subject, more, days) => {
  const spec = ruleSpec.parse({ name: 'Mine', severity: 'warning', subject, ...more });
  await rule(subject, more);
  const happens: [number, SentEvent][] = [
    [0, created('1', NOON)],
    [0, created('2', NOON, { priority: 'P4' })],
    [0, created('3', NOON)],
    [0, onHold('3', NOON)],
    [60 * DAY, reply('2', NOON + 60 * DAY * MINUTE)],
    [86 * DAY, reply('2', NOON + 86 * DAY * MINUTE, 'customer')],
    [91 * DAY, reply('2', NOON + 91 * DAY * MINUTE, 'customer')],
    [99 * DAY, reply('2', NOON + 99 * DAY * MINUTE)],
  ];
  const looks = [0, 8 * 60, 1, 5, 20, 60, 80, 86, 88, 90, 91, 95, 99, 100].map((one) => (one > 100 || one === 0 ? one : one * DAY));
  for (const minute of looks.toSorted((a, b) => a - b)) {
    turnTo(NOON + minute * MINUTE);
    const events = happens.flatMap(([at, event]) => (at === minute ? [event] : []));
    if (events.length > 0) await door.accept(desk.workspace, 's', events);
    await goTo(minute);
  }
  const { alerts: live } = await desk.alerts.list(reader(), {}, { limit: 100 });
  expect(live.length).toBeGreaterThan(0);
  for (const from of [NOON - MINUTE, ...[30, 79, 85, 89, 95].map((day) => NOON + day * DAY * MINUTE)]) {
    if (desk.now - from > 92 * DAY * MINUTE) continue;
    const within = live.filter(({ firedAt }) => Date.parse(firedAt!) >= from);
    const dry = await desk.alerts.dryRun(maker(), spec, { from, to: desk.now });
    expect(dry).toMatchObject({ isExact: true, bound: null });
    expect(shape(dry.alerts)).toEqual(shape(within));
  }
  const dayOf = (at: string) => (Date.parse(at) - NOON) / (DAY * MINUTE);
  expect(shape(live).map(dayOf)).toEqual(expect.arrayContaining([...days]));
});
