/** The account of an import: what became of every row and every event, and what was odd without being wrong. */
import type { Outcome } from '../../ingest/index.ts';

export interface Rejection {
  readonly line: number;
  readonly reason: string;
}

export interface Account {
  /** Rows of the file, the header not among them. */
  rows: number;
  rowsRejected: number;
  /** Tickets, agents, customers …; null where the shape reads rows one by one and nobody counted. */
  subjects: number | null;
  events: number;
  accepted: number;
  duplicate: number;
  parked: number;
  rejected: number;
  /** The first ones of each; the file of rejects has all. */
  rejections: Rejection[];
  parkings: Rejection[];
  warnings: { kind: string; value: string; count: number }[];
}

/** What the door did, which a continued import takes over; the rest is counted anew while the file is read again. */
export type Deliveries = Pick<Account, 'events' | 'accepted' | 'duplicate' | 'parked' | 'rejected' | 'parkings'> & {
  doorRejections: Rejection[];
};

const MOST_SHOWN = 20;
const MOST_KEPT = 1_000;
const MOST_WARNINGS = 200;

export interface Bookkeeping {
  row(count: number): void;
  subjects(count: number): void;
  rejectRow(rejection: Rejection): void;
  /** What the door answered to the event of a row. */
  outcome(line: number, outcome: Outcome): void;
  warn(kind: string, value: string): void;
  deliveries(): Deliveries;
  account(): Account;
}

export function createBookkeeping(earlier?: Deliveries): Bookkeeping {
  const made: Deliveries = earlier ?? { events: 0, accepted: 0, duplicate: 0, parked: 0, rejected: 0, parkings: [], doorRejections: [] };
  const read: { rows: number; rowsRejected: number; subjects: number | null; rejections: Rejection[] } = {
    rows: 0,
    rowsRejected: 0,
    subjects: null,
    rejections: [],
  };
  const warnings = new Map<string, { kind: string; value: string; count: number }>();
  return {
    row: (count) => (read.rows += count),
    subjects: (count) => (read.subjects = (read.subjects ?? 0) + count),
    rejectRow(rejection) {
      read.rowsRejected += 1;
      if (read.rejections.length < MOST_SHOWN) read.rejections.push(rejection);
    },
    outcome(line, outcome) {
      made.events += 1;
      made[outcome.outcome] += 1;
      if (outcome.outcome === 'rejected' && made.doorRejections.length < MOST_KEPT)
        made.doorRejections.push({ line, reason: `${outcome.field} ${outcome.reason}` });
      if (outcome.outcome === 'parked' && made.parkings.length < MOST_SHOWN) made.parkings.push({ line, reason: outcome.reason });
    },
    warn(kind, value) {
      const shown = value.slice(0, 80);
      const key = `${kind}\0${shown}`;
      const known = warnings.get(key);
      if (known) known.count += 1;
      else if (warnings.size < MOST_WARNINGS) warnings.set(key, { kind, value: shown, count: 1 });
    },
    deliveries: () => made,
    account: () => {
      const { doorRejections, parkings, ...counts } = made;
      const rejections = [...read.rejections, ...doorRejections].slice(0, MOST_SHOWN);
      return { ...read, ...counts, parkings, rejections, warnings: [...warnings.values()].toSorted((a, b) => b.count - a.count) };
    },
  };
}
