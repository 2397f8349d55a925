/** Tickets as detection hears them: what they are about and where their customer is, as it is known now. */
import { type HeardTicket, wordsOf } from '@watchdesk/domain/incident/detection';
import type pg from 'pg';
import { serviceSiteSql } from '../store/packed-state.ts';

type Queryable = Pick<pg.Pool, 'query'>;

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly category: string | null;
  readonly product: string | null;
  readonly requester: string | null;
  readonly site: string | null;
  readonly site_region: string | null;
  readonly region: string | null;
  readonly subject: string | null;
}

const SITE = serviceSiteSql('t');
const COLUMNS = `t.id, t.created_at as at, t.category, t.product, t.requester, ${SITE} as site,
  s.state->'attributes'->>'region' as site_region,
  coalesce(c.state->'attributes'->>'region', o.state->'attributes'->>'region') as region,
  coalesce(p.fields->>'subject', p.fields->>'to') as subject`;
const JOINS = `left join directory s on s.workspace_id = t.workspace_id and s.kind = 'site' and s.id = ${SITE}
  left join directory c on c.workspace_id = t.workspace_id and c.kind = 'customer' and c.id = t.requester
  left join directory o on o.workspace_id = t.workspace_id and o.kind = 'organisation'
    and o.id = coalesce(t.organisation, c.state->'attributes'->>'organisation')
  left join personal_data p on p.workspace_id = t.workspace_id and p.source = t.subject_source and p.event_id = t.subject_event`;

/** Those that are tickets of their own, the oldest first: neither merged away, nor spam or deleted. `after`, in ms: created since. */
export async function heardTickets(
  queryable: Queryable,
  workspaceId: string,
  ids: readonly string[],
  after: number,
): Promise<HeardTicket[]> {
  if (ids.length === 0) return [];
  const { rows } = await queryable.query<Row>(
    `select ${COLUMNS} from ticket t ${JOINS}
     where t.workspace_id = $1 and t.id = any($2) and not t.hidden and t.merged_into is null and t.created_at > $3
     order by t.created_at, t.id`,
    [workspaceId, ids, new Date(after)],
  );
  return rows.map(heardOf);
}

const PAGE = 2_000;

/** All of a stretch of time, in order, a page at a time. Instants in ms. */
export async function* ticketsBetween(queryable: Queryable, workspaceId: string, from: number, to: number): AsyncGenerator<HeardTicket[]> {
  for (let after: { at: Date; id: string } = { at: new Date(from), id: '' }; ;) {
    const { rows } = await queryable.query<Row>(
      `select ${COLUMNS} from (
         select * from ticket where workspace_id = $1 and not hidden and (created_at, id) > ($2, $3) and created_at < $4
           and merged_into is null order by created_at, id limit ${PAGE}
       ) t ${JOINS} order by t.created_at, t.id`,
      [workspaceId, after.at, after.id, new Date(to)],
    );
    if (rows.length > 0) yield rows.map(heardOf);
    if (rows.length < PAGE) return;
    after = rows.at(-1)!;
  }
}

const heardOf = ({ id, at, category, product, requester, site, site_region: ofSite, region, subject }: Row): HeardTicket => ({
  id,
  at: at.getTime(),
  region: ofSite ?? region,
  site,
  category,
  product,
  customer: requester,
  words: wordsOf(subject ?? ''),
});
