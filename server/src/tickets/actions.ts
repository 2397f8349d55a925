/**
 * What people do to a ticket, as the events it becomes. Pure: the state before, who acts and what they want give the
 * events, nothing where nothing would change, or a refusal.
 */
import {
  type Context,
  type EscalationKind,
  LIMITS,
  type Priority,
  type SentEvent,
  type Status,
  type SupportTier,
  type TicketEventType,
} from '@watchdesk/domain/event';
import { isActive, type TicketState } from '@watchdesk/domain/ticket';
import { invalid, Refusal } from '../errors.ts';

export interface Actions {
  claim: object;
  assign: { assignee: string | null; team?: string | null | undefined };
  reply: { text: string };
  note: { text: string };
  escalate: {
    toTier: SupportTier;
    kind: EscalationKind;
    reason?: string | undefined;
    context?: Context | undefined;
    team?: string | undefined;
  };
  priority: { priority: Priority; reason?: string | undefined };
  status: { status: Status; reason?: string | undefined };
  tag: { added: readonly string[]; removed: readonly string[] };
  merge: { into: string };
}

export type ActionName = keyof Actions;
export const ACTIONS = [
  'claim',
  'assign',
  'reply',
  'note',
  'escalate',
  'priority',
  'status',
  'tag',
  'merge',
] as const satisfies readonly ActionName[];
export type Action = { [K in ActionName]: { readonly name: K } & Readonly<Actions[K]> }[ActionName];

/** An event without what surrounds it. */
export type Deed = { [K in TicketEventType]: Pick<Extract<SentEvent, { type: K }>, 'type' | 'data'> }[TicketEventType];

/** Throws a refusal where the state does not allow it. `messageId` names a message, should there be one. */
export function deedsOf(state: TicketState, agent: string, action: Action, messageId: string): Deed[] {
  const { now } = state;
  if (state.mergedInto !== null) throw new Refusal('not_possible', `The ticket was merged into ${state.mergedInto}; work on that one.`);
  if (state.deleted || state.spam) throw new Refusal('not_possible', `The ticket is ${state.deleted ? 'deleted' : 'spam'}.`);
  switch (action.name) {
    case 'claim':
      return claim(state, agent);
    case 'assign':
      return [
        ...(action.team === undefined || action.team === now.team ? [] : [{ type: 'team.changed' as const, data: { to: action.team } }]),
        ...(action.assignee === now.assignee ? [] : [{ type: 'assignee.changed' as const, data: { to: action.assignee } }]),
        ...(action.assignee === null ? [] : taken(state)),
      ];
    case 'reply':
      return [{ type: 'ticket.message', data: { messageId, visibility: 'public', text: action.text } }, ...taken(state)];
    case 'note':
      return [{ type: 'ticket.message', data: { messageId, visibility: 'internal', text: action.text } }];
    case 'escalate':
      return escalate(state, action);
    case 'priority':
      return action.priority === now.priority ? [] : [{ type: 'priority.changed', data: { to: action.priority, ...reasonOf(action) } }];
    case 'status':
      return action.status === now.status ? [] : [{ type: 'status.changed', data: { to: action.status, ...reasonOf(action) } }];
    case 'tag': {
      const change = tagChange(now.tags, action);
      return change === null ? [] : [{ type: 'tag.changed', data: change }];
    }
    case 'merge':
      if (action.into === state.id) throw invalid('into', 'must be another ticket');
      return [{ type: 'ticket.merged', data: { into: action.into } }];
  }
}

const reasonOf = ({ reason }: { readonly reason?: string | undefined }) => (reason === undefined ? {} : { reason });

/** What of it changes the tags that are there; null where nothing does. Refused where it would be more tags than a ticket holds. */
export function tagChange(tags: readonly string[], { added, removed }: Actions['tag']): { added: string[]; removed: string[] } | null {
  const both = added.find((one) => removed.includes(one));
  if (both !== undefined) throw invalid('removed', `must not have ${both}, which is to be added`);
  const change = {
    added: [...new Set(added)].filter((one) => !tags.includes(one)),
    removed: [...new Set(removed)].filter((one) => tags.includes(one)),
  };
  if (tags.length + change.added.length - change.removed.length > LIMITS.tags)
    throw invalid('added', `must leave the ticket at most ${LIMITS.tags} tags`);
  return change.added.length + change.removed.length === 0 ? null : change;
}

/** Work has begun: a new ticket is open from then on. */
const taken = ({ now }: TicketState): Deed[] => (now.status === 'new' ? [{ type: 'status.changed', data: { to: 'open' } }] : []);

function claim(state: TicketState, agent: string): Deed[] {
  const { assignee, status } = state.now;
  if (assignee !== null && assignee !== agent) throw new Refusal('already_claimed', 'Somebody else has this ticket by now.');
  if (!isActive(status)) throw new Refusal('not_possible', 'The ticket is resolved; reopen it first.');
  return assignee === agent ? [] : [{ type: 'assignee.changed', data: { to: agent } }, ...taken(state)];
}

/** Whoever held it hands it over: it waits for the next tier to take it up. */
function escalate({ now }: TicketState, { toTier, kind, context, team, ...rest }: Actions['escalate']): Deed[] {
  if (!isActive(now.status)) throw new Refusal('not_possible', 'The ticket is resolved; reopen it first.');
  const escalated: Deed = {
    type: 'ticket.escalated',
    data: { toTier, kind, ...reasonOf(rest), ...(context === undefined ? {} : { context }), ...(team === undefined ? {} : { to: team }) },
  };
  return now.assignee === null ? [escalated] : [escalated, { type: 'assignee.changed', data: { to: null } }];
}
