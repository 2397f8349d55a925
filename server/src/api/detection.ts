/** Detection: what it proposed, why, and how much it may. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import type { Routes } from './routes.ts';
import { idIn, problems } from './schemas/basics.ts';
import { detectionIn, detectionOut, learnedAsked, proposalList } from './schemas/detection.ts';
import { ticketRow } from './schemas/ticket.ts';

const tags = ['Incidents'];
const reading = { access: 'tickets:read' } as const;
const params = z.strictObject({ id: idIn });

export const detectionRoutes: Routes = (parts) => async (app) => {
  const { incidents, tickets } = parts;
  const readerOf = ({ viewer, sight }: FastifyRequest) => ({ workspaceId: viewer.workspace, sight });

  app.get(
    '/detection',
    {
      config: reading,
      schema: { operationId: 'getDetection', tags, summary: 'Whether detection listens', response: { 200: detectionOut, ...problems } },
    },
    ({ viewer }) => parts.detection.settings(viewer.workspace),
  );

  app.put(
    '/detection',
    {
      config: { access: 'rules:write' },
      schema: {
        operationId: 'saveDetection',
        tags,
        summary: 'Switch detection on or off, and say how many false alarms a week it is allowed',
        body: detectionIn,
        response: { 200: detectionOut, ...problems },
      },
    },
    async ({ viewer, ip, body }) => {
      await parts.detection.save(viewer.workspace, body, whoIs(viewer, ip));
      return parts.detection.settings(viewer.workspace);
    },
  );

  app.delete(
    '/detection/learned',
    {
      config: { access: 'rules:write' },
      schema: {
        operationId: 'forgetLearned',
        tags,
        summary: 'Take back what detection learned from what people made of its proposals',
        querystring: learnedAsked,
        response: { 200: detectionOut, ...problems },
      },
    },
    async ({ viewer, ip, query }) => {
      await parts.detection.forgetLearned(viewer.workspace, query.key, whoIs(viewer, ip));
      return parts.detection.settings(viewer.workspace);
    },
  );

  app.get(
    '/incidents/proposals',
    {
      config: reading,
      schema: {
        operationId: 'listProposals',
        tags,
        summary: 'What detection proposes and nobody has decided about, with its evidence',
        response: { 200: proposalList, ...problems },
      },
    },
    (request) => parts.detection.proposals(readerOf(request)),
  );

  app.get(
    '/incidents/:id/proposals',
    {
      config: reading,
      schema: {
        operationId: 'getIncidentProposals',
        tags,
        summary: 'The evidence by which detection found it; none where somebody else did',
        params,
        response: { 200: proposalList, ...problems },
      },
    },
    async (request) => {
      await incidents.refuseUnknown(request.viewer.workspace, request.params.id);
      return parts.detection.proposals(readerOf(request), request.params.id);
    },
  );

  app.get(
    '/incidents/:id/proposed-tickets',
    {
      config: reading,
      schema: {
        operationId: 'listProposedTickets',
        tags,
        summary: 'The newest hundred of the tickets in sight by which detection found it',
        params,
        response: { 200: z.object({ tickets: z.array(ticketRow) }), ...problems },
      },
    },
    async (request) => {
      const { workspaceId } = readerOf(request);
      await incidents.refuseUnknown(workspaceId, request.params.id);
      return { tickets: await tickets.rows(workspaceId, await parts.detection.ticketsOf(readerOf(request), request.params.id)) };
    },
  );
};
