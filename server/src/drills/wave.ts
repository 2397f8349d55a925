/**
 * The customers of a drill: what they would write, made from its row alone and so the same after a restart, and what of it they do write.
 * Their tickets come in by a connection of their own, by which they are told apart; once it is over they have a tag as well.
 */
import { type DrillScenario, drillTime, isSaid, type Pace, wallTime } from '@watchdesk/domain/drill';
import { type WaveMessage, waveOf } from '@watchdesk/simulator';
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
  readonly messages: readonly WaveMessage[];
  /** By their number in the wave. */
  readonly ticketIds: readonly string[];
}

const MINUTE_MS = 60_000;
/** Far above the numbers of the demonstration, and looking like them. */
const FIRST_NUMBER = 500_000;
const NUMBERS_EACH = 1_000;

const ticketId = (drill: number, ticket: number): string => `${SOURCE}:${FIRST_NUMBER + drill * NUMBERS_EACH + ticket}`;

type Of = Pick<Drill, 'number' | 'seed' | 'startedAt'> & { readonly scenario: DrillScenario };

/** Some hundred milliseconds of computing. */
export function waveFor({ number, seed, startedAt, scenario }: Of, centre: Centre): Wave {
  const { service, regions, share, minutes, onsetMinutes } = scenario;
  const durationMs = minutes * MINUTE_MS;
  const onsetMs = Math.min(durationMs, onsetMinutes * MINUTE_MS);
  const messages = waveOf({ centre, seed, at: startedAt, service, regions, share, durationMs, onsetMs });
  const tickets = messages.filter(({ ordinal }) => ordinal === 0).length;
  return { messages, ticketIds: Array.from({ length: tickets }, (_, ticket) => ticketId(number, ticket)) };
}

/**
 * The events of what is written after `from` and up to `to`, both in milliseconds of the drill since its start. `told`: when customers were
 * told publicly, on the wall. Whoever wrote no ticket does not ask for one.
 */
export function eventsBetween(
  { number, ...pace }: Pick<Drill, 'number' | keyof Pace>,
  { messages, ticketIds }: Wave,
  from: number,
  to: number,
  told: readonly number[],
): object[] {
  const known = told.map((at) => drillTime(pace, at));
  const said = ({ afterMs, ordinal, lot }: WaveMessage) => isSaid({ at: pace.startedAt + afterMs, isFirst: ordinal === 0, lot }, known);
  const silent = new Set(messages.filter((one) => one.ordinal === 0 && !said(one)).map(({ ticket }) => ticket));
  return messages
    .filter((one) => one.afterMs > from && one.afterMs <= to && !silent.has(one.ticket) && said(one))
    .flatMap((one) => eventsOf(number, pace, ticketIds[one.ticket]!, one));
}

/** Ids follow from the drill and the place in the wave, so that what is told again is told once. */
function eventsOf(
  number: number,
  pace: Pace,
  ticket: string,
  { ordinal, afterMs, requester, text, created, ticket: place }: WaveMessage,
): object[] {
  const at = wallTime(pace, pace.startedAt + afterMs);
  const id = `${number}-${place}-${ordinal}`;
  const common = { at, ticket, actor: { kind: 'customer', id: requester } };
  const message = { ...common, id: `${id}-text`, seq: 1, type: 'ticket.message', data: { messageId: id, visibility: 'public', text } };
  if (created === null) return [message];
  const { serviceSite, ...fields } = created;
  const data = { ...fields, requester, status: 'new', supportTier: 'L1', language: 'en', ...(serviceSite !== null && { serviceSite }) };
  return [{ ...common, id, seq: 0, type: 'ticket.created', data }, message];
}

/** A workspace has it from its first drill on. */
export async function ensureSource({ pool }: Pick<Postgres, 'pool'>, workspaceId: string): Promise<void> {
  await pool.query(
    `insert into connection (workspace_id, source, kind, label, writable) values ($1, $2, 'simulator', 'Drills', true) on conflict do nothing`,
    [workspaceId, SOURCE],
  );
}
