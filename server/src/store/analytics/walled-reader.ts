/**
 * The wall between workspaces in ClickHouse: whatever is asked within a workspace is filtered by the engine, table by table, besides what
 * the statement says itself. It costs no rights and no account: the filter is a setting of the question.
 */
import { type ClickHouseClient, SettingsMap } from '@clickhouse/client';
import { currentWorkspace } from '../wall.ts';
import { FACT_TABLES } from './tables.ts';

/** A reader whose questions see the rows of the workspace they are asked in; all where they are asked in none. */
export function walledReader(reader: ClickHouseClient): ClickHouseClient {
  const query = reader.query.bind(reader);
  reader.query = (asked: Parameters<typeof query>[0]) => {
    const workspaceId = currentWorkspace();
    if (workspaceId === undefined) return query(asked);
    const settings = { ...asked.clickhouse_settings, additional_table_filters: filtersOf(workspaceId) };
    return query({ ...asked, clickhouse_settings: settings });
  };
  return reader;
}

/** Written as digits, so that no id, whatever it is made of, can end the literal it stands in. */
function filtersOf(workspaceId: string): SettingsMap {
  const own = `workspace_id = unhex(\\'${Buffer.from(workspaceId).toString('hex')}\\')`;
  return SettingsMap.from(
    Object.fromEntries(
      FACT_TABLES.flatMap((table) => [
        [table, own],
        [`${table}_local`, own], // on the machines of a cluster
      ]),
    ),
  );
}
