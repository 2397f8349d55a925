/**
 * Posting a notice: within the caller's transaction it is written down whom it is for and by which way, once for each; what waits there is put into messages
 * afterwards (gatherer.ts). Whoever is not reached has a line that says why.
 */
import {
  audience as audienceSchema,
  type AudienceInput,
  channelsOf,
  type Group,
  type Having,
  notice as noticeSchema,
  type Notice,
  peopleOf,
  waysFor,
} from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { ring } from '../store/postgres/index.ts';
import { type ChannelKind, GROUPS } from './channel-kinds.ts';
import { routesOf } from './channel-rows.ts';
import type { Colleague, People } from './people.ts';
import { addDeliveries, addNotice, addSteps, moveSteps, type NewDelivery, settleSteps, type Talk, toldOf } from './records.ts';

interface PostParts {
  readonly clock: Clock;
  readonly people: People;
  /** Why no letters go from a workspace; null where they go. */
  readonly mailFault: (client: pg.ClientBase, workspaceId: string) => Promise<string | null>;
}

/** After these nobody needs to be told any more that nobody has acknowledged: somebody has it in hand, or it is over. */
const SETTLES: ReadonlySet<Notice['event']> = new Set(['acknowledged', 'snoozed', 'resolved']);

/** Whether somebody can acknowledge it, so that there is a ladder for when nobody does. */
const hasLadder = ({ event, alertId }: Notice): boolean => event === 'fired' && alertId !== undefined;

export type Post = ReturnType<typeof createPost>;

export function createPost(parts: PostParts) {
  /** Adds those of a group to whom a notice goes. */
  async function address(tx: pg.ClientBase, workspaceId: string, id: string, notice: Notice, group: Group): Promise<void> {
    const { severity, ticketId, tickets = ticketId === undefined ? [] : [ticketId] } = notice;
    const everybody = await parts.people.of(tx, workspaceId);
    const isOfTicket = (group.ticketAssignee ?? false) || (group.ticketTeamLeads ?? false);
    const having = isOfTicket && tickets.length > 0 ? await havingOf(tx, workspaceId, tickets) : [];
    const assignees = [...new Set(having.flatMap(({ assignee }) => assignee ?? []))];
    const named = peopleOf(group, everybody, having);
    // Up the ladder there has to be somebody: of a role or team without people it is the administrators.
    const isInPlace = notice.event === 'escalated' && named.length + group.channels.length === 0;
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
      ...everybody.filter((one) => people.has(one.id)).flatMap((one) => waysOf(one, notice, mailFault)),
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
    const { ladder = [], ...group } = audienceSchema.parse(to);
    const now = parts.clock.now();
    const id = await addNotice(tx, workspaceId, notice, now);
    if (SETTLES.has(notice.event)) await settleSteps(tx, workspaceId, talkOf(notice));
    await address(tx, workspaceId, id, notice, await goingOn(tx, workspaceId, notice, group));
    if (!hasLadder(notice)) return;
    await addSteps(tx, workspaceId, id, ladder, now);
    const { thread, earlier = [] } = notice;
    if (earlier.length > 0) await moveSteps(tx, workspaceId, { thread, alerts: earlier }, id);
  }

  /** Tells the channels among those that were told which are of these kinds, and nobody else. Where none was told, nothing is posted. */
  async function tellChannels(tx: pg.ClientBase, workspaceId: string, given: Notice, isOf: (kind: ChannelKind) => boolean): Promise<void> {
    const notice = noticeSchema.parse(given);
    const channels = (await toldOf(tx, workspaceId, talkOf(notice))).channels.filter(({ kind }) => isOf(kind)).map(({ id }) => id);
    if (channels.length === 0) return;
    const id = await addNotice(tx, workspaceId, notice, parts.clock.now());
    await address(tx, workspaceId, id, notice, { people: [], roles: [], teams: [], channels });
  }

  return {
    post,

    /**
     * Ends what nobody needs to hear of any more: its ladder, and what programs and pagers keep of it, which are told by the last notice
     * that it is over. Where none was told, nothing is posted.
     */
    async settle(tx: pg.ClientBase, workspaceId: string, last: Notice): Promise<void> {
      await settleSteps(tx, workspaceId, talkOf(last));
      await tellChannels(tx, workspaceId, last, (kind) => !GROUPS[kind]);
    },

    /** Pagers that were called are told that somebody has it; the ladder goes on, as nobody has said here that they have seen it. */
    taken: (tx: pg.ClientBase, workspaceId: string, notice: Notice): Promise<void> =>
      tellChannels(tx, workspaceId, notice, (kind) => kind === 'pagerduty'),
  };
}

/** What a notice goes on with: of an alert its own notices and those of the alerts whose place it has taken, otherwise all of the thread. */
const talkOf = ({ thread, alertId, earlier = [] }: Notice): Talk => ({
  thread,
  alerts: alertId === undefined ? null : [alertId, ...earlier],
});

const isEmpty = ({ people, roles, teams, channels, ticketAssignee, ticketTeamLeads }: Group): boolean =>
  people.length + roles.length + teams.length + channels.length === 0 && !ticketAssignee && !ticketTeamLeads;

/**
 * What goes on with something is for those who know of it, whoever the rule names by now; where nobody does, for those whom it names. A further step of it is for
 * both.
 */
async function goingOn(tx: pg.ClientBase, workspaceId: string, notice: Notice, named: Group): Promise<Group> {
  const { event, thread, earlier = [] } = notice;
  const isOver = SETTLES.has(event);
  if (!isOver && (event !== 'fired' || earlier.length === 0)) return named;
  const told = await toldOf(tx, workspaceId, isOver ? talkOf(notice) : { thread, alerts: earlier });
  const [people, channels] = [told.people, told.channels.map(({ id }) => id)];
  if (people.length + channels.length === 0) return named;
  if (isOver) return { people, roles: [], teams: [], channels };
  return { ...named, people: [...new Set([...named.people, ...people])], channels: [...new Set([...named.channels, ...channels])] };
}

/** The lines of one person: of each way one, also of those that are not theirs. */
function waysOf({ id, email, preferences }: Colleague, { severity }: Notice, mailFault: string | null): NewDelivery[] {
  const ways = waysFor(preferences, severity);
  const mail = (): Pick<NewDelivery, 'state' | 'reason'> => {
    if (!ways.includes('mail')) return { state: 'nowhere', reason: `by their preferences nothing that is ${severity} goes by mail` };
    if (email === null) return { state: 'nowhere', reason: 'they have no address' };
    return mailFault === null ? { state: 'waiting', reason: null } : { state: 'nowhere', reason: mailFault };
  };
  const inbox = ways.includes('inbox')
    ? ({ state: 'there', reason: null } as const)
    : ({ state: 'nowhere', reason: `by their preferences nothing that is ${severity} goes to the inbox` } as const);
  return [
    { way: 'inbox', recipient: id, ...inbox },
    { way: 'mail', recipient: id, ...mail() },
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
