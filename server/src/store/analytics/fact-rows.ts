/** The two sides of the doctor's comparison, as plain values: the rows that tickets yield, and those that are stored. */
import { TICKET_DAYS, UNKNOWN_STANDING } from '@watchdesk/domain/fact';
import type pg from 'pg';
import { isUnreadable } from '../packed-clocks.ts';
import type { PackedState } from '../packed-state.ts';
import type { Rulebooks } from '../rulebooks.ts';
import type { Analytics } from './analytics.ts';
import { type Column, selected, stored } from './columns.ts';
import { openStored, storedFacts } from './stored-facts.ts';
import { CHILD_HEAD, CHILD_TABLES, type ChildTable, PLACE, type Subject, TICKET_COLUMNS, TICKET_HEAD, TICKET_PLACE } from './tables.ts';

/** Creation instants from the first up to, but not including, the second; milliseconds since 1970. */
export type Range = readonly [from: number, to: number];

interface TableRows {
  readonly name: string;
  readonly createdColumn: string;
  readonly columns: readonly Pick<Column<never>, 'name' | 'kind'>[];
  /** Keyed by ticket and ordinal. */
  readonly rows: Map<string, readonly unknown[]>;
}

const PAGE = 5_000;
const EARLIEST = Date.UTC(1900);
const LATEST = Date.UTC(2299, 11, 31);

/** Ranges of some thousand tickets each that together cover all of time. */
export async function creationRanges(pool: pg.Pool, workspaceId: string): Promise<Range[]> {
  const { rows } = await pool.query<{ at: Date }>(
    `select distinct created_at as at from (
       select created_at, row_number() over (order by created_at) as place from ticket where workspace_id = $1 and created_at is not null
     ) as placed where place % ${PAGE} = 0 order by created_at`,
    [workspaceId],
  );
  const bounds = [EARLIEST, ...rows.map(({ at }) => at.getTime()), LATEST];
  return bounds.slice(1).map((to, index) => [bounds[index]!, to]);
}

const lasting = <Row>(columns: readonly Column<Row>[]): Column<Row>[] => columns.filter(({ asThen }) => !asThen);
const keyOf = (ticket: string, ordinal: number) => JSON.stringify([ticket, ordinal]);

/** What stands there twice, under two instants of creation, must not hide the one behind the other. */
function freeKey(taken: ReadonlyMap<string, unknown>, ticket: string, ordinal: number): string {
  let key = keyOf(ticket, ordinal);
  for (let copy = 2; taken.has(key); copy += 1) key = JSON.stringify([ticket, ordinal, copy]);
  return key;
}

/** Tickets whose clocks cannot be read are named and yield none: their facts are of before, until their clocks have been run again. */
export async function expectedRows(pool: pg.Pool, rulebooks: Rulebooks, workspaceId: string, [from, to]: Range) {
  const { rows } = await pool.query<{ id: string; version: number; state: PackedState; clocks: unknown }>(
    'select id, version, state, clocks from ticket where workspace_id = $1 and created_at >= $2 and created_at < $3 and state is not null',
    [workspaceId, new Date(from), new Date(to)],
  );
  const rulebook = await rulebooks.of(pool, workspaceId);
  const ticketTable = tableRows('ticket_fact', 'created_at', [...lasting(TICKET_HEAD), ...TICKET_PLACE, ...lasting(TICKET_COLUMNS)]);
  const tables = CHILD_TABLES.map((table) =>
    tableRows(table.name, 'ticket_created_at', [...lasting(CHILD_HEAD), ...PLACE, ...lasting<never>(table.columns)]),
  );
  const unreadable = new Set(rows.flatMap(({ id, clocks }) => (isUnreadable(clocks) ? [id] : [])));
  for (const { id, version, state, clocks } of rows) {
    if (unreadable.has(id)) continue;
    const facts = storedFacts(openStored(state, clocks), rulebook);
    const subject: Subject = { workspaceId, version, head: facts.head, standing: UNKNOWN_STANDING };
    const { head, ticket } = facts;
    ticketTable.rows.set(keyOf(head.ticket, 0), [
      ...values(TICKET_HEAD, subject),
      ...values(TICKET_PLACE, { day: TICKET_DAYS.of(ticket, head), ordinal: 0 }),
      ...values(TICKET_COLUMNS, ticket),
    ]);
    for (const [index, one] of CHILD_TABLES.entries()) {
      const table = one as ChildTable<unknown>;
      for (const [ordinal, row] of table.rowsOf(facts).entries())
        tables[index]!.rows.set(keyOf(head.ticket, ordinal), [
          ...values(CHILD_HEAD, subject),
          ...values(PLACE, { day: table.days.of(row, head), ordinal }),
          ...values(table.columns, row),
        ]);
    }
  }
  return { tickets: rows.length, unreadable, tables: [ticketTable, ...tables] };
}

const tableRows = (name: string, createdColumn: string, columns: TableRows['columns']): TableRows => ({
  name,
  createdColumn,
  columns,
  rows: new Map(),
});
const values = <Row>(columns: readonly Column<Row>[], row: Row) => lasting(columns).map((column) => stored(column, row));

export async function storedRows({ client }: Analytics, workspaceId: string, [from, to]: Range, table: TableRows) {
  const ordinal = table.name === 'ticket_fact' ? '0' : 'ordinal';
  const answer = await client.query({
    query: `select ticket, ${ordinal}, ${table.columns.map(selected).join(', ')} from ${table.name} final
      where workspace_id = {workspaceId: String}
        and ${table.createdColumn} >= fromUnixTimestamp64Milli({from: Int64}) and ${table.createdColumn} < fromUnixTimestamp64Milli({to: Int64})`,
    format: 'JSONCompactEachRow',
    query_params: { workspaceId, from, to },
    clickhouse_settings: { output_format_json_quote_64bit_integers: 0 },
  });
  const rows = await answer.json<[string, number, ...unknown[]]>();
  const found = new Map<string, unknown[]>();
  for (const [ticket, place, ...row] of rows) found.set(freeKey(found, ticket, place), row);
  return found;
}
