/**
 * The list in windows: rows are asked for by offset, a hundred at a time, only where the list is looked at. A window
 * that scrolls out of sight before its answer came is not asked for any further.
 */
import { keepPreviousData, queryOptions, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useThrottledValue } from '@mantine/hooks';
import { answered, api } from '../../api/answers.ts';
import type { TicketList, TicketRow } from '../../api/client.ts';
import type { Direction, FilterQuery, Sort } from './filters.ts';

export const WINDOW = 100;
/** Scrolling fast passes many windows in a second; asking for each would keep the one that is looked at waiting. */
const SETTLE_MS = 100;
const EMPTY_MS = 5_000;

export interface ListQuestion {
  query: FilterQuery;
  order: { sort: Sort; direction: Direction };
}

const key = ({ query, order }: ListQuestion) => ['tickets', 'list', query, order] as const;

const windowQuery = (question: ListQuestion, window: number) =>
  queryOptions({
    queryKey: [...key(question), window],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/api/v1/tickets', {
          params: { query: { ...question.query, ...question.order, limit: WINDOW, offset: window * WINDOW } },
          signal,
        }),
      ),
    // Rows keep their place until somebody asks for the new ones; live changes patch them where they stand.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    gcTime: 60_000,
  });

/** The windows that hold the rows from `first` to `last`. */
export function windowsOf(first: number, last: number): number[] {
  const from = Math.floor(Math.max(0, first) / WINDOW);
  const to = Math.floor(Math.max(0, last) / WINDOW);
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}

export interface ListWindows {
  total: number | null;
  /** The row at an index; undefined while it is on its way. */
  rowAt: (index: number) => TicketRow | undefined;
  error: unknown;
  /** The rows shown belong to the question before; the answer to this one is on its way. */
  isOld: boolean;
  /** Every row of the list is loaded. */
  isComplete: boolean;
  retry: () => void;
  refresh: () => Promise<void>;
}

/** The rows around those in view. `first` and `last` may change with every frame. */
export function useListWindows(question: ListQuestion, first: number, last: number): ListWindows {
  const client = useQueryClient();
  const head = useQuery({
    ...windowQuery(question, 0),
    placeholderData: keepPreviousData,
    // An empty list has no place to keep: what fills it, an import for instance, is shown as it comes.
    refetchInterval: ({ state }) => (state.data?.total === 0 ? EMPTY_MS : false),
  });
  const total = head.data?.total ?? null;
  const [from, to] = useThrottledValue(`${first}-${last}`, SETTLE_MS).split('-').map(Number);
  const wanted = windowsOf(from ?? 0, Math.min(to ?? 0, Math.max(0, (total ?? 0) - 1))).filter((window) => window > 0);
  const others = useQueries({ queries: head.isPlaceholderData ? [] : wanted.map((window) => windowQuery(question, window)) });

  // The observers' own data and not the cache's: a component is told only of what it has read.
  const loaded = new Map(others.map(({ data }, place) => [wanted[place], data]));
  const answerOf = (window: number): TicketList | undefined => {
    if (window === 0 || head.isPlaceholderData) return window === 0 ? head.data : undefined;
    return loaded.get(window) ?? client.getQueryData(windowQuery(question, window).queryKey);
  };
  const failed = others.find(({ isError }) => isError);
  return {
    total,
    rowAt: (index) => answerOf(Math.floor(index / WINDOW))?.tickets[index % WINDOW],
    error: head.error ?? failed?.error ?? null,
    isOld: head.isPlaceholderData,
    isComplete: total !== null && total <= WINDOW,
    retry: () => void (head.isError ? head.refetch() : failed?.refetch()),
    refresh: () => client.invalidateQueries({ queryKey: key(question) }),
  };
}
