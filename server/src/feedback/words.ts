/** What customers wrote and chose with their answers. It stands apart from the log, so that it can be erased; then there is none. */
import type { FurtherAnswer } from '@watchdesk/domain/survey';
import type pg from 'pg';
import type { Low } from './low-answers.ts';

export interface Said {
  readonly comment: string | null;
  readonly furtherAnswers: readonly FurtherAnswer[];
}

interface Row {
  readonly ticket: string;
  readonly at: number;
  readonly survey: string;
  readonly comment: string | null;
  readonly furtherAnswers: readonly FurtherAnswer[] | null;
}

export async function wordsOf(pool: pg.Pool, workspaceId: string, answers: readonly Low[]): Promise<Map<Low, Said>> {
  if (answers.length === 0) return new Map();
  const { rows } = await pool.query<Row>(
    `select asked.ticket, l.at, l.data->>'survey' as survey, p.fields->>'comment' as comment, p.fields->'furtherAnswers' as "furtherAnswers"
     from (select distinct ticket from unnest($2::text[]) as answer(ticket)) asked
     join event_log l on l.workspace_id = $1 and l.stream = 'ticket/' || asked.ticket and l.type = 'survey.answered'
     join personal_data p on p.workspace_id = $1 and p.source = l.source and p.event_id = l.id
     order by l.at`,
    [workspaceId, answers.map(({ ticket }) => ticket)],
  );
  // A rating given again within a day replaces the first, and its words with it: the last of a survey since the first answer.
  return new Map(
    answers.flatMap((answer): [Low, Said][] => {
      const said = rows.findLast(
        ({ ticket, survey, at }) =>
          ticket === answer.ticket && survey === answer.survey && at >= answer.answeredAt && at - answer.answeredAt <= REPLACED_WITHIN_MS,
      );
      return said ? [[answer, { comment: answer.commented === 1 ? said.comment : null, furtherAnswers: said.furtherAnswers ?? [] }]] : [];
    }),
  );
}

const REPLACED_WITHIN_MS = 24 * 3_600_000;
