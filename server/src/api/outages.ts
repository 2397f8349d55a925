/** Outages: told, listed, shown on a map, and where tickets come from; and where sites and regions are. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import { saverOf } from './actor.ts';
import { askerOf } from './asker.ts';
import { refusePersona } from './caller.ts';
import { answerOnce } from './idempotency.ts';
import type { Routes } from './routes.ts';
import { idIn, problems } from './schemas/basics.ts';
import {
  csvDone,
  csvIn,
  csvPreview,
  csvRunIn,
  outageDays,
  outageDaysQuery,
  outageDetail,
  outageList,
  outageListQuery,
  outageMap,
  outageNearby,
  outagePulse,
  outagesIn,
  places,
  placesIn,
  stretchQuery,
  ticketDensity,
  upserted,
} from './schemas/outages.ts';

const tags = ['Outages'];
const reading = { access: 'tickets:read' } as const;
/** Who sends events may tell of outages. */
const telling = { access: 'events:write' } as const;
/** A table is imported as others are. */
const importing = { access: 'admin', ofKeys: 'events:write' } as const;
const params = z.strictObject({ id: z.uuid('must be the id of an outage') });
const headers = z.object({ 'idempotency-key': idIn.optional() });
const WEEK = 'At most eight days.';

const tellerOf = ({ viewer, ip }: FastifyRequest) => ({
  workspaceId: viewer.workspace,
  name: saverOf(viewer),
  who: whoIs(viewer, ip),
});

export const outageRoutes: Routes = (parts) => async (app) => {
  app.get(
    '/outages',
    {
      config: reading,
      schema: {
        operationId: 'listOutages',
        tags,
        summary: 'Outages, the latest first',
        querystring: outageListQuery,
        response: { 200: outageList, ...problems },
      },
    },
    ({ viewer, query: { cursor, limit, ...question } }) => parts.outages.list(viewer.workspace, question, { cursor, limit }),
  );

  app.post(
    '/outages',
    {
      config: telling,
      schema: {
        operationId: 'tellOutages',
        tags,
        summary: 'Tell of outages, new ones and what is new of others',
        description: 'By source and externalId. What is told takes the place of what was told before, which is kept in its history.',
        headers,
        body: outagesIn,
        response: { 200: upserted, ...problems },
      },
    },
    (request) => answerOnce(parts, request, () => parts.outages.upsert(tellerOf(request), request.body.outages)),
  );

  app.get(
    '/outages/map',
    {
      config: reading,
      schema: {
        operationId: 'mapOutages',
        tags,
        summary: 'What a map of some days shows: outages that have a place, incidents, sites and regions',
        querystring: stretchQuery,
        response: { 200: outageMap, ...problems },
      },
    },
    ({ viewer, query }) => parts.outages.map(viewer.workspace, query),
  );

  app.get(
    '/outages/days',
    {
      config: reading,
      schema: {
        operationId: 'countOutagesByDay',
        tags,
        summary: 'How many outages began on each day',
        querystring: outageDaysQuery,
        response: { 200: outageDays, ...problems },
      },
    },
    ({ viewer, query }) => parts.outages.days(viewer.workspace, query),
  );

  app.get(
    '/outages/density',
    {
      config: reading,
      schema: {
        operationId: 'getTicketDensity',
        tags,
        summary: 'How many tickets came in, by place and hour',
        description: `${WEEK} A ticket counts at its site, else at the region of that site, else in the middle of its customer’s country.`,
        querystring: stretchQuery,
        response: { 200: ticketDensity, ...problems },
      },
    },
    async ({ viewer, query }, reply) => parts.outages.density(await askerOf(parts, viewer, reply), query),
  );

  app.get(
    '/outages/pulse',
    {
      config: reading,
      schema: {
        operationId: 'getOutagePulse',
        tags,
        summary: 'How many outages there are and run, and when that last changed',
        response: { 200: outagePulse, ...problems },
      },
    },
    ({ viewer }) => parts.outages.pulse(viewer.workspace),
  );

  app.get(
    '/outages/places',
    {
      config: reading,
      schema: { operationId: 'listOutagePlaces', tags, summary: 'Where sites and regions are', response: { 200: places, ...problems } },
    },
    ({ viewer }) => parts.outages.places(viewer.workspace),
  );

  app.put(
    '/outages/places',
    {
      config: { access: 'rules:write' },
      schema: {
        operationId: 'saveOutagePlaces',
        tags,
        summary: 'Say where regions are, and sites that the directory does not know',
        description: 'All of them at once. A site told here stands where it is told here.',
        body: placesIn,
        response: { 200: places, ...problems },
      },
    },
    async (request) => {
      await parts.outages.savePlaces(tellerOf(request), request.body.places);
      return parts.outages.places(request.viewer.workspace);
    },
  );

  app.post(
    '/outages/csv/preview',
    {
      config: importing,
      schema: {
        operationId: 'previewOutagesCsv',
        tags,
        summary: 'What a mapping makes of a table of outages',
        description: 'Of a file that was sent as one to import (`POST /imports`). Nothing is written.',
        body: csvIn,
        response: { 200: csvPreview, ...problems },
      },
    },
    async ({ viewer, body: { file, mapping, dialect } }) => {
      const { outages, ...preview } = await parts.outages.preview(viewer.workspace, file, mapping, dialect);
      const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
      return {
        ...preview,
        outages: outages.map(({ startedAt, endedAt, estimatedAt, postcodes, ...one }) => ({
          ...one,
          startedAt: new Date(startedAt).toISOString(),
          endedAt: iso(endedAt),
          estimatedAt: iso(estimatedAt),
          postcodeCount: postcodes.length,
        })),
      };
    },
  );

  app.post(
    '/outages/csv',
    {
      config: importing,
      schema: {
        operationId: 'importOutagesCsv',
        tags,
        summary: 'Bring a table of outages in, and remove the file',
        description: 'All at once or not at all. Where rows cannot be taken, `without` has to say how many.',
        headers,
        body: csvRunIn,
        response: { 200: csvDone, ...problems },
      },
    },
    (request) =>
      answerOnce(parts, request, () => {
        if (!parts.imports.areForPersonas) refusePersona(request.viewer);
        const { file, mapping, dialect, without } = request.body;
        return parts.outages.importCsv(tellerOf(request), file, mapping, dialect, without);
      }),
  );

  app.get(
    '/outages/:id',
    {
      config: reading,
      schema: {
        operationId: 'getOutage',
        tags,
        summary: 'An outage with what was said of it before',
        params,
        response: { 200: outageDetail, ...problems },
      },
    },
    ({ viewer, params: { id } }) => parts.outages.one(viewer.workspace, id),
  );

  app.get(
    '/outages/:id/nearby',
    {
      config: reading,
      schema: {
        operationId: 'getOutageNearby',
        tags,
        summary: 'The tickets in sight of who lives near it and wrote while it ran, or of its incident',
        params,
        response: { 200: outageNearby, ...problems },
      },
    },
    async ({ viewer, sight, params: { id } }) => {
      const { ticketIds, ...nearby } = await parts.outages.nearby({ workspaceId: viewer.workspace, sight }, id);
      return { ...nearby, tickets: await parts.tickets.rows(viewer.workspace, ticketIds) };
    },
  );
};
