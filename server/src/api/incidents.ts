/** Incidents: what is broken now, who works on it, what was told of it, and what was learned. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Role, whoIs } from '../accounts/index.ts';
import type { Actor, Deed, DeedName } from '../incidents/index.ts';
import { saverOf } from './actor.ts';
import { answerOnce } from './idempotency.ts';
import type { Routes } from './routes.ts';
import { idIn, problems } from './schemas/basics.ts';
import {
  antiPatternList,
  antiPatternQuery,
  DEEDS,
  draftList,
  incidentCount,
  incidentDetail,
  incidentIn,
  incidentList,
  incidentListQuery,
  linkIn,
} from './schemas/incidents.ts';
import { knownNamesOut } from './schemas/incident-public.ts';
import { policyIn, policyOut, policyVersionsOut } from './schemas/incident-policy.ts';
import { ticketRow } from './schemas/ticket.ts';

const tags = ['Incidents'];
const reading = { access: 'tickets:read' } as const;
const doing = { access: 'tickets:write' } as const;
const params = z.strictObject({ id: idIn });
const headers = z.object({ 'idempotency-key': idIn.optional() });

const SUMMARIES: Record<DeedName, readonly [path: string, operationId: string, summary: string]> = {
  declare: ['declare', 'declareProposedIncident', 'Take up one that was proposed'],
  dismiss: ['dismiss', 'dismissIncident', 'Say that it is none'],
  severity: ['severity', 'reassessIncident', 'Say anew what is hit; the severity follows'],
  status: ['status', 'moveIncident', 'Investigating, identified, monitoring, resolved, closed'],
  role: ['role', 'assignIncidentRole', 'Give somebody a role, or take it away'],
  update: ['update', 'postIncidentUpdate', 'Tell customers, or the inside'],
  note: ['note', 'noteOnIncident', 'Add to the timeline'],
  checklist: ['checklist', 'tickIncidentItem', 'Tick an item of a checklist, or a step up'],
  affected: ['affected', 'describeIncident', 'Say what it is about and what it affects'],
  review: ['review', 'writeIncidentReview', 'Write its review'],
  completeReview: ['review/complete', 'completeIncidentReview', 'Say that the review is complete'],
  action: ['action', 'setIncidentAction', 'Add an action item, or change it'],
};

/** They speak for the company in any incident; a key does, as an administrator has made it. */
const SPEAKS: ReadonlySet<Role> = new Set(['lead', 'manager', 'admin']);

const actorOf = ({ viewer, sight, ip }: FastifyRequest): Actor => {
  const who = whoIs(viewer, ip);
  const agentId = viewer.kind === 'person' ? viewer.agentId : null;
  const needsRole = viewer.kind === 'person' && !SPEAKS.has(viewer.person.role);
  return { workspaceId: viewer.workspace, sight, by: agentId ?? who.name, who, needsRole };
};

export const incidentRoutes: Routes = (parts) => async (app) => {
  const { incidents, tickets } = parts;
  const readerOf = ({ viewer, sight, scope }: FastifyRequest) => ({ workspaceId: viewer.workspace, sight, scope });

  app.get(
    '/incidents',
    {
      config: reading,
      schema: {
        operationId: 'listIncidents',
        tags,
        summary: 'Incidents: the open ones first, then what waits for a review',
        querystring: incidentListQuery,
        response: { 200: incidentList, ...problems },
      },
    },
    (request) => {
      const { cursor, limit, ...question } = request.query;
      return incidents.list(readerOf(request), question, { cursor, limit });
    },
  );

  app.post(
    '/incidents',
    {
      config: doing,
      schema: {
        operationId: 'openIncident',
        tags,
        summary: 'Declare an incident, or propose one',
        headers,
        body: incidentIn,
        response: { 200: incidentDetail, ...problems },
      },
    },
    (request) =>
      answerOnce(parts, request, async (requestId) => {
        const id = await incidents.open(actorOf(request), request.body, requestId);
        return incidents.get(readerOf(request), id);
      }),
  );

  app.get(
    '/incidents/count',
    {
      config: reading,
      schema: { operationId: 'countIncidents', tags, summary: 'How many are open', response: { 200: incidentCount, ...problems } },
    },
    ({ viewer }) => incidents.count({ workspaceId: viewer.workspace }),
  );

  app.get(
    '/incidents/policy',
    {
      config: reading,
      schema: {
        operationId: 'getIncidentPolicy',
        tags,
        summary: 'What is promised of incidents',
        response: { 200: policyOut, ...problems },
      },
    },
    ({ viewer }) => incidents.policy(viewer.workspace),
  );

  app.get(
    '/incidents/policy/versions',
    {
      config: reading,
      schema: {
        operationId: 'listIncidentPolicyVersions',
        tags,
        summary: 'All that was ever promised of incidents, the latest first; a version is never changed',
        response: { 200: policyVersionsOut, ...problems },
      },
    },
    async ({ viewer }) => ({ versions: await incidents.policyVersions(viewer.workspace) }),
  );

  app.put(
    '/incidents/policy',
    {
      config: { access: 'rules:write' },
      schema: {
        operationId: 'saveIncidentPolicy',
        tags,
        summary: 'Promise something else of incidents that are declared from now on',
        body: policyIn,
        response: { 200: policyOut, ...problems },
      },
    },
    async ({ viewer, ip, body }) => {
      const saver = { workspaceId: viewer.workspace, who: whoIs(viewer, ip), name: saverOf(viewer) };
      await incidents.savePolicy(saver, body.policy, body.baseVersion);
      return incidents.policy(viewer.workspace);
    },
  );

  app.get(
    '/incidents/anti-patterns',
    {
      config: reading,
      schema: {
        operationId: 'listIncidentAntiPatterns',
        tags,
        summary: 'Habits that make incidents worse, each with the incidents that show it',
        querystring: antiPatternQuery,
        response: { 200: antiPatternList, ...problems },
      },
    },
    ({ viewer, query }) => incidents.antiPatterns({ workspaceId: viewer.workspace }, query.days),
  );

  app.get(
    '/incidents/known-names',
    {
      config: reading,
      schema: {
        operationId: 'listKnownNames',
        tags,
        summary: 'What services and regions are called: by the status page first, then by earlier incidents and in the directory',
        response: { 200: knownNamesOut, ...problems },
      },
    },
    ({ viewer }) => incidents.knownNames(viewer.workspace),
  );

  app.get(
    '/incidents/:id',
    {
      config: reading,
      schema: {
        operationId: 'getIncident',
        tags,
        summary: 'An incident with its timeline',
        params,
        response: { 200: incidentDetail, ...problems },
      },
    },
    (request) => incidents.get(readerOf(request), request.params.id),
  );

  app.get(
    '/incidents/:id/drafts',
    {
      config: reading,
      schema: {
        operationId: 'draftIncidentUpdates',
        tags,
        summary: 'What could be told of it, filled from the incident',
        params,
        response: { 200: draftList, ...problems },
      },
    },
    (request) => incidents.drafts(readerOf(request), request.params.id, whoIs(request.viewer, request.ip).name),
  );

  app.get(
    '/incidents/:id/tickets',
    {
      config: reading,
      schema: {
        operationId: 'listIncidentTickets',
        tags,
        summary: 'The newest 500 of the tickets in sight that belong to it, and how many there are',
        params,
        response: { 200: z.object({ tickets: z.array(ticketRow), count: z.int() }), ...problems },
      },
    },
    async (request) => {
      const { workspaceId } = readerOf(request);
      const { ids, count } = await incidents.shownTickets(readerOf(request), request.params.id);
      return { tickets: await tickets.rows(workspaceId, ids), count };
    },
  );

  app.post(
    '/incidents/:id/tickets',
    {
      config: doing,
      schema: {
        operationId: 'linkIncidentTickets',
        tags,
        summary: 'Say that tickets belong to it, or no longer do',
        params,
        headers,
        body: linkIn,
        response: { 200: incidentDetail, ...problems },
      },
    },
    (request) =>
      answerOnce(parts, request, async (requestId) => {
        const { id } = request.params;
        await incidents.link(actorOf(request), id, request.body.tickets, request.body.is, requestId);
        return incidents.get(readerOf(request), id);
      }),
  );

  for (const name of Object.keys(DEEDS) as DeedName[]) {
    const [path, operationId, summary] = SUMMARIES[name];
    app.post(
      `/incidents/:id/${path}`,
      {
        config: doing,
        schema: { operationId, tags, summary, params, headers, body: DEEDS[name], response: { 200: incidentDetail, ...problems } },
      },
      (request) =>
        answerOnce(parts, request, async (requestId) => {
          const { id } = request.params;
          // The schema of this route's body is the one of this deed; the union of all is what the compiler sees.
          await incidents.act(actorOf(request), id, { name, ...request.body } as unknown as Deed, requestId);
          return incidents.get(readerOf(request), id);
        }),
    );
  }
};
