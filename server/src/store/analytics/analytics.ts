/**
 * The connection to ClickHouse: the writer for schema and facts, the reader for questions. Nothing is sent before the
 * first use, so the server starts while ClickHouse is down.
 */
import { Readable } from 'node:stream';
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { OPEN_DAY } from '@watchdesk/domain/fact';
import { readMigrations } from './schema.ts';
import { walledReader } from './walled-reader.ts';

export interface Analytics {
  readonly client: ClickHouseClient;
  /** Read-only: an account of its own where there is one. */
  readonly reader: ClickHouseClient;
  /** Brings the schema up to date. Every statement may be run again, so processes need not take turns. */
  migrate(): Promise<void>;
  /** Inserts rows in RowBinary, one block whatever its months; the same token again within a short while changes nothing. */
  insert(table: string, columns: readonly string[], rows: Buffer, token: string): Promise<void>;
  /** Makes these tables anew, empty and as the migrations say now, whatever they were. */
  remake(tables: readonly string[]): Promise<void>;
  /** Removes all rows of a table, or those of one workspace. */
  empty(table: string, workspaceId?: string): Promise<void>;
  /** Takes the versions of these tickets' rows before these out of a table, and off the disk: they hold words of somebody who was erased. */
  forget(table: string, workspaceId: string, versions: ReadonlyMap<string, number>): Promise<void>;
  /** Removes the tombstones of what lasted once, so that what lasts is found among few rows. */
  tidy(tables: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

interface AnalyticsOptions {
  /** An account that may only read; by default questions run as the writer, forbidden to write. */
  readonly readerUrl?: string | undefined;
  /** The cluster of several machines, as ClickHouse's configuration names it. */
  readonly cluster?: string | undefined;
}

/** A bulk load of many months makes a part per month; the default would refuse the hundred-and-first. */
const LOADING = { max_partitions_per_insert_block: '0', async_insert: 0, distributed_foreground_insert: 1 } as const;

/** Each row's versions share its partition, since that hangs on the key: partitions can be read by themselves. */
const READING = { do_not_merge_across_partitions_select_final: 1, output_format_json_quote_64bit_integers: 0 } as const;

/** The partition of what lasts. */
const OPEN_MONTH = new Date(OPEN_DAY * 86_400_000).toISOString().slice(0, 7).replace('-', '');

/** Where questions run as the writer, whose account has no bounds of its own. */
const AS_WRITER = { readonly: '2', max_memory_usage: String(1024 ** 3) } as const;

export function openAnalytics(url: string, { readerUrl, cluster }: AnalyticsOptions = {}): Analytics {
  const common = { log: { level: ClickHouseLogLevel.OFF }, request_timeout: 120_000, application: 'watchdesk' };
  const client = createClient({ ...common, url, max_open_connections: 10 });
  const reader = createClient({
    ...common,
    url: readerUrl ?? url,
    max_open_connections: 20,
    clickhouse_settings: { ...READING, cancel_http_readonly_queries_on_client_close: 1, ...(readerUrl === undefined && AS_WRITER) },
  });
  const local = (table: string) => (cluster === undefined ? table : `${table}_local on cluster '${cluster}'`);
  const migrate = async () => {
    for (const { statements } of await readMigrations(cluster)) for (const query of statements) await client.command({ query });
  };
  const drop = async (table: string) => {
    if (cluster !== undefined) await client.command({ query: `drop table if exists ${table} on cluster '${cluster}' sync` });
    await client.command({ query: `drop table if exists ${local(table)} sync` });
  };
  return {
    client,
    reader: walledReader(reader),
    migrate,
    remake: async (tables) => {
      for (const table of tables) await drop(table);
      await migrate();
    },
    insert: async (table, columns, rows, token) => {
      if (rows.length === 0) return;
      const { stream } = await client.exec({
        query: `insert into ${table} (${columns.join(', ')}) format RowBinary`,
        values: Readable.from([rows], { objectMode: false }),
        clickhouse_settings: { ...LOADING, insert_deduplication_token: token },
      });
      for await (const _ of stream); // the connection is free again once the empty answer was read
    },
    empty: async (table, workspaceId) => {
      if (workspaceId === undefined) await client.command({ query: `truncate table ${local(table)}` });
      else
        await client.command({
          query: `delete from ${local(table)} where workspace_id = {workspaceId: String}`,
          query_params: { workspaceId },
        });
    },
    forget: async (table, workspaceId, versions) => {
      const query_params = { workspaceId, ids: [...versions.keys()], before: [...versions.values()] };
      const older =
        'workspace_id = {workspaceId: String} and ticket in {ids: Array(String)} and notEmpty(custom) and version < {before: Array(UInt64)}[indexOf({ids: Array(String)}, ticket)]';
      const query = `select 1 from ${table} where ${older} limit 1`;
      const found = await (await client.query({ query, query_params, format: 'JSONEachRow' })).json();
      // It writes the parts anew that hold such rows, so it is asked for only where there are some.
      if (found.length > 0)
        await client.command({
          query: `alter table ${local(table)} delete where ${older}`,
          query_params,
          clickhouse_settings: { mutations_sync: '2' },
        });
    },
    // Only this partition: most of its rows go, and none of it is large.
    tidy: async (tables) => {
      for (const table of tables)
        await client.command({
          query: `optimize table ${local(table)} partition ${OPEN_MONTH} final cleanup`,
          clickhouse_settings: { optimize_skip_merged_partitions: 1 },
        });
    },
    close: async () => {
      await Promise.all([client.close(), reader.close()]);
    },
  };
}
