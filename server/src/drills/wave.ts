/**
 * The customers of a drill and the simulated agents who answer them: what they would write, made from its row alone and so the same after a
 * restart, and what of it they do write. Their tickets come in by a connection of their own, by which they are told apart; once it is over
 * they have a tag as well.
 */
import {
  type Answer,
  conversationsOf,
  type CrewMember,
  type DrillScenario,
  drillTime,
  type Intervention,
  type Message,
  type Pace,
  type Setting,
  wallTime,
} from '@watchdesk/domain/drill';
import { type IncidentState, isOver } from '@watchdesk/domain/incident';
import { crewOf, type Wave as Written, type WaveMessage, waveOf } from '@watchdesk/simulator';
import type { Postgres } from '../store/postgres/index.ts';
import type { Drill } from './records.ts';

export const SOURCE = 'drill';
export const TAG = 'drill';

/** Whose customers they are: the seed and the beginning of the simulated centre. */
export interface Centre {
  readonly seed: number;
  readonly startAt: number;
}

export interface Wave {
  readonly messages: readonly (WaveMessage & Message)[];
  readonly replyTo: Written['replyTo'];
  readonly crew: readonly CrewMember[];
  /** By their number in the wave. */
  readonly ticketIds: readonly string[];
}

/** What has been done so far that they know of, on the wall. */
export type Met = Pick<Setting<Message>, 'told' | 'turns' | 'interventions'>;

export const NO_WAVE: Wave = { messages: [], replyTo: () => '', crew: [], ticketIds: [] };

const MINUTE_MS = 60_000;
/** Far above the numbers of the demonstration, and looking like them. */
const FIRST_NUMBER = 500_000;
const NUMBERS_EACH = 1_000;
const LIVE: ReadonlySet<string> = new Set(['chat', 'phone', 'bot', 'social']);

const ticketId = (drill: number, ticket: number): string => `${SOURCE}:${FIRST_NUMBER + drill * NUMBERS_EACH + ticket}`;

type Of = Pick<Drill, 'number' | 'seed' | 'startedAt'> & { readonly scenario: DrillScenario };

/** Some hundred milliseconds of computing. `visitors`: agents as whom people come, and who say only what people say. */
export function waveFor({ number, seed, startedAt, scenario }: Of, centre: Centre, visitors: readonly string[]): Wave {
  const { service, regions, share, minutes, onsetMinutes } = scenario;
  const durationMs = minutes * MINUTE_MS;
  const onsetMs = Math.min(durationMs, onsetMinutes * MINUTE_MS);
  const { messages, replyTo } = waveOf({ centre, seed, at: startedAt, service, regions, share, durationMs, onsetMs });
  const live = new Set(messages.flatMap(({ ticket, created }) => (created && LIVE.has(created.channel) ? [ticket] : [])));
  const tickets = messages.filter(({ ordinal }) => ordinal === 0).length;
  return {
    messages: messages.map((one) => ({ ...one, at: startedAt + one.afterMs, isFirst: one.ordinal === 0, isLive: live.has(one.ticket) })),
    replyTo,
    crew: crewOf(centre, startedAt, visitors),
    ticketIds: Array.from({ length: tickets }, (_, ticket) => ticketId(number, ticket)),
  };
}

/** The events of what is said after `from` and up to `to`, both in milliseconds of the drill since its start. */
export function eventsBetween(
  { number, ...pace }: Pick<Drill, 'number' | keyof Pace>,
  { messages, replyTo, crew, ticketIds }: Wave,
  from: number,
  to: number,
  met: Met,
): Told[] {
  const inDrill = <T extends { readonly at: number }>(one: T): T => ({ ...one, at: drillTime(pace, one.at) });
  const { startedAt } = pace;
  const setting = {
    messages,
    crew,
    told: met.told.map((at) => drillTime(pace, at)),
    turns: met.turns.map(inDrill),
    interventions: met.interventions.map(inDrill),
  };
  return conversationsOf(setting, startedAt + to)
    .filter(({ at }) => at > startedAt + from)
    .flatMap((said) => {
      const at = wallTime(pace, said.at);
      return 'message' in said
        ? messageEvents({ drill: number, ticketIds, at }, said.message, said.reopens)
        : answerEvents({ drill: number, ticketIds, at }, said.answer, replyTo);
    });
}

/** An event for the door. */
interface Told {
  readonly at: number;
  readonly [field: string]: unknown;
}

interface Telling extends Pick<Wave, 'ticketIds'> {
  readonly drill: number;
  /** On the wall. */
  readonly at: number;
}

/** Ids follow from the drill and the place in the wave, so that what is told again is told once. */
function messageEvents({ drill, ticketIds, at }: Telling, message: WaveMessage, reopens: boolean): Told[] {
  const { ordinal, requester, text, created, ticket } = message;
  const id = `${drill}-${ticket}-${ordinal}`;
  const common = { at, ticket: ticketIds[ticket]!, actor: { kind: 'customer', id: requester } };
  const said = { ...common, id: `${id}-text`, seq: 1, type: 'ticket.message', data: { messageId: id, visibility: 'public', text } };
  if (created !== null) {
    const { serviceSite, ...fields } = created;
    const data = { ...fields, requester, status: 'new', supportTier: 'L1', language: 'en', ...(serviceSite !== null && { serviceSite }) };
    return [{ ...common, id, seq: 0, type: 'ticket.created', data }, said];
  }
  if (!reopens) return [said];
  return [said, { ...common, id: `${id}-open`, seq: 2, type: 'status.changed', data: { to: 'open', reason: 'Reopened by the customer' } }];
}

function answerEvents({ drill, ticketIds, at }: Telling, { ticket, place, kind, agent, from }: Answer, replyTo: Wave['replyTo']): Told[] {
  const id = `${drill}-${ticket}-reply-${place}`;
  const common = { at, ticket: ticketIds[ticket]!, actor: { kind: 'agent', id: agent } };
  const text = replyTo(ticket, kind, place, agent);
  const to = kind === 'over' ? 'resolved' : place === 0 ? 'open' : null;
  return [
    ...(from === agent ? [] : [{ ...common, id: `${id}-whose`, seq: 0, type: 'assignee.changed', data: { to: agent } }]),
    { ...common, id: `${id}-text`, seq: 1, type: 'ticket.message', data: { messageId: id, visibility: 'public', text } },
    ...(to === null ? [] : [{ ...common, id: `${id}-status`, seq: 2, type: 'status.changed', data: { to } }]),
  ];
}

export const turnsOf = (state: IncidentState | undefined): Met['turns'] =>
  (state?.statuses ?? []).map(({ at, to }) => ({ at, isResolved: isOver(to) }));

/** What a person did to a ticket, as far as the simulated agents keep off it for that; null where they go on. */
export function kindOfDeed(
  type: string,
  { visibility, to }: { readonly visibility?: string; readonly to?: unknown },
  crew: Wave['crew'],
): Intervention['kind'] | null {
  if (type === 'ticket.message') return visibility === 'public' ? 'answered' : null;
  if (type === 'status.changed') return to === 'resolved' || to === 'closed' ? 'resolved' : null;
  return to == null || crew.some(({ id }) => id === to) ? null : 'taken';
}

/** A workspace has it from its first drill on. */
export async function ensureSource({ pool }: Pick<Postgres, 'pool'>, workspaceId: string): Promise<void> {
  await pool.query(
    `insert into connection (workspace_id, source, kind, label, writable) values ($1, $2, 'simulator', 'Drills', true) on conflict do nothing`,
    [workspaceId, SOURCE],
  );
}
