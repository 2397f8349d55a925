/**
 * Who the customer of a ticket is and what it is about, looked up at the moment at which a channel that may tell it sends: it stands in no notice and in no
 * outbox, and of whoever was erased meanwhile nothing is found.
 */
import type { TemplateValues } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { namesOf } from '../directory/index.ts';

type Told = Pick<TemplateValues, 'customer_name' | 'customer_plan' | 'topic'>;

export async function personalOf(pool: Pick<pg.Pool, 'query'>, workspaceId: string, ticketId: string | undefined): Promise<Told> {
  if (ticketId === undefined) return {};
  const { rows } = await pool.query<{ requester: string | null; organisation: string | null; subject: string | null }>(
    `select t.requester, t.organisation, coalesce(p.fields->>'subject', p.fields->>'to') as subject from ticket t
     left join personal_data p on p.workspace_id = t.workspace_id and p.source = t.subject_source and p.event_id = t.subject_event
     where t.workspace_id = $1 and t.id = $2 and not t.hidden`,
    [workspaceId, ticketId],
  );
  const [ticket] = rows;
  if (!ticket) return {};
  const { requester, organisation, subject } = ticket;
  const names = await namesOf(pool, workspaceId, [
    ['customer', requester],
    ['organisation', organisation],
  ]);
  const company = names.organisation(organisation);
  const name = company?.name ?? names.of('customer', requester)?.name;
  const plan = company?.plan ?? company?.customerTier;
  return { ...(name && { customer_name: name }), ...(plan && { customer_plan: plan }), ...(subject !== null && { topic: subject }) };
}
