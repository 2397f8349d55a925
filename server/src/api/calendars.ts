/** Business calendars: their versions, and holidays out of files. */
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import { readHolidays } from '../rules/index.ts';
import type { Routes } from './routes.ts';
import { idIn, problems } from './schemas/basics.ts';
import { calendar, calendarDraft, calendarHistory, calendarSave, calendars, holidaysIn, holidaysOut } from './schemas/calendars.ts';

const tags = ['Promises'];
const reading = { access: 'tickets:read' } as const;
const writing = { access: 'rules:write' } as const;
const params = z.strictObject({ id: idIn });

export const calendarRoutes: Routes =
  ({ sla }) =>
  async (app) => {
    app.get(
      '/calendars',
      {
        config: reading,
        schema: { operationId: 'listCalendars', tags, summary: 'List calendars', response: { 200: calendars, ...problems } },
      },
      async ({ viewer }) => ({ calendars: await sla.calendars.list(viewer.workspace) }),
    );

    app.get(
      '/calendars/:id/versions',
      {
        config: reading,
        schema: {
          operationId: 'listCalendarVersions',
          tags,
          summary: 'The versions of a calendar, the latest first',
          params,
          response: { 200: calendarHistory, ...problems },
        },
      },
      async ({ viewer, params: { id } }) => ({ versions: await sla.calendars.versions(viewer.workspace, id) }),
    );

    app.post(
      '/calendars',
      {
        config: writing,
        schema: {
          operationId: 'createCalendar',
          tags,
          summary: 'Make a calendar',
          body: calendarDraft,
          response: { 201: calendar, ...problems },
        },
      },
      async ({ viewer, body, ip }, reply) => {
        void reply.code(201);
        return sla.calendars.save(viewer.workspace, whoIs(viewer, ip), null, body);
      },
    );

    app.put(
      '/calendars/:id',
      {
        config: writing,
        schema: {
          operationId: 'saveCalendar',
          tags,
          summary: 'Add a version of a calendar',
          description: 'Cycles that begin from now on keep to it; those that run go on by the version they began with.',
          params,
          body: calendarSave,
          response: { 200: calendar, ...problems },
        },
      },
      ({ viewer, params: { id }, body: { baseVersion, ...draft }, ip }) =>
        sla.calendars.save(viewer.workspace, whoIs(viewer, ip), id, draft, baseVersion),
    );

    app.delete(
      '/calendars/:id',
      {
        config: writing,
        schema: {
          operationId: 'retireCalendar',
          tags,
          summary: 'Retire a calendar',
          params,
          response: { 204: z.undefined(), ...problems },
        },
      },
      async ({ viewer, params: { id }, ip }, reply) => {
        await sla.calendars.retire(viewer.workspace, whoIs(viewer, ip), id);
        return reply.code(204).send();
      },
    );

    app.post(
      '/calendars/holidays',
      {
        config: writing,
        schema: {
          operationId: 'readHolidays',
          tags,
          summary: 'Read holidays out of an iCalendar file',
          description: 'Nothing is saved: the dates are for the `holidays` of a calendar.',
          body: holidaysIn,
          response: { 200: holidaysOut, ...problems },
        },
      },
      async ({ body: { text, fromYear, toYear } }) => readHolidays(text, { from: fromYear, to: toYear }, 'text'),
    );
  };
