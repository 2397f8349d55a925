/**
 * What an action does to a ticket as it is: the events it becomes, somebody to be told, or nothing, with why. Pure, and shown on a copy of the
 * ticket, so that the next action sees it as this one leaves it.
 */
import type { Actor, EventData, SupportTier, TicketEventType } from '../event/index.ts';
import { PRIORITIES, SUPPORT_TIERS } from '../event/index.ts';
import { namesNobody } from '../notification/index.ts';
import { heldBack } from '../survey/index.ts';
import { applyWithoutClocks, isActive, type TicketState } from '../ticket/index.ts';
import type { Action, ActionOf } from './actions.ts';
import { type AutomationFacts, type Found, type Happened, similarTicket } from './facts.ts';
import { climbs } from './notice.ts';

/** An event without what surrounds it. */
export type Deed = { [K in TicketEventType]: { readonly type: K; readonly data: EventData<K> } }[TicketEventType];

export type Effect =
  /** Events about the ticket, for the door or, where it is a help desk's, to be asked there. */
  | { readonly kind: 'change'; readonly action: number; readonly deeds: readonly Deed[]; readonly found?: Found }
  | { readonly kind: 'tell'; readonly action: number; readonly told: ActionOf<'notify' | 'hook'> }
  | { readonly kind: 'none'; readonly action: number; readonly why: string; readonly found?: Found };

/** What a message or a survey that an effect brings is called: unique for each run and action. */
export type IdOf = (action: number) => string;

const none = (why: string): { kind: 'none'; why: string } => ({ kind: 'none', why });
const change = (...deeds: Deed[]) => ({ kind: 'change' as const, deeds });

export interface Acting {
  /** The ticket as it is now. */
  readonly facts: AutomationFacts;
  readonly now: number;
  readonly idOf: IdOf;
  /** What it answers at once; null where it goes on after a wait. */
  readonly answers: Happened | null;
}

/** Of one action, other than a wait. */
export function effectOf(action: Exclude<Action, { do: 'wait' }>, index: number, { facts, now, idOf, answers }: Acting): Effect {
  return { action: index, ...(action.do === 'notify' ? telling(action, facts, answers) : madeOf(action, facts, now, idOf(index))) };
}

type Made =
  | { kind: 'none'; why: string; found?: Found }
  | { kind: 'change'; deeds: readonly Deed[]; found?: Found }
  | { kind: 'tell'; told: ActionOf<'notify' | 'hook'> };

function madeOf(action: Exclude<Action, { do: 'wait' | 'notify' }>, facts: AutomationFacts, now: number, own: string): Made {
  const { ticket } = facts;
  const at = ticket.now;
  const isSo = <K extends 'category' | 'priority' | 'status' | 'team' | 'assignee' | 'supportTier'>(field: K, to: (typeof at)[K]) =>
    at[field] === to
      ? // Who they are is said by ids here, and by their names beside it.
        none(field === 'team' || field === 'assignee' ? 'it is so already' : `it is ${to === null ? 'empty' : to} already`)
      : change({ type: `${field}.changed`, data: { to } } as unknown as Deed);
  switch (action.do) {
    case 'category':
      return isSo('category', action.to);
    case 'priority':
      return isSo('priority', action.to ?? PRIORITIES[Math.max(0, PRIORITIES.indexOf(at.priority) - action.raiseBy!)]!);
    case 'status':
      return isSo('status', action.to);
    case 'team':
      return isSo('team', action.to);
    case 'assignee': {
      const { to, found } = assigneeOf(action, facts, now);
      return to === undefined ? none(found!.why!) : { ...isSo('assignee', to), ...(found && { found }) };
    }
    case 'tier': {
      const to = tierOf(action.to, at.supportTier);
      return to === null ? none('there is no tier above L3') : isSo('supportTier', to);
    }
    case 'escalate':
      return escalate(action, ticket);
    case 'tag': {
      const added = action.add.filter((tag) => !at.tags.includes(tag));
      const removed = action.remove.filter((tag) => at.tags.includes(tag));
      return added.length + removed.length === 0
        ? none('it is tagged so already')
        : change({ type: 'tag.changed', data: { added, removed } });
    }
    case 'customField':
      return (ticket.customFields[action.name] ?? null) === action.to
        ? none('it is so already')
        : change({ type: 'customField.changed', data: { name: action.name, to: action.to } });
    case 'note':
    case 'reply':
      return message(own, action.do === 'note' ? 'internal' : 'public', action.body);
    case 'hook':
      return { kind: 'tell', told: action };
    case 'survey':
      return survey(action, facts, now, own);
    case 'link':
      return link(action, facts, now);
    case 'suggest':
      return suggest(action, facts, now, own);
  }
}

/** Undefined where it stays with whoever has it. */
function assigneeOf({ to, onCall, policy }: ActionOf<'assignee'>, facts: AutomationFacts, now: number) {
  if (onCall === undefined && policy === undefined) return { to };
  const standing = facts.onCall(onCall === undefined ? { policy: policy! } : { schedule: onCall }, now);
  if (standing.agent !== null) return { to: standing.agent, found: { agent: standing.agent } };
  return { to, found: { agent: to ?? null, why: standing.why } };
}

/** Whoever has the ticket is not told of what they have just done themselves. */
function telling(action: ActionOf<'notify'>, { ticket }: AutomationFacts, answers: Happened | null): Made {
  const { audience } = action;
  const did = answers?.kind === 'event' && answers.event.actor.kind === 'agent' ? answers.event.actor.id : undefined;
  if (!audience.ticketAssignee || did === undefined || did !== ticket.now.assignee) return { kind: 'tell', told: action };
  const others = { ...audience, ticketAssignee: false };
  const isNobody = !climbs(others) && namesNobody(others);
  return isNobody ? none('whoever has the ticket did it themselves') : { kind: 'tell', told: { ...action, audience: others } };
}

const message = (messageId: string, visibility: 'internal' | 'public', text: string): Made =>
  change({ type: 'ticket.message', data: { messageId, visibility, text } });

function tierOf(to: SupportTier | 'next', at: SupportTier | null): SupportTier | null {
  if (to !== 'next') return to;
  return at === null ? 'L2' : (SUPPORT_TIERS[SUPPORT_TIERS.indexOf(at) + 1] ?? null);
}

function escalate({ to, kind, team }: ActionOf<'escalate'>, { now }: TicketState): Made {
  if (!isActive(now.status)) return none('it is resolved');
  const toTier = tierOf(to, now.supportTier);
  if (toTier === null) return none('there is no tier above L3');
  if (now.supportTier !== null && SUPPORT_TIERS.indexOf(toTier) <= SUPPORT_TIERS.indexOf(now.supportTier))
    return none(`it is at ${now.supportTier} already`);
  const escalated: Deed = { type: 'ticket.escalated', data: { toTier, kind, ...(team !== undefined && { to: team }) } };
  return now.assignee === null ? change(escalated) : change(escalated, { type: 'assignee.changed', data: { to: null } });
}

/** Where the customer is asked at all, and not too often. */
function survey({ survey: kind }: ActionOf<'survey'>, { ticket, surveys }: AutomationFacts, now: number, surveyId: string): Made {
  const held = heldBack({ ...surveys, ticket, now }, kind);
  return held === null ? change({ type: 'survey.requested', data: { survey: kind, surveyId } }) : none(held.words);
}

function link({ to, kind }: ActionOf<'link'>, facts: AutomationFacts, now: number): Made {
  const target = to === 'similar' ? similarTicket(facts, now)?.id : to;
  if (target === undefined) return none('the customer has no similar recent ticket');
  if (target === facts.ticket.id) return none('it is that very ticket');
  const isThere = facts.ticket.links.some((one) => one.to === target && one.kind === kind);
  return isThere ? none('it is linked so already') : change({ type: 'ticket.linked', data: { to: target, kind } });
}

function suggest({ article, url, similar }: ActionOf<'suggest'>, facts: AutomationFacts, now: number, own: string): Made {
  if (!similar) return message(own, 'internal', `Suggested article: ${article}${url === undefined ? '' : ` (${url})`}`);
  const found = similarTicket(facts, now);
  return found === null
    ? none('the customer has no similar recent ticket')
    : message(own, 'internal', `The customer had a similar ticket lately: ${found.id}. What solved it may help here.`);
}

/** The facts once the deeds are done. A text is not kept in them: nobody looks for words in what an automation wrote. */
export function withDeeds(facts: AutomationFacts, deeds: readonly Deed[], by: Actor, now: number): AutomationFacts {
  if (deeds.length === 0) return facts;
  // Folding changes a state in place, which is plain JSON.
  const ticket = JSON.parse(JSON.stringify(facts.ticket)) as TicketState;
  const at = Math.max(now, ticket.lastEvent?.at ?? 0);
  for (const [seq, deed] of deeds.entries())
    applyWithoutClocks(ticket, {
      ...deed,
      id: `shown:${seq}`,
      source: '~',
      at,
      seq,
      actor: by,
      ticket: ticket.id,
    });
  return { ...facts, ticket };
}
