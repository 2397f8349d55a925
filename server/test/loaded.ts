/** Both stores with a door and a loader between them, the events of small tickets, and what the facts say of them. */
import { expect } from 'vitest';
import { createDoor } from '../src/ingest/index.ts';
import { compareFacts, createLoader, openAnalytics } from '../src/store/analytics/index.ts';
import { openPostgres } from '../src/store/postgres/index.ts';
import { clickhouseDatabase, postgresDatabase } from './databases.ts';

export async function openLoaded() {
  const postgres = openPostgres(await postgresDatabase());
  const analytics = openAnalytics(await clickhouseDatabase());
  const { pool } = postgres;
  const clock = { now: () => Date.UTC(2026, 5, 1, 12) };
  const door = createDoor({ postgres, clock });
  const loader = createLoader({ postgres, analytics, clock });

  await analytics.migrate();

  let workspaces = 0;
  async function newWorkspace(): Promise<string> {
    const id = `w${(workspaces += 1)}`;
    await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [id]);
    return id;
  }

  const startAt = Date.UTC(2026, 2, 2, 9);
  let ids = 0;
  const event = (ticket: string, minutes: number, type: string, data: object, kind = 'agent') => ({
    id: `e${(ids += 1)}`,
    at: startAt + minutes * 60_000,
    actor: { kind, id: `${kind}-1` },
    ticket,
    type,
    data,
  });
  const created = (ticket: string, minutes = 0, data: object = {}) =>
    event(ticket, minutes, 'ticket.created', { requester: 'c-1', team: 'billing', ...data }, 'customer');
  const reply = (ticket: string, minutes: number) =>
    event(ticket, minutes, 'ticket.message', { messageId: `m${ids}`, visibility: 'public' });

  async function rows<T>(query: string, workspaceId: string): Promise<T[]> {
    const answer = await analytics.reader.query({ query, format: 'JSONEachRow', query_params: { workspaceId } });
    return answer.json<T>();
  }
  const segments = (workspaceId: string) =>
    rows<{ month: number }>(
      'select ticket, ordinal, status, toYYYYMM(ticket_created_at) as month from state_segment_fact final where workspace_id = {workspaceId: String} order by ticket, ordinal',
      workspaceId,
    );
  const tickets = (workspaceId: string) =>
    rows<{ ticket: string }>(
      'select ticket, created_at, first_response_ms from ticket_fact final where workspace_id = {workspaceId: String} order by ticket',
      workspaceId,
    );
  const expectAgreement = async (workspaceId: string) =>
    expect(await compareFacts({ pool, analytics, workspaceId })).toMatchObject({ wrong: 0, differences: [] });
  const close = () => Promise.all([postgres.close(), analytics.close()]);
  return {
    postgres,
    pool,
    analytics,
    clock,
    door,
    loader,
    newWorkspace,
    event,
    created,
    reply,
    rows,
    segments,
    tickets,
    expectAgreement,
    startAt,
    close,
  };
}
