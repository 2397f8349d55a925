/**
 * The doctor's question: are the facts what the tickets and people's presence yield, no row less and no row more? Goes through all
 * of time by ranges of creation, where a row left behind under an old creation instant turns up in the range where it lies, and through all people by ranges of their ids, and all customers.
 *
 * Tickets and people move while it looks. What differs is looked at again after loading what is new, and counts only if it stays.
 */
import type pg from 'pg';
import { createRulebooks, type Rulebooks } from '../rulebooks.ts';
import type { Analytics } from './analytics.ts';
import { createDrain } from './drain.ts';
import { compareCustomers } from './customer-rows.ts';
import type { FactDifference } from './fact-difference.ts';
import { createCustomerLoad } from './load-customers.ts';
import { createPresenceLoad } from './load-presence.ts';
import { createTicketLoad } from './load-tickets.ts';
import { creationRanges, expectedRows, type Range, storedRows } from './fact-rows.ts';
import { agentRanges, comparePresence } from './presence-rows.ts';
import { asOnlyLoader, type Connection } from './reading-place.ts';
import { isComplete, rebuildAsLoader } from './rebuild.ts';
import { workspaceIds } from './ticket-pages.ts';

export interface FactComparison {
  readonly tickets: number;
  readonly agents: number;
  /** All tickets and agents that differ are counted, the first hundred differences told. */
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
  const drainOutbox = createDrain({
    pool,
    load: createTicketLoad({ pool, analytics }),
    presence: createPresenceLoad({ pool, analytics }),
    customers: createCustomerLoad({ pool, analytics }),
  });
  const drain = () => drainOutbox(connection);
  const rulebooks = createRulebooks();
  const differences: FactDifference[] = [];
  const repaired: string[] = [];
  let [tickets, agents, wrong] = [0, 0, 0];
  const add = (found: readonly FactDifference[]) => {
    wrong += new Set(found.map(subjectOf)).size;
    differences.push(...found.slice(0, TOLD - differences.length));
  };
  for (const id of workspaceId === undefined ? await workspaceIds(pool) : [workspaceId]) {
    const before = wrong;
    for (const range of await creationRanges(pool, id)) {
      const found = await settled(drain, () => lookOnce({ pool, analytics, rulebooks, workspaceId: id, range }));
      tickets += found.tickets;
      add(found.differences);
    }
    for (const range of await agentRanges(pool, id)) {
      const found = await settled(drain, () => comparePresence({ pool, analytics }, id, range));
      agents += found.agents;
      add(found.differences);
    }
    add((await settled(drain, () => compareCustomers({ pool, analytics }, id))).differences);
    if (!repair || wrong === before) continue;
    await rebuildAsLoader(connection, { pool, analytics, workspaceId: id });
    repaired.push(id);
  }
  return { tickets, agents, wrong, differences, repaired };
}

interface Look {
  readonly differences: readonly FactDifference[];
}

/** What still differs after several looks. */
async function settled<Found extends Look>(drain: () => Promise<number>, lookAgain: () => Promise<Found>): Promise<Found> {
  let lasting: readonly FactDifference[] | undefined;
  for (let look = 1; ; look += 1) {
    await drain();
    const found = await lookAgain();
    const before = lasting && new Set(lasting.map(thingOf));
    lasting = before ? found.differences.filter((one) => before.has(thingOf(one))) : found.differences;
    if (lasting.length === 0 || look === LOOKS) return { ...found, differences: lasting };
  }
}

const subjectOf = ({ ticket, agent, customer }: FactDifference) => JSON.stringify([ticket, agent, customer]);
/** A ticket changes as a whole, an agent stretch by stretch. */
const thingOf = (one: FactDifference) => JSON.stringify([subjectOf(one), one.startedAt]);

interface RangeLook {
  readonly pool: pg.Pool;
  readonly analytics: Analytics;
  readonly rulebooks: Rulebooks;
  readonly workspaceId: string;
  readonly range: Range;
}

async function lookOnce({ pool, analytics, rulebooks, workspaceId, range }: RangeLook) {
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
