/** Schedules: shown with who has them now and what is wrong, saved in versions, removed; and the shifts of a stretch, layer by layer. */
import { randomUUID } from 'node:crypto';
import { layerShifts, onCallAt, type ScheduleSpec, type Shift, shiftsBetween } from '@watchdesk/domain/on-call';
import type pg from 'pg';
import { appendAudit } from '../audit/index.ts';
import { invalid, refuseOvertaken, Refusal } from '../errors.ts';
import { inTransaction, ring } from '../store/postgres/index.ts';
import { readVersions } from '../store/rule-versions.ts';
import type { OnCallParts, Writer } from './parts.ts';
import { holidaysOf, isoOf, type Plan, plansOf, secondsOf, standingOf } from './plans.ts';
import { addSchedule, addScheduleVersion, lockSchedule, markRemoved, type OverrideRecord, policiesOf, type SwapRecord } from './records.ts';
import type { Roster } from './roster.ts';

const MOST_SCHEDULES = 100;
/** Who is next is looked for so far ahead. */
const NEXT_WITHIN = 92 * 86_400;
const MOST_DAYS = 92;
const DAY_MS = 86_400_000;

export function createSchedules({ postgres, clock, rosterFor }: OnCallParts) {
  const { pool } = postgres;

  async function planOf(workspaceId: string, id: string, queryable: Pick<pg.Pool, 'query'> = pool): Promise<Plan> {
    const [plan] = await plansOf(queryable, workspaceId, [id], clock.now());
    if (!plan) throw new Refusal('not_found', `There is no schedule ${JSON.stringify(id)}.`);
    return plan;
  }

  async function viewsOf(workspaceId: string, plans: readonly Plan[]) {
    const [roster, policies] = await Promise.all([rosterFor(workspaceId), policiesOf(pool, workspaceId)]);
    const now = secondsOf(clock.now());
    const views = [];
    for (const plan of plans) {
      const holidays = await holidaysOf(pool, workspaceId, plan.latest.spec);
      const { person, warnings } = standingOf(plan, { now, roster, holidays, policies: policies.map(({ spec }) => spec) });
      const { id, version, spec, savedAt, savedBy } = plan.latest;
      views.push({
        id,
        version,
        spec,
        savedAt: savedAt.toISOString(),
        savedBy,
        now: { person: named(roster, person), ...aheadOf(plan, roster, now) },
        warnings: warnings.map(({ from, to, ...warning }) => ({
          ...warning,
          person: named(roster, warning.person),
          from: from === null ? null : isoOf(from),
          to: to === null ? null : isoOf(to),
        })),
        holidays: [...holidays].toSorted(),
        people: peopleIn(plan).map((one) => named(roster, one)),
        swaps: plan.swaps.map((one) => swapView(roster, one)),
      });
    }
    return views;
  }

  async function refuseStrangers(workspaceId: string, spec: ScheduleSpec, before?: ScheduleSpec): Promise<void> {
    const roster = await rosterFor(workspaceId);
    // Who has left since may stay until somebody takes them out.
    const had = new Set(before?.layers.flatMap(({ people }) => people));
    for (const [place, { people }] of spec.layers.entries())
      for (const [index, person] of people.entries())
        if (!roster.of(person) && !had.has(person))
          throw invalid(`schedule.layers.${place}.people.${index}`, 'must be an account or an agent of the workspace');
    if (spec.calendar !== null && (await readVersions(pool, workspaceId, 'calendar', spec.calendar)).at(-1)?.spec == null)
      throw invalid('schedule.calendar', 'must be a calendar of the workspace');
  }

  return {
    planOf,

    async list(workspaceId: string) {
      return {
        asOf: isoOf(secondsOf(clock.now())),
        schedules: await viewsOf(workspaceId, await plansOf(pool, workspaceId, undefined, clock.now())),
      };
    },

    get: async (workspaceId: string, id: string) => (await viewsOf(workspaceId, [await planOf(workspaceId, id)]))[0]!,

    /** Without an id a new one. */
    async save({ workspaceId, who, name }: Writer, id: string | null, spec: ScheduleSpec, base?: number) {
      const before = id === null ? undefined : (await planOf(workspaceId, id)).latest.spec;
      await refuseStrangers(workspaceId, spec, before);
      const made = id ?? randomUUID();
      await inTransaction(pool, async (client) => {
        const savedAt = new Date(clock.now());
        if (id === null) {
          if ((await plansOf(client, workspaceId)).length >= MOST_SCHEDULES)
            throw new Refusal('not_possible', `There are ${MOST_SCHEDULES} schedules; remove one first.`);
          await addSchedule(client, workspaceId, made, savedAt);
        } else await lockSchedule(client, workspaceId, id);
        const latest = id === null ? undefined : (await planOf(workspaceId, id, client)).latest;
        if (latest) refuseOvertaken(latest.version, base);
        await addScheduleVersion(client, workspaceId, { id: made, version: (latest?.version ?? 0) + 1, spec, savedAt, savedBy: name });
        const subject = { kind: 'on_call_schedule', id: made, name: spec.name } as const;
        const deed = { action: 'on_call_schedule.saved', subject, before: latest ? { ...latest.spec } : null, after: { ...spec } } as const;
        await appendAudit(client, { workspaceId, who, now: clock.now() }, deed);
        await ring(client, 'on_call', workspaceId);
      });
      return (await viewsOf(workspaceId, [await planOf(workspaceId, made)]))[0]!;
    },

    async remove({ workspaceId, who }: Writer, id: string): Promise<void> {
      await inTransaction(pool, async (client) => {
        await lockSchedule(client, workspaceId, id);
        const { latest } = await planOf(workspaceId, id, client);
        await markRemoved(client, workspaceId, id, new Date(clock.now()));
        const subject = { kind: 'on_call_schedule', id, name: latest.spec.name } as const;
        await appendAudit(
          client,
          { workspaceId, who, now: clock.now() },
          { action: 'on_call_schedule.removed', subject, before: { ...latest.spec } },
        );
        await ring(client, 'on_call', workspaceId);
      });
    },

    /** Of at most 92 days; milliseconds since 1970. */
    async shifts(workspaceId: string, id: string, { from, to }: { from: number; to: number }) {
      if (to <= from) throw invalid('to', 'must be later than from');
      if (to - from > MOST_DAYS * DAY_MS) throw invalid('to', `must be at most ${MOST_DAYS} days after from`);
      const [plan, roster] = await Promise.all([planOf(workspaceId, id), rosterFor(workspaceId)]);
      const [start, end] = [secondsOf(from), secondsOf(to)];
      const { spec } = plan.latest;
      return {
        timeZone: spec.zone,
        layers: spec.layers.map(({ name }, layer) => ({
          name,
          shifts: layerShifts(spec, layer, start, end).map((one) => told(roster, one)),
        })),
        line: shiftsBetween(plan.history, start, end).map((one) => told(roster, one)),
        overrides: plan.overrides
          .filter(({ fromAt, toAt }) => secondsOf(fromAt) < end && secondsOf(toAt) > start)
          .map((one) => overrideView(roster, one)),
      };
    },
  };
}

/** The id where somebody is of the workspace no more. */
export function named(roster: Roster, person: string): { id: string; name: string };
export function named(roster: Roster, person: string | null): { id: string; name: string } | null;
export function named(roster: Roster, person: string | null): { id: string; name: string } | null {
  return person === null ? null : { id: person, name: roster.of(person)?.name ?? person.slice(person.indexOf(':') + 1) };
}

const told = (roster: Roster, { from, to, person, layer, override }: Shift) => ({
  from: isoOf(from),
  to: isoOf(to),
  person: named(roster, person),
  layer,
  override,
});

export const swapView = (roster: Roster, offer: SwapRecord) => ({
  id: offer.id,
  by: named(roster, roster.of(offer.offeredBy)?.id ?? offer.offeredBy),
  to: named(roster, roster.of(offer.offeredTo)?.id ?? offer.offeredTo),
  gives: { from: offer.firstFrom.toISOString(), to: offer.firstTo.toISOString() },
  takes: { from: offer.secondFrom.toISOString(), to: offer.secondTo.toISOString() },
  reason: offer.reason,
  madeAt: offer.madeAt.toISOString(),
});

export const overrideView = (roster: Roster, { id, person, fromAt, toAt, reason, madeAt, madeBy, swappedWith }: OverrideRecord) => ({
  id,
  person: named(roster, person),
  from: fromAt.toISOString(),
  to: toAt.toISOString(),
  reason,
  madeAt: madeAt.toISOString(),
  madeBy,
  swappedWith: named(roster, swappedWith),
});

/** Everybody named in the present version. */
const peopleIn = ({ latest }: Plan): string[] => [
  ...new Set([...latest.spec.layers.flatMap(({ people }) => people), ...latest.spec.away.map(({ person }) => person)]),
];

/** Until when the present one has it, whatever the shifts are made of; and who is next. Null for who keeps it as far as is looked. */
function aheadOf({ history }: Plan, roster: Roster, now: number) {
  const present = onCallAt(history, now);
  // Most hand over within two weeks; looking a quarter ahead at once would cost each list as much.
  for (const reach of [15 * 86_400, NEXT_WITHIN]) {
    const next = shiftsBetween(history, now, now + reach).find(({ person }) => person !== present);
    if (next) return { until: isoOf(next.from), next: named(roster, next.person) };
  }
  return { until: null, next: null };
}
