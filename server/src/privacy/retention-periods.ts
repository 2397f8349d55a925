/** For how long what is kept. What is not listed is kept as long as the workspace: it is numbers, and rules of people at work. */
import { DateTime } from 'luxon';

export interface RetentionPeriods {
  /** Texts of closed tickets and contact data of customers, since anything last happened. */
  readonly personalMonths: number;
  /** What importing noted of rows that were not taken, and what help desks sent, as it came. */
  readonly rawDays: number;
  /** Alerts with what happened to them and what was said about them, since they were over. */
  readonly alertMonths: number;
  readonly auditYears: number;
}

export const FIRST_PERIODS: RetentionPeriods = { personalMonths: 25, rawDays: 30, alertMonths: 25, auditYears: 7 };

export const PERIOD_LIMITS = {
  personalMonths: [1, 240],
  rawDays: [1, 3650],
  alertMonths: [1, 240],
  auditYears: [1, 30],
} as const satisfies Record<keyof RetentionPeriods, readonly [number, number]>;

/** Answers that are kept for whoever repeats a request (accounts/idempotency.ts). */
const ANSWER_HOURS = 24;

/** The instants (ms) before which each is over. */
export function cutoffsAt(now: number, { personalMonths, rawDays, alertMonths, auditYears }: RetentionPeriods) {
  const at = DateTime.fromMillis(now, { zone: 'utc' });
  return {
    personal: at.minus({ months: personalMonths }).toMillis(),
    raw: at.minus({ days: rawDays }).toMillis(),
    alerts: at.minus({ months: alertMonths }).toMillis(),
    audit: at.minus({ years: auditYears }).toMillis(),
    answers: at.minus({ hours: ANSWER_HOURS }).toMillis(),
  };
}

export type Cutoffs = ReturnType<typeof cutoffsAt>;
