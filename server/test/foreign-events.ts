/** What happened in the two workspaces whose ids are asked for in the other. */
import type { Postgres } from '../src/store/postgres/index.ts';
import { NOW } from './api.ts';

export const ALERT = '00000000-0000-4000-8000-0000000000ae';

/** The same people in both, so that in A an agent and a lead are somebody. */
export const PEOPLE = [
  { id: 'g', at: NOW - 9000, type: 'agent.upserted', data: { agent: 'g', name: 'G', teams: ['m'], supportTier: 'L1' } },
  { id: 'h', at: NOW - 9000, type: 'agent.upserted', data: { agent: 'h', name: 'H', teams: ['m'], supportTier: 'L3' } },
];

/** What there is in B alone. */
export const ONLY = [
  { id: 'o', at: NOW - 9000, type: 'organisation.upserted', data: { organisation: 'only-b', name: 'O' } },
  { id: 'c', at: NOW - 9000, type: 'customer.upserted', data: { customer: 'only-b', name: 'C', organisation: 'only-b' } },
  { id: 'z', at: NOW - 9000, type: 'agent.upserted', data: { agent: 'only-b', name: 'Z', teams: ['only-b'], supportTier: 'L2' } },
  { id: 'm', at: NOW - 9000, type: 'team.upserted', data: { id: 'only-b', name: 'M' } },
  { id: 's', at: NOW - 9000, type: 'site.upserted', data: { id: 'only-b', name: 'S' } },
  {
    id: 't',
    at: NOW - 8000,
    ticket: 'api:only-b',
    type: 'ticket.created',
    data: { subject: 'T', requester: 'only-b', organisation: 'only-b', team: 'only-b', category: 'only-b' },
  },
];

/** A ticket of the same id in both. */
export const OURS = { id: 't1', at: NOW - 8000, ticket: 'api:ours', type: 'ticket.created', data: { subject: 'Ours' } };

/** What an automation told somebody of, and waits for them. */
export async function waiting(pool: Postgres['pool'], workspace: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into notice (workspace_id, id, key, thread, severity, body, posted_at)
     values ($1, gen_random_uuid(), 'only-b', 'only-b', 'info', '{"acknowledgeable":true}', now()) returning id`,
    [workspace],
  );
  return rows[0]!.id;
}

/** An alert of the rule. */
export async function fire(pool: Postgres['pool'], workspace: string, rule: string): Promise<void> {
  await pool.query(
    `insert into alert (workspace_id, id, rule, rule_version, key, severity, status, since, fired_at, heard_at, times, silent, moments, finished)
     values ($1, $2, $3, 1, '["api:only-b"]', 'warning', 'firing', $4, $4, $4, 1, false, 0, false)`,
    [workspace, ALERT, rule, new Date(NOW - 8000)],
  );
}
