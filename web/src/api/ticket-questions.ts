/** What is asked about one ticket, wherever it is shown; live changes patch the answers under the same keys. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api } from './answers.ts';

/** The ticket with its customer and its connection. */
export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['ticket', id, 'view'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/tickets/{id}', { params: { path: { id } }, signal })),
  });

/** As many as the server gives at once: most tickets are whole after one question. */
const PAGE = 500;

/** The events of the ticket, oldest first, page by page. */
export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['ticket', id, 'timeline'],
    queryFn: ({ signal, pageParam }) =>
      answered(
        api.GET('/api/v1/tickets/{id}/timeline', {
          params: { path: { id }, query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
