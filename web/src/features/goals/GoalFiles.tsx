/** The list of goals as a file. */
import { use } from 'react';
import { FilesMenu, paperWords, type Files } from '../../charts/index.ts';
import type { Goal } from '../../api/client.ts';
import type { Catalogue } from '../../numbers/index.ts';
import { useSession } from '../../session/session.ts';
import { ClockContext, formatFullInstant } from '../../ui/index.ts';
import { goalsInWords, goalsTable } from './goals-table.ts';
import { messages } from './messages.ts';

export function GoalFiles({ goals, catalogue }: { goals: readonly Goal[]; catalogue: Catalogue }) {
  const { person, workspace } = useSession();
  const clock = use(ClockContext);
  const files = (): Files => {
    const table = goalsTable(goals, catalogue);
    const { columns, rows } = goalsInWords(goals, catalogue);
    return {
      sheet: { title: messages.title, sentence: messages.sentence, columns, rows, figures: [] },
      file: 'goals',
      table,
      json: goals,
      drawable: null,
      context: async () => [
        [paperWords.zone, workspace.timeZone],
        [paperWords.scope, `${person.name}, ${person.role}`],
        [paperWords.asOf, formatFullInstant(clock.now(), workspace.timeZone)],
      ],
    };
  };
  return <FilesMenu of={files} />;
}
