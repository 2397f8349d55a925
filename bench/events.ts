/** Tickets for the benchmarks: an ordinary mix of events, the same for the same seed. */
import type { SentEvent } from '@watchdesk/domain/event';

const START_AT = Date.UTC(2026, 0, 5, 8);
const MINUTE_MS = 60_000;

/** A generator of numbers in [0, 1): mulberry32, which is enough to shuffle and choose. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same things in another order, each order equally likely. */
export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const result = [...things];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}

/** `count` events of one ticket, in order, three minutes apart: created, then rounds of question, work and answer. */
export function ticketEvents(ticket: string, count: number, startAt = START_AT): SentEvent[] {
  return Array.from(
    { length: count },
    (_, index) => ({ id: `${ticket}-${index}`, at: startAt + index * 3 * MINUTE_MS, ticket, ...step(ticket, index) }) as SentEvent,
  );
}

const customer = (ticket: string) => ({ kind: 'customer', id: `customer-of-${ticket}` });
const agent = { kind: 'agent', id: 'agent-1' };
const message = (id: string, visibility: string) => ({
  messageId: id,
  visibility,
  text: 'The router in the hall shows a red light since this morning, and the app says that it is offline.',
});

function step(ticket: string, index: number): object {
  if (index === 0) {
    const data = {
      subject: 'Router is offline',
      channel: 'email',
      requester: `customer-of-${ticket}`,
      priority: 'P3',
      team: 'team-1',
      category: 'connectivity',
      tags: ['router'],
    };
    return { type: 'ticket.created', actor: customer(ticket), data };
  }
  const id = `message-${index}`;
  const steps = [
    { type: 'ticket.message', actor: customer(ticket), data: message(id, 'public') },
    { type: 'status.changed', actor: agent, data: { to: 'open' } },
    { type: 'assignee.changed', actor: agent, data: { to: `agent-${index % 5}` } },
    { type: 'ticket.message', actor: agent, data: message(id, 'internal') },
    { type: 'priority.changed', actor: agent, data: { to: index % 2 === 0 ? 'P2' : 'P3' } },
    { type: 'ticket.message', actor: agent, data: message(id, 'public') },
    { type: 'tag.changed', actor: agent, data: { added: [`round-${index % 7}`], removed: [`round-${(index + 3) % 7}`] } },
    { type: 'status.changed', actor: agent, data: { to: index % 16 === 0 ? 'resolved' : 'pending' } },
  ];
  return steps[(index - 1) % steps.length]!;
}
