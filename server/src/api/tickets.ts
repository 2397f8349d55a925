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
          description: 'Those in sight: of an agent and a lead what their teams hold, what no team holds, and what they hold themselves.',
          querystring: ticketListQuery,
          response: { 200: ticketList, ...problems },
        },
      },
      ({ viewer, sight, query: { sort, direction, limit, cursor, offset, ...filters } }) =>
        tickets.list(viewer.workspace, sight, filters, { sort, direction, limit, cursor, offset }),
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
      async ({ viewer, sight, query }) => ({ facets: await tickets.facets(viewer.workspace, sight, query) }),
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
      async ({ viewer, sight, query: { sort, direction, format: _, ...filters }, ip }, reply) => {
        const file = tickets.exportCsv(viewer.workspace, sight, filters, { sort, direction });
        const subject = { kind: 'tickets', id: 'export', name: null } as const;
        // The log is for years: what was searched for may be somebody's name, and is not kept.
        const { q, ...after } = filters;
        const told = { ...after, ...(q !== undefined && { q: '(words)' }) };
        await audit.record(viewer.workspace, whoIs(viewer, ip), { action: 'tickets.exported', subject, after: told });
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
      ({ viewer, sight, params: { id } }) => tickets.view(viewer.workspace, sight, id),
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
      ({ viewer, sight, params: { id }, query }) => tickets.timeline(viewer.workspace, sight, id, query),
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
      ({ viewer, sight, params: { id }, query: { limit } }) => tickets.messages(viewer.workspace, sight, id, limit),
    );
  };
