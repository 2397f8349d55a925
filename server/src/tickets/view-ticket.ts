/** One ticket whole: its row, its state with names in the place of ids, its customer, and whether it can be worked on here. */
import { holdersOf, type TicketState } from '@watchdesk/domain/ticket';
import { type Sight, sightSql } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import type { Commands, OrderView } from '../connectors/runtime/index.ts';
import { type NamedKind, type Names, namesOf } from '../directory/index.ts';
import { Refusal } from '../errors.ts';
import { type PackedState, unpackState } from '../store/packed-state.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { ACTIONS, type ActionName } from './actions.ts';
import { customerContext } from './customer-context.ts';
import { ORDERED } from './orders.ts';
import { surveyWords } from './survey-words.ts';
import { type TicketRow, ticketRows } from './ticket-rows.ts';

/** Of one that is out of sight the same is said as of one that is not there. */
export const noSuchTicket = (id: string, sight: Sight) =>
  new Refusal(
    'not_found',
    `There is no ticket ${id}${sight.to === 'all' ? '' : ' among those you see: of your teams, of no team, and your own'}.`,
  );

const iso = (ms: number) => new Date(ms).toISOString();
const isoOrNull = (ms: number | null) => (ms === null ? null : iso(ms));

export interface ViewParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly commands: Commands;
}

export async function viewTicket(parts: ViewParts, workspaceId: string, sight: Sight, id: string) {
  const { postgres, clock, commands } = parts;
  const { pool } = postgres;
  const seen = sightSql(sight, 2);
  const { rows } = await pool.query<{ state: PackedState }>(
    `select t.state from ticket t where t.workspace_id = $1 and t.id = $2 and t.state is not null and ${seen.text}`,
    [workspaceId, id, ...seen.values],
  );
  const state = rows[0] && unpackState(rows[0].state);
  const [row] = await ticketRows(pool, workspaceId, [id]);
  if (!state || !row) throw noSuchTicket(id, sight);
  const asked = await commands.of(workspaceId, id);
  const [names, words, customer, connection] = await Promise.all([
    namesOf(pool, workspaceId, [...mentionedIn(state), ...mentionedInOrders(asked)]),
    surveyWords(postgres, workspaceId, state),
    state.now.requester === null ? null : customerContext(postgres, workspaceId, sight, state.now.requester, id),
    connectionOf(parts, workspaceId, sourceOf(id)),
  ]);
  const orders = asked.map((one) => orderOf(one, names));
  return { ticket: { ...row, ...detailOf(state, row, names, words, clock.now()) }, customer, connection, orders };
}

/** What is out of sight is not there. */
export async function refuseUnseen({ pool }: Postgres, workspaceId: string, sight: Sight, id: string): Promise<void> {
  const seen = sightSql(sight, 2);
  const { rowCount } = await pool.query(`select from ticket t where t.workspace_id = $1 and t.id = $2 and ${seen.text}`, [
    workspaceId,
    id,
    ...seen.values,
  ]);
  if (rowCount === 0) throw noSuchTicket(id, sight);
}

/** Tickets that were merged into this one, directly or through another, and still are. */
export function absorbedNow({ id, absorbed }: Pick<TicketState, 'id' | 'absorbed'>): string[] {
  const endsHere = (child: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | null = child; at !== null && !seen.has(at); at = absorbed[at]?.mergedInto ?? null) {
      if (at === id) return true;
      seen.add(at);
    }
    return false;
  };
  return Object.keys(absorbed).filter(endsHere);
}

/** The part of an id before the colon. */
export const sourceOf = (ticketId: string): string => ticketId.slice(0, Math.max(0, ticketId.indexOf(':')));

interface ConnectionOfTicket {
  readonly source: string;
  readonly label: string;
  /** What people do to its tickets is events, and holds at once. */
  readonly writable: boolean;
  /** It is asked of the help desk, and holds once that says so. */
  readonly isOrdered: boolean;
  /** The id of the connection where that could be switched on; null where it is on, or the help desk takes nothing. */
  readonly ordersOffAt: string | null;
  readonly actions: readonly ActionName[];
}

/** How the tickets of a source came in, and what can be done to them here. A source nobody registered is read-only. */
export async function connectionOf(
  { postgres: { pool }, commands }: Pick<ViewParts, 'postgres' | 'commands'>,
  workspaceId: string,
  source: string,
): Promise<ConnectionOfTicket> {
  const { rows } = await pool.query<{ label: string; writable: boolean }>(
    'select label, writable from connection where workspace_id = $1 and source = $2',
    [workspaceId, source],
  );
  const { label, writable } = { label: source, writable: false, ...rows[0] };
  const { isOn: isOrdered, offAt: ordersOffAt } = writable ? { isOn: false, offAt: null } : await commands.areTaken(workspaceId, source);
  return { source, label, writable, isOrdered, ordersOffAt, actions: writable ? ACTIONS : isOrdered ? ORDERED : [] };
}

function orderOf({ command, agent, by, action, ...order }: OrderView, names: Names) {
  return {
    ...order,
    // Tags are changed by automations alone.
    action: action as ActionName | 'tag',
    by: names.of('agent', agent)?.name ?? by,
    text: 'text' in command ? command.text : null,
    to: 'to' in command && command.to !== null ? (names.of('agent', command.to)?.name ?? command.to) : null,
    tags: command.kind === 'tag' ? { added: [...command.added], removed: [...command.removed] } : null,
    team: 'team' in command ? (names.of('team', command.team ?? null)?.name ?? null) : null,
  };
}

function* mentionedInOrders(orders: readonly OrderView[]): Generator<readonly [NamedKind, string | null]> {
  for (const { agent, command } of orders) {
    yield ['agent', agent];
    if (command.kind === 'assign') yield* people({ agent: command.to, team: command.team ?? null });
  }
}

function* mentionedIn({
  now,
  createdBy,
  cycles,
  segments,
  waits,
  escalations,
  surveys,
  pauses,
  firstReply,
  firstAnswer,
  lastReply,
}: TicketState): Generator<readonly [NamedKind, string | null]> {
  yield ['site', now.serviceSite];
  if (createdBy.kind === 'agent') yield ['agent', createdBy.id];
  if (createdBy.kind === 'customer') yield ['customer', createdBy.id];
  for (const { resolvedBy } of cycles) if (resolvedBy) yield* people(resolvedBy);
  for (const { team, assignee } of segments) yield* people({ team, agent: assignee });
  for (const wait of waits) yield* people(wait);
  for (const { fromTeam, toTeam, fromAgent } of escalations)
    yield* [...people({ team: fromTeam, agent: fromAgent }), ...people({ team: toTeam, agent: null })];
  for (const { agent } of surveys) yield ['agent', agent];
  for (const { by } of pauses) yield ['agent', by];
  for (const reply of [firstReply, firstAnswer, lastReply]) if (reply) yield* people(reply);
}

const people = ({ agent, team }: { agent: string | null; team: string | null }): (readonly [NamedKind, string | null])[] => [
  ['agent', agent],
  ['team', team],
];

function detailOf(state: TicketState, row: TicketRow, names: Names, words: Awaited<ReturnType<typeof surveyWords>>, now: number) {
  const agent = (id: string | null) => names.of('agent', id);
  const team = (id: string | null) => names.of('team', id);
  const seconds = (from: number, to: number | null) => Math.max(0, (to ?? now) - from) / 1000;
  const reply = (one: TicketState['lastReply']) =>
    one && { at: iso(one.at), kind: one.kind, agent: agent(one.agent), team: team(one.team), messageId: one.messageId };
  const { createdBy } = state;
  const creator = createdBy.kind === 'agent' || createdBy.kind === 'customer' ? names.of(createdBy.kind, createdBy.id) : null;
  return {
    createdBy: { ...createdBy, name: creator?.name ?? null },
    language: state.now.language,
    serviceSite: names.of('site', state.now.serviceSite),
    customFields: state.customFields,
    deleted: state.deleted,
    spam: state.spam,
    mergedInto: state.mergedInto,
    absorbed: absorbedNow(state),
    splitFrom: state.splitFrom,
    links: state.links,
    cycles: state.cycles.map(({ ordinal, startedAt, startedBy, resolvedAt, resolvedBy, replies }) => ({
      ordinal,
      startedAt: iso(startedAt),
      startedBy,
      resolvedAt: isoOrNull(resolvedAt),
      resolvedBy: resolvedBy && { kind: resolvedBy.kind, agent: agent(resolvedBy.agent), team: team(resolvedBy.team) },
      replies,
    })),
    segments: state.segments.map((segment) => ({
      ...segment,
      from: iso(segment.from),
      to: isoOrNull(segment.to),
      team: team(segment.team),
      assignee: agent(segment.assignee),
      seconds: seconds(segment.from, segment.to),
    })),
    waits: state.waits.map(({ ordinal, cycle, from, to, kind, closedBy, ...wait }) => ({
      ordinal,
      cycle,
      from: iso(from),
      to: isoOrNull(to),
      kind,
      closedBy,
      agent: agent(wait.agent),
      team: team(wait.team),
      seconds: seconds(from, to),
    })),
    escalationLog: state.escalations.map(({ cycle: _, fromTeam, toTeam, fromAgent, at, ...escalation }) => ({
      ...escalation,
      at: iso(at),
      fromTeam: team(fromTeam),
      toTeam: team(toTeam),
      fromAgent: agent(fromAgent),
    })),
    surveys: state.surveys.map((survey) => ({
      surveyId: survey.surveyId,
      survey: survey.survey,
      requestedAt: isoOrNull(survey.requestedAt),
      answeredAt: isoOrNull(survey.answeredAt),
      score: survey.score,
      scale: survey.scale,
      ...words(survey),
      agent: agent(survey.agent),
    })),
    pauses: state.pauses.map(({ from, to, reason, by }) => ({ from: iso(from), to: isoOrNull(to), reason, by: agent(by) })),
    counts: state.counts,
    firstReply: reply(state.firstReply),
    firstAnswer: reply(state.firstAnswer),
    lastReply: reply(state.lastReply),
    handoffAt: isoOrNull(state.handoffAt),
    holders: holdersOf(state, now).map(({ holder, id, seconds: held }) => ({
      holder,
      id,
      name: holderName(holder, id, row, names),
      seconds: held,
    })),
    eventCount: state.eventCount,
  };
}

function holderName(holder: ReturnType<typeof holdersOf>[number]['holder'], id: string | null, row: TicketRow, names: Names): string {
  switch (holder) {
    case 'agent':
    case 'team':
      return names.of(holder, id)?.name ?? 'Unknown';
    case 'unassigned':
      return 'Nobody';
    case 'customer':
      return row.requester?.name ?? 'Customer';
    case 'third_party':
      return 'A third party';
  }
}
