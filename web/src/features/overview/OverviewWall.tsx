/** The overview on a wall: how the period goes, and who waits longest. */
import type { Priority as Level } from '@watchdesk/domain/event';
import type { Overview, QueryAnswer } from '../../api/client.ts';
import { Age, CustomerName, Priority, uiMessages } from '../../ui/index.ts';
import { Wall, WallFigure, WallList } from '../../wall/index.ts';
import { messages } from './messages.ts';
import { worstFirst } from './on-fire.ts';
import { useCatalogue } from '../../numbers/index.ts';

const SHOWN = ['created', 'resolved', 'backlog', 'first_response', 'resolution', 'csat'];
const LISTED = 6;

interface FiguresProps {
  answer: QueryAnswer | undefined;
  /** Why there is none. */
  error: unknown;
}

function FiguresPage({ answer, error }: FiguresProps) {
  const { data: catalogue } = useCatalogue();
  const shown = SHOWN.filter((id) => !answer || id in answer.total.values);
  return shown
    .flatMap((id) => catalogue?.metric(id) ?? [])
    .map((metric) => (
      <WallFigure key={metric.id} label={metric.label} metric={metric} figure={answer?.total.values[metric.id]} error={error} />
    ));
}

function FirePage({ now }: { now: Overview }) {
  return (
    <WallList empty={messages.wall.nobody}>
      {worstFirst(now.onFire)
        .slice(0, LISTED)
        .map(({ ticket, priority, subject, organisation, requester, waitingSince }) => ({
          id: ticket,
          mark: <Priority value={priority as Level} />,
          title: subject ?? uiMessages.noSubject,
          detail: <CustomerName organisation={organisation} requester={requester} />,
          value: <Age since={waitingSince} />,
        }))}
    </WallList>
  );
}

export function OverviewWall({ now, answer, error }: FiguresProps & { now: Overview }) {
  return (
    <Wall
      pages={[
        { id: 'tiles', title: messages.wall.tiles, body: <FiguresPage answer={answer} error={error} /> },
        { id: 'fire', title: messages.wall.fire, body: <FirePage now={now} /> },
      ]}
    />
  );
}
