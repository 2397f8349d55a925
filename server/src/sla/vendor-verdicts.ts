/** What a ticket's own help desk says of its promises, beside the clocks here, with the reason of each difference. */
import type { CalendarSpec } from '@watchdesk/domain/calendar';
import { compareVerdicts, type OwnClaim, type VendorClaim, vendorClaims, type VendorEvent } from '@watchdesk/domain/sla';
import type { HeardTicket } from '@watchdesk/domain/ticket';
import { type Sight, sightSql } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import { invalid } from '../errors.ts';
import type { ClockWork } from '../ingest/index.ts';
import { readVersions } from '../rules/index.ts';
import { type PackedState, unpackState } from '../store/packed-state.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { noSuchTicket } from '../tickets/index.ts';

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly clockWork: ClockWork;
}

interface Row {
  readonly id: string;
  readonly state: PackedState;
  readonly clock_log: HeardTicket['clockLog'] | null;
}

export async function vendorVerdicts(parts: Parts, workspaceId: string, sight: Sight, id: string) {
  const { pool } = parts.postgres;
  const seen = sightSql(sight, 2);
  const { rows } = await pool.query<Row>(
    `select t.id, t.state, t.clock_log from ticket t where t.workspace_id = $1 and t.id = $2 and t.state is not null and ${seen.text}`,
    [workspaceId, id, ...seen.values],
  );
  const [row] = rows;
  if (!row) throw noSuchTicket(id, sight);
  return { comparisons: await comparisonsOf(parts, workspaceId, row, await readVersions(pool, workspaceId, 'calendar')) };
}

async function comparisonsOf({ postgres: { pool }, clock, clockWork }: Parts, workspaceId: string, row: Row, calendars: Calendars) {
  const ticket: HeardTicket = { ...unpackState(row.state), clockLog: row.clock_log ?? [] };
  const [events, whole] = await Promise.all([
    vendorEvents(pool, workspaceId, row.id),
    clockWork.whole(pool, workspaceId, ticket, Math.floor(clock.now() / 1000)),
  ]);
  const isAlways = (of: { id: string; version: number }) =>
    (calendars.find((one) => one.id === of.id && one.version === of.version)?.spec as CalendarSpec | null | undefined)?.always === true;
  const clocks = whole.map((one): OwnClaim => ({ ...one, isAlways: isAlways(one.calendar) }));
  return compareVerdicts(vendorClaims(events), clocks).map(shown);
}
type Calendars = Awaited<ReturnType<typeof readVersions<'calendar'>>>;

/** So many tickets are looked through for a page: of a system that seldom says anything a page may hold few, and still lead on. */
const MOST_LOOKED_AT = 500;

/** The tickets of a source that its system said something of, the last changed first, each with its comparisons. */
export async function sourceVerdicts(
  parts: Parts,
  workspaceId: string,
  sight: Sight,
  source: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const { pool } = parts.postgres;
  const [, beforeMs, beforeId] = /^(\d{1,15}) (.{1,200})$/s.exec(cursor ?? '') ?? [];
  if (cursor !== undefined && beforeId === undefined) throw invalid('cursor', 'must be the `next` of the answer before');
  const seen = sightSql(sight, 4);
  const { rows } = await pool.query<Row & { at: Date; told: boolean }>(
    `select t.id, t.state, t.clock_log, t.updated_at as at,
       exists (select from event_log l where l.workspace_id = $1 and l.stream = 'ticket/' || t.id and l.type = 'sla.vendor' and l.source = $2) as told
     from ticket t where t.workspace_id = $1 and starts_with(t.id, $2 || ':') and t.state is not null and not t.hidden and ${seen.text}
       and ($3::timestamptz is null or t.updated_at < $3 or (t.updated_at = $3 and t.id > $4))
     order by t.updated_at desc, t.id limit ${MOST_LOOKED_AT}`,
    [workspaceId, source, beforeMs === undefined ? null : new Date(Number(beforeMs)), beforeId ?? null, ...seen.values],
  );
  const told = rows.filter((row) => row.told).slice(0, limit);
  const last = told.length === limit ? told.at(-1)! : rows.at(-1);
  const isMore = told.length === limit ? last !== rows.at(-1) || rows.length === MOST_LOOKED_AT : rows.length === MOST_LOOKED_AT;
  const calendars = await readVersions(pool, workspaceId, 'calendar');
  const tickets = [];
  for (const row of told)
    tickets.push({ ticket: row.id, updatedAt: row.at.toISOString(), comparisons: await comparisonsOf(parts, workspaceId, row, calendars) });
  return { tickets, next: isMore && last ? `${last.at.getTime()} ${last.id}` : null };
}

async function vendorEvents(pool: Postgres['pool'], workspaceId: string, ticket: string): Promise<VendorEvent[]> {
  const { rows } = await pool.query<{ at: number; data: { metric: string; kind: string; verdict?: string } }>(
    `select at, data from event_log where workspace_id = $1 and stream = $2 and type = 'sla.vendor' order by at, seq, source, id`,
    [workspaceId, `ticket/${ticket}`],
  );
  return rows.map(({ at, data }) => ({ at: Math.floor(at / 1000), ...data }));
}

const iso = (seconds: number | null) => (seconds === null ? null : new Date(seconds * 1000).toISOString());

const shown = ({ theirs, ours, isSame, reasons }: ReturnType<typeof compareVerdicts>[number]) => ({
  isSame,
  reasons: [...reasons],
  theirs: theirs && claimShown(theirs),
  ours: ours && {
    metric: ours.metric,
    ordinal: ours.ordinal,
    state: ours.state,
    targetSeconds: ours.target,
    elapsedSeconds: ours.elapsed,
    isBusiness: !ours.isAlways,
    startedAt: iso(ours.start),
    endedAt: iso(ours.stop),
    breachedAt: iso(ours.breachAt),
  },
});

const claimShown = ({
  metric,
  instance,
  state,
  targetSeconds,
  elapsedSeconds,
  isBusiness,
  startedAt,
  endedAt,
  breachedAt,
  isTakenBack,
}: VendorClaim) => ({
  metric,
  instance,
  state,
  targetSeconds,
  elapsedSeconds,
  isBusiness,
  startedAt: iso(startedAt),
  endedAt: iso(endedAt),
  breachedAt: iso(breachedAt),
  isTakenBack,
});
