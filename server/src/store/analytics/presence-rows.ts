/** The two sides of the doctor's comparison for people's presence: the stretches that the log yields, and those that are stored. */
import { foldPresence, PRESENCE_COLUMNS } from '@watchdesk/domain/fact';
import type pg from 'pg';
import type { Analytics } from './analytics.ts';
import { selected, stored } from './columns.ts';
import type { FactDifference } from './fact-difference.ts';
import { agentPages, toldOf } from './presence-events.ts';

/** The agents from after the first to the second; null for no end. Together they cover all there can be. */
export interface AgentRange {
  readonly after: string;
  readonly to: string | null;
}

const AT_ONCE = 25;
const TABLE = 'presence_fact';
const NO_SPAN = { from: '0', to: '0' };

export async function agentRanges(pool: pg.Pool, workspaceId: string): Promise<AgentRange[]> {
  const bounds = [''];
  for await (const agents of agentPages(pool, workspaceId, AT_ONCE)) bounds.push(agents.at(-1)!);
  return bounds.map((after, index) => ({ after, to: bounds[index + 1] ?? null }));
}

type Row = readonly unknown[];

/** What is expected and not stored, or stored and not expected, and how many agents were looked at. */
export async function comparePresence(
  { pool, analytics }: { readonly pool: pg.Pool; readonly analytics: Analytics },
  workspaceId: string,
  range: AgentRange,
): Promise<{ agents: number; differences: FactDifference[] }> {
  const { agents, rows: expected } = await expectedStretches(pool, workspaceId, range);
  const found = await storedStretches(analytics, workspaceId, range);
  const differences = [...new Set([...expected.keys(), ...found.keys()])].flatMap((key) => {
    const [row, other] = [expected.get(key), found.get(key)];
    return JSON.stringify(row) === JSON.stringify(other) ? [] : [difference(workspaceId, key, row, other)];
  });
  return { agents, differences };
}

const keyOf = (agent: string, startedAt: number) => JSON.stringify([agent, startedAt]);

async function expectedStretches(pool: pg.Pool, workspaceId: string, { after, to }: AgentRange) {
  const { rows: known } = await pool.query<{ id: string }>(
    `select id from directory where workspace_id = $1 and kind = 'agent' and id collate "C" > $2 and ($3::text is null or id collate "C" <= $3)`,
    [workspaceId, after, to],
  );
  const told = await toldOf(
    pool,
    workspaceId,
    known.map(({ id }) => id),
    NO_SPAN,
  );
  const rows = new Map<string, Row>();
  for (const [agent, { events }] of told)
    for (const row of foldPresence(agent, events).rows)
      rows.set(
        keyOf(agent, row.startedAt),
        PRESENCE_COLUMNS.map((column) => stored(column, row)),
      );
  return { agents: known.length, rows };
}

async function storedStretches({ client }: Analytics, workspaceId: string, { after, to }: AgentRange): Promise<Map<string, Row>> {
  const answer = await client.query({
    query: `select ${PRESENCE_COLUMNS.map(selected).join(', ')} from ${TABLE} final
      where workspace_id = {workspaceId: String} and agent > {after: String}${to === null ? '' : ' and agent <= {to: String}'}`,
    format: 'JSONCompactEachRow',
    query_params: { workspaceId, after, ...(to !== null && { to }) },
    clickhouse_settings: { output_format_json_quote_64bit_integers: 0 },
  });
  // The columns begin with the agent and the beginning.
  const rows = await answer.json<[agent: string, startedAt: number, ...unknown[]]>();
  return new Map(rows.map((row) => [keyOf(row[0], row[1]), row] as const));
}

function difference(workspaceId: string, key: string, expected: Row | undefined, found: Row | undefined): FactDifference {
  const [agent, startedAt] = JSON.parse(key) as [string, number];
  const shown = (row: Row | undefined) => row && Object.fromEntries(PRESENCE_COLUMNS.map(({ name }, index) => [name, row[index]]));
  return { workspaceId, table: TABLE, agent, startedAt, expected: shown(expected), stored: shown(found) };
}
