/** The live queue: one snapshot, kept right by the stream, asked anew now and then for what only the server counts. */
import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Queue, type TicketRow } from '../../api/index.ts';
import { act, settle } from '../../api/ticket-actions.ts';
import { applyRow, changedQueue } from '../../live/apply-change.ts';
import { useSnapshot, useTopics } from '../../live/live.tsx';
import { useSession } from '../../session/session.ts';
import { problemOf } from '../../ui/index.ts';
import { messages } from './messages.ts';

/** Arrivals of the last hour and what people did today are counted by the server; the rest follows the stream. */
const RECOUNT_MS = 30_000;

export function useQueue() {
  useTopics('queue');
  const snapshot = useSnapshot();
  return useQuery(
    queryOptions({
      queryKey: ['queue'],
      queryFn: ({ signal }) => snapshot('queue', () => answered(api.GET('/api/v1/queue', { signal })), changedQueue),
      refetchInterval: RECOUNT_MS,
      staleTime: 5_000,
    }),
  );
}

const refused = (error: unknown): void => {
  const { title, detail } = problemOf(error);
  notifications.show({ title: messages.failed.claim, message: detail ?? title, color: 'red', autoClose: 8_000 });
};

/**
 * Takes a ticket. The screen shows it at once as taken; when the server says no, for instance because a colleague was
 * quicker, it goes back to where it was and the reason is said.
 */
export function useTake() {
  const client = useQueryClient();
  const { person } = useSession();
  const claim = useMutation({
    mutationFn: (ticket: TicketRow) => act(ticket.id, { do: 'claim' }, crypto.randomUUID()),
    onMutate: (ticket) => {
      const before = client.getQueryData<Queue>(['queue']);
      // Half a version: newer than what is shown, older than anything the server will say.
      if (person.agentId)
        applyRow(client, { ...ticket, assignee: { id: person.agentId, name: person.name }, version: ticket.version + 0.5 } as TicketRow);
      return { before };
    },
    onSuccess: (ticket) => {
      settle(client, ticket);
      if (ticket.assignee?.id === person.agentId) return;
      // The help desk it is of was asked, and has not said so yet.
      void client.invalidateQueries({ queryKey: ['queue'] });
      notifications.show({ message: messages.asked });
    },
    // Here and not where it was asked for: the card that was clicked may be gone by then.
    onError: (error, _ticket, context) => {
      if (context?.before) client.setQueryData(['queue'], context.before);
      void client.invalidateQueries({ queryKey: ['queue'] });
      refused(error);
    },
  });
  return { take: (ticket: TicketRow): void => claim.mutate(ticket), isTaking: claim.isPending };
}
