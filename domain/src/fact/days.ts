/**
 * The day under which the stores keep a row of a ticket: that of the last of its instants, or the last day there is while the row
 * still lasts. A question about a period therefore needs no day before the period, whichever of the instants it asks for; what
 * still lasts is beside all days, and is found by every question that reaches up to now.
 */
import { isActive } from '../ticket/index.ts';
import type { Column, Kind } from './column.ts';
import {
  ACTIVITY_COLUMNS,
  ESCALATION_COLUMNS,
  RESPONSE_COLUMNS,
  SEGMENT_COLUMNS,
  SLA_COLUMNS,
  SURVEY_COLUMNS,
  TICKET_COLUMNS,
} from './columns.ts';
import type { TicketHead } from './rows.ts';

const DAY_MS = 86_400_000;
/** Of rows that last: the stores' dates end some days later. In days since 1970, as all days here. */
export const OPEN_DAY = Date.UTC(2149, 5) / DAY_MS;
const LAST_DAY = OPEN_DAY - 1;

/** The day of an instant, UTC. What no one means stands at the ends of what the stores can hold. */
export const dayAt = (at: number): number => Math.min(Math.max(0, Math.floor(at / DAY_MS)), LAST_DAY);

export interface Days<Row> {
  /** The columns none of whose instants lies after the row's day. */
  readonly instants: readonly string[];
  /** That of them which no row has that lasts. */
  readonly settledAt: string | null;
  of(row: Row, head: TicketHead): number;
}

type InstantIn<Columns extends readonly { readonly name: string; readonly kind: Kind }[]> = Extract<
  Columns[number],
  { readonly kind: 'instant' | 'instant?' }
>['name'];

/** `columns`: where the instants are found. `lasts`: whether the row may still get an instant of those, or belongs to each day to come. */
function days<Row, const Columns extends readonly Column<Row>[]>(
  columns: Columns & readonly Column<Row>[],
  instants: readonly InstantIn<Columns>[],
  {
    lasts = () => false,
    settledAt = null,
    created = false,
  }: { lasts?: (row: Row, head: TicketHead) => boolean; settledAt?: InstantIn<Columns> | null; created?: boolean } = {},
): Days<Row> {
  const found = instants.map((wanted) => columns.find(({ name }) => name === wanted)!.of as (row: Row) => number | null);
  return {
    instants: created ? ['created_at', ...instants] : instants,
    settledAt,
    of: (row, head) => {
      if (lasts(row, head)) return OPEN_DAY;
      let last = created ? head.createdAt : 0;
      for (const instantOf of found) last = Math.max(last, instantOf(row) ?? 0);
      return dayAt(last);
    },
  };
}

export const TICKET_DAYS = days(TICKET_COLUMNS, ['first_resolved_at', 'resolved_at', 'first_handed_up_at'], {
  created: true,
  lasts: ({ resolution }, { hiddenAs }) => resolution === null && hiddenAs === null,
  settledAt: 'resolved_at',
});

export const RESPONSE_DAYS = days(RESPONSE_COLUMNS, ['started_at', 'ended_at'], {
  lasts: ({ endedAt }) => endedAt === null,
  settledAt: 'ended_at',
});

/** A ticket rests in its last status for good: nobody asks how long. */
export const SEGMENT_DAYS = days(SEGMENT_COLUMNS, ['started_at', 'ended_at'], {
  lasts: ({ endedAt, status }) => endedAt === null && isActive(status),
});

export const ESCALATION_DAYS = days(ESCALATION_COLUMNS, ['at']);

/** One that is not answered may still be, on any day, and then lies there. */
export const SURVEY_DAYS = days(SURVEY_COLUMNS, ['requested_at', 'answered_at']);

export const ACTIVITY_DAYS = days(ACTIVITY_COLUMNS, ['started_at', 'ended_at']);

/** Of one that runs, the instants to come are where they will be if nothing happens. */
export const SLA_DAYS = days(SLA_COLUMNS, ['started_at', 'decided_at', 'stopped_at'], {
  lasts: ({ stoppedAt, state, targetSeconds }) => stoppedAt === null && state !== 'cancelled' && targetSeconds !== null,
  settledAt: 'stopped_at',
});
