/** What an agent wants to know of the customer while answering: who they are, their company, their latest tickets and surveys in sight. */
import type { SurveyState } from '@watchdesk/domain/ticket';
import { type Sight, sightSql } from '../accounts/index.ts';
import { type DirectoryEntry, entryOf, namesOf } from '../directory/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { type PackedSurveys, unpackSurveys } from '../store/packed-state.ts';
import { ACTIVE } from './filters.ts';
import { ticketRows } from './ticket-rows.ts';

const RECENT = 5;

interface Answer {
  readonly survey: SurveyState['survey'];
  readonly score: number;
  readonly scale: number;
  readonly at: number;
  readonly ticket: string;
}

export async function customerContext(postgres: Postgres, workspaceId: string, sight: Sight, id: string, besides: string) {
  const [customer, recent, counts, answers] = await Promise.all([
    entryOf(postgres, workspaceId, 'customer', id),
    recentTickets(postgres, workspaceId, sight, id, besides),
    countTickets(postgres, workspaceId, sight, id),
    surveyAnswers(postgres, workspaceId, sight, id),
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

async function recentTickets({ pool }: Postgres, workspaceId: string, sight: Sight, customer: string, besides: string) {
  const seen = sightSql(sight, 3);
  const { rows } = await pool.query<{ id: string }>(
    `select t.id from ticket t where t.workspace_id = $1 and t.requester = $2 and not t.hidden and t.id <> $3 and ${seen.text}
     order by t.created_at desc, t.id limit ${RECENT}`,
    [workspaceId, customer, besides, ...seen.values],
  );
  return ticketRows(
    pool,
    workspaceId,
    rows.map(({ id }) => id),
  );
}

async function countTickets(
  { pool }: Postgres,
  workspaceId: string,
  sight: Sight,
  customer: string,
): Promise<{ tickets: number; openTickets: number }> {
  const seen = sightSql(sight, 3);
  const { rows } = await pool.query<{ tickets: number; openTickets: number }>(
    `select count(*) as tickets, count(*) filter (where t.status = any($3)) as "openTickets"
     from ticket t where t.workspace_id = $1 and t.requester = $2 and not t.hidden and ${seen.text}`,
    [workspaceId, customer, [...ACTIVE], ...seen.values],
  );
  return rows[0]!;
}

/** The answers on the customer's hundred newest tickets in sight, the latest first. */
async function surveyAnswers({ pool }: Postgres, workspaceId: string, sight: Sight, customer: string): Promise<Answer[]> {
  const seen = sightSql(sight, 2);
  const { rows } = await pool.query<{ id: string; surveys: PackedSurveys | null }>(
    `select t.id, t.state->'surveys' as surveys from ticket t
     where t.workspace_id = $1 and t.requester = $2 and not t.hidden and ${seen.text} order by t.created_at desc limit 100`,
    [workspaceId, customer, ...seen.values],
  );
  return rows.flatMap(({ id, surveys }) => unpackSurveys(surveys).flatMap((one) => answerOf(id, one))).toSorted((a, b) => b.at - a.at);
}

/** One, or none where nothing was answered. */
function answerOf(ticket: string, { survey, score, scale, answeredAt }: SurveyState): Answer[] {
  return answeredAt === null || score === null || scale === null ? [] : [{ survey, score, scale, at: answeredAt, ticket }];
}
