/** Stores folded tickets: the state whole, and beside it the columns that lists and queues ask for. */
import { type HeardTicket, isHidden, waitingSince } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import { copyRows } from '../store/postgres/index.ts';
import { packClock, type StoredClock } from '../store/packed-clocks.ts';
import { packState } from '../store/packed-state.ts';
import { nextBreachAt, toAnnounce } from './clocks.ts';

export interface WrittenTicket {
  readonly id: string;
  readonly version: number;
}

/** In the order of `rowOf`. */
export const COLUMNS =
  'id, state, provisional, hidden, created_at, updated_at, resolved_at, waiting_since, status, priority, support_tier, team, assignee, channel, category, product, requester, organisation, language, merged_into, subject_source, subject_event, tags, raw_status, url, last_speaker, replies, reopens, escalations, last_escalation, held_since, clock_log, clocks, breach_next_at, clock_next_at, clock_past_at';

const SET = `state = n.state, version = t.version + 1, provisional = n.provisional, hidden = n.hidden, created_at = n.created_at,
  updated_at = n.updated_at, resolved_at = n.resolved_at, waiting_since = n.waiting_since, status = n.status, priority = n.priority,
  support_tier = n.support_tier, team = n.team, assignee = n.assignee, channel = n.channel, category = n.category,
  product = n.product, requester = n.requester, organisation = n.organisation, language = n.language,
  tags = array(select json_array_elements_text(n.tags)), merged_into = n.merged_into,
  subject_source = n.subject_source, subject_event = n.subject_event, raw_status = n.raw_status, url = n.url,
  last_speaker = n.last_speaker, replies = n.replies, reopens = n.reopens, escalations = n.escalations,
  last_escalation = n.last_escalation, held_since = n.held_since, clock_log = n.clock_log, clocks = n.clocks,
  breach_next_at = n.breach_next_at, clock_next_at = n.clock_next_at, clock_past_at = n.clock_past_at`;

/** From this many rows on a copy into a temporary table is quicker than arrays as parameters: it writes everything twice. */
const MANY = 1_500;

/** Writes the states with their clocks, as of `now` (ms), and counts their versions up by one. Those that `isNew` says have no row yet get one. */
export async function writeTickets(
  client: pg.PoolClient,
  workspaceId: string,
  states: ReadonlyMap<string, HeardTicket>,
  clocks: ReadonlyMap<string, readonly StoredClock[]>,
  { now, isNew = () => false }: { now: number; isNew?: (id: string) => boolean },
): Promise<WrittenTicket[]> {
  const sorted = [...states.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const fresh = sorted.filter(({ id }) => isNew(id));
  const rowsOf = (some: readonly HeardTicket[]) => some.map((state) => rowOf(state, clocks.get(state.id) ?? [], now));
  const rows = rowsOf(sorted.filter(({ id }) => !isNew(id)));
  await insertNew(client, workspaceId, rowsOf(fresh));
  const updated = rows.length < MANY ? await writeFew(client, workspaceId, rows) : await writeMany(client, workspaceId, rows);
  return [...fresh.map(({ id }) => ({ id, version: 1 })), ...updated];
}

async function insertNew(client: pg.PoolClient, workspaceId: string, rows: readonly Row[]): Promise<void> {
  await copyRows(client, `ticket (workspace_id, version, ${COLUMNS})`, rows, (row) => [
    workspaceId,
    1,
    ...row.with(TAGS, textArray(JSON.parse(row[TAGS] as string) as string[])),
  ]);
}

const TAGS = COLUMNS.split(', ').indexOf('tags');

/** A `text[]` as PostgreSQL writes it. */
const textArray = (texts: readonly string[]) => `{${texts.map((text) => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;

async function writeFew(client: pg.PoolClient, workspaceId: string, rows: Row[]): Promise<WrittenTicket[]> {
  if (rows.length === 0) return [];
  const drafts = `unnest($2::text[], $3::json[], $4::boolean[], $5::boolean[], $6::timestamptz[], $7::timestamptz[], $8::timestamptz[],
    $9::timestamptz[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[],
    $18::text[], $19::text[], $20::text[], $21::text[], $22::text[], $23::text[], $24::json[], $25::text[], $26::text[], $27::text[], $28::integer[], $29::integer[], $30::integer[],
    $31::json[], $32::timestamptz[], $33::json[], $34::json[], $35::timestamptz[], $36::timestamptz[], $37::timestamptz[]) as n(${COLUMNS})`;
  const values = [workspaceId, ...columnsOf(rows)];
  return (await client.query<WrittenTicket>({ name: 'write-tickets', text: updateFrom(drafts), values })).rows;
}

/** Not compressed, as in the table itself: it is read once and thrown away. */
async function writeMany(client: pg.PoolClient, workspaceId: string, rows: Row[]): Promise<WrittenTicket[]> {
  await client.query(
    `create temporary table if not exists ticket_draft (id text, state json storage external, provisional boolean, hidden boolean, created_at timestamptz,
       updated_at timestamptz, resolved_at timestamptz, waiting_since timestamptz, status text, priority text, support_tier text, team text,
       assignee text, channel text, category text, product text, requester text, organisation text, language text, merged_into text,
       subject_source text, subject_event text, tags json, raw_status text, url text, last_speaker text, replies integer,
       reopens integer, escalations integer, last_escalation json, held_since timestamptz, clock_log json storage external,
       clocks json storage external, breach_next_at timestamptz, clock_next_at timestamptz, clock_past_at timestamptz) on commit delete rows`,
  );
  await copyRows(client, `ticket_draft (${COLUMNS})`, rows, (row) => row);
  return (await client.query<WrittenTicket>(updateFrom('ticket_draft n'), [workspaceId])).rows;
}

/**
 * The update finds each row by its key and then by its place (we hold its lock, so it cannot move). Joined by key alone,
 * a planner that has not yet seen the table's size reads every ticket of the workspace.
 */
const updateFrom = (drafts: string) => `
  with n as materialized (
    select n.*, place from ${drafts}
    cross join lateral (select t.ctid as place from ticket t where t.workspace_id = $1 and t.id = n.id limit 1) found
  )
  update ticket t set ${SET} from n where t.ctid = n.place returning t.id, t.version`;

type Row = ReturnType<typeof rowOf>;

const columnsOf = (rows: Row[]) => rows[0]!.map((_, column) => rows.map((row) => row[column]));

/** What stands in COLUMNS for a ticket; lists and objects as JSON, instants in ISO form. */
export function rowOf(ticket: HeardTicket, clocks: readonly StoredClock[], now: number) {
  const { clockLog, ...state } = ticket;
  const { next, past } = toAnnounce(clocks, Math.floor(now / 1000));
  const { now: present } = state;
  const cycle = state.cycles.at(-1)!;
  return [
    state.id,
    JSON.stringify(packState(state)),
    state.provisional,
    isHidden(state),
    at(state.createdAt),
    at(state.lastEventAt),
    at(cycle.resolvedAt),
    at(waitingSince(state)),
    present.status,
    present.priority,
    present.supportTier,
    present.team,
    present.assignee,
    present.channel,
    present.category,
    present.product,
    present.requester,
    present.organisation,
    present.language,
    state.mergedInto,
    state.subject?.source ?? null,
    state.subject?.id ?? null,
    JSON.stringify(present.tags),
    state.rawStatus,
    state.url,
    state.lastSpeaker,
    state.counts.agentReplies,
    state.counts.reopens,
    state.escalations.length,
    state.escalations.length > 0 ? JSON.stringify(state.escalations.at(-1)) : null,
    at(state.segments.at(-1)?.from ?? null),
    JSON.stringify(clockLog),
    JSON.stringify(clocks.map(packClock)),
    atSecond(nextBreachAt(clocks)),
    atSecond(next),
    atSecond(past),
  ];
}

const at = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
const atSecond = (seconds: number | null) => at(seconds === null ? null : seconds * 1000);
