import type { SentEvent } from '@watchdesk/domain/event';
import { describe, expect, test } from 'vitest';
import { createContactCentre } from '../centre.ts';
import { byTicket, START } from '../example.ts';
import { DAY, HOUR, MINUTE } from '../zone.ts';

/** A centre at the middle of a working day, and the tickets on which somebody works just then. */
function atWork() {
  const now = START + DAY + 14 * HOUR;
  const centre = createContactCentre({ seed: 7, startAt: START });
  const tickets = byTicket(centre.advance(now));
  const open = [...tickets].filter(([, list]) => {
    const status = list.findLast((event) => event.type === 'status.changed')?.data.to;
    return status === 'open' && !list.some(({ type }) => type === 'ticket.merged' || type === 'ticket.spam' || type === 'ticket.deleted');
  });
  return { centre, now, open: open.map(([id]) => id) };
}

const of = (events: readonly SentEvent[], ids: readonly string[]) =>
  events.filter(({ ticket }) => ticket !== undefined && ids.includes(ticket));

describe('a ticket that a person took', () => {
  test('is left alone by simulated agents, bot and automation', () => {
    const { centre, now, open } = atWork();
    expect(open.length).toBeGreaterThan(5);
    for (const id of open) centre.yieldTicket(id, now);
    const after = of(centre.advance(now + 3 * DAY), open).filter(({ at }) => Number(at) > now);
    expect(after.filter(({ actor }) => actor?.kind === 'agent' || actor?.kind === 'bot')).toEqual([]);
  });

  test('is answered by its customer within the hour, most times', () => {
    const { centre, now, open } = atWork();
    for (const id of open) centre.personReplied(id, now + MINUTE);
    const after = of(centre.advance(now + HOUR), open);
    const answered = new Set(
      after.filter((event) => event.type === 'ticket.message' && event.actor?.kind === 'customer').map(({ ticket }) => ticket),
    );
    expect(answered.size / open.length).toBeGreaterThan(0.6);
    expect(answered.size / open.length).toBeLessThanOrEqual(1);
  });

  test('is rated after two hours when the person has resolved it', () => {
    const { centre, now, open } = atWork();
    for (const id of open) centre.personResolved(id, now + MINUTE);
    const after = of(centre.advance(now + 3 * HOUR), open);
    const asked = after.filter(({ type }) => type === 'survey.requested');
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every(({ at }) => Number(at) === now + MINUTE + 2 * HOUR)).toBe(true);
  });

  test('comes out the same when the calls are repeated after a restart', () => {
    const { centre, now, open } = atWork();
    for (const id of open) centre.personReplied(id, now);
    const again = createContactCentre({ seed: 7, startAt: START });
    for (const id of open) again.personReplied(id, now);
    again.skip(now);
    const key = ({ id, at }: SentEvent) => `${id} ${at}`;
    const rest = (events: readonly SentEvent[]) => events.filter(({ at }) => Number(at) > now).map(key);
    expect(rest(again.advance(now + 2 * HOUR))).toEqual(rest(centre.advance(now + 2 * HOUR)));
  });

  test('may be unknown or over: then nothing happens', () => {
    const { centre, now } = atWork();
    centre.yieldTicket('demo:999999', now);
    centre.personReplied('other:1', now);
    centre.personResolved('nonsense', now);
    expect(() => centre.advance(now + MINUTE)).not.toThrow();
  });
});
