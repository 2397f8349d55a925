/** Whom a notice is for and by which way, once for each: made of what is known of people, channels and tickets, for one notice as for thousands. */
import {
  channelsOf,
  type Group,
  type Having,
  namesNobody,
  type Notice,
  peopleOf,
  type Route,
  WAYS,
  waysFor,
} from '@watchdesk/domain/notification';
import { pagedOf, type Standing } from './on-call.ts';
import type { Colleague } from './people.ts';
import type { NewDelivery } from './records.ts';

/** What is read once for all notices that are posted together. */
export interface Around {
  readonly everybody: readonly Colleague[];
  /** By ticket, who has it. */
  readonly having: ReadonlyMap<string, Having>;
  readonly routes: ReadonlyMap<string, Route & { readonly off: string | null }>;
  /** Why no letters go from the workspace; null where they go. */
  readonly mailFault: string | null;
  /** By schedule. */
  readonly standing: ReadonlyMap<string, Standing>;
}

/** Whose `having` is asked for. */
export const ticketsOf = ({ ticketId, tickets = ticketId === undefined ? [] : [ticketId] }: Notice, group: Group): readonly string[] =>
  (group.ticketAssignee ?? false) || (group.ticketTeamLeads ?? false) ? tickets : [];

/** A line for each way of each of a group, also of those that are not reached, with the reason; at least one. */
export function addressed(notice: Notice, group: Group, { everybody, mailFault, ...around }: Around): NewDelivery[] {
  const { severity } = notice;
  const having = distinct(ticketsOf(notice, group).flatMap((ticket) => around.having.get(ticket) ?? []));
  const assignees = [...new Set(having.flatMap(({ assignee }) => assignee ?? []))];
  const paged = pagedOf(group.onCall ?? [], around.standing, everybody);
  const named = [...new Set([...peopleOf(group, everybody, having), ...paged.by.keys()])];
  const routes = [...new Set(group.channels)].flatMap((id) => around.routes.get(id) ?? []);
  const { take, below, unknown } = channelsOf(group, routes, severity);
  const off = new Map(routes.flatMap((one) => (one.off === null ? [] : [[one.id, one.off] as const])));
  // Where nobody is on call it is the administrators, whoever else is named; and up the ladder where nobody would hear: of a role without people, or a channel that takes nothing.
  const isHeard = named.length > 0 || take.some((channel) => !off.has(channel));
  const isInPlace = paged.missed.length > 0 || (notice.event === 'escalated' && !isHeard);
  const administrators = isInPlace ? everybody.flatMap(({ id: one, role }) => (role === 'admin' ? [one] : [])) : [];
  const people = new Set([...named, ...administrators]);
  const deliveries = [
    ...everybody.filter((one) => people.has(one.id)).flatMap((one) => waysOf(one, notice, mailFault, paged.by.get(one.id))),
    ...take.map((channel): NewDelivery => {
      const fault = off.get(channel);
      return fault === undefined
        ? { way: 'channel', recipient: channel, state: 'waiting', reason: null }
        : nowhere('channel', channel, fault);
    }),
    ...below.map((channel) => nowhere('channel', channel, `the channel takes nothing that is only ${severity}`)),
    ...unknown.map((channel) => nowhere('none', channel, 'there is no such channel any more')),
    ...group.people.filter((person) => !people.has(person)).map((person) => nowhere('none', person, 'they do not belong to the workspace')),
    ...(group.ticketAssignee ? ofAssignees(assignees, everybody).map((reason) => nowhere('none', 'assignee', reason)) : []),
    ...paged.missed.map(([schedule, reason]) => nowhere('none', schedule, reason)),
    ...(isInPlace ? [nowhere('none', '', 'of those whom it was for there is nobody; administrators are told in their place')] : []),
  ];
  if (deliveries.length > 0) return deliveries;
  return [nowhere('none', '', namesNobody(group) ? 'it tells nobody' : 'of those whom it was for there is nobody')];
}

const nowhere = (way: NewDelivery['way'], recipient: string, reason: string): NewDelivery => ({ way, recipient, state: 'nowhere', reason });

const distinct = (having: readonly Having[]): Having[] => [
  ...new Map(having.map((one) => [JSON.stringify([one.assignee, one.team]), one])).values(),
];

/** The lines of one person: of each way one, also of those that are not theirs. Whoever is on call is told by mail, whatever they prefer: at night nobody looks into an inbox. */
function waysOf({ id, email, preferences }: Colleague, { severity }: Notice, mailFault: string | null, onCall?: string): NewDelivery[] {
  const chosen = waysFor(preferences, severity);
  const ways = onCall === undefined ? chosen : chosen.length === 0 ? WAYS : [...new Set([...chosen, 'mail' as const])];
  const mail = (): Pick<NewDelivery, 'state' | 'reason'> => {
    if (!ways.includes('mail')) return { state: 'nowhere', reason: `by their preferences nothing that is ${severity} goes by mail` };
    if (email === null) return { state: 'nowhere', reason: 'they have no address' };
    return mailFault === null ? { state: 'waiting', reason: null } : { state: 'nowhere', reason: mailFault };
  };
  const inbox = ways.includes('inbox')
    ? ({ state: 'there', reason: null } as const)
    : ({ state: 'nowhere', reason: `by their preferences nothing that is ${severity} goes to the inbox` } as const);
  return [
    { way: 'inbox', recipient: id, ...inbox, ...(onCall !== undefined && { onCall }) },
    { way: 'mail', recipient: id, ...mail(), ...(onCall !== undefined && { onCall }) },
  ];
}

/** Why of the assignees somebody is not told; at most one reason. */
function ofAssignees(assignees: readonly string[], everybody: readonly Colleague[]): string[] {
  if (assignees.length === 0) return ['nobody had the ticket'];
  const without = assignees.filter((one) => !everybody.some(({ agentId }) => agentId === one));
  if (without.length === 0) return [];
  const [who, has] =
    without.length === 1 ? [`the agent ${without[0]}`, 'has'] : [`${without.length} agents (${without.slice(0, 5).join(', ')} …)`, 'have'];
  return [`${who}, who had the ticket, ${has} no account here`];
}
