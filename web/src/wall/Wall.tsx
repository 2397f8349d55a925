/**
 * A screen on a wall: no chrome, type in steps of the viewing distance, at most eight facts, pages that take turns, a
 * clock and the age of the data. Escape or a click on the corner leads back; the space bar holds a page.
 */
import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { useLiveState } from '../live/live.tsx';
import { useAge, type Age } from '../live/use-age.ts';
import { useSetViewing, useTimeZone } from '../period/viewing.ts';
import { DemonstrationMark } from '../session/DemonstrationMark.tsx';
import { formatDuration, formatTimeToSecond, useTicking } from '../ui/index.ts';
import { messages } from './messages.ts';
import classes from './Wall.module.css';

export interface WallPage {
  id: string;
  title: string;
  body: ReactNode;
}

const TURN_MS = 15_000;

function useTurns(count: number) {
  const [page, setPage] = useState(0);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || count < 2) return undefined;
    const timer = setTimeout(() => setPage((page + 1) % count), TURN_MS);
    return () => clearTimeout(timer);
  }, [page, held, count]);
  return {
    page: Math.max(0, Math.min(page, count - 1)),
    held,
    next: () => setPage(count > 0 ? (page + 1) % count : 0),
    hold: () => setHeld(!held),
  };
}

/** Of the oldest that is shown; loud once the facts have fallen behind, the line is lost, or a number does not come at all. */
function DataAge() {
  const isLive = useLiveState() === 'live';
  const words = useAge(({ ms, isBehind, unanswered }: Age) => {
    if (ms === null) return unanswered > 0 ? messages.unanswered : messages.noData;
    const age = formatDuration(Math.floor(ms / 1000));
    const said = isLive ? (isBehind ? messages.behind(age) : messages.age(age)) : messages.lost(age);
    return unanswered > 0 ? messages.some(said, unanswered) : said;
  });
  const isLost = useAge(({ isBehind, unanswered }) => isBehind || unanswered > 0);
  return <span data-lost={isLost || !isLive || undefined}>{words}</span>;
}

function Clock() {
  const zone = useTimeZone();
  return <time className={classes['clock']}>{useTicking((now) => formatTimeToSecond(now, zone))}</time>;
}

export function Wall({ pages, title }: { pages: readonly WallPage[]; title?: string }) {
  const setViewing = useSetViewing();
  const { page, held, next, hold } = useTurns(pages.length);
  const leave = (): void => setViewing({ wall: undefined });
  useKeys(messages.keys, [
    { keys: 'Escape', label: messages.leave, run: leave },
    { keys: 'ArrowRight', label: messages.next, run: next },
    { keys: ' ', label: messages.hold, run: hold },
  ]);
  const shown = pages[page];
  return (
    <div className={classes['wall']}>
      <header className={classes['head']}>
        <h1>{shown?.title ?? title}</h1>
        <UnstyledButton className={classes['leave']} aria-label={messages.leave} onClick={leave}>
          <IconX size={22} aria-hidden="true" />
        </UnstyledButton>
        <Clock />
      </header>
      <div className={classes['body']}>{shown ? shown.body : <p className={classes['empty']}>{messages.nothing}</p>}</div>
      <footer className={classes['foot']}>
        <DataAge />
        <DemonstrationMark />
        {pages.length > 1 && (
          <span>
            {messages.page(page + 1, pages.length)}
            {held && <> · {messages.held}</>}
          </span>
        )}
      </footer>
    </div>
  );
}

interface WallEntry {
  id: string;
  mark?: ReactNode;
  title: string;
  detail: ReactNode;
  value: ReactNode;
}

/** A few entries, one line each. */
export function WallList({ children, empty }: { children: readonly WallEntry[]; empty: string }) {
  if (children.length === 0) return <p className={classes['empty']}>{empty}</p>;
  return (
    <ol className={classes['entries']}>
      {children.map(({ id, mark, title, detail, value }) => (
        <li key={id}>
          {mark}
          <span className={classes['title']}>{title}</span>
          <span className={classes['detail']}>{detail}</span>
          <span className={classes['value']}>{value}</span>
        </li>
      ))}
    </ol>
  );
}
