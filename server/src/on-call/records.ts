/** Schedules, what was agreed for single stretches, and policies, as PostgreSQL keeps them. */
import { policySpec, type PolicySpec, scheduleSpec, type ScheduleSpec } from '@watchdesk/domain/on-call';
import type pg from 'pg';
import { readable, readSaved } from '../store/saved-spec.ts';

export type Queryable = Pick<pg.Pool, 'query'>;

export interface ScheduleVersion {
  readonly id: string;
  readonly version: number;
  readonly spec: ScheduleSpec;
  readonly savedAt: Date;
  readonly savedBy: string;
}

/** As it is kept, with what was agreed beside its versions. */
export interface StoredVersion extends ScheduleVersion {
  /** Of the schedule: how often an override was made or ended, and when last. */
  readonly changes: number;
  readonly changedAt: Date | null;
}

export interface OverrideRecord {
  readonly id: string;
  readonly schedule: string;
  readonly person: string;
  readonly fromAt: Date;
  readonly toAt: Date;
  readonly reason: string;
  readonly madeAt: Date;
  readonly madeBy: string;
  /** Who gave the stretch in exchange for one of theirs; null where it was not exchanged. */
  readonly swappedWith: string | null;
}

/** Two shifts that somebody offers to exchange. */
export interface SwapRecord {
  readonly id: string;
  readonly schedule: string;
  readonly offeredBy: string;
  readonly offeredTo: string;
  readonly firstFrom: Date;
  readonly firstTo: Date;
  readonly secondFrom: Date;
  readonly secondTo: Date;
  readonly reason: string;
  readonly madeAt: Date;
  readonly madeBy: string;
}

export interface PolicyRecord {
  readonly id: string;
  readonly version: number;
  readonly spec: PolicySpec;
  readonly savedAt: Date;
  readonly savedBy: string;
}

const VERSION = 'v.id, v.version, v.spec, v.saved_at as "savedAt", v.saved_by as "savedBy"';
const readSchedule = (row: StoredVersion): StoredVersion => ({ ...row, spec: readSaved(scheduleSpec, row.spec) });
const readPolicy = (row: PolicyRecord): PolicyRecord => ({ ...row, spec: readSaved(policySpec, row.spec) });

/** All versions of the schedules that are there, each one's in their order; of those named only. */
export async function scheduleVersions(queryable: Queryable, workspaceId: string, ids?: readonly string[]): Promise<StoredVersion[]> {
  const { rows } = await queryable.query<StoredVersion>(
    `select ${VERSION}, s.changes, s.changed_at as "changedAt" from on_call_schedule s join on_call_schedule_version v on v.workspace_id = s.workspace_id and v.id = s.id
     where s.workspace_id = $1 and s.removed_at is null and ($2::text[] is null or s.id = any($2)) order by s.created_at, s.id, v.version`,
    [workspaceId, ids ?? null],
  );
  return readable(rows, readSchedule);
}

/** Of these schedules, in the order in which they were made. */
export async function overridesOf(queryable: Queryable, workspaceId: string, schedules: readonly string[]): Promise<OverrideRecord[]> {
  const { rows } = await queryable.query<OverrideRecord>(
    `select id, schedule, person, from_at as "fromAt", to_at as "toAt", reason, made_at as "madeAt", made_by as "madeBy",
       swapped_with as "swappedWith" from on_call_override
     where workspace_id = $1 and schedule = any($2) order by place`,
    [workspaceId, schedules],
  );
  return rows;
}

/** Undefined of one that there is not, and of a schedule that was removed. */
export async function scheduleOfOverride(queryable: Queryable, workspaceId: string, id: string): Promise<string | undefined> {
  const { rows } = await queryable.query<{ schedule: string }>(
    `select o.schedule from on_call_override o join on_call_schedule s on s.workspace_id = o.workspace_id and s.id = o.schedule
     where o.workspace_id = $1 and o.id = $2 and s.removed_at is null`,
    [workspaceId, id],
  );
  return rows[0]?.schedule;
}

/** Nobody else changes it until the transaction ends. */
export const lockSchedule = (client: pg.PoolClient, workspaceId: string, id: string) =>
  client.query('select from on_call_schedule where workspace_id = $1 and id = $2 for no key update', [workspaceId, id]);

export const addSchedule = (client: pg.PoolClient, workspaceId: string, id: string, at: Date) =>
  client.query('insert into on_call_schedule (workspace_id, id, created_at) values ($1, $2, $3)', [workspaceId, id, at]);

export const addScheduleVersion = (client: pg.PoolClient, workspaceId: string, { id, version, spec, savedAt, savedBy }: ScheduleVersion) =>
  client.query(
    'insert into on_call_schedule_version (workspace_id, id, version, spec, saved_at, saved_by) values ($1, $2, $3, $4, $5, $6)',
    [workspaceId, id, version, JSON.stringify(spec), savedAt, savedBy],
  );

export const markRemoved = (client: pg.PoolClient, workspaceId: string, id: string, at: Date) =>
  client.query('update on_call_schedule set removed_at = $3 where workspace_id = $1 and id = $2', [workspaceId, id, at]);

/** What calendars show is another from now on. */
export const noteChange = (client: pg.PoolClient, workspaceId: string, id: string, at: Date) =>
  client.query('update on_call_schedule set changes = changes + 1, changed_at = $3 where workspace_id = $1 and id = $2', [
    workspaceId,
    id,
    at,
  ]);

export async function addOverride(client: pg.PoolClient, workspaceId: string, made: OverrideRecord): Promise<void> {
  const { id, schedule, person, fromAt, toAt, reason, madeAt, madeBy, swappedWith } = made;
  await client.query(
    `insert into on_call_override (workspace_id, id, schedule, person, from_at, to_at, reason, made_at, made_by, swapped_with)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [workspaceId, id, schedule, person, fromAt, toAt, reason, madeAt, madeBy, swappedWith],
  );
  await noteChange(client, workspaceId, schedule, madeAt);
}

/** One that has begun ends now, so that who was on call until now stays as it was; one to come was never. */
export async function endOverride(client: pg.PoolClient, workspaceId: string, id: string, now: Date): Promise<void> {
  const { rowCount } = await client.query('update on_call_override set to_at = $3 where workspace_id = $1 and id = $2 and from_at < $3', [
    workspaceId,
    id,
    now,
  ]);
  if (rowCount === 0) await client.query('delete from on_call_override where workspace_id = $1 and id = $2', [workspaceId, id]);
}

/** Of these schedules, of which no shift has begun; the oldest first. */
export async function swapsOf(queryable: Queryable, workspaceId: string, schedules: readonly string[], now: Date): Promise<SwapRecord[]> {
  const { rows } = await queryable.query<SwapRecord>(
    `select id, schedule, offered_by as "offeredBy", offered_to as "offeredTo", first_from as "firstFrom", first_to as "firstTo",
       second_from as "secondFrom", second_to as "secondTo", reason, made_at as "madeAt", made_by as "madeBy" from on_call_swap
     where workspace_id = $1 and schedule = any($2) and least(first_from, second_from) > $3 order by made_at, id`,
    [workspaceId, schedules, now],
  );
  return rows;
}

/** Undefined of one that there is not, and of a schedule that was removed. */
export async function scheduleOfSwap(queryable: Queryable, workspaceId: string, id: string): Promise<string | undefined> {
  const { rows } = await queryable.query<{ schedule: string }>(
    `select o.schedule from on_call_swap o join on_call_schedule s on s.workspace_id = o.workspace_id and s.id = o.schedule
     where o.workspace_id = $1 and o.id = $2 and s.removed_at is null`,
    [workspaceId, id],
  );
  return rows[0]?.schedule;
}

/** Those that have ended by then are forgotten. */
export async function addSwap(client: pg.PoolClient, workspaceId: string, made: SwapRecord, now: Date): Promise<void> {
  await client.query('delete from on_call_swap where workspace_id = $1 and schedule = $2 and least(first_from, second_from) <= $3', [
    workspaceId,
    made.schedule,
    now,
  ]);
  await client.query(
    `insert into on_call_swap (workspace_id, id, schedule, offered_by, offered_to, first_from, first_to, second_from, second_to, reason, made_at, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      workspaceId,
      made.id,
      made.schedule,
      made.offeredBy,
      made.offeredTo,
      made.firstFrom,
      made.firstTo,
      made.secondFrom,
      made.secondTo,
      made.reason,
      made.madeAt,
      made.madeBy,
    ],
  );
}

export const removeSwap = (client: pg.PoolClient, workspaceId: string, id: string) =>
  client.query('delete from on_call_swap where workspace_id = $1 and id = $2', [workspaceId, id]);

const POLICY = 'id, version, spec, saved_at as "savedAt", saved_by as "savedBy"';

/** In the order in which they were made. */
export async function policiesOf(queryable: Queryable, workspaceId: string): Promise<PolicyRecord[]> {
  const { rows } = await queryable.query<PolicyRecord>(
    `select ${POLICY} from on_call_policy where workspace_id = $1 order by created_at, id`,
    [workspaceId],
  );
  return readable(rows, readPolicy);
}

export async function policyOf(
  queryable: Queryable,
  workspaceId: string,
  id: string,
  lock: 'for update' | '' = '',
): Promise<PolicyRecord | undefined> {
  const { rows } = await queryable.query<PolicyRecord>(`select ${POLICY} from on_call_policy where workspace_id = $1 and id = $2 ${lock}`, [
    workspaceId,
    id,
  ]);
  return rows[0] && readPolicy(rows[0]);
}

export async function writePolicy(client: pg.PoolClient, workspaceId: string, policy: PolicyRecord): Promise<void> {
  const { id, version, spec, savedAt, savedBy } = policy;
  await client.query(
    `insert into on_call_policy (workspace_id, id, version, spec, created_at, saved_at, saved_by) values ($1, $2, $3, $4, $5, $5, $6)
     on conflict (workspace_id, id) do update set version = excluded.version, spec = excluded.spec, saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
    [workspaceId, id, version, JSON.stringify(spec), savedAt, savedBy],
  );
}

export const removePolicy = (client: pg.PoolClient, workspaceId: string, id: string) =>
  client.query('delete from on_call_policy where workspace_id = $1 and id = $2', [workspaceId, id]);
