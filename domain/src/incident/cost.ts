/**
 * What an incident cost, each number with its parts (requirements 224, 226; A.25 I2): tickets by what one costs, the time of whoever had a
 * role by their rate, and credits to companies whose promises were breached: of the very tickets whose breaches its impact counts. Nothing is made up: what is not known is counted as such.
 */
import type { IncidentPolicy } from '../event/index.ts';
import { ongoing } from './cadence.ts';
import type { LinkedTicket } from './impact.ts';
import { ownTickets } from './impact.ts';
import type { IncidentState } from './state.ts';

export interface PersonCost {
  readonly agent: string;
  /** While they had a role and the incident went on, of several roles at once counted once. */
  readonly seconds: number;
  /** An hour of theirs, without overhead; null where neither the directory nor the policy knows. */
  readonly hourly: number | null;
  readonly amount: number | null;
}

export interface CreditCost {
  readonly organisation: string;
  readonly currency: string;
  /** What it pays in a month. */
  readonly mrr: number;
  readonly amount: number;
}

export interface Cost {
  /** Of tickets and people; empty where it is not known. */
  readonly currency: string;
  readonly tickets: { readonly count: number; readonly each: number | null; readonly amount: number | null };
  readonly people: readonly PersonCost[];
  readonly overheadPercent: number;
  readonly creditPercent: number | null;
  /** Companies with a breached promise: those whose revenue is known, and how many others there are. */
  readonly credits: readonly CreditCost[];
  readonly creditsUnknown: number;
  /** What is known of it, by currency. */
  readonly totals: readonly { readonly currency: string; readonly amount: number }[];
}

export type CostTerms = NonNullable<IncidentPolicy['costs']>;
const NOTHING_SAID: CostTerms = { currency: '', perTicket: null, perHour: null, overheadPercent: 0, creditPercent: null };

/** As of `now`, in milliseconds. `hourlyOf`: what the directory says that an hour of an agent costs. Amounts are rounded to cents. */
export function costOf(
  state: IncidentState,
  linked: readonly LinkedTicket[],
  terms: CostTerms = NOTHING_SAID,
  hourlyOf: (agent: string) => number | null = () => null,
  now: number = Infinity,
): Cost {
  const { currency, perTicket, perHour, overheadPercent, creditPercent } = terms;
  const all = ownTickets(linked);
  const count = all.length;
  const people = personSeconds(state, now).map(({ agent, seconds }): PersonCost => {
    const hourly = hourlyOf(agent) ?? perHour;
    return { agent, seconds, hourly, amount: hourly === null ? null : cents((seconds / 3600) * hourly * (1 + overheadPercent / 100)) };
  });
  const breached = new Map(all.flatMap((one) => (one.breached > 0 && one.organisation !== null ? [[one.organisation, one] as const] : [])));
  const paying = [...breached].flatMap(([organisation, { mrr, currency: of }]) =>
    mrr === null || creditPercent === null ? [] : [{ organisation, currency: of ?? '', mrr, amount: cents((mrr * creditPercent) / 100) }],
  );
  const tickets = { count, each: perTicket, amount: perTicket === null ? null : cents(count * perTicket) };
  return {
    currency,
    tickets,
    people,
    overheadPercent,
    creditPercent,
    credits: paying.toSorted((a, b) => b.amount - a.amount),
    creditsUnknown: creditPercent === null ? 0 : breached.size - paying.length,
    totals: totalsOf([
      ...(tickets.amount === null ? [] : [{ currency, amount: tickets.amount }]),
      ...people.flatMap(({ amount }) => (amount === null ? [] : [{ currency, amount }])),
      ...paying,
    ]),
  };
}

const cents = (amount: number): number => Math.round(amount * 100) / 100;

const totalsOf = (amounts: readonly { readonly currency: string; readonly amount: number }[]): Cost['totals'] =>
  [...Map.groupBy(amounts, ({ currency }) => currency)].map(([currency, own]) => ({
    currency,
    amount: cents(own.reduce((sum, { amount }) => sum + amount, 0)),
  }));

/** How long each had a role while it went on, those with the most time first. */
function personSeconds(state: IncidentState, now: number): { agent: string; seconds: number }[] {
  const stretches = ongoing(state);
  return [...Map.groupBy(state.stints, ({ agent }) => agent)]
    .map(([agent, own]) => ({
      agent,
      seconds: Math.round(
        lengthOf(
          own.flatMap(({ from, to }) =>
            stretches.map((stretch) => ({ from: Math.max(from, stretch.from), to: Math.min(to ?? Infinity, stretch.to, now) })),
          ),
        ) / 1000,
      ),
    }))
    .filter(({ seconds }) => seconds > 0)
    .toSorted((a, b) => b.seconds - a.seconds || (a.agent < b.agent ? -1 : 1));
}

/** Of several stretches together, what overlaps counted once; milliseconds. */
function lengthOf(stretches: readonly { readonly from: number; readonly to: number }[]): number {
  let [length, until] = [0, -Infinity];
  for (const { from, to } of stretches.filter((one) => one.to > one.from).toSorted((a, b) => a.from - b.from)) {
    length += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return length;
}
