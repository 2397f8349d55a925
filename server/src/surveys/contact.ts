/** Whom a survey would go to, and how often they were asked: here, and by the help desks whose tickets are theirs. */
import { createHmac } from 'node:crypto';
import type { Contact } from '@watchdesk/domain/survey';
import { entryOf } from '../directory/index.ts';
import type { Vault } from '../vault/index.ts';
import type { Queryable } from './settings.ts';

export interface Known extends Contact {
  readonly address: string | null;
  readonly language: string | null;
  /** What stands for the address where it is kept: keyed, so that it is nothing without our key. */
  readonly contact: string | null;
}

const NOBODY: Known = { hasAddress: false, optedOut: false, asked: [], address: null, language: null, contact: null };
const PURPOSE = 'survey-contacts';
/** Longer than the longest time that may lie between two. */
const LOOKED_BACK_MS = 366 * 86_400_000;

const hashed = (key: Buffer, address: string): string => createHmac('sha256', key).update(address.toLowerCase()).digest('base64url');

export async function contactOf(
  vault: Pick<Vault, 'derive' | 'derivations'>,
  queryable: Queryable,
  workspaceId: string,
  customer: string | null,
  now: number,
): Promise<Known> {
  if (customer === null) return NOBODY;
  const entry = await entryOf({ pool: queryable }, workspaceId, 'customer', customer);
  const email = entry?.personal['email'];
  const language = entry?.attributes['language'];
  const address = typeof email === 'string' && email !== '' ? email : null;
  // Made by every key there was, as what is kept stays when the key is replaced.
  const contacts = address === null ? [] : vault.derivations(PURPOSE).map((key) => hashed(key, address));
  const { rows } = await queryable.query<{ survey: Contact['asked'][number]['survey']; at: Date; ticket: string; cycle: number | null }>(
    `select survey, decided_at as at, ticket, cycle from survey_request
       where workspace_id = $1 and state = 'asked' and delivery <> 'failed' and decided_at > $4 and (customer = $2 or contact = any($3))
     union all
     select l.data->>'survey', to_timestamp(l.at / 1000.0), t.id, null from ticket t
       join event_log l on l.workspace_id = $1 and l.stream = 'ticket/' || t.id and l.type = 'survey.requested'
       where t.workspace_id = $1 and t.requester = $2 and t.updated_at > $4 and l.at > $5`,
    [workspaceId, customer, contacts, new Date(now - LOOKED_BACK_MS), now - LOOKED_BACK_MS],
  );
  const { rowCount } = await queryable.query('select from survey_refusal where workspace_id = $1 and contact = any($2)', [
    workspaceId,
    contacts,
  ]);
  return {
    address,
    hasAddress: address !== null,
    language: typeof language === 'string' ? language : null,
    contact: address === null ? null : hashed(vault.derive(PURPOSE), address),
    optedOut: (rowCount ?? 0) > 0,
    asked: rows.map(({ at, ...one }) => ({ ...one, at: at.getTime() })),
  };
}

/** What the ticket is about, as it stands in a letter; null where nobody knows any more. */
export async function subjectOf(queryable: Queryable, workspaceId: string, ticket: string): Promise<string | null> {
  const { rows } = await queryable.query<{ subject: string | null }>(
    `select coalesce(p.fields->>'subject', p.fields->>'to') as subject from ticket t
     join personal_data p on p.workspace_id = t.workspace_id and p.source = t.subject_source and p.event_id = t.subject_event
     where t.workspace_id = $1 and t.id = $2`,
    [workspaceId, ticket],
  );
  return rows[0]?.subject ?? null;
}
