/** The overview on a wall: how the period goes, and who waits longest. */
import type { Priority as Level } from '@watchdesk/domain/event';
import type { Overview, QueryAnswer } from '../../api/client.ts';
import { Age, Change, CustomerName, formatDuration, Priority, uiMessages } from '../../ui/index.ts';
import { Wall, WallFact, WallList } from '../../wall/index.ts';
import { messages } from './messages.ts';
import { worstFirst } from './on-fire.ts';
import { changeUnitOf, standing, useCatalogue, valueWords } from '../../numbers/index.ts';

const SHOWN = ['created', 'resolved', 'backlog', 'first_response', 'resolution', 'csat'];
const TONES = { met: 'calm', missed: 'warning', warns: 'bad' } as const;
const LISTED = 6;

function FiguresPage({ answer }: { answer: QueryAnswer | undefined }) {
  const { data: catalogue } = useCatalogue();
  const shown = SHOWN.filter((id) => !answer || id in answer.total.values);
  return shown
    .flatMap((id) => catalogue?.metric(id) ?? [])
    .map((metric) => {
      const { value = null, previous = null } = answer?.total.values[metric.id] ?? {};
      return (
        <WallFact
          key={metric.id}
          label={metric.label}
          tone={TONES[standing({ ...metric, value }) ?? 'met']}
          more={<Change value={value} previous={previous} betterWhen={metric.betterWhen} unit={changeUnitOf(metric)} />}
        >
          {metric.unit === 'seconds' ? formatDuration(value) : valueWords(value, metric.unit)}
        </WallFact>
      );
    });
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

export function OverviewWall({ now, answer }: { now: Overview; answer: QueryAnswer | undefined }) {
  return (
    <Wall
      pages={[
        { id: 'tiles', title: messages.wall.tiles, body: <FiguresPage answer={answer} /> },
        { id: 'fire', title: messages.wall.fire, body: <FirePage now={now} /> },
      ]}
    />
  );
}
