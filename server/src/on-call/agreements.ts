/**
 * What was agreed for single stretches: somebody takes over. Anybody may take over a shift themselves; for others it is agreed by who writes the rules. Two exchange their
 * shifts by `swaps.ts`.
 */
import { randomUUID } from 'node:crypto';
import { overrideDraft, type OverrideDraft } from '@watchdesk/domain/on-call';
import type { Notice } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { appendAudit } from '../audit/index.ts';
import { invalid, Refusal } from '../errors.ts';
import { inTransaction, ring } from '../store/postgres/index.ts';
import type { OnCallParts, Writer } from './parts.ts';
import type { Plan } from './plans.ts';
import { addOverride, endOverride, lockSchedule, noteChange, type OverrideRecord, scheduleOfOverride } from './records.ts';
import { overrideView } from './schedules.ts';

/** Who was on call is no matter of agreement; a page that was open for a moment is. */
export const GRACE_MS = 5 * 60_000;
const MOST_AHEAD_MS = 366 * 86_400_000;
const MOST_OVERRIDES = 2000;

/** Tells one person, in the transaction. */
export type Tell = (client: pg.PoolClient, workspaceId: string, notice: Notice, person: string) => Promise<void>;

export interface TellingParts extends AgreementParts {
  readonly tell: Tell;
}

export interface AgreementParts extends OnCallParts {
  readonly planOf: (workspaceId: string, id: string, queryable?: Pick<pg.Pool, 'query'>) => Promise<Plan>;
}

/** Work within the turn of a schedule, by what it is then. */
export const inTurnOf =
  ({ postgres: { pool }, planOf }: Pick<AgreementParts, 'postgres' | 'planOf'>) =>
  <Done>(workspaceId: string, id: string, work: (client: pg.PoolClient, plan: Plan) => Promise<Done>): Promise<Done> =>
    inTransaction(pool, async (client) => {
      await lockSchedule(client, workspaceId, id);
      return work(client, await planOf(workspaceId, id, client));
    });

/** Refuses what lies in the past or too far ahead, a stranger, and for whom the writer may not agree. `field`: before the names of the fields. */
export async function refuseUnfit(
  { clock, rosterFor }: OnCallParts,
  writer: Writer,
  { person, from, to }: OverrideDraft,
  field = '',
): Promise<void> {
  const roster = await rosterFor(writer.workspaceId);
  const now = clock.now();
  if (!roster.of(person)) throw invalid(`${field}person`, 'must be an account or an agent of the workspace');
  if (from < now - GRACE_MS) throw invalid(`${field}from`, 'must not lie in the past: who was on call stays as it was');
  if (to <= now) throw invalid(`${field}to`, 'must lie in the future');
  if (to > now + MOST_AHEAD_MS) throw invalid(`${field}to`, 'must be at most a year ahead');
  if (!writer.writesRules && !isTheirs(writer, person))
    throw new Refusal('forbidden', 'You can take over yourself; for others a manager or an administrator agrees it.');
}

/** Within the turn of the schedule. `swappedWith`: who gives the stretch in exchange. */
export async function makeOverride(
  client: pg.PoolClient,
  { workspaceId, who, name }: Writer,
  plan: Plan,
  { person, reason, ...draft }: OverrideDraft,
  { now, swappedWith = null }: { readonly now: number; readonly swappedWith?: string | null },
): Promise<OverrideRecord> {
  if (plan.overrides.filter(({ toAt }) => Number(toAt) > now).length >= MOST_OVERRIDES)
    throw new Refusal('not_possible', `A schedule has at most ${MOST_OVERRIDES} overrides to come.`);
  const made: OverrideRecord = {
    id: randomUUID(),
    schedule: plan.id,
    person,
    fromAt: new Date(Math.max(draft.from, now)),
    toAt: new Date(draft.to),
    reason,
    madeAt: new Date(now),
    madeBy: name,
    swappedWith,
  };
  await addOverride(client, workspaceId, made);
  const subject = { kind: 'on_call_schedule', id: plan.id, name: plan.latest.spec.name } as const;
  const after = { id: made.id, person, from: made.fromAt.toISOString(), to: made.toAt.toISOString(), reason, swappedWith };
  await appendAudit(client, { workspaceId, who, now }, { action: 'on_call_override.made', subject, after });
  await ring(client, 'on_call', workspaceId);
  return made;
}

/** The other override of a swap; none where it was ended by itself before. */
const otherHalf = ({ overrides }: Plan, { id, person, swappedWith, madeAt }: OverrideRecord): OverrideRecord[] =>
  swappedWith === null
    ? []
    : overrides.filter(
        (one) => one.id !== id && one.person === swappedWith && one.swappedWith === person && Number(one.madeAt) === Number(madeAt),
      );

export function createAgreements(parts: TellingParts) {
  const { postgres, clock, rosterFor, planOf, tell } = parts;
  const inTurn = inTurnOf(parts);

  /** Both of a swap, but not whoever ended it. */
  async function tellUndone(
    client: pg.PoolClient,
    writer: Writer,
    plan: Plan,
    ended: readonly OverrideRecord[],
    { id, person, swappedWith }: OverrideRecord,
  ) {
    const roster = await rosterFor(writer.workspaceId);
    const notice: Notice = {
      key: `on-call swap undone ${id}`,
      thread: `on-call swap undone ${id}`,
      event: 'fired',
      severity: 'info',
      title: `${writer.name} ended a swap in ${plan.latest.spec.name}`.slice(0, 200),
      what: 'Both shifts are from now on as they were before it.',
      why: { text: 'One of them is yours.' },
      advice: [],
      facts: [
        ...ended.map((one) => ({
          label: `${roster.of(one.person)?.name ?? one.person} had`,
          value: spanIn(plan.latest.spec.zone, one.fromAt, one.toAt),
        })),
        { label: 'Time zone', value: plan.latest.spec.zone },
      ],
      links: [{ label: 'Open the schedule', path: `/on-call/schedules/${plan.id}` }],
      at: clock.now(),
    };
    for (const one of [person, swappedWith!]) {
      const member = roster.of(one);
      if (member?.isReachable && !isTheirs(writer, member.id)) await tell(client, writer.workspaceId, notice, member.id);
    }
  }

  return {
    /** Milliseconds since 1970. */
    async override(writer: Writer, schedule: string, given: OverrideDraft) {
      const read = overrideDraft.safeParse(given);
      if (!read.success) throw invalid(read.error.issues[0]!.path.join('.'), read.error.issues[0]!.message);
      await planOf(writer.workspaceId, schedule);
      await refuseUnfit(parts, writer, read.data);
      const made = await inTurn(writer.workspaceId, schedule, (client, plan) =>
        makeOverride(client, writer, plan, read.data, { now: clock.now() }),
      );
      return overrideView(await rosterFor(writer.workspaceId), made);
    },

    async end(writer: Writer, id: string): Promise<void> {
      const { workspaceId, who } = writer;
      const schedule = await scheduleOfOverride(postgres.pool, workspaceId, id);
      if (schedule === undefined) throw noOverride(id);
      await inTurn(workspaceId, schedule, async (client, plan) => {
        const now = new Date(clock.now());
        const found = plan.overrides.find((one) => one.id === id);
        if (!found) throw noOverride(id);
        if (!writer.writesRules && !isTheirs(writer, found.person))
          throw new Refusal('forbidden', 'Only an override of your own can be ended by you; others a manager or an administrator ends.');
        if (found.toAt <= now) throw new Refusal('not_possible', 'It is over: who was on call stays as it was.');
        if (!writer.writesRules && found.swappedWith !== null)
          throw new Refusal('forbidden', 'A swap is undone by both: offer the shifts back, or let a manager or an administrator end it.');
        const subject = { kind: 'on_call_schedule', id: schedule, name: plan.latest.spec.name } as const;
        const ended = [found, ...otherHalf(plan, found)].filter(({ toAt }) => toAt > now);
        for (const one of ended) {
          await endOverride(client, workspaceId, one.id, now);
          const before = { id: one.id, person: one.person, from: one.fromAt.toISOString(), to: one.toAt.toISOString() };
          await appendAudit(client, { workspaceId, who, now: clock.now() }, { action: 'on_call_override.ended', subject, before });
        }
        await noteChange(client, workspaceId, schedule, now);
        if (found.swappedWith !== null) await tellUndone(client, writer, plan, ended, found);
        await ring(client, 'on_call', workspaceId);
      });
    },
  };
}

const noOverride = (id: string) => new Refusal('not_found', `There is no override ${JSON.stringify(id)}.`);
const isTheirs = ({ self }: Writer, person: string): boolean => self.includes(person);

/** `Mon 16 Mar, 09:00 to Tue 17 Mar, 09:00`, in the zone of the schedule. */
export function spanIn(zone: string, from: Date, to: Date): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  });
  return `${format.format(from)} to ${format.format(to)}`;
}
