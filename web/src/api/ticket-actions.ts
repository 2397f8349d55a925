/**
 * What a person does to a ticket. The server answers with the ticket's new row, which is put wherever the page shows
 * it at once; the live stream brings the same row a moment later and finds nothing left to change.
 */
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { applyRow } from '../live/apply-change.ts';
import { answered, api, done } from './answers.ts';
import type { TicketRow } from './client.ts';
import type { paths } from './schema.d.ts';

type Verb = 'claim' | 'assign' | 'reply' | 'note' | 'escalate' | 'priority' | 'status' | 'tag' | 'merge';
type Body<V extends Verb> = paths[`/api/v1/tickets/{id}/${V}`]['post']['requestBody']['content']['application/json'];

/** One thing to do, with what it needs. */
export type TicketAction = { [V in Verb]: { do: V } & Omit<Body<V>, 'agent'> }[Verb];

/** Does it and gives the ticket as it is then. The key makes a repeated request do nothing twice. */
export async function act(id: string, { do: verb, ...body }: TicketAction, key: string): Promise<TicketRow> {
  // The body belongs to the verb, which the compiler cannot follow through a path made of both.
  const post = api.POST as (path: string, init: object) => Promise<{ data?: { ticket: TicketRow }; error?: unknown; response: Response }>;
  const asked = post(`/api/v1/tickets/{id}/${verb}`, { params: { path: { id }, header: { 'idempotency-key': key } }, body });
  const { ticket } = await answered(asked);
  return ticket;
}

/** Puts the new row wherever it is shown, and asks again for what the row does not hold. */
export const settle = (client: QueryClient, ticket: TicketRow): void => {
  applyRow(client, ticket);
  void client.invalidateQueries({ queryKey: ['ticket', ticket.id] });
};

/** The actions on one ticket, one at a time: `isPending` while the server works, the error until the next try. */
export function useTicketAction(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['ticket', id],
    scope: { id: `ticket ${id}` },
    // Without a connection it fails at once and says so; an answer that waits unseen for the network would be a surprise.
    networkMode: 'always',
    mutationFn: (action: TicketAction) => act(id, action, crypto.randomUUID()),
    onSuccess: (ticket) => settle(client, ticket),
  });
}

/** Takes what the help desk was asked, and has come to its end, out of everybody's sight. */
export function useDismissOrder(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: string) => done(api.DELETE('/api/v1/tickets/{id}/orders/{order}', { params: { path: { id, order } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['ticket', id] }),
  });
}
