/** Tickets: the list, its facets and its export; one ticket and its timeline. */
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import type { Routes } from './routes.ts';
import { cursorIn, idIn, limitIn, problems } from './schemas/basics.ts';
import { ticketExportQuery, ticketFacets, ticketFilters, ticketList, ticketListQuery } from './schemas/ticket.ts';
import { newestMessages, ticketView, timeline } from './schemas/ticket-detail.ts';

const tags = ['Tickets'];
const config = { access: 'tickets:read' } as const;
const params = z.strictObject({ id: idIn });

export const ticketRoutes: Routes =
  ({ audit, tickets }) =>
  async (app) => {
    app.get(
      '/tickets',
      {
        config,
        schema: {
          operationId: 'listTickets',
          tags,
          summary: 'List tickets',
          querystring: ticketListQuery,
          response: { 200: ticketList, ...problems },
        },
      },
      ({ viewer, query: { sort, direction, limit, cursor, offset, ...filters } }) =>
        tickets.list(viewer.workspace, filters, { sort, direction, limit, cursor, offset }),
    );

    app.get(
      '/tickets/facets',
      {
        config,
        schema: {
          operationId: 'countTickets',
          tags,
          summary: 'Count tickets by value',
          querystring: ticketFilters,
          response: { 200: ticketFacets, ...problems },
        },
      },
      async ({ viewer, query }) => ({ facets: await tickets.facets(viewer.workspace, query) }),
    );

    app.get(
      '/tickets/export',
      {
        config,
        schema: {
          operationId: 'exportTickets',
          tags,
          summary: 'Export tickets as CSV',
          description: 'All tickets that match, streamed. A value that a spreadsheet would run as a formula is preceded by an apostrophe.',
          querystring: ticketExportQuery,
          response: { 200: { description: 'The file', content: { 'text/csv': { schema: z.string() } } }, ...problems },
        },
      },
      async ({ viewer, query: { sort, direction, format: _, ...filters }, ip }, reply) => {
        const subject = { kind: 'tickets', id: 'export', name: null } as const;
        await audit.record(viewer.workspace, whoIs(viewer, ip), { action: 'tickets.exported', subject, after: filters });
        const file = tickets.exportCsv(viewer.workspace, filters, { sort, direction });
        void reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="tickets.csv"');
        return reply.send(file as unknown as string);
      },
    );

    app.get(
      '/tickets/:id',
      {
        config,
        schema: {
          operationId: 'getTicket',
          tags,
          summary: 'One ticket with its customer',
          params,
          response: { 200: ticketView, ...problems },
        },
      },
      ({ viewer, params: { id } }) => tickets.view(viewer.workspace, id),
    );

    app.get(
      '/tickets/:id/timeline',
      {
        config,
        schema: {
          operationId: 'getTimeline',
          tags,
          summary: 'The events of a ticket, oldest first',
          params,
          querystring: z.strictObject({ limit: limitIn(200), cursor: cursorIn }),
          response: { 200: timeline, ...problems },
        },
      },
      ({ viewer, params: { id }, query }) => tickets.timeline(viewer.workspace, id, query),
    );

    app.get(
      '/tickets/:id/messages',
      {
        config,
        schema: {
          operationId: 'getMessages',
          tags,
          summary: 'The newest messages of a ticket, the oldest of them first',
          params,
          querystring: z.strictObject({ limit: limitIn(10) }),
          response: { 200: newestMessages, ...problems },
        },
      },
      ({ viewer, params: { id }, query: { limit } }) => tickets.messages(viewer.workspace, id, limit),
    );
  };
