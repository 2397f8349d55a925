/** How a connection is: what it does, how far it is, how late, and whether it has gone silent. */
import type pg from 'pg';
import type { Connector } from '../connector.ts';
import { type Linked, streamsOf, type StreamState } from './records.ts';

export interface StreamHealth {
  readonly stream: string;
  readonly pages: number;
  readonly items: number;
  readonly events: number;
  /** Until when it is read, of the time over there. */
  readonly upTo: string | null;
  readonly filledAt: string | null;
  /** How much of the back-fill is done, 0 to 1; null where the pages do not say until when they are. */
  readonly fraction: number | null;
}

export interface ConnectionHealth {
  /** `behind`: connected, and the last turns failed; `held_off`: the system said when to come back; `silent`: no event for longer than is usual for it. */
  readonly state: 'back_filling' | 'live' | 'paused' | 'behind' | 'held_off' | 'credentials' | 'silent' | 'removing';
  readonly failure: {
    readonly message: string;
    readonly kind: string;
    readonly at: string;
    readonly times: number;
    readonly nextAt: string;
  } | null;
  /** Until when it waits for the limits of the system; null when it does not. */
  readonly waitsUntil: string | null;
  /** When everything was last read up to then. */
  readonly readAt: string | null;
  /** Seconds since everything was read up to now; null before the back-fill is done. */
  readonly lagSeconds: number | null;
  /** When the newest event that it told of happened, and when an event last came in. */
  readonly lastEventAt: string | null;
  readonly lastArrivalAt: string | null;
  readonly webhook: { readonly lastAt: string | null; readonly refusedAt: string | null; readonly refusedReason: string | null };
  readonly streams: readonly StreamHealth[];
  readonly backFill: {
    readonly isDone: boolean;
    readonly items: number;
    readonly events: number;
    readonly startedAt: string | null;
    /** Of the stream that is being read now; what comes after it is not counted where `streamsLeft` is above 0. */
    readonly estimatedEndAt: string | null;
    readonly streamsLeft: number;
  };
  readonly isMappingAgain: boolean;
  readonly deadLetters: number;
  /** Payloads and hints that wait. */
  readonly waiting: number;
}

export async function healthOf(pool: pg.Pool, linked: Linked, connector: Connector | undefined, now: number): Promise<ConnectionHealth> {
  const { workspaceId, id } = linked;
  const streams = await streamsOf(pool, workspaceId, id, connector?.streams ?? []);
  const { rows } = await pool.query<{ dead: number; waiting: number }>(
    `select (select count(*) from dead_letter where workspace_id = $1 and connection = $2) as dead,
       (select count(*) from raw_payload where workspace_id = $1 and connection = $2 and waiting)
         + (select count(*) from connection_hint where workspace_id = $1 and connection = $2) as waiting`,
    [workspaceId, id],
  );
  const current = streams.find(({ filledAt }) => filledAt === null);
  const isDone = current === undefined;
  return {
    state: stateOf(linked, isDone, now),
    failure:
      linked.failure === null
        ? null
        : {
            message: linked.failure,
            kind: linked.failureKind ?? 'internal',
            at: iso(linked.failedAt)!,
            times: linked.failures,
            nextAt: iso(linked.nextAt)!,
          },
    waitsUntil: linked.pausedAt === null && linked.waitsUntil && linked.waitsUntil.getTime() > now ? iso(linked.waitsUntil) : null,
    readAt: isDone ? iso(linked.pulledAt) : null,
    lagSeconds: isDone && linked.pulledAt ? Math.max(0, Math.round((now - linked.pulledAt.getTime()) / 1000)) : null,
    lastEventAt: iso(linked.lastEventAt),
    lastArrivalAt: iso(linked.lastArrivalAt),
    webhook: { lastAt: iso(linked.webhookAt), refusedAt: iso(linked.refusedAt), refusedReason: linked.refusedReason },
    streams: streams.map((one) => ({
      stream: one.stream,
      pages: one.pages,
      items: one.items,
      events: one.events,
      upTo: iso(one.upTo),
      filledAt: iso(one.filledAt),
      fraction: fractionOf(one),
    })),
    backFill: {
      isDone,
      items: streams.reduce((sum, { items }) => sum + items, 0),
      events: streams.reduce((sum, { events }) => sum + events, 0),
      startedAt: iso(
        streams.reduce<Date | null>((first, { startedAt }) => (startedAt && (!first || startedAt < first) ? startedAt : first), null),
      ),
      estimatedEndAt: current && linked.pausedAt === null ? iso(endOf(current, now)) : null,
      streamsLeft: Math.max(0, streams.filter(({ filledAt }) => filledAt === null).length - 1),
    },
    isMappingAgain: linked.remapTo !== null,
    deadLetters: rows[0]!.dead,
    waiting: rows[0]!.waiting,
  };
}

function stateOf(linked: Linked, isFilled: boolean, now: number): ConnectionHealth['state'] {
  if (linked.removingAt !== null) return 'removing';
  if (linked.pausedAt !== null) return 'paused';
  if (linked.failureKind === 'credentials') return 'credentials';
  if (linked.failureKind === 'held_off') return 'held_off';
  if (linked.failure !== null) return 'behind';
  if (!isFilled || linked.pulledAt === null) return 'back_filling';
  return isSilent(linked, now) ? 'silent' : 'live';
}

/** Counted from the last thing that came in, and before there was any from the beginning. */
const isSilent = ({ silenceSeconds, lastArrivalAt, createdAt }: Linked, now: number): boolean =>
  silenceSeconds !== null && now - (lastArrivalAt ?? createdAt).getTime() > silenceSeconds * 1000;

/** The part of the time over there that is read: from the first page's instant to that at which reading began. */
function fractionOf({ firstUpTo, upTo, startedAt, filledAt }: StreamState): number | null {
  if (filledAt !== null) return 1;
  if (!firstUpTo || !upTo || !startedAt) return null;
  const whole = startedAt.getTime() - firstUpTo.getTime();
  return whole <= 0 ? null : Math.min(1, Math.max(0, (upTo.getTime() - firstUpTo.getTime()) / whole));
}

/** Where it goes on as it went so far. Not said before two pages are in. */
function endOf(state: StreamState, now: number): Date | null {
  const fraction = fractionOf(state);
  if (!fraction || !state.startedAt) return null;
  return new Date(now + ((now - state.startedAt.getTime()) * (1 - fraction)) / fraction);
}

export const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
