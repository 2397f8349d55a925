/**
 * Every version of the policies and calendars of a workspace, and which of them is in force when. Versions never change;
 * what a ticket is promised is therefore the same whenever it is asked.
 */
import { type Calendar, type CalendarInput, createCalendar } from '../calendar/index.ts';
import { tierKey } from '../directory/index.ts';
import type { AppliedCalendar, Clock, Pin, Promises, Target, Terms } from './clock.ts';
import { policyKey, type TicketClockEvent } from './clock-log.ts';
import type { Condition, PolicySpec } from './policy.ts';
import { createClock } from './settings.ts';
import { targetOf } from './terms.ts';

/** One version of a policy or a calendar. */
export interface Version<T> {
  readonly id: string;
  readonly version: number;
  /** Seconds since 1970; null for ever, which is said of a first version that is dated back over history. */
  readonly from: number | null;
  /** Null where it was retired with this version. */
  readonly spec: T | null;
}

export interface PolicyVersion extends Version<PolicySpec> {
  readonly spec: PolicySpec | null;
}
export type CalendarVersion = Version<CalendarInput>;

/** A version that is in force, ready to be asked. */
export interface Policy {
  readonly key: string;
  readonly id: string;
  readonly version: number;
  readonly spec: PolicySpec;
  readonly clocks: ReadonlyMap<string, Clock>;
}

export interface Rulebook {
  /** Every clock that some version of some policy runs, by its family. */
  readonly metrics: readonly { readonly family: string; readonly metric: string }[];
  policy(key: string): Policy | undefined;
  /** The policies of a family in force at an instant, in their order. */
  policiesAt(family: string, at: number): readonly Policy[];
  /** The version of a calendar in force at an instant; where it began later, its first one. */
  calendarAt(id: string, at: number): { readonly version: number; readonly calendar: Calendar };
  /** The version of a calendar that a pin keeps to. */
  calendarIn(id: string, pin: Pin): { readonly version: number; readonly calendar: Calendar };
  /** What tickets go by of which nothing is promised: the default calendar of the last of the policies in force, which is for all that the others leave; null without one. */
  usualCalendarAt(at: number): Calendar | null;
  promisesFor(family: string, metric: string): Promises<TicketClockEvent>;
}

/** The family of the promises that every ticket has; the others are for some only, and on top of them. */
export const SERVICE = 'service';

const begin = ({ from }: Version<unknown>) => from ?? Number.NEGATIVE_INFINITY;

export function createRulebook(policies: readonly PolicyVersion[], calendars: readonly CalendarVersion[]): Rulebook {
  const compiled = new Map<string, Policy>();
  for (const { id, version, spec } of policies)
    if (spec) {
      const clocks = new Map(spec.clocks.map((settings) => [settings.metric, createClock(settings)]));
      compiled.set(policyKey(id, version), { key: policyKey(id, version), id, version, spec, clocks });
    }
  const families = [...new Set([...compiled.values()].map(({ spec }) => spec.family))];
  const calendarVersions = Map.groupBy(calendars, ({ id }) => id);
  const made = new Map<CalendarVersion, Calendar>();
  const versionsOf = (id: string): readonly CalendarVersion[] => {
    const versions = calendarVersions.get(id);
    if (!versions) throw new Error(`there is no calendar "${id}"`);
    return versions;
  };
  const calendarOf = (inForce: CalendarVersion) => {
    const spec = inForce.spec ?? versionsOf(inForce.id).findLast((one) => one.spec !== null)?.spec;
    const calendar = made.get(inForce) ?? createCalendar(spec!);
    made.set(inForce, calendar);
    return { version: inForce.version, calendar };
  };
  const calendarAt: Rulebook['calendarAt'] = (id, at) => {
    const versions = versionsOf(id);
    return calendarOf(latest(versions, at) ?? versions.toSorted((a, b) => a.version - b.version)[0]!);
  };
  const calendarIn: Rulebook['calendarIn'] = (id, { calendars: applied, calendarsAt }) => {
    const own = applied.find((one) => one.id === id);
    const found = own && versionsOf(id).find(({ version }) => version === own.version);
    return found ? calendarOf(found) : calendarAt(id, calendarsAt);
  };
  const hasCalendar = ({ id, version }: AppliedCalendar) => calendarVersions.get(id)?.some((one) => one.version === version) ?? false;
  const promises = new Map<string, Promises<TicketClockEvent>>();
  const changes = [...new Set(calendars.map(begin))].toSorted((a, b) => a - b);
  const epochAt = (at: number) => changes.findLastIndex((change) => change <= at) + 1;
  const sets = new Map(families.map((family) => [family, inForceByTime(policies, compiled, family)]));
  const policiesAt = (family: string, at: number) => sets.get(family)?.(at) ?? [];
  return {
    metrics: families.flatMap((family) => metricsOf(compiled, family)),
    policy: (key) => compiled.get(key),
    policiesAt,
    calendarAt,
    calendarIn,
    usualCalendarAt(at) {
      const last = [SERVICE, ...families].map((family) => policiesAt(family, at).at(-1)).find((policy) => policy !== undefined);
      return last ? calendarAt(last.spec.calendar.default, at).calendar : null;
    },
    promisesFor: (family, metric) => {
      const key = `${family} ${metric}`;
      const known = promises.get(key) ?? promisesFor({ compiled, policiesAt, calendarIn, hasCalendar, epochAt }, family, metric);
      promises.set(key, known);
      return known;
    },
  };
}

function metricsOf(compiled: ReadonlyMap<string, Policy>, family: string) {
  const own = [...compiled.values()].filter(({ spec }) => spec.family === family);
  return [...new Set(own.flatMap(({ clocks }) => [...clocks.keys()]))].map((metric) => ({ family, metric }));
}

/** The last version that has begun at an instant. */
const latest = <T extends Version<unknown>>(versions: readonly T[], at: number): T | undefined =>
  versions.filter((one) => begin(one) <= at).reduce<T | undefined>((best, one) => (!best || isLater(one, best) ? one : best), undefined);

const isLater = (a: Version<unknown>, b: Version<unknown>) => begin(a) > begin(b) || (begin(a) === begin(b) && a.version > b.version);

/** Which policies of a family are in force, by the instants at which that changes. */
function inForceByTime(versions: readonly PolicyVersion[], compiled: ReadonlyMap<string, Policy>, family: string) {
  const byId = Map.groupBy(versions, ({ id }) => id);
  const changes = [...new Set(versions.map(begin))].toSorted((a, b) => a - b);
  const sets = changes.map((at) =>
    [...byId.values()]
      .flatMap((own) => {
        const inForce = latest(own, at);
        const policy = inForce?.spec ? compiled.get(policyKey(inForce.id, inForce.version)) : undefined;
        return policy?.spec.family === family ? [policy] : [];
      })
      .toSorted(inOrder),
  );
  return (at: number): readonly Policy[] => sets[changes.findLastIndex((change) => change <= at)] ?? [];
}

const inOrder = (a: Policy, b: Policy) => a.spec.rank - b.spec.rank || (a.id < b.id ? -1 : 1);

/** With the versions that were put in the place of theirs. */
function replaced(policies: readonly Policy[], keys: readonly string[], compiled: ReadonlyMap<string, Policy>): readonly Policy[] {
  if (keys.length === 0) return policies;
  const others = new Map(keys.flatMap((key) => compiled.get(key) ?? []).map((policy) => [policy.id, policy]));
  return policies.map((policy) => others.get(policy.id) ?? policy).toSorted(inOrder);
}

function promisesFor(
  {
    compiled,
    policiesAt,
    calendarIn,
    hasCalendar,
    epochAt,
  }: Pick<Rulebook, 'policiesAt' | 'calendarIn'> & {
    compiled: ReadonlyMap<string, Policy>;
    hasCalendar: (calendar: AppliedCalendar) => boolean;
    /** Which stretch of time an instant lies in, of those in which no calendar changes. */
    epochAt: (at: number) => number;
  },
  family: string,
  metric: string,
): Promises<TicketClockEvent> {
  const terms = new Map<string, Terms[]>();
  return {
    metric,
    policyFor(event, pin) {
      return replaced(policiesAt(family, pin.at), pin.policies, compiled).find((policy) => holdsFor(policy, event, pin.at))?.key ?? null;
    },
    isSamePolicy: (one, other) => compiled.get(one)?.id === compiled.get(other)?.id,
    goesBy: (key, priority, calendar) => calendarIdOf(compiled.get(key)!.spec, priority) === calendar.id && hasCalendar(calendar),
    clockOf(key) {
      const policy = compiled.get(key);
      return policy?.spec.family === family ? (policy.clocks.get(metric) ?? null) : null;
    },
    termsOf(key, pin) {
      const made = () => termsFrom(compiled.get(key)!.spec, metric, (id) => calendarIn(id, pin).calendar);
      if (pin.calendars.length > 0) return made();
      const epoch = epochAt(pin.calendarsAt);
      const own = terms.get(key) ?? [];
      const kept = own[epoch] ?? made();
      own[epoch] = kept;
      terms.set(key, own);
      return kept;
    },
  };
}

/** What a policy promises for one clock, with answers kept: they are asked for at every change of every ticket. */
function termsFrom(spec: PolicySpec, metric: string, calendarOf: (id: string) => Calendar): Terms {
  const table = { targets: spec.targets[metric] ?? {}, cells: spec.cells[metric] ?? {}, tiers: spec.tiers, rounding: spec.rounding };
  const calendars = new Map<string, Calendar>();
  const targets = new Map<string, Map<string, Target>>();
  return {
    calendarOf(priority) {
      const known = calendars.get(priority);
      if (known) return known;
      const calendar = calendarOf(calendarIdOf(spec, priority));
      calendars.set(priority, calendar);
      return calendar;
    },
    targetOf(priority, tier) {
      const own = targets.get(priority) ?? new Map<string, Target>();
      if (own.size === 0) targets.set(priority, own);
      const known = own.get(tier);
      if (known !== undefined) return known;
      const target = targetOf(table, priority, tier);
      own.set(tier, target);
      return target;
    },
  };
}

/** The calendar a policy names for a priority. */
export const calendarIdOf = ({ calendar }: PolicySpec, priority: string): string =>
  (Object.hasOwn(calendar.byPriority, priority) ? calendar.byPriority[priority as 'P1'] : undefined) ?? calendar.default;

function holdsFor({ spec }: Policy, event: TicketClockEvent, pin: number): boolean {
  if (spec.validFrom !== null && pin < spec.validFrom) return false;
  if (spec.validTo !== null && pin >= spec.validTo) return false;
  return spec.match.every((condition) => matches(condition, event));
}

function matches({ field, is, values }: Condition, event: TicketClockEvent): boolean {
  const found =
    field === 'tags'
      ? matchesTags(values, event.matters.tags)
      : field === 'customerTier'
        ? values.some((value) => tierKey(value) === tierKey(event.now.tier))
        : values.includes(event.matters[field]);
  return found === (is === 'any_of');
}

const matchesTags = (values: readonly (string | null)[], tags: readonly string[]): boolean =>
  values.some((value) => (value === null ? tags.length === 0 : tags.includes(value)));
