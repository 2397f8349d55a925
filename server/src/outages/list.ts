/** Outages as they are read: by page, by what a map of some days shows, by day, and one with its history. */
import type { Severity } from '@watchdesk/domain/event';
import { OUTAGE_STAGES, type OutageStage, stageAt } from '@watchdesk/domain/outage';
import type pg from 'pg';
import { invalid, Refusal } from '../errors.ts';
import { PLACES } from './places.ts';

type Queryable = Pick<pg.Pool, 'query'>;

/** Instants are milliseconds since 1970. */
export interface Narrowed {
  /** Those that ran, or are to run, at some time from here … */
  readonly from?: number | undefined;
  /** … to before here. */
  readonly to?: number | undefined;
  readonly severity?: readonly Severity[] | undefined;
  readonly service?: readonly string[] | undefined;
  readonly region?: readonly string[] | undefined;
  readonly source?: readonly string[] | undefined;
  readonly planned?: boolean | undefined;
}
export interface ListQuestion extends Narrowed {
  readonly stage?: readonly OutageStage[] | undefined;
  readonly incident?: string | undefined;
}

interface Row {
  readonly id: string;
  readonly source: string;
  readonly externalId: string;
  readonly title: string;
  readonly service: string | null;
  readonly region: string | null;
  readonly site: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly severity: Severity;
  readonly isPlanned: boolean;
  readonly isCancelled: boolean;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly estimatedAt: Date | null;
  readonly customers: number | null;
  readonly postcodes: number;
  readonly incident: string | null;
}

/** Where it is: where it says, else where its site is, else its region. */
const COLUMNS = `o.id::text, o.source, o.external_id as "externalId", o.title, o.service, o.region, o.site,
  coalesce(o.latitude, s.latitude, r.latitude) as latitude, coalesce(o.longitude, s.longitude, r.longitude) as longitude,
  o.severity, o.is_planned as "isPlanned", o.is_cancelled as "isCancelled", o.started_at as "startedAt", o.ended_at as "endedAt",
  o.estimated_at as "estimatedAt", o.customers, cardinality(o.postcodes) as postcodes, o.incident`;
const FROM = `outage o
  left join ${PLACES} s on o.latitude is null and s.workspace_id = o.workspace_id and s.kind = 'site' and s.id = o.site
  left join ${PLACES} r on o.latitude is null and r.workspace_id = o.workspace_id and r.kind = 'region' and r.id = o.region`;

/** Of the first eight parameters. */
const NARROWED = `o.workspace_id = $1 and ($2::timestamptz is null or o.ended_at is null or o.ended_at >= $2) and ($3::timestamptz is null or o.started_at < $3)
  and ($4::text[] is null or o.severity = any($4)) and ($5::text[] is null or o.service = any($5)) and ($6::text[] is null or o.region = any($6))
  and ($7::text[] is null or o.source = any($7)) and ($8::boolean is null or o.is_planned = $8)`;
const valuesOf = (workspaceId: string, { from, to, severity, service, region, source, planned }: Narrowed) => [
  workspaceId,
  dateOf(from),
  dateOf(to),
  someOf(severity),
  someOf(service),
  someOf(region),
  someOf(source),
  planned ?? null,
];
const dateOf = (at: number | undefined): Date | null => (at === undefined ? null : new Date(at));
const someOf = <T>(list: readonly T[] | undefined): readonly T[] | null => (list?.length ? list : null);

/** What each stage asks of a row, at the instant of the ninth parameter. */
const STAGES: Readonly<Record<OutageStage, string>> = {
  scheduled: 'not o.is_cancelled and o.started_at > $9',
  running: 'not o.is_cancelled and o.started_at <= $9 and (o.ended_at is null or o.ended_at > $9)',
  ended: 'not o.is_cancelled and o.started_at <= $9 and o.ended_at <= $9',
  cancelled: 'o.is_cancelled',
};

/** The latest first. `next` is the cursor of the next part. */
export async function listOutages(
  queryable: Queryable,
  workspaceId: string,
  { stage = [], incident, ...narrowed }: ListQuestion,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  now: number,
) {
  const [before, id] = cursor === undefined ? [null, null] : placeOf(cursor);
  const wanted = OUTAGE_STAGES.filter((one) => stage.includes(one)).map((one) => `(${STAGES[one]})`);
  const { rows } = await queryable.query<Row>(
    `select ${COLUMNS} from ${FROM} where ${NARROWED} and $9::timestamptz is not null and ($10::text is null or o.incident = $10)
       and (${wanted.join(' or ') || 'true'}) and ($11::timestamptz is null or (o.started_at, o.id) < ($11, $12::uuid))
     order by o.started_at desc, o.id desc limit $13`,
    [...valuesOf(workspaceId, narrowed), new Date(now), incident ?? null, before, id, limit + 1],
  );
  const part = rows.slice(0, limit);
  const last = part.at(-1);
  return {
    outages: part.map((row) => briefOf(row, now)),
    next: rows.length > limit && last ? Buffer.from(JSON.stringify([last.startedAt.toISOString(), last.id])).toString('base64url') : null,
  };
}

function placeOf(cursor: string): readonly [Date, string] {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string];
    if (Number.isFinite(Date.parse(at)) && /^[\da-f-]{36}$/.test(id)) return [new Date(at), id];
  } catch {
    // As below.
  }
  throw invalid('cursor', 'must be the `next` of the answer before');
}

/** Those that a map can show: with a place, and not cancelled. Oldest first. */
export async function outagesWithin(queryable: Queryable, workspaceId: string, within: Narrowed, most: number, now: number) {
  const { rows } = await queryable.query<Row>(
    `select * from (select ${COLUMNS} from ${FROM} where ${NARROWED} and not o.is_cancelled) placed
     where latitude is not null and longitude is not null order by "startedAt", id limit $9`,
    [...valuesOf(workspaceId, within), most],
  );
  return rows.map((row) => briefOf(row, now));
}

/** By local day how many began; days without any are not there. */
export async function startedByDay(queryable: Queryable, workspaceId: string, narrowed: Narrowed, timeZone: string) {
  const { rows } = await queryable.query<{ day: string; began: number }>(
    `select to_char(o.started_at at time zone $9, 'YYYY-MM-DD') as day, count(*)::int as began
     from outage o where ${NARROWED} and not o.is_cancelled and ($2::timestamptz is null or o.started_at >= $2) group by 1 order by 1`,
    [...valuesOf(workspaceId, narrowed), timeZone],
  );
  return rows;
}

export async function pulseOf(queryable: Queryable, workspaceId: string, now: number) {
  const { rows } = await queryable.query<{
    outages: number;
    running: number;
    changedAt: Date | null;
    firstAt: Date | null;
    lastAt: Date | null;
  }>(
    `select count(*)::int as outages, max(changed_at) as "changedAt", min(started_at) as "firstAt", max(started_at) as "lastAt",
       count(*) filter (where not is_cancelled and started_at <= $2 and (ended_at is null or ended_at > $2))::int as running
     from outage where workspace_id = $1`,
    [workspaceId, new Date(now)],
  );
  const { changedAt, firstAt, lastAt, ...counts } = rows[0]!;
  return { ...counts, changedAt: isoOr(changedAt), firstAt: isoOr(firstAt), lastAt: isoOr(lastAt) };
}

export async function oneOutage(queryable: Queryable, workspaceId: string, id: string, now: number) {
  const { rows } = await queryable.query<Row & { description: string; allPostcodes: string[]; madeAt: Date; changedAt: Date }>(
    `select ${COLUMNS}, o.description, o.postcodes as "allPostcodes", o.made_at as "madeAt", o.changed_at as "changedAt"
     from ${FROM} where o.workspace_id = $1 and o.id = $2`,
    [workspaceId, id],
  );
  const [row] = rows;
  if (!row) throw new Refusal('not_found', `There is no outage ${JSON.stringify(id)}.`);
  const { rows: changes } = await queryable.query<{ at: Date; by: string; was: Record<string, unknown>; became: Record<string, unknown> }>(
    `select at, made_by as by, was, became from outage_change where workspace_id = $1 and outage = $2 order by place desc`,
    [workspaceId, id],
  );
  return {
    ...briefOf(row, now),
    description: row.description,
    postcodes: row.allPostcodes,
    madeAt: row.madeAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    changes: changes.map(({ at, ...change }) => ({ ...change, at: at.toISOString() })),
  };
}

const isoOr = (at: Date | null): string | null => at && at.toISOString();

function briefOf({ startedAt, endedAt, estimatedAt, isCancelled, postcodes, ...row }: Row, now: number) {
  return {
    ...row,
    startedAt: startedAt.toISOString(),
    endedAt: isoOr(endedAt),
    estimatedAt: isoOr(estimatedAt),
    stage: stageAt({ startedAt: startedAt.getTime(), endedAt: endedAt && endedAt.getTime(), isCancelled }, now),
    postcodeCount: postcodes,
  };
}
