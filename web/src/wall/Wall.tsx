/**
 * A screen on a wall: no chrome, type in steps of the viewing distance, at most eight facts, pages that take turns, a
 * clock and the age of the data. Escape or a click on the corner leads back; the space bar holds a page.
 */
import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState, type CSSProperties, type ReactNode } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { useHeardAt, useLiveState } from '../live/live.tsx';
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
  return { page: Math.min(page, count - 1), held, next: () => setPage((page + 1) % count), hold: () => setHeld(!held) };
}

/** Data that arrives as it happens is as old as the last word of the server. */
function DataAge() {
  const state = useLiveState();
  const heardAt = useHeardAt();
  const words = useTicking(() => {
    const at = heardAt();
    if (at === null) return messages.noData;
    const age = formatDuration(Math.max(0, (Date.now() - at) / 1000));
    return state === 'live' ? messages.age(age) : messages.lost(age);
  });
  return <span data-lost={state === 'live' ? undefined : true}>{words}</span>;
}

function Clock() {
  const zone = useTimeZone();
  return <time className={classes['clock']}>{useTicking((now) => formatTimeToSecond(now, zone))}</time>;
}

export function Wall({ pages }: { pages: readonly WallPage[] }) {
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
        <h1>{shown?.title}</h1>
        <UnstyledButton className={classes['leave']} aria-label={messages.leave} onClick={leave}>
          <IconX size={22} aria-hidden="true" />
        </UnstyledButton>
        <Clock />
      </header>
      <div className={classes['body']}>{shown?.body}</div>
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

interface WallFactProps {
  label: string;
  children: ReactNode;
  more?: ReactNode;
  tone?: 'calm' | 'good' | 'warning' | 'bad';
  /** How many letters it may have, where it is not plain text. */
  letters?: number;
}

/** One number with its name, as large as the room and the number's length allow. */
export function WallFact({
  label,
  children,
  more,
  tone = 'calm',
  letters = typeof children === 'string' ? children.length : 6,
}: WallFactProps) {
  return (
    <dl className={classes['fact']} data-tone={tone} style={{ '--letters': Math.max(3, letters) } as CSSProperties}>
      <dt>{label}</dt>
      <dd>{children}</dd>
      <dd className={classes['small']}>{more}</dd>
    </dl>
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
