/** What an agent wants to know of the customer while answering: who they are, their company, their latest tickets and surveys. */
import { type DirectoryEntry, entryOf, namesOf } from '../directory/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { ACTIVE } from './filters.ts';
import { ticketRows } from './ticket-rows.ts';

const RECENT = 5;

interface Answer {
  readonly survey: 'nps' | 'csat';
  readonly score: number;
  readonly scale: number;
  readonly at: number;
  readonly ticket: string;
}

export async function customerContext(postgres: Postgres, workspaceId: string, id: string, besides: string) {
  const [customer, recent, counts, answers] = await Promise.all([
    entryOf(postgres, workspaceId, 'customer', id),
    recentTickets(postgres, workspaceId, id, besides),
    countTickets(postgres, workspaceId, id),
    lastAnswers(postgres, workspaceId, id),
  ]);
  const { attributes = {}, personal = {} } = customer ?? {};
  const last = (survey: Answer['survey']) => {
    const answer = answers.find((one) => one.survey === survey);
    return answer ? { score: answer.score, scale: answer.scale, at: new Date(answer.at).toISOString(), ticket: answer.ticket } : null;
  };
  return {
    id,
    name: text(personal['name']) ?? id,
    erased: customer?.erased ?? false,
    email: text(personal['email']),
    country: text(attributes['country']),
    region: text(attributes['region']),
    city: text(personal['city']),
    language: text(attributes['language']),
    timeZone: text(attributes['timeZone']),
    since: text(attributes['since']),
    organisation: await organisationOf(postgres, workspaceId, text(attributes['organisation'])),
    recentTickets: recent,
    ...counts,
    lastNps: last('nps'),
    lastCsat: last('csat'),
  };
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

async function organisationOf(postgres: Postgres, workspaceId: string, id: string | null) {
  if (id === null) return null;
  const organisation: DirectoryEntry | undefined = await entryOf(postgres, workspaceId, 'organisation', id);
  const attributes = organisation?.attributes ?? {};
  const csm = text(attributes['csm']);
  const names = await namesOf(postgres.pool, workspaceId, [
    ['organisation', id],
    ['agent', csm],
  ]);
  return { ...names.organisation(id), csm: names.of('agent', csm), since: text(attributes['since']), domain: text(attributes['domain']) };
}

async function recentTickets({ pool }: Postgres, workspaceId: string, customer: string, besides: string) {
  const { rows } = await pool.query<{ id: string }>(
    `select id from ticket where workspace_id = $1 and requester = $2 and not hidden and id <> $3 order by created_at desc, id limit ${RECENT}`,
    [workspaceId, customer, besides],
  );
  return ticketRows(
    pool,
    workspaceId,
    rows.map(({ id }) => id),
  );
}

async function countTickets({ pool }: Postgres, workspaceId: string, customer: string): Promise<{ tickets: number; openTickets: number }> {
  const { rows } = await pool.query<{ tickets: number; openTickets: number }>(
    `select count(*) as tickets, count(*) filter (where status = any($3)) as "openTickets" from ticket where workspace_id = $1 and requester = $2 and not hidden`,
    [workspaceId, customer, [...ACTIVE]],
  );
  return rows[0]!;
}

/** The latest answer to each survey, over the customer's hundred newest tickets. */
async function lastAnswers({ pool }: Postgres, workspaceId: string, customer: string): Promise<Answer[]> {
  const { rows } = await pool.query<Answer>(
    `select distinct on (survey->>'survey') survey->>'survey' as survey, (survey->>'score')::float8 as score, (survey->>'scale')::int as scale,
       (survey->>'answeredAt')::int8 as at, recent.id as ticket
     from (select id, state from ticket where workspace_id = $1 and requester = $2 and not hidden order by created_at desc limit 100) recent
     cross join lateral json_array_elements(recent.state->'surveys') survey
     where survey->>'answeredAt' is not null and survey->>'survey' in ('nps', 'csat')
     order by survey->>'survey', (survey->>'answeredAt')::int8 desc`,
    [workspaceId, customer],
  );
  return rows;
}
