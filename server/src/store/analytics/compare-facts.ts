/**
 * The doctor's question: are the facts what the tickets yield, no row less and no row more? Goes through all of time by
 * ranges of creation; a row left behind under an old creation instant turns up in the range where it lies.
 *
 * Tickets move while it looks. What differs is looked at again after loading what is new, and counts only if it stays.
 */
import type pg from 'pg';
import { createRulebooks, type Rulebooks } from '../rulebooks.ts';
import type { Analytics } from './analytics.ts';
import { createDrain } from './drain.ts';
import { createTicketLoad } from './load-tickets.ts';
import { creationRanges, expectedRows, type Range, storedRows } from './fact-rows.ts';
import { asOnlyLoader, type Connection } from './reading-place.ts';
import { isComplete, rebuildAsLoader } from './rebuild.ts';
import { workspaceIds } from './ticket-pages.ts';

export interface FactDifference {
  readonly workspaceId: string;
  readonly ticket: string;
  readonly table: string;
  /** Of several rows of a ticket, which. */
  readonly ordinal: number;
  /** What the ticket yields and what is stored, by column; undefined where there is no such row. */
  readonly expected: Readonly<Record<string, unknown>> | undefined;
  readonly stored: Readonly<Record<string, unknown>> | undefined;
}

export interface FactComparison {
  readonly tickets: number;
  /** All tickets that differ are counted, the first hundred differences told. */
  readonly wrong: number;
  readonly differences: readonly FactDifference[];
  /** Workspaces whose facts were made anew. */
  readonly repaired: readonly string[];
}

interface Comparing {
  readonly pool: pg.Pool;
  readonly analytics: Analytics;
  readonly workspaceId?: string | undefined;
  /** Makes the facts of a workspace that differs anew. */
  readonly repair?: boolean;
}

const TOLD = 100;
const LOOKS = 4;

export async function compareFacts(options: Comparing): Promise<FactComparison> {
  await options.analytics.migrate();
  return (await asOnlyLoader(options.pool, (connection) => compareAsLoader(connection, options), { wait: true }))!;
}

async function compareAsLoader(
  connection: Connection,
  { pool, analytics, workspaceId, repair = false }: Comparing,
): Promise<FactComparison> {
  if (!(await isComplete(analytics))) await rebuildAsLoader(connection, { pool, analytics });
  const drainOutbox = createDrain({ pool, load: createTicketLoad({ pool, analytics }) });
  const drain = () => drainOutbox(connection);
  const rulebooks = createRulebooks();
  const differences: FactDifference[] = [];
  const repaired: string[] = [];
  let [tickets, wrong] = [0, 0];
  for (const id of workspaceId === undefined ? await workspaceIds(pool) : [workspaceId]) {
    const before = wrong;
    for (const range of await creationRanges(pool, id)) {
      const found = await compareRange({ pool, analytics, rulebooks, workspaceId: id, range, drain });
      tickets += found.tickets;
      wrong += new Set(found.differences.map(({ ticket }) => ticket)).size;
      differences.push(...found.differences.slice(0, TOLD - differences.length));
    }
    if (!repair || wrong === before) continue;
    await rebuildAsLoader(connection, { pool, analytics, workspaceId: id });
    repaired.push(id);
  }
  return { tickets, wrong, differences, repaired };
}

interface RangeLook {
  readonly pool: pg.Pool;
  readonly analytics: Analytics;
  readonly rulebooks: Rulebooks;
  readonly workspaceId: string;
  readonly range: Range;
  readonly drain: () => Promise<number>;
}

async function compareRange({ drain, ...where }: RangeLook): Promise<{ tickets: number; differences: FactDifference[] }> {
  let lasting: FactDifference[] | undefined;
  for (let look = 1; ; look += 1) {
    await drain();
    const { tickets, differences } = await lookOnce(where);
    const before = lasting && new Set(lasting.map(({ ticket }) => ticket));
    lasting = before ? differences.filter(({ ticket }) => before.has(ticket)) : differences;
    if (lasting.length === 0 || look === LOOKS) return { tickets, differences: lasting };
  }
}

async function lookOnce({ pool, analytics, rulebooks, workspaceId, range }: Omit<RangeLook, 'drain'>) {
  const expected = await expectedRows(pool, rulebooks, workspaceId, range);
  const differences: FactDifference[] = [];
  for (const table of expected.tables) {
    const found = await storedRows(analytics, workspaceId, range, table);
    for (const [key, row] of table.rows) {
      const other = found.get(key);
      if (JSON.stringify(row) !== JSON.stringify(other)) differences.push(difference(workspaceId, table, key, row, other));
    }
    for (const [key, row] of found) {
      if (table.rows.has(key) || expected.unreadable.has(ticketOf(key))) continue;
      differences.push(difference(workspaceId, table, key, undefined, row));
    }
  }
  return { tickets: expected.tickets, differences };
}

const ticketOf = (key: string): string => (JSON.parse(key) as [string, number])[0];

type Row = readonly unknown[];

function difference(
  workspaceId: string,
  { name, columns }: { readonly name: string; readonly columns: readonly { readonly name: string }[] },
  key: string,
  expected: Row | undefined,
  stored: Row | undefined,
): FactDifference {
  const [ticket, ordinal] = JSON.parse(key) as [string, number];
  const differs = columns.map((_, index) => !expected || !stored || JSON.stringify(expected[index]) !== JSON.stringify(stored[index]));
  const shown = (row: Row | undefined) =>
    row && Object.fromEntries(columns.flatMap((column, index) => (differs[index] ? [[column.name, row[index]]] : [])));
  return { workspaceId, ticket, table: name, ordinal, expected: shown(expected), stored: shown(stored) };
}
