/**
 * The story of a ticket, oldest first and read from its end: only the entries in sight exist, so that five thousand
 * events are as quick as five. It follows new entries while one stands at the end and keeps still otherwise. A link may mean
 * a moment of it, which is then brought into sight and marked.
 */
import { Button } from '@mantine/core';
import { IconArrowDown, IconMessages } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { EmptyState, ScrollRegion } from '../../ui/index.ts';
import { EntryView } from './Entries.tsx';
import { messages } from './messages.ts';
import type { Names } from './sentence.ts';
import classes from './ticket.module.css';
import { entryAt, type Entry, type Moment, type View } from './timeline.ts';

interface TimelineProps {
  ticket: string;
  entries: readonly Entry[];
  names: Names;
  view: View;
  /** The moment that is meant. */
  moment: Moment | undefined;
  /** All of it is there. */
  isWhole: boolean;
  /** What stands after the last entry: an open wait, a message being sent. */
  end: ReactNode;
}

/** Guesses of the heights until they are measured. */
const HEIGHTS: Record<Entry['kind'], number> = { day: 36, gap: 28, cycle: 42, message: 110, events: 28 };
const AT_END = 80;

export function Timeline({ ticket, entries, names, view, moment, isWhole, end }: TimelineProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(moment === undefined);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHTS[entries[index]?.kind ?? 'events'],
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan: 8,
    paddingStart: 8,
  });
  const last = entries.at(-1)?.key;
  const follow = useRef(moment === undefined);
  const meant = useMemo(() => (moment === undefined ? -1 : entryAt(entries, moment)), [entries, moment]);
  const brought = useRef<Moment>(undefined);
  useEffect(() => {
    if (!isWhole || meant < 0 || brought.current === moment) return;
    brought.current = moment;
    follow.current = false;
    virtual.scrollToIndex(meant, { align: 'center' });
  }, [isWhole, meant, moment, virtual]);
  useEffect(() => {
    if (follow.current && last !== undefined) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [last, view, virtual]);
  // Entries are measured as they come into sight, which moves the end; stay there until the reader leaves it.
  const size = virtual.getTotalSize();
  useEffect(() => {
    if (follow.current) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [size]);
  const onScroll = (): void => {
    const element = scroller.current;
    if (!element) return;
    const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < AT_END;
    follow.current = isAtEnd;
    setAtEnd(isAtEnd);
  };
  const toEnd = (): void => {
    follow.current = true;
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  };

  return (
    <div className={classes['story']}>
      <ScrollRegion ref={scroller} className={classes['scroll']} onScroll={onScroll} label={messages.timeline}>
        {entries.length === 0 && (
          <EmptyState icon={IconMessages} title={view === 'messages' ? messages.noMessages : messages.nothingYet}>
            {view === 'messages' ? messages.noMessagesText : messages.nothingYetText}
          </EmptyState>
        )}
        <div className={classes['entries']} style={{ height: size }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const entry = entries[index];
            return (
              <div
                key={key}
                data-index={index}
                ref={virtual.measureElement}
                className={classes['entry']}
                aria-current={index === meant || undefined}
                style={{ transform: `translateY(${start}px)` }}
              >
                {entry && <EntryView entry={entry} names={names} ticket={ticket} />}
              </div>
            );
          })}
        </div>
        <div className={classes['end']}>{end}</div>
      </ScrollRegion>
      {!atEnd && (
        <Button
          className={classes['toEnd']}
          size="compact-sm"
          radius="xl"
          variant="default"
          leftSection={<IconArrowDown size={14} aria-hidden="true" />}
          onClick={toEnd}
        >
          {messages.toEnd}
        </Button>
      )}
    </div>
  );
}
