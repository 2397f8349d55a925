/** The three columns as the filters and the order leave them. The order is looked at every ten seconds, as waits grow. */
import { useMemo } from 'react';
import type { Queue, QueueItem } from '../../api/client.ts';
import { useTicking } from '../../ui/index.ts';
import { inOrder, isShown } from './order.ts';
import type { QueueSearch } from './search.ts';

export type ColumnName = QueueItem['state'];
export type Columns = Record<ColumnName, QueueItem[]>;

const STEP_MS = 10_000;
const HOUR_MS = 3_600_000;

export function useColumns(queue: Queue, search: QueueSearch, me: string | null): Columns {
  const now = useTicking((at) => Math.floor(at / STEP_MS)) * STEP_MS;
  return useMemo(() => {
    const shown = (state: ColumnName, items: readonly QueueItem[]): QueueItem[] =>
      inOrder(
        state,
        items.filter((item) => isShown(item, search, me)),
        now,
        search.sort,
      );
    return {
      waiting: shown('waiting', queue.waiting),
      handling: shown('handling', queue.handling),
      resolved: shown(
        'resolved',
        queue.resolvedLastHour.filter(({ since }) => Date.parse(since) > now - HOUR_MS),
      ),
    };
  }, [queue, search, me, now]);
}
