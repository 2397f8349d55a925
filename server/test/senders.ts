/** Senders that behave as they should: they send a batch again, under the same ids, until it is acknowledged. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SentEvent } from '@watchdesk/domain/event';

interface Sending {
  readonly address: string;
  readonly secret: string;
  readonly senders: number;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

export interface Sent {
  /** Ids that were acknowledged, and how. */
  readonly acknowledged: Map<string, string>;
  /** Every answer's status and how often it came; 0 stands for none. */
  readonly answers: Map<number, number>;
  /** Resolves when the signal has ended them and everything begun is acknowledged. */
  readonly done: Promise<void>;
}

export function startSenders({ address, secret, senders, random, signal }: Sending): Sent {
  const acknowledged = new Map<string, string>();
  const answers = new Map<number, number>();
  const nextEvent = createEvents(random);

  const insist = async (events: SentEvent[]) => {
    for (;;) {
      const answer = await fetch(`${address}/api/v1/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ events }),
        signal: AbortSignal.timeout(20_000),
      }).catch(() => undefined);
      answers.set(answer?.status ?? 0, (answers.get(answer?.status ?? 0) ?? 0) + 1);
      // An answer may break off in the middle; then nothing was acknowledged.
      const body = answer?.ok
        ? ((await answer.json().catch(() => undefined)) as { outcomes: { id: string; outcome: string }[] } | undefined)
        : undefined;
      if (body) return body.outcomes.forEach(({ id, outcome }) => acknowledged.set(id, outcome));
      await sleep(20 + random() * 60);
    }
  };
  const run = async () => {
    while (!signal.aborted) {
      await insist(Array.from({ length: 1 + Math.floor(random() * 20) }, nextEvent));
      await sleep(random() * 20);
    }
  };
  return { acknowledged, answers, done: Promise.all(Array.from({ length: senders }, run)).then(() => {}) };
}

/** Events of a few hundred tickets, some late, some before their ticket's creation, some merges. */
function createEvents(random: () => number): () => SentEvent {
  let number = 0;
  const below = (limit: number) => Math.floor(random() * limit);
  const ticketOf = (index: number) => `kill:${index}`;
  return () => {
    number += 1;
    const index = below(300);
    const envelope = { id: `e${number}`, at: Date.now() - below(5 * 60_000), ticket: ticketOf(index) };
    const agent = { kind: 'agent' as const, id: `agent-${below(5)}` };
    switch (below(7)) {
      case 0:
      case 1:
        return {
          ...envelope,
          actor: { kind: 'customer' },
          type: 'ticket.created',
          data: { subject: `Ticket ${index}`, requester: `c${index}`, channel: 'email' },
        };
      case 2:
        return {
          ...envelope,
          actor: { kind: 'customer' },
          type: 'ticket.message',
          data: { messageId: `m${number}`, visibility: 'public', text: 'Where is it?' },
        };
      case 3:
        return {
          ...envelope,
          actor: agent,
          type: 'ticket.message',
          data: { messageId: `m${number}`, visibility: 'public', text: 'Here.' },
        };
      case 4:
        return { ...envelope, actor: agent, type: 'status.changed', data: { to: (['open', 'pending', 'resolved'] as const)[below(3)]! } };
      case 5:
        return { ...envelope, actor: agent, type: 'assignee.changed', data: { to: agent.id } };
      default:
        return below(20) === 0
          ? // Into another, which may not be known; into itself would be refused.
            { ...envelope, actor: agent, type: 'ticket.merged', data: { into: ticketOf((index + 1 + below(319)) % 320) } }
          : { ...envelope, actor: agent, type: 'priority.changed', data: { to: (['P1', 'P2', 'P3', 'P4'] as const)[below(4)]! } };
    }
  };
}
