/** The queue on a wall: three pages that take turns, each a few facts that are read across a room. */
import type { Queue } from '../../api/client.ts';
import { breachingOf } from '../../clocks/index.ts';
import { Age, CustomerName, formatCount, formatDuration, NONE, Priority, useTicking, uiMessages } from '../../ui/index.ts';
import { Wall, WallFact, WallList } from '../../wall/index.ts';
import { messages } from './messages.ts';
import { inOrder } from './order.ts';
import { stripOf } from './strip.ts';

const strips = messages.strip;
const LISTED = 6;
/** Of a wait in two units, such as `2 h 05 m`: the shorter form would make two hours of one and a half. */
const WAIT_LETTERS = 8;

const Wait = ({ since }: { since: number | null }) => {
  const words = useTicking((now) => (since === null ? NONE : formatDuration((now - since) / 1000)));
  return <>{words}</>;
};

function NowPage({ queue }: { queue: Queue }) {
  const strip = stripOf(queue);
  const breaching = useTicking((now) => breachingOf([...queue.waiting, ...queue.handling], now).tickets);
  return (
    <>
      <WallFact label={strips.waiting[0]} tone={strip.critical > 0 ? 'bad' : 'calm'}>
        {formatCount(strip.waiting)}
      </WallFact>
      <WallFact label={strips.longest[0]} letters={WAIT_LETTERS}>
        <Wait since={strip.longestSince} />
      </WallFact>
      <WallFact label={messages.wall.breaching} tone={breaching > 0 ? 'bad' : 'calm'}>
        {formatCount(breaching)}
      </WallFact>
      <WallFact
        label={strips.available[0]}
        tone={strip.available === 0 && strip.waiting > 0 ? 'bad' : 'calm'}
        more={messages.ofOnline(formatCount(strip.online))}
      >
        {formatCount(strip.available)}
      </WallFact>
      <WallFact label={strips.median[0]} letters={WAIT_LETTERS}>
        <Wait since={strip.medianSince} />
      </WallFact>
      <WallFact label={strips.resolved[0]}>{formatCount(strip.resolvedLastHour)}</WallFact>
    </>
  );
}

function NextPage({ queue }: { queue: Queue }) {
  const next = inOrder('waiting', queue.waiting, Date.parse(queue.asOf)).slice(0, LISTED);
  return (
    <WallList empty={messages.wall.nobody}>
      {next.map((item) => ({
        id: item.id,
        mark: <Priority value={item.priority} />,
        title: item.subject ?? uiMessages.noSubject,
        detail: <CustomerName organisation={item.organisation} requester={item.requester} />,
        value: <Age since={item.waitingSince} />,
      }))}
    </WallList>
  );
}

export function QueueWall({ queue }: { queue: Queue }) {
  return (
    <Wall
      pages={[
        { id: 'now', title: messages.wall.page.now, body: <NowPage queue={queue} /> },
        { id: 'next', title: messages.wall.page.next, body: <NextPage queue={queue} /> },
      ]}
    />
  );
}
