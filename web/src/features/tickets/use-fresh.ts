/**
 * What has just changed in the list: rows to highlight for a moment, and new tickets that belong to it but wait to be
 * shown, since rows keep their place while somebody works in them.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { TicketRow } from '../../api/client.ts';
import { useChanges, useTopics } from '../../live/live.tsx';
import { matches, type FilterQuery } from './filters.ts';

const HIGHLIGHT_MS = 600;

interface FreshOptions {
  query: FilterQuery;
  rowAt: (index: number) => TicketRow | undefined;
  /** The rows in sight. */
  first: number;
  last: number;
  /** Every row of the list is loaded, so that a ticket it does not hold has just come to match. */
  isComplete: boolean;
}

type LiveChanges = Parameters<Parameters<typeof useChanges>[0]>[0];

/** Above so many loaded rows, looking for a ticket in all of them would cost more than it tells. */
const LOOKED_AT = 500;

function rowsInSight({ rowAt, first, last, isComplete }: FreshOptions): Set<string> {
  const from = isComplete ? 0 : Math.max(0, first);
  const ids = new Set<string>();
  for (let index = from; index <= Math.min(Math.max(last, isComplete ? 100 : 0), from + LOOKED_AT); index += 1) {
    const row = rowAt(index);
    if (row) ids.add(row.id);
  }
  return ids;
}

export function useFresh(options: FreshOptions) {
  const [changed, setChanged] = useState<ReadonlyMap<string, number>>(new Map());
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useTopics('tickets');

  const onChanges = useCallback((changes: LiveChanges) => {
    const { query, isComplete } = latest.current;
    const inSight = rowsInSight(latest.current);
    const now = performance.now();
    const touched = new Map<string, number>();
    const news: string[] = [];
    for (const { ticket, types } of changes) {
      if (!ticket) continue;
      if (inSight.has(ticket.id)) touched.set(ticket.id, now);
      else if ((types.includes('ticket.created') || isComplete) && matches(query, ticket as TicketRow)) news.push(ticket.id);
    }
    if (news.length > 0) setArrived((before) => new Set([...before, ...news]));
    if (touched.size === 0) return;
    setChanged((before) => new Map([...[...before].filter(([, at]) => now - at < HIGHLIGHT_MS), ...touched]));
  }, []);
  useChanges(onChanges);

  const forget = useCallback(() => setArrived(new Set()), []);
  return { changed, arrived: arrived.size, forget };
}
