/**
 * Promises and opening hours of another system, taken over as policies and calendars here: each as a new one, or as a version of one that
 * is there. Whatever cannot be saved says why, and the rest is saved all the same; tried, nothing is.
 */
import type { CalendarSpec } from '@watchdesk/domain/calendar';
import { policyFaults, policySpec, type PolicySpec } from '@watchdesk/domain/sla';
import type pg from 'pg';
import { type FieldFault, invalid, Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { listCalendars, noSuchCalendar, saveCalendarIn } from './calendars.ts';
import { listPolicies, noSuchPolicy, savePolicyIn, surroundingsOf } from './policies.ts';
import type { Saver } from './versions.ts';

export interface Brought {
  /** Policies name them by their keys. `id`: of the calendar that it becomes a version of; without a `spec` that one is counted by as it is. */
  readonly calendars: readonly {
    readonly key: string;
    readonly name: string;
    readonly spec: CalendarSpec | null;
    readonly id: string | null;
  }[];
  /** `id`: of the policy that it becomes a version of, in whose place it stands. */
  readonly policies: readonly { readonly spec: PolicySpec; readonly id: string | null }[];
}

export interface TakenOver {
  readonly kind: 'calendar' | 'policy';
  readonly name: string;
  readonly outcome: 'new' | 'version' | 'as_it_is' | 'refused';
  readonly id: string | null;
  /** Of a policy, its place among those of its family. */
  readonly rank: number | null;
  readonly faults: readonly FieldFault[];
}

/** Ends a transaction in which all was only tried. */
class OnlyTried extends Error {
  readonly taken: TakenOver[];
  constructor(taken: TakenOver[]) {
    super('only tried');
    this.taken = taken;
  }
}

export async function takeOver({ pool }: Postgres, saver: Saver, brought: Brought, isTrial: boolean): Promise<TakenOver[]> {
  refuseTwice(
    'calendars',
    brought.calendars.filter(({ spec }) => spec !== null).map(({ id }) => id),
  );
  refuseTwice(
    'policies',
    brought.policies.map(({ id }) => id),
  );
  try {
    return await inTransaction(pool, async (client) => {
      const taken = await takeAll(client, saver, brought);
      if (isTrial) throw new OnlyTried(taken);
      return taken;
    });
  } catch (error) {
    if (error instanceof OnlyTried) return error.taken;
    throw error;
  }
}

function refuseTwice(field: string, ids: readonly (string | null)[]): void {
  const named = ids.filter((id) => id !== null);
  const twice = named.find((id, index) => named.indexOf(id) < index);
  if (twice !== undefined) throw invalid(field, `must not become versions of the same one, and two would of "${twice}"`);
}

async function takeAll(client: pg.PoolClient, saver: Saver, { calendars, policies }: Brought): Promise<TakenOver[]> {
  const taken: TakenOver[] = [];
  const ids = new Map<string, string>();
  for (const { key, name, spec, id } of calendars)
    taken.push(
      await one({ kind: 'calendar', name, rank: null }, async () => {
        const saved = spec === null ? await asItIs(client, saver, id) : await saveCalendarIn(client, saver, id, { name, spec });
        ids.set(key, saved);
        return [saved, spec === null ? 'as_it_is' : id === null ? 'new' : 'version'];
      }),
    );
  let after = 0;
  for (const { spec, id } of policies) {
    const counted = withCalendars(spec, ids);
    const rank = await rankFor(client, saver, id, counted, after);
    const done = await one({ kind: 'policy', name: spec.name, rank }, async () => {
      return [await savePolicyIn(client, saver, id, { ...counted, rank }), id === null ? 'new' : 'version'];
    });
    // Whoever stands first there stands first here.
    if (done.outcome === 'new') after = rank;
    taken.push(done);
  }
  return taken;
}

async function one(
  about: Pick<TakenOver, 'kind' | 'name' | 'rank'>,
  save: () => Promise<[id: string, outcome: TakenOver['outcome']]>,
): Promise<TakenOver> {
  try {
    const [id, outcome] = await save();
    return { ...about, id, outcome, faults: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const faults = error.fields.length > 0 ? error.fields : [{ field: 'id', message: error.message }];
    return {
      ...about,
      id: null,
      outcome: 'refused',
      faults: faults.map(({ field, message }) => ({ field: field.replace(/^spec\./, ''), message })),
    };
  }
}

async function asItIs(client: pg.PoolClient, saver: Saver, id: string | null): Promise<string> {
  const { calendars } = await surroundingsOf(client, saver, null);
  if (id === null || !calendars.has(id)) throw noSuchCalendar(String(id));
  return id;
}

const withCalendars = (spec: PolicySpec, ids: ReadonlyMap<string, string>): PolicySpec => ({
  ...spec,
  calendar: {
    default: ids.get(spec.calendar.default) ?? spec.calendar.default,
    byPriority: Object.fromEntries(Object.entries(spec.calendar.byPriority).map(([priority, key]) => [priority, ids.get(key) ?? key])),
  },
});

/** The place of the one it is a version of; else the first free one behind `after` at which no policy takes all its tickets, nor it all of theirs. */
async function rankFor(client: pg.PoolClient, saver: Saver, id: string | null, spec: PolicySpec, after: number): Promise<number> {
  const { others, calendars, versions } = await surroundingsOf(client, saver, id);
  if (id !== null) {
    const known = versions.findLast((version) => version.id === id && version.spec !== null);
    if (!known) throw noSuchPolicy(id);
    return policySpec.parse(known.spec).rank;
  }
  const ranks = new Set(others.filter((other) => other.spec.family === spec.family).map((other) => other.spec.rank));
  const beside = [spec.rank, ...[...ranks].flatMap((rank) => [rank - 1, rank + 1])];
  const free = beside.map((rank) => nextFree(Math.max(rank, after + 1), ranks)).filter((rank) => rank <= 10_000);
  const fits = (rank: number) =>
    policyFaults({ ...spec, rank }, { calendars, others }).every(({ field }) => field !== 'match' && field !== 'rank');
  return free.find(fits) ?? free[0] ?? spec.rank;
}

function nextFree(from: number, taken: ReadonlySet<number>): number {
  let rank = Math.max(1, from);
  while (taken.has(rank)) rank += 1;
  return rank;
}

/** What each would best become a version of: what has its name here, and for a policy of all tickets the one that holds for all of them. */
export async function suggestedFor(
  postgres: Postgres,
  workspaceId: string,
  now: number,
  offered: { readonly calendars: readonly { readonly name: string }[]; readonly policies: readonly PolicySpec[] },
): Promise<{ calendars: (string | null)[]; policies: (string | null)[] }> {
  const [calendars, policies] = await Promise.all([listCalendars(postgres, workspaceId, now), listPolicies(postgres, workspaceId, now)]);
  const given = new Set<string>();
  const once = (id: string | undefined): string | null => {
    if (id === undefined || given.has(id)) return null;
    given.add(id);
    return id;
  };
  return {
    calendars: offered.calendars.map(({ name }) => once(calendars.find((own) => own.name === name)?.id)),
    policies: offered.policies.map(({ name, family, match }) => {
      const ofFamily = policies.filter((own) => own.spec.family === family);
      const all = match.length === 0 ? ofFamily.find((own) => own.spec.match.length === 0) : undefined;
      return once((ofFamily.find((own) => own.name === name) ?? all)?.id);
    }),
  };
}
