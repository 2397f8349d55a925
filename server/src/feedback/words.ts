/** What customers wrote with their answers. It stands apart from the log, so that it can be erased; then there is none. */
import type pg from 'pg';
import type { Low } from './low-answers.ts';

export async function wordsOf(pool: pg.Pool, workspaceId: string, answers: readonly Low[]): Promise<Map<Low, string>> {
  const commented = answers.filter((answer) => answer.commented === 1);
  if (commented.length === 0) return new Map();
  const { rows } = await pool.query<{ ticket: string; at: number; survey: string; comment: string | null }>(
    `select asked.ticket, l.at, l.data->>'survey' as survey, p.fields->>'comment' as comment
     from (select distinct ticket from unnest($2::text[]) as answer(ticket)) asked
     join event_log l on l.workspace_id = $1 and l.stream = 'ticket/' || asked.ticket and l.type = 'survey.answered'
     join personal_data p on p.workspace_id = $1 and p.source = l.source and p.event_id = l.id
     order by l.at`,
    [workspaceId, commented.map(({ ticket }) => ticket)],
  );
  // A rating given again within a day replaces the first, and its words with it: the last of a survey since the first answer.
  return new Map(
    commented.flatMap((answer): [Low, string][] => {
      const said = rows.findLast(
        ({ ticket, survey, at }) =>
          ticket === answer.ticket && survey === answer.survey && at >= answer.answeredAt && at - answer.answeredAt <= REPLACED_WITHIN_MS,
      );
      return said?.comment ? [[answer, said.comment]] : [];
    }),
  );
}

const REPLACED_WITHIN_MS = 24 * 3_600_000;
