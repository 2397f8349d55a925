/** The rows of channels. Hooks are channels that programs made for themselves; they are in no list of channels. */
import type { Route } from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { ChannelKind, ChannelSettings } from './channel-kinds.ts';

export interface ChannelRow {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly settings: ChannelSettings & { readonly leadsTo: string };
  readonly active: boolean;
  readonly fault: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly changedAt: Date;
}

type Client = Pick<pg.ClientBase, 'query'>;

const SELECT = `select id, kind, name, settings, active, fault, created_at as "createdAt", created_by as "createdBy", changed_at as "changedAt" from channel`;

export async function channelsIn(client: Client, workspaceId: string): Promise<ChannelRow[]> {
  const { rows } = await client.query<ChannelRow>(`${SELECT} where workspace_id = $1 and kind <> 'hook' order by lower(name), id`, [
    workspaceId,
  ]);
  return rows;
}

/** Of other workspaces, and hooks, there is none. */
export async function channelOf(client: Client, workspaceId: string, id: string, { lock = false } = {}): Promise<ChannelRow | undefined> {
  const { rows } = await client.query<ChannelRow>(
    `${SELECT} where workspace_id = $1 and id::text = $2 and kind <> 'hook'${lock ? ' for update' : ''}`,
    [workspaceId, id],
  );
  return rows[0];
}

export async function addChannel(client: Client, workspaceId: string, row: ChannelRow): Promise<void> {
  const { id, kind, name, settings, active, createdAt, createdBy } = row;
  await client.query(
    `insert into channel (workspace_id, id, kind, name, settings, active, created_at, created_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $7)`,
    [workspaceId, id, kind, name, JSON.stringify(settings), active, createdAt, createdBy],
  );
}

export async function saveChannel(
  client: Client,
  workspaceId: string,
  { id, name, settings, active, fault, changedAt }: ChannelRow,
): Promise<void> {
  await client.query(
    'update channel set name = $3, settings = $4, active = $5, fault = $6, changed_at = $7 where workspace_id = $1 and id = $2',
    [workspaceId, id, name, JSON.stringify(settings), active, fault, changedAt],
  );
}

export async function deleteChannel(client: Client, workspaceId: string, id: string): Promise<void> {
  await client.query('delete from channel where workspace_id = $1 and id = $2', [workspaceId, id]);
}

/** Of these channels those that there are, with why one is off. */
export async function routesOf(
  client: Client,
  workspaceId: string,
  ids: readonly string[],
): Promise<(Route & { readonly off: string | null })[]> {
  const { rows } = await client.query<Pick<ChannelRow, 'id' | 'settings' | 'active' | 'fault'>>(
    `select id, settings, active, fault from channel where workspace_id = $1 and id::text = any($2) and kind <> 'hook'`,
    [workspaceId, ids],
  );
  return rows.map(({ id, settings, active, fault }) => ({
    id,
    from: settings.from,
    off: active ? null : `the channel is off${fault === null ? '' : `: ${fault}`}`,
  }));
}

/** What became of the last messages through a channel. */
export interface Recent {
  readonly sentAt: Date | null;
  /** Those among them that wait, to go or to be tried again. */
  readonly waiting: number;
  /** What its receiver said last instead of taking one; `nextAt` where that is tried again, `endedAt` where it was given up. */
  readonly failure: { readonly reason: string; readonly endedAt: string | null; readonly nextAt: string | null } | null;
}

/** So many of the last messages of each channel are looked at: what is asked for every few seconds is not counted over 90 days. */
const LOOKED_AT = 100;

/** By the channel's id; one through which nothing has gone is not there. */
export async function recentIn(client: Client, workspaceId: string): Promise<Map<string, Recent>> {
  const { rows } = await client.query<Recent & { id: string }>(
    `select c.id, max(m.ended_at) filter (where m.state = 'sent') as "sentAt", (count(*) filter (where m.state = 'waiting'))::int as waiting,
       (array_agg(json_build_object('reason', m.reason, 'endedAt', m.ended_at, 'nextAt', case when m.state = 'waiting' then m.next_at end)
          order by m.made_at desc) filter (where m.state <> 'sent' and m.reason is not null))[1] as failure
     from channel c cross join lateral (
       select state, reason, ended_at, next_at, made_at from outbox_message
       where workspace_id = c.workspace_id and lane = 'channel ' || c.id::text order by made_at desc limit $2) m
     where c.workspace_id = $1 group by c.id`,
    [workspaceId, LOOKED_AT],
  );
  return new Map(rows.map(({ id, ...recent }) => [id, recent]));
}
