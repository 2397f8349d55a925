/** From when to when somebody was a customer, which no ticket says: what tickets are counted for each hundred of. */
import type { CustomerFact } from './rows.ts';

interface Told {
  readonly customer: string;
  readonly country: string | null;
  readonly organisation: string | null;
  /** The day since when, as it was last told: `2026-03-31`. */
  readonly since: string | null;
  /** When a source first told of them. */
  readonly toldAt: number;
  readonly erasedAt: number | null;
}

/** A customer since the day that was told, by UTC, else since a source first told of them; until they were erased. */
export function customerFact({ customer, country, organisation, since, toldAt, erasedAt }: Told): CustomerFact {
  const day = since === null ? Number.NaN : Date.parse(`${since.slice(0, 10)}T00:00:00Z`);
  return { customer, country, organisation, startedAt: Number.isNaN(day) ? toldAt : day, endedAt: erasedAt };
}
