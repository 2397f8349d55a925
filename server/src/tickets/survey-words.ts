/** What customers wrote with their answers to surveys of a ticket. It stands apart from the log, so that it can be erased; then there is none. */
import type { FurtherAnswer } from '@watchdesk/domain/survey';
import type { TicketState } from '@watchdesk/domain/ticket';
import type { Postgres } from '../store/postgres/index.ts';

type SurveyState = TicketState['surveys'][number];

export interface SurveyWords {
  readonly comment: string | null;
  readonly furtherAnswers: readonly FurtherAnswer[];
}

interface Row {
  readonly id: string;
  readonly source: string;
  readonly at: number;
  readonly survey: string;
  readonly surveyId: string | null;
  readonly comment: string | null;
  readonly furtherAnswers: readonly FurtherAnswer[] | null;
}

/** A rating given again this soon replaces the first, and its words with it (docs/definitions.md, D.8). */
const REPLACED_WITHIN_MS = 24 * 3_600_000;
const NOTHING: SurveyWords = { comment: null, furtherAnswers: [] };

/** Of each survey of the ticket what was said with the answer that holds. */
export async function surveyWords(
  { pool }: Postgres,
  workspaceId: string,
  { id, surveys }: Pick<TicketState, 'id' | 'surveys'>,
): Promise<(survey: SurveyState) => SurveyWords> {
  if (surveys.every(({ answeredAt }) => answeredAt === null)) return () => NOTHING;
  const { rows } = await pool.query<Row>(
    `select l.id, l.source, l.at, l.data->>'survey' as survey, l.data->>'surveyId' as "surveyId", p.fields->>'comment' as comment,
       p.fields->'furtherAnswers' as "furtherAnswers"
     from event_log l left join personal_data p on p.workspace_id = l.workspace_id and p.source = l.source and p.event_id = l.id
     where l.workspace_id = $1 and l.stream = 'ticket/' || $2::text and l.type = 'survey.answered' order by l.at`,
    [workspaceId, id],
  );
  return (survey) => ({
    comment: rows.find((row) => row.source === survey.comment?.source && row.id === survey.comment.id)?.comment ?? null,
    furtherAnswers: rows.findLast((row) => isOf(survey, row))?.furtherAnswers ?? [],
  });
}

const isOf = ({ survey, surveyId, answeredAt }: SurveyState, row: Row): boolean =>
  answeredAt !== null &&
  row.survey === survey &&
  (row.surveyId ?? surveyId) === surveyId &&
  row.at >= answeredAt &&
  row.at - answeredAt <= REPLACED_WITHIN_MS;
