/**
 * The one door for events, with two gears. Single events from many senders share a transaction: while one is being
 * committed the next ones gather (group commit). A bulk import brings large chunks, each a transaction of its own.
 */
import { type EventType, readEvent, type SupportEvent } from '@watchdesk/domain/event';
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import { createRedaction, type Redaction } from '../redaction/index.ts';
import { OUTBOX_CHANNEL, type Postgres } from '../store/postgres/index.ts';
import { append } from './append.ts';
import { APPLICATION, clockWorkFor } from './clocks.ts';
import { keyOf } from './append-log.ts';
import { correct } from './correct-events.ts';
import { type Entry, entryOf, type Told } from './entry.ts';
import type { Outcome } from './outcome.ts';

export interface Door {
  /** One outcome per event, in order, once all accepted ones are durable and folded. Throws when PostgreSQL is out of reach, and refuses when too many wait. */
  accept(workspaceId: string, source: string, sent: readonly unknown[], told?: Told): Promise<Outcome[]>;
  /** The same for history, best in chunks of 2,000 to 10,000: quicker, and nobody is told until `announce`. */
  bulk(workspaceId: string, source: string, sent: readonly unknown[]): Promise<Outcome[]>;
  /**
   * For who alone speaks for the source, and says it otherwise than before: events that the log has with other content are replaced, those with the
   * ids in `gone` are taken out, others are taken as by `bulk`.
   */
  correct(workspaceId: string, source: string, sent: readonly unknown[], gone: readonly string[]): Promise<Outcome[]>;
  /** Tells readers of the outbox that there is something to read. */
  announce(): Promise<void>;
}

/** A transaction of single events is kept short, so that nobody waits long behind it. */
const MOST_IN_ONE_COMMIT = 1_000;
/** So many events wait for their turn, in one workspace; who comes then is asked to come again rather than kept in memory. */
const MOST_WAITING = 20_000;
const COME_AGAIN_SECONDS = 2;

interface Waiting {
  readonly entries: Entry[];
  readonly settle: (outcomes: Outcome[]) => void;
  readonly fail: (error: unknown) => void;
}

interface Lane {
  readonly waiting: Waiting[];
  busy: boolean;
}

export interface DoorParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  /** That of whoever saves rules in this process, so that they hold at once. */
  readonly redaction?: Redaction;
}

export function createDoor({ postgres, clock, redaction = createRedaction({ postgres }) }: DoorParts): Door {
  const into = { pool: postgres.pool, clockWork: clockWorkFor(postgres) };
  const lanes = new Map<string, Lane>();

  const commitTogether = async (workspaceId: string, entries: Entry[]): Promise<Outcome[]> => {
    const lane = lanes.get(workspaceId) ?? { waiting: [], busy: false };
    lanes.set(workspaceId, lane);
    const ahead = lane.waiting.reduce((sum, one) => sum + one.entries.length, 0);
    if (ahead > 0 && ahead + entries.length > MOST_WAITING)
      throw new Refusal('unavailable', 'Too many events wait to be written; nothing was changed. Try again shortly.', {
        retryAfterSeconds: COME_AGAIN_SECONDS,
      });
    return new Promise((settle, fail) => {
      lane.waiting.push({ entries, settle, fail });
      // One turn of the event loop, so that requests that arrived together are committed together.
      if (!lane.busy) setImmediate(() => void drain(workspaceId, lane));
    });
  };

  const drain = async (workspaceId: string, lane: Lane): Promise<void> => {
    if (lane.busy) return;
    lane.busy = true;
    while (lane.waiting.length > 0) await commitOnce(into, workspaceId, takeGroup(lane.waiting));
    lane.busy = false;
    lanes.delete(workspaceId);
  };

  return {
    accept: async (workspaceId, source, sent, told) => {
      const redact = await redaction.of(workspaceId);
      return judge(sent, { source, receivedAt: clock.now(), redact, told }, (entries) => commitTogether(workspaceId, entries));
    },
    bulk: async (workspaceId, source, sent) => {
      const redact = await redaction.of(workspaceId);
      return judge(sent, { source, receivedAt: clock.now(), redact }, (entries) => append(into, workspaceId, entries, { bulk: true }));
    },
    correct: async (workspaceId, source, sent, gone) => {
      const redact = await redaction.of(workspaceId);
      let isTold = false;
      const outcomes = await judge(sent, { source, receivedAt: clock.now(), redact }, (entries) => {
        isTold = true;
        return correct(into, workspaceId, source, entries, gone);
      });
      if (!isTold && gone.length > 0) await correct(into, workspaceId, source, [], gone);
      return outcomes;
    },
    announce: async () => {
      await postgres.pool.query('select pg_notify($1, $2)', [OUTBOX_CHANNEL, '']);
    },
  };
}

function takeGroup(waiting: Waiting[]): Waiting[] {
  let events = 0;
  const end = waiting.findIndex(({ entries }) => (events += entries.length) > MOST_IN_ONE_COMMIT);
  return waiting.splice(0, end === -1 ? waiting.length : Math.max(end, 1));
}

type Into = Parameters<typeof append>[0];

async function commitOnce(into: Into, workspaceId: string, group: Waiting[]): Promise<void> {
  try {
    const outcomes = await appendGroup(into, workspaceId, group);
    for (const { entries, settle } of group) settle(outcomes.splice(0, entries.length));
  } catch (error) {
    // One sender's trouble is not everybody's: where the data was at fault, each of the group is tried by itself.
    if (group.length === 1 || !isAboutData(error)) return group.forEach(({ fail }) => fail(error));
    for (const one of group) await commitOnce(into, workspaceId, [one]);
  }
}

/** SQLSTATE classes 22, 23 and 54: data exceptions, violated constraints, and what is longer or deeper than PostgreSQL takes. */
const isAboutData = (error: unknown) => /^(2[23]|54)/.test((error as { code?: string }).code ?? '');

/** The same event may stand in several requests of a group; the first is taken, the others are duplicates. */
async function appendGroup(into: Into, workspaceId: string, group: Waiting[]): Promise<Outcome[]> {
  const all = group.flatMap(({ entries }) => entries);
  const first = new Map<string, Entry>();
  for (const entry of all) if (!first.has(keyOf(entry.event))) first.set(keyOf(entry.event), entry);
  const distinct = [...first.values()];
  const outcomes = await append(into, workspaceId, distinct, { bulk: false });
  const byEntry = new Map(distinct.map((entry, index) => [entry, outcomes[index]!]));
  return all.map((entry) => byEntry.get(entry) ?? { id: entry.event.id, outcome: 'duplicate' });
}

interface Arriving {
  readonly source: string;
  readonly receivedAt: number;
  readonly redact: (event: SupportEvent) => SupportEvent;
  readonly told?: Told | undefined;
}

const timersAlone = (type: string) => `must not be ${type}: it is told by the passing of time alone`;
/** What others may not send, and why. */
const OURS_ALONE: Readonly<Partial<Record<EventType, string>>> = {
  'policy.applied':
    'must not be policy.applied: policies are applied by POST /sla/policies/{id}/apply, which asks for the scope rules:write',
  'incident.response_missed': timersAlone('incident.response_missed'),
  'incident.update_skipped': timersAlone('incident.update_skipped'),
  'incident.escalation_due': timersAlone('incident.escalation_due'),
  'incident.review_overdue': timersAlone('incident.review_overdue'),
  'ticket.sealed': 'must not be ticket.sealed: tickets are sealed by retention, when its period is over',
};

/** Reads what was sent, takes out what is not to be kept, lets `store` take the rest, and answers in the order of what was sent. */
async function judge(
  sent: readonly unknown[],
  { source, receivedAt, redact, told }: Arriving,
  store: (entries: Entry[]) => Promise<Outcome[]>,
): Promise<Outcome[]> {
  const outcomes: (Outcome | undefined)[] = [];
  const entries: Entry[] = [];
  const places: number[] = [];
  const seen = new Set<string>();
  for (const [index, one] of sent.entries()) {
    const reading = readEvent(one, source);
    const reason = reading.ok && source !== APPLICATION ? OURS_ALONE[reading.event.type] : undefined;
    if (reading.ok && reason !== undefined) {
      outcomes[index] = { id: reading.event.id, outcome: 'rejected', field: 'type', reason };
    } else if (!reading.ok) {
      outcomes[index] = { id: idOf(one), outcome: 'rejected', field: reading.fault.field, reason: reading.fault.message };
    } else if (seen.has(reading.event.id)) {
      outcomes[index] = { id: reading.event.id, outcome: 'duplicate' };
    } else {
      seen.add(reading.event.id);
      places.push(index);
      // What is told of all is told with the first.
      const own = told && (entries.length === 0 ? told : { who: told.who });
      entries.push(entryOf(redact(reading.event), receivedAt, own));
    }
  }
  if (entries.length > 0) for (const [index, outcome] of (await store(entries)).entries()) outcomes[places[index]!] = outcome;
  return outcomes as Outcome[];
}

const idOf = (sent: unknown): string | null => {
  const id = (sent as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id.slice(0, 200) : null;
};
