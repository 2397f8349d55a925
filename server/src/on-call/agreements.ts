/**
 * What was agreed for single stretches: somebody takes over, or two exchange their shifts. Anybody may take over a shift themselves; for others it is agreed by who
 * writes the rules.
 */
import { randomUUID } from 'node:crypto';
import { overrideDraft, type OverrideDraft, type Shift, shiftsBetween } from '@watchdesk/domain/on-call';
import type pg from 'pg';
import { appendAudit } from '../audit/index.ts';
import { invalid, Refusal } from '../errors.ts';
import { inTransaction } from '../store/postgres/index.ts';
import type { OnCallParts, Writer } from './parts.ts';
import { type Plan, secondsOf } from './plans.ts';
import { addOverride, endOverride, lockSchedule, type OverrideRecord, scheduleOfOverride } from './records.ts';
import { overrideView } from './schedules.ts';

/** Who was on call is no matter of agreement; a page that was open for a moment is. */
const GRACE_MS = 5 * 60_000;
const MOST_AHEAD_MS = 366 * 86_400_000;
const MOST_OVERRIDES = 2000;
/** The shifts of a swap are looked for so far around their instants: longer than the longest turn. */
const AROUND = 100 * 86_400;

interface AgreementParts extends OnCallParts {
  readonly planOf: (workspaceId: string, id: string, queryable?: Pick<pg.Pool, 'query'>) => Promise<Plan>;
}

export function createAgreements({ postgres: { pool }, clock, rosterFor, planOf }: AgreementParts) {
  async function refuse(writer: Writer, { person, from, to }: OverrideDraft, field = ''): Promise<void> {
    const roster = await rosterFor(writer.workspaceId);
    const now = clock.now();
    if (!roster.of(person)) throw invalid(`${field}person`, 'must be an account or an agent of the workspace');
    if (from < now - GRACE_MS) throw invalid(`${field}from`, 'must not lie in the past: who was on call stays as it was');
    if (to <= now) throw invalid(`${field}to`, 'must lie in the future');
    if (to > now + MOST_AHEAD_MS) throw invalid(`${field}to`, 'must be at most a year ahead');
    if (!writer.writesRules && !isTheirs(writer, person))
      throw new Refusal('forbidden', 'You can take over yourself; for others a manager or an administrator agrees it.');
  }

  /** Within the turn of the schedule. */
  async function make(
    client: pg.PoolClient,
    { workspaceId, who, name }: Writer,
    plan: Plan,
    draft: OverrideDraft,
  ): Promise<OverrideRecord> {
    if (plan.overrides.length >= MOST_OVERRIDES) throw new Refusal('not_possible', `A schedule has at most ${MOST_OVERRIDES} overrides.`);
    const { person, reason } = draft;
    const made: OverrideRecord = {
      id: randomUUID(),
      schedule: plan.id,
      person,
      fromAt: new Date(Math.max(draft.from, clock.now())),
      toAt: new Date(draft.to),
      reason,
      madeAt: new Date(clock.now()),
      madeBy: name,
    };
    await addOverride(client, workspaceId, made);
    const subject = { kind: 'on_call_schedule', id: plan.id, name: plan.latest.spec.name } as const;
    const after = { id: made.id, person, from: made.fromAt.toISOString(), to: made.toAt.toISOString(), reason };
    await appendAudit(client, { workspaceId, who, now: clock.now() }, { action: 'on_call_override.made', subject, after });
    return made;
  }

  const inTurn = <Done>(workspaceId: string, id: string, work: (client: pg.PoolClient, plan: Plan) => Promise<Done>): Promise<Done> =>
    inTransaction(pool, async (client) => {
      await lockSchedule(client, workspaceId, id);
      return work(client, await planOf(workspaceId, id, client));
    });

  return {
    /** Milliseconds since 1970. */
    async override(writer: Writer, schedule: string, given: OverrideDraft) {
      const read = overrideDraft.safeParse(given);
      if (!read.success) throw invalid(read.error.issues[0]!.path.join('.'), read.error.issues[0]!.message);
      await planOf(writer.workspaceId, schedule);
      await refuse(writer, read.data);
      const made = await inTurn(writer.workspaceId, schedule, (client, plan) => make(client, writer, plan, read.data));
      return overrideView(await rosterFor(writer.workspaceId), made);
    },

    /** Two shifts change hands, of which each is the one that holds at its instant; what of them is over stays. */
    async swap(writer: Writer, schedule: string, { first, second, reason }: { first: number; second: number; reason: string }) {
      const plan = await planOf(writer.workspaceId, schedule);
      const [one, other] = [shiftAt(plan, first, 'first'), shiftAt(plan, second, 'second')];
      if (one.person === other.person) throw invalid('second', 'must be in a shift of somebody else');
      const now = clock.now();
      const drafts = [
        [one, other.person!],
        [other, one.person!],
      ] as const;
      const agreed = drafts.map(([{ from, to }, person]) => ({ person, from: Math.max(from * 1000, now), to: to * 1000, reason }));
      // It binds two people, of whom the other would not be asked.
      if (!writer.writesRules)
        throw new Refusal('forbidden', 'A manager or an administrator exchanges shifts. You can take one over yourself.');
      for (const [index, draft] of agreed.entries()) await refuse(writer, draft, index === 0 ? 'first ' : 'second ');
      const made = await inTurn(writer.workspaceId, schedule, async (client, locked) => {
        const records = [];
        for (const draft of agreed) records.push(await make(client, writer, locked, draft));
        return records;
      });
      const roster = await rosterFor(writer.workspaceId);
      return { overrides: made.map((record) => overrideView(roster, record)) };
    },

    async end(writer: Writer, id: string): Promise<void> {
      const schedule = await scheduleOfOverride(pool, writer.workspaceId, id);
      if (schedule === undefined) throw noOverride(id);
      await inTurn(writer.workspaceId, schedule, async (client, plan) => {
        const now = new Date(clock.now());
        const found = plan.overrides.find((one) => one.id === id);
        if (!found) throw noOverride(id);
        if (!writer.writesRules && !isTheirs(writer, found.person))
          throw new Refusal('forbidden', 'Only an override of your own can be ended by you; others a manager or an administrator ends.');
        if (found.toAt <= now) throw new Refusal('not_possible', 'It is over: who was on call stays as it was.');
        await endOverride(client, writer.workspaceId, id, now);
        const subject = { kind: 'on_call_schedule', id: schedule, name: plan.latest.spec.name } as const;
        const before = { id, person: found.person, from: found.fromAt.toISOString(), to: found.toAt.toISOString() };
        await appendAudit(
          client,
          { workspaceId: writer.workspaceId, who: writer.who, now: clock.now() },
          { action: 'on_call_override.ended', subject, before },
        );
      });
    },
  };

  function shiftAt({ history }: Plan, at: number, field: string): Shift {
    const second = secondsOf(at);
    if (at < clock.now() - GRACE_MS) throw invalid(field, 'must not lie in the past: who was on call stays as it was');
    const shift = shiftsBetween(history, second - AROUND, second + AROUND).find(({ from, to }) => from <= second && second < to)!;
    if (shift.person === null) throw invalid(field, 'must be in a shift of somebody: nobody is on call then');
    return shift;
  }
}

const noOverride = (id: string) => new Refusal('not_found', `There is no override ${JSON.stringify(id)}.`);
const isTheirs = ({ self }: Writer, person: string): boolean => self.includes(person);
