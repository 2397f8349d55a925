/** One search box for tickets, people and organisations. */
import { z } from 'zod';
import type { Routes } from './routes.ts';
import { limitIn, plain, problems } from './schemas/basics.ts';
import { ticketRow } from './schemas/ticket.ts';

const result = z
  .object({
    kind: z.enum(['ticket', 'customer', 'organisation', 'agent', 'team']),
    id: z.string(),
    title: z.string(),
    detail: z.string().nullable(),
    ticket: ticketRow.optional(),
  })
  .meta({ id: 'SearchResult' });

export const searchRoutes: Routes =
  ({ tickets, directory }) =>
  async (app) => {
    app.get(
      '/search',
      {
        config: { access: 'tickets:read' },
        schema: {
          operationId: 'search',
          tags: ['Search'],
          summary: 'Find tickets, customers, organisations, agents and teams',
          description: 'Tickets in sight, and customers who have one there; whoever sees all tickets finds every customer.',
          querystring: z.strictObject({ q: plain(200).refine((text) => text.trim() !== '', 'must not be empty'), limit: limitIn(8) }),
          response: { 200: z.object({ results: z.array(result) }), ...problems },
        },
      },
      async ({ viewer, scope, sight, query: { q, limit } }) => {
        const [found, people] = await Promise.all([
          tickets.find(viewer.workspace, sight, q, limit),
          directory.find(viewer.workspace, scope, q, limit),
        ]);
        const rows = found.map((ticket) => ({
          kind: 'ticket' as const,
          id: ticket.id,
          title: ticket.subject ?? ticket.id,
          detail: [ticket.id, ticket.requester?.name].filter(Boolean).join(' · '),
          ticket,
        }));
        return { results: [...rows, ...people] };
      },
    );
  };
