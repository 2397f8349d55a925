/**
 * Posting a notice: within the caller's transaction it is written down whom it is for and by which way, once for each; what waits there is put into messages
 * afterwards (gatherer.ts). Whoever is not reached has a line that says why.
 */
import {
  type Audience,
  audience as audienceSchema,
  type AudienceInput,
  channelsOf,
  type Group,
  type Having,
  notice as noticeSchema,
  type Notice,
  peopleOf,
  WAYS,
  waysFor,
} from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { ring } from '../store/postgres/index.ts';
import { GROUPS } from './channel-kinds.ts';
import { routesOf } from './channel-rows.ts';
import type { Colleague, People } from './people.ts';
import { NOBODY_ON_CALL, type OnCallSource, pagedOf } from './on-call.ts';
import { addDeliveries, addNotice, addSteps, type NewDelivery, settleSteps, toldOf } from './records.ts';

interface PostParts {
  readonly clock: Clock;
  readonly people: People;
  /** Why no letters go from a workspace; null where they go. */
  readonly mailFault: (client: pg.ClientBase, workspaceId: string) => Promise<string | null>;
  readonly onCall?: OnCallSource | undefined;
}

/** After these nobody needs to be told any more that nobody has acknowledged: somebody has it in hand, or it is over. */
const SETTLES: ReadonlySet<Notice['event']> = new Set(['acknowledged', 'snoozed', 'resolved']);

/** Whether somebody can acknowledge it, so that there is a ladder for when nobody does. */
const hasLadder = ({ event, alertId }: Notice): boolean => event === 'fired' && alertId !== undefined;

export type Post = ReturnType<typeof createPost>;

export function createPost(parts: PostParts) {
  const onCall = parts.onCall ?? NOBODY_ON_CALL;

  /** Adds those of a group to whom a notice goes. */
  async function address(tx: pg.ClientBase, workspaceId: string, id: string, notice: Notice, group: Group): Promise<void> {
    const { severity, ticketId, tickets = ticketId === undefined ? [] : [ticketId] } = notice;
    const everybody = await parts.people.of(tx, workspaceId);
    const isOfTicket = (group.ticketAssignee ?? false) || (group.ticketTeamLeads ?? false);
    const having = isOfTicket && tickets.length > 0 ? await havingOf(tx, workspaceId, tickets) : [];
    const assignees = [...new Set(having.flatMap(({ assignee }) => assignee ?? []))];
    const paged = await pagedOf(onCall, tx, workspaceId, group.onCall ?? [], everybody, parts.clock.now());
    const named = [...new Set([...peopleOf(group, everybody, having), ...paged.by.keys()])];
    // Up the ladder, and of those on call, there has to be somebody: of a role or team without people, or in a gap, it is the administrators.
    const hasToBe = notice.event === 'escalated' || (group.onCall?.length ?? 0) > 0;
    const isInPlace = hasToBe && named.length + group.channels.length === 0;
    const people = new Set(isInPlace ? everybody.flatMap(({ id: one, role }) => (role === 'admin' ? [one] : [])) : named);
    const routes = group.channels.length > 0 ? await routesOf(tx, workspaceId, group.channels) : [];
    const { take, below, unknown } = channelsOf(group, routes, severity);
    const off = new Map(routes.flatMap((one) => (one.off === null ? [] : [[one.id, one.off] as const])));
    const mailFault = people.size > 0 ? await parts.mailFault(tx, workspaceId) : null;
    const nowhere = (way: NewDelivery['way'], recipient: string, reason: string): NewDelivery => ({
      way,
      recipient,
      state: 'nowhere',
      reason,
    });
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
      ...group.people
        .filter((person) => !people.has(person))
        .map((person) => nowhere('none', person, 'they do not belong to the workspace')),
      ...(group.ticketAssignee ? ofAssignees(assignees, everybody).map((reason) => nowhere('none', 'assignee', reason)) : []),
      ...paged.missed.map(([schedule, reason]) => nowhere('none', schedule, reason)),
      ...(isInPlace ? [nowhere('none', '', 'of those whom it was for there is nobody; administrators are told in their place')] : []),
    ];
    const found =
      deliveries.length > 0
        ? deliveries
        : [nowhere('none', '', isEmpty(group) ? 'it tells nobody' : 'of those whom it was for there is nobody')];
    await addDeliveries(tx, workspaceId, id, found, parts.clock.now());
    if (people.size > 0) await ring(tx, 'inbox', workspaceId);
  }

  async function post(tx: pg.ClientBase, workspaceId: string, given: Notice, to: AudienceInput): Promise<void> {
    const notice = noticeSchema.parse(given);
    const { ladder = [], ...group } = await withPolicy(tx, workspaceId, audienceSchema.parse(to));
    const now = parts.clock.now();
    const id = await addNotice(tx, workspaceId, notice, now);
    if (SETTLES.has(notice.event)) await settleSteps(tx, workspaceId, notice.thread);
    await address(tx, workspaceId, id, notice, SETTLES.has(notice.event) ? await toldGroup(tx, workspaceId, notice.thread, group) : group);
    if (hasLadder(notice)) await addSteps(tx, workspaceId, id, ladder, now);
  }

  /** With the policy it goes by, as that is now; who is named besides is told at once, and by steps of the same moment. */
  async function withPolicy(tx: pg.ClientBase, workspaceId: string, { policy, ...own }: Audience): Promise<Omit<Audience, 'policy'>> {
    const given = policy === undefined ? null : await onCall.audienceOf(tx, workspaceId, policy);
    if (policy === undefined) return own;
    // Of a policy that is gone nobody else would hear: those on call of a schedule that is not there are the administrators.
    if (!given) return { ...own, onCall: [...(own.onCall ?? []), policy] };
    const { ladder = [], ...first } = audienceSchema.parse(given);
    return { ...joinedGroups(own, first), ladder: [...(own.ladder ?? []), ...ladder] };
  }

  /**
   * Ends a thread of which nobody needs to hear any more: its ladder, and what programs and pagers keep of it, which are told by the last notice
   * that it is over. Where none was told, nothing is posted.
   */
  async function settle(tx: pg.ClientBase, workspaceId: string, thread: string, last?: Notice): Promise<void> {
    await settleSteps(tx, workspaceId, thread);
    if (!last) return;
    const channels = (await toldOf(tx, workspaceId, thread)).channels.filter(({ kind }) => !GROUPS[kind]).map(({ id }) => id);
    if (channels.length === 0) return;
    const notice = noticeSchema.parse(last);
    const id = await addNotice(tx, workspaceId, notice, parts.clock.now());
    await address(tx, workspaceId, id, notice, { people: [], roles: [], teams: [], channels });
  }

  return { post, settle };
}

const isEmpty = ({ people, roles, teams, channels, onCall = [], ticketAssignee, ticketTeamLeads }: Group): boolean =>
  people.length + roles.length + teams.length + channels.length + onCall.length === 0 && !ticketAssignee && !ticketTeamLeads;

/** Those of either. */
const joinedGroups = (one: Group, other: Group): Group => ({
  people: [...one.people, ...other.people],
  roles: [...one.roles, ...other.roles],
  teams: [...one.teams, ...other.teams],
  channels: [...one.channels, ...other.channels],
  onCall: [...(one.onCall ?? []), ...(other.onCall ?? [])],
  ticketAssignee: (one.ticketAssignee ?? false) || (other.ticketAssignee ?? false),
  ticketTeamLeads: (one.ticketTeamLeads ?? false) || (other.ticketTeamLeads ?? false),
});

/** What goes on with a thread is for those who know of it, whoever the rule names by now; where nobody does, for those whom it names. */
async function toldGroup(tx: pg.ClientBase, workspaceId: string, thread: string, named: Group): Promise<Group> {
  const { people, channels } = await toldOf(tx, workspaceId, thread);
  if (people.length + channels.length === 0) return named;
  return { people, roles: [], teams: [], channels: channels.map(({ id }) => id) };
}

/** The lines of one person: of each way one, also of those that are not theirs. Whoever is on call is told by some way, whatever they prefer. */
function waysOf({ id, email, preferences }: Colleague, { severity }: Notice, mailFault: string | null, onCall?: string): NewDelivery[] {
  const chosen = waysFor(preferences, severity);
  const ways = onCall !== undefined && chosen.length === 0 ? WAYS : chosen;
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

async function havingOf(tx: pg.ClientBase, workspaceId: string, tickets: readonly string[]): Promise<Having[]> {
  const { rows } = await tx.query<Having>('select distinct assignee, team from ticket where workspace_id = $1 and id = any($2)', [
    workspaceId,
    tickets,
  ]);
  return rows;
}
