/** The overview on a wall: how the period goes, and who waits longest. */
import type { Priority as Level } from '@watchdesk/domain/event';
import type { Overview } from '../../api/client.ts';
import { Age, Change, CustomerName, formatDuration, Priority, uiMessages } from '../../ui/index.ts';
import { Wall, WallFact, WallList } from '../../wall/index.ts';
import { messages } from './messages.ts';
import { worstFirst } from './on-fire.ts';
import { changeUnitOf, standing, valueWords } from '../../numbers/index.ts';

const SHOWN = ['created', 'resolved', 'backlog', 'first_response', 'resolution', 'csat'];
const TONES = { met: 'calm', missed: 'warning', warns: 'bad' } as const;
const LISTED = 6;

function TilesPage({ tiles }: Pick<Overview, 'tiles'>) {
  return SHOWN.flatMap((id) => tiles.filter((tile) => tile.id === id)).map((tile) => (
    <WallFact
      key={tile.id}
      label={tile.label}
      tone={TONES[standing(tile) ?? 'met']}
      more={<Change value={tile.value} previous={tile.previous} betterWhen={tile.betterWhen} unit={changeUnitOf(tile)} />}
    >
      {tile.unit === 'seconds' ? formatDuration(tile.value) : valueWords(tile.value, tile.unit)}
    </WallFact>
  ));
}

function FirePage({ now }: Pick<Overview, 'now'>) {
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

export function OverviewWall({ overview: { tiles, now } }: { overview: Overview }) {
  return (
    <Wall
      pages={[
        { id: 'tiles', title: messages.wall.tiles, body: <TilesPage tiles={tiles} /> },
        { id: 'fire', title: messages.wall.fire, body: <FirePage now={now} /> },
      ]}
    />
  );
}
