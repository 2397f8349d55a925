/** Other real tables: the ones of a small Zendesk account, and the log of a help desk that has only case, activity and time. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TicketState } from '@watchdesk/domain/ticket';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCsv, readMapping } from '../../src/connectors/csv/index.ts';
import { createDoor, type Door } from '../../src/ingest/index.ts';
import { type PackedState, unpackState } from '../../src/store/packed-state.ts';
import { openPostgres, type Postgres } from '../../src/store/postgres/index.ts';
import { postgresDatabase } from '../databases.ts';

const REAL = process.env['WATCHDESK_REAL_DATA']!;
const zendesk = (table: string) => resolve(REAL, `data/zendesk-tables/${table}.csv`);
const rowsOf = (path: string): Record<string, string>[] => parse(readFileSync(path), { columns: true });
const documented = (name: string): object =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../../docs/mappings/${name}.json`), 'utf8')) as object;

let postgres: Postgres;
let door: Door;

beforeAll(async () => {
  postgres = openPostgres(await postgresDatabase());
  door = createDoor({ postgres, clock: { now: () => Date.parse('2026-01-01') } });
  await postgres.pool.query(`insert into workspace (workspace_id, name) values ('zendesk', 'Z'), ('both', 'B'), ('log', 'L')`);
});
afterAll(() => postgres.close());

const bringIn = async (workspaceId: string, path: string, mapping: object) =>
  (
    await importCsv(
      { postgres, door },
      { path, mapping: readMapping(JSON.stringify(mapping)), workspaceId, rejectsPath: `/tmp/${workspaceId}.rejects.csv` },
    )
  ).account;

async function states(workspaceId: string): Promise<Map<string, TicketState>> {
  const { rows } = await postgres.pool.query<{ id: string; state: PackedState }>('select id, state from ticket where workspace_id = $1', [
    workspaceId,
  ]);
  return new Map(rows.map(({ id, state }) => [id, unpackState(state)]));
}

describe('the tables of a Zendesk account', () => {
  it('field history: statuses, priorities and holders in their order', async () => {
    const path = zendesk('ticket_field_history_data');
    const account = await bringIn('zendesk', path, documented('history'));
    const rows = rowsOf(path);
    expect(account).toMatchObject({
      rows: rows.length,
      subjects: new Set(rows.map((row) => row['ticket_id'])).size,
      rejected: 0,
      rowsRejected: 0,
    });
    // The one row that has a status where a priority should stand.
    expect(account.warnings).toEqual([{ kind: 'unknown priority, taken as none', value: 'solved', count: 1 }]);
    const ticket = (await states('zendesk')).get('zendesk:11071')!;
    expect(ticket).toMatchObject({
      now: { status: 'closed', priority: 'P1', assignee: '1111', requester: '2222' },
      counts: { priorityChanges: 2 },
    });
    expect(ticket.cycles).toMatchObject([
      { startedAt: Date.parse('2020-08-28T11:01:27Z'), resolvedAt: Date.parse('2020-11-14T11:01:27Z') },
    ]);
    const statuses = ticket.segments.map(({ status }) => status).filter((status, index, all) => status !== all[index - 1]);
    expect(statuses.join(' ')).toBe('open pending on_hold pending open pending on_hold open on_hold pending open resolved closed');
  });

  it('tickets beside their history: the creation completes what the history began', async () => {
    await bringIn('both', zendesk('ticket_field_history_data'), { ...documented('history'), creation: 'none' });
    expect((await states('both')).get('zendesk:11071')).toMatchObject({ provisional: true });
    const tickets = {
      shape: 'tickets',
      source: 'zendesk',
      ticket: 'id',
      createdAt: { column: 'created_at', format: 'iso' },
      fields: {
        subject: 'subject',
        requester: 'requester_id',
        organisation: 'organization_id',
        team: 'group_id',
        url: 'url',
        channel: { column: 'via_channel', map: { web: 'portal', email: 'email' } },
      },
    };
    const account = await bringIn('both', zendesk('ticket_data'), tickets);
    expect(account).toMatchObject({ rows: rowsOf(zendesk('ticket_data')).length, rejected: 0, warnings: [] });
    expect((await states('both')).get('zendesk:11071')).toMatchObject({
      provisional: false,
      now: { status: 'closed', channel: 'email', team: '360006965034' },
    });
  });

  it.each([
    ['teams', 'group_data', 'team'],
    ['customers', 'user_data', 'customer'],
  ])('%s', async (shape, table, kind) => {
    const rows = rowsOf(zendesk(table));
    expect(await bringIn('zendesk', zendesk(table), documented(shape))).toMatchObject({ rows: rows.length, accepted: rows.length });
    const { rows: found } = await postgres.pool.query(
      'select count(*)::integer as count from directory where workspace_id = $1 and kind = $2',
      ['zendesk', kind],
    );
    expect(found).toEqual([{ count: new Set(rows.map((row) => row['id'])).size }]);
  });
});

describe('a log of case, activity and time', () => {
  it('becomes one ticket per case, closed where the log closes it', async () => {
    const path = resolve(REAL, 'fixtures/csv/helpdesk_event_log_head1000.csv');
    const rows = rowsOf(path);
    const account = await bringIn('log', path, documented('events'));
    const cases = Map.groupBy(rows, (row) => row['CaseID']!);
    expect(account).toMatchObject({ rows: rows.length, subjects: cases.size, rejected: 0, rowsRejected: 0 });
    const found = await states('log');
    expect(found.size).toBe(cases.size);
    const closed = [...cases.values()].filter(
      (all) =>
        all
          .toSorted((a, b) => (a['CompleteTimestamp']! < b['CompleteTimestamp']! ? -1 : 1))
          .findLast((row) => ['6', '8', '9'].includes(row['ActivityID']!))?.['ActivityID'] === '6',
    );
    expect([...found.values()].filter(({ now }) => now.status === 'closed')).toHaveLength(closed.length);
  });
});
