/**
 * Shape `tickets`: one row per ticket with the instants of its milestones. The row tells the present state and not how it
 * came to be, so its values are those of the creation, and again of the last update, where later exports may correct them.
 * A milestone is read only when the status says that it was passed: the date of a resolve on an open ticket is of no cycle
 * that the row can tell. Events made from milestones carry the reason `milestone`; pauses and reopens between are unknown.
 */
import type { Actor, Status } from '@watchdesk/domain/event';
import { bindAttributes, bindStatus, MESSAGE_ORDINAL, STATUS_ORDINAL } from '../attributes.ts';
import { type BoundShape, type Entry, eventId, outgoing, type Outgoing } from '../entry.ts';
import type { MappingOf } from '../mapping.ts';
import { placeOf } from '../cells.ts';
import { bindMoment, type MomentBinding } from '../moments.ts';
import { changesOf, creationOf } from './creation.ts';
import { bindKey } from './row.ts';

/** None of them can have happened before the ticket was there: one of the two instants is wrong, and nobody knows which. */
const PASSED = ['firstReplyAt', 'resolvedAt', 'closedAt', 'updatedAt'] as const;
const MILESTONES = ['createdAt', ...PASSED] as const;

export function bindTickets(mapping: MappingOf<'tickets'>, binding: MomentBinding): BoundShape {
  const { source } = mapping;
  const key = bindKey(mapping.ticket, 'ticket', binding);
  const moments = MILESTONES.flatMap((name) =>
    mapping[name] === undefined ? [] : [[name, bindMoment(mapping[name], name, binding)] as const],
  );
  const statusOf = bindStatus(mapping.fields.status, binding);
  const attributes = bindAttributes(mapping.fields, 'fields', binding, binding.warn);
  const statusAt = attributes.findIndex((attribute) => attribute.key === 'status');
  const assigneeAt = attributes.findIndex((attribute) => attribute.key === 'assignee');
  const people = (['firstReplyBy', 'resolvedBy'] as const).map((name) =>
    mapping[name] === undefined ? () => null : bindKey(mapping[name], name, binding),
  );

  return {
    grouped: false,
    read({ fields, line, raw }) {
      const ticket = key(fields);
      if (ticket === null) return `${placeOf(mapping.ticket, 'ticket')} is empty`;
      const instants: Record<string, number | null> = {};
      for (const [name, read] of moments) {
        const instant = read(fields);
        if (typeof instant === 'string') return instant;
        instants[name] = instant;
      }
      const at = instants['createdAt'];
      if (at === null || at === undefined) return `${placeOf(mapping.createdAt, 'createdAt')} is empty`;
      const early = PASSED.find((name) => (instants[name] ?? at) < at);
      if (early) return `${placeOf(mapping[early]!, early)} lies before ${placeOf(mapping.createdAt, 'createdAt')}`;
      const status = statusOf(fields);
      const values = [...attributes.map((attribute) => attribute.raw(fields, status)), ...people.map((person) => person(fields)), status];
      return { line, raw, key: ticket, at, sequence: 0, actor: { kind: 'agent' }, values, instants };
    },
    events([entry]) {
      if (!entry) return [];
      const { firstReplyAt, updatedAt } = entry.instants;
      const creation = creationOf(
        source,
        entry,
        entry.at,
        attributes.map((attribute, index) => [attribute, entry.values[index]!] as const),
      );
      const events = [creation];
      if (typeof firstReplyAt === 'number') events.push(reply(entry, firstReplyAt));
      if (typeof updatedAt === 'number') {
        attributes.forEach((attribute, index) => {
          const raw = entry.values[index]!;
          if (attribute.key !== 'status' && raw !== null)
            events.push(...changesOf(source, entry, attribute, raw, attribute.key === 'tags' ? raw : false, updatedAt));
        });
      }
      return [...events, ...statusEvents(entry, (creation.event.data as { status?: string }).status === undefined)];
    },
  };

  function reply(entry: Entry, at: number): Outgoing {
    const id = eventId(source, entry.key, 'first reply', at);
    const data = { messageId: id, visibility: 'public' };
    return outgoing(entry, id, MESSAGE_ORDINAL, `${source}:${entry.key}`, 'ticket.message', data, { at, actor: agentOf(entry, 0) });
  }

  /** Whom the row names for the milestone, otherwise the assignee. */
  function agentOf({ values }: Entry, person: 0 | 1): Actor {
    const id =
      values[attributes.length + person] || (assigneeAt === -1 ? null : attributes[assigneeAt]!.initial(values[assigneeAt]!)['assignee']);
    return typeof id === 'string' ? { kind: 'agent', id } : { kind: 'agent' };
  }

  function statusEvents(entry: Entry, isUnsaid: boolean): Outgoing[] {
    const status = entry.values.at(-1) as Status | null;
    const raw = statusAt === -1 ? false : entry.values[statusAt]!;
    if (raw === false || !isUnsaid) return [];
    const { resolvedAt = null, closedAt = null, updatedAt = null } = entry.instants;
    const isDone = status === 'resolved' || status === 'closed';
    if (!isDone && (resolvedAt ?? closedAt) !== null) binding.warn('a resolve on a ticket that is not resolved: not read', raw ?? '');
    const resolve = status === 'closed' && resolvedAt !== null ? [milestone(entry, resolvedAt)] : [];
    const passedAt =
      status === 'closed' ? (closedAt ?? updatedAt ?? resolvedAt) : status === 'resolved' ? (resolvedAt ?? updatedAt) : updatedAt;
    if (passedAt !== null)
      return [...resolve, ...signed(changesOf(source, entry, attributes[statusAt]!, raw, false, passedAt), entry, isDone)];
    // Neither a milestone nor an update says since when: a ticket that is only worked on may count from its creation.
    if (!isDone) return changesOf(source, entry, attributes[statusAt]!, raw, false);
    binding.warn('a resolve without an instant: left open', raw ?? '');
    return [];
  }

  function milestone(entry: Entry, at: number): Outgoing {
    const id = eventId(source, entry.key, 'milestone', 'resolved', at);
    const data = { to: 'resolved', reason: 'milestone' };
    return outgoing(entry, id, STATUS_ORDINAL - 1, `${source}:${entry.key}`, 'status.changed', data, { at, actor: agentOf(entry, 1) });
  }

  function signed(events: Outgoing[], entry: Entry, isDone: boolean): Outgoing[] {
    return events.map(({ event, entry: from }) => {
      const data = event.type === 'status.changed' ? { ...(event.data as object), reason: 'milestone' } : event.data;
      return { event: { ...event, actor: isDone ? agentOf(entry, 1) : { kind: 'system' }, data } as Outgoing['event'], entry: from };
    });
  }
}
