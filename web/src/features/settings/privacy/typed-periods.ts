/** Periods of retention as they are typed. */
import type { Periods } from './use-privacy.ts';

export type TypedPeriods = Readonly<Record<keyof Periods, string>>;

export const typedOf = ({ personalMonths, rawDays, alertMonths, auditYears }: Periods): TypedPeriods => ({
  personalMonths: String(personalMonths),
  rawDays: String(rawDays),
  alertMonths: String(alertMonths),
  auditYears: String(auditYears),
});

/** A whole number from 1 on; how many are too many the server says. */
export const isWhole = (typed: string): boolean => /^\s*0*[1-9]\d*\s*$/.test(typed);

/** Null where one of them is none. */
export function periodsIn({ personalMonths, rawDays, alertMonths, auditYears }: TypedPeriods): Periods | null {
  if (![personalMonths, rawDays, alertMonths, auditYears].every(isWhole)) return null;
  return {
    personalMonths: Number(personalMonths),
    rawDays: Number(rawDays),
    alertMonths: Number(alertMonths),
    auditYears: Number(auditYears),
  };
}
