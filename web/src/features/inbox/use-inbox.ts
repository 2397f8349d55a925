/** What the viewer was told: how much of it is unread and the newest of it, told live; all of it in pages; and marking it read. */
import { keepPreviousData, type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered, answeredAs, api, done } from '../../api/index.ts';
import { useLiveQuery } from '../../live/use-live-query.ts';
import { useSession } from '../../session/session.ts';

export type Inbox = Awaited<ReturnType<typeof answeredAs<'/api/v1/inbox'>>>;
export type InboxItem = Inbox['items'][number];

const NEWEST = ['inbox', 'newest'];
const LIST = ['inbox', 'list'];
/** As many as the stream tells. */
const NEWEST_COUNT = 20;
const PAGE = 30;

const ask = (query: { limit: number; unread?: 'true'; cursor?: string }, signal: AbortSignal) =>
  answeredAs<'/api/v1/inbox'>(api.GET('/api/v1/inbox', { params: { query }, signal }));

/** The newest, and how much is unread of all. Nothing is asked while the workspace still waits for a second factor. */
export function useInbox() {
  const { account } = useSession();
  return useLiveQuery<Inbox>({
    queryKey: NEWEST,
    question: account?.needsSecondFactor ? null : { inbox: {} },
    ask: (signal) => ask({ limit: NEWEST_COUNT }, signal),
  });
}

/** All of it, page by page, asked for again whenever the stream tells that it is another. */
export function useInboxPages(isUnread: boolean) {
  const client = useQueryClient();
  const { data: newest } = useInbox();
  useEffect(() => {
    if (newest) void client.invalidateQueries({ queryKey: LIST });
  }, [client, newest]);
  return useInfiniteQuery({
    queryKey: [...LIST, isUnread],
    queryFn: ({ signal, pageParam }) =>
      ask({ limit: PAGE, ...(isUnread && { unread: 'true' }), ...(pageParam !== '' && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: 2_000,
  });
}

export interface Marked {
  readonly ids: string[] | 'all';
  readonly read: boolean;
}

/** The same inbox with what was marked, as the server will have it. */
export function withMarked(inbox: Inbox, { ids, read }: Marked, at: string): Inbox {
  const isMeant = (item: InboxItem) => (ids === 'all' || ids.includes(item.id)) && (item.readAt === null) === read;
  const count = inbox.items.filter(isMeant).length;
  const unread = ids === 'all' && read ? 0 : Math.max(0, inbox.unread + (read ? -count : count));
  return { ...inbox, unread, items: inbox.items.map((item) => (isMeant(item) ? { ...item, readAt: read ? at : null } : item)) };
}

/** Says that one has in hand what waits for that and is no alert. */
export function useAcknowledge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answered(api.POST('/api/v1/inbox/{id}/acknowledge', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['inbox'] }),
  });
}

/** In sight at once; the stream tells the rest. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ids, read }: Marked) => done(api.POST('/api/v1/inbox/read', { body: { ids, read } })),
    onMutate: (marked) => {
      const at = new Date().toISOString();
      client.setQueryData<Inbox>(NEWEST, (held) => held && withMarked(held, marked, at));
      client.setQueriesData<InfiniteData<Inbox>>(
        { queryKey: LIST },
        (held) => held && { ...held, pages: held.pages.map((page) => withMarked(page, marked, at)) },
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['inbox'] }),
  });
}
