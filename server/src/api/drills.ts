/** Drills: started, watched, helped by hints, stopped, and taken out of sight again. */
import { z } from 'zod';
import { type Viewer, whoIs } from '../accounts/index.ts';
import { Refusal } from '../errors.ts';
import { saverOf } from './actor.ts';
import type { Routes } from './routes.ts';
import { idIn, problems } from './schemas/basics.ts';
import { drillDetail, drillIn, drillList, hintIn } from './schemas/drills.ts';

const tags = ['Drills'];
const reading = { access: 'tickets:read' } as const;
const doing = { access: 'tickets:write' } as const;
const params = z.strictObject({ id: idIn });
const LEADING: ReadonlySet<string> = new Set(['lead', 'manager', 'admin']);

/** Whoever leads a team, or writes its rules. */
const mayStart = (viewer: Viewer): boolean =>
  viewer.scopes.includes('tickets:write') &&
  (viewer.kind === 'person' ? LEADING.has(viewer.person.role) : viewer.scopes.includes('rules:write'));

function refuseFollowers(viewer: Viewer): void {
  if (!mayStart(viewer)) throw new Refusal('forbidden', 'Drills are started and stopped by leads, managers and administrators.');
}

export const drillRoutes: Routes =
  ({ drills }) =>
  async (app) => {
    app.get(
      '/drills',
      {
        config: reading,
        schema: { operationId: 'listDrills', tags, summary: 'Drills, the newest first', response: { 200: drillList, ...problems } },
      },
      async ({ viewer }) => ({ ...(await drills.list(viewer.workspace)), mayStart: mayStart(viewer) }),
    );

    app.post(
      '/drills',
      {
        config: doing,
        schema: {
          operationId: 'startDrill',
          tags,
          summary: 'Start a drill',
          description: 'In a demonstration only, and one at a time.',
          body: drillIn,
          response: { 201: drillDetail, ...problems },
        },
      },
      async ({ viewer, ip, body }, reply) => {
        refuseFollowers(viewer);
        const id = await drills.begin({ workspaceId: viewer.workspace, name: saverOf(viewer), who: whoIs(viewer, ip) }, body);
        void reply.code(201);
        return drills.get(viewer.workspace, id);
      },
    );

    app.get(
      '/drills/:id',
      {
        config: reading,
        schema: {
          operationId: 'getDrill',
          tags,
          summary: 'A drill with its timeline and its score',
          description: 'While it runs, without what would give it away.',
          params,
          response: { 200: drillDetail, ...problems },
        },
      },
      ({ viewer, params: { id } }) => drills.get(viewer.workspace, id),
    );

    app.post(
      '/drills/:id/hints',
      {
        config: doing,
        schema: {
          operationId: 'takeDrillHint',
          tags,
          summary: 'Ask for a hint, which costs points',
          params,
          body: hintIn,
          response: { 200: drillDetail, ...problems },
        },
      },
      async ({ viewer, params: { id }, body }) => {
        await drills.hint(viewer.workspace, id, body.hint);
        return drills.get(viewer.workspace, id);
      },
    );

    app.post(
      '/drills/:id/stop',
      {
        config: doing,
        schema: {
          operationId: 'stopDrill',
          tags,
          summary: 'End a drill now, with the score of what was done',
          params,
          response: { 200: drillDetail, ...problems },
        },
      },
      async ({ viewer, ip, params: { id } }) => {
        refuseFollowers(viewer);
        await drills.stopNow(viewer.workspace, id, whoIs(viewer, ip));
        return drills.get(viewer.workspace, id);
      },
    );

    app.delete(
      '/drills/:id/tickets',
      {
        config: doing,
        schema: {
          operationId: 'removeDrillTickets',
          tags,
          summary: 'Remove the tickets of a drill that has ended; its score stays',
          params,
          response: { 204: z.undefined(), ...problems },
        },
      },
      async ({ viewer, ip, params: { id } }, reply) => {
        refuseFollowers(viewer);
        await drills.clear(viewer.workspace, id, whoIs(viewer, ip));
        return reply.code(204).send();
      },
    );
  };
