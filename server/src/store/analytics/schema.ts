/**
 * The migrations' placeholders, for one machine or for a cluster. On a cluster each table is replicated under the name
 * `…_local`, and a Distributed one of the plain name spreads it by ticket: all rows of a key then stand on one shard,
 * which is what keeps FINAL right.
 */
import { readdir, readFile } from 'node:fs/promises';

/** The columns every row of a ticket's children begins with; the key is (workspace_id, day, ticket, ordinal). */
const HEAD = `workspace_id LowCardinality(String), day Date, ticket String, ordinal UInt32, version UInt64, is_deleted UInt8,
  ticket_created_at DateTime64(3, 'UTC'), hidden UInt8,
  source LowCardinality(String), channel LowCardinality(String), requester String, organisation String,
  customer_tier LowCardinality(String), plan LowCardinality(String), country LowCardinality(String), region LowCardinality(String),
  domain LowCardinality(String), tenure LowCardinality(String), lifecycle LowCardinality(String),
  service_region LowCardinality(String), custom Map(LowCardinality(String), String)`;

/** Merges may leave out tombstones, where they are told to. */
const CLEANED = 'settings allow_experimental_replacing_merge_with_cleanup = 1';

export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

/** All migrations in order, for the cluster of that name or for one machine. */
export async function readMigrations(cluster?: string): Promise<Migration[]> {
  const folder = new URL('migrations/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => ({ name, statements: statementsOf(await readFile(new URL(name, folder), 'utf8'), cluster) })),
  );
}

/** The statements of one migration file. Each ends with a semicolon at the end of a line. */
export function statementsOf(sql: string, cluster?: string): string[] {
  const bare = sql.replaceAll(/^--.*\n/gm, '');
  return bare
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
    .flatMap((statement) => (cluster === undefined ? [single(statement)] : distributed(statement, cluster)));
}

const ALTERED = /^alter table \{\{(\w+)\}\}/;
const TABLE = /\{\{(\w+?)(?: by (\w+))?\}\} \(/;

const single = (statement: string): string =>
  statement
    .replace('{{head}}', HEAD)
    .replace('{{replacing}}', 'ReplacingMergeTree(version, is_deleted)')
    .replace('{{cleaned}}', CLEANED)
    .replace(TABLE, '$1 (')
    .replace(ALTERED, 'alter table $1');

function distributed(statement: string, cluster: string): string[] {
  if (!/^[\w-]+$/.test(cluster)) throw new Error(`The name of a ClickHouse cluster has letters, digits, _ and - only, not ${cluster}`);
  // A Distributed table has the columns of the others, and no indexes.
  if (ALTERED.test(statement))
    return (/\b(?:add|drop) column\b/.test(statement) ? ['_local', ''] : ['_local']).map((which) =>
      statement.replace(ALTERED, `alter table $1${which} on cluster '${cluster}'`),
    );
  const [, table, key = 'ticket'] = TABLE.exec(statement) ?? [];
  if (table === undefined) return [single(statement)];
  const replicated = `ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/${table}', '{replica}', version, is_deleted)`;
  const local = statement
    .replace(TABLE, `${table}_local on cluster '${cluster}' (`)
    .replace('{{head}}', HEAD)
    .replace('{{replacing}}', replicated)
    .replace('{{cleaned}}', CLEANED);
  const spread = `create table if not exists ${table} on cluster '${cluster}' as ${table}_local engine = Distributed('${cluster}', currentDatabase(), ${table}_local, cityHash64(${key}))`;
  return [local, spread];
}
