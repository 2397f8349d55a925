/** Goals: what is to become of a number by when, and whether it keeps up. */
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Viewer, whoIs } from '../accounts/index.ts';
import type { Reader } from '../goals/index.ts';
import { saverOf } from './actor.ts';
import { askerOf } from './asker.ts';
import type { Parts, Routes } from './routes.ts';
import { idIn, problems } from './schemas/basics.ts';
import { closingIn, goalDetail, goalHistory, goalIn, goalList, goalSave } from './schemas/goals.ts';

const tags = ['Goals'];
/** Who changes which goal, the goal itself decides: a lead writes no rules and has goals for the team. */
const config = { access: 'tickets:read' } as const;
const params = z.strictObject({ id: idIn });

async function readerOf(parts: Parts, viewer: Viewer, reply: FastifyReply): Promise<Reader> {
  const asker = await askerOf(parts, viewer, reply);
  return { ...asker, writesRules: viewer.scopes.includes('rules:write'), name: saverOf(viewer), who: whoIs(viewer, reply.request.ip) };
}

export const goalRoutes: Routes = (parts) => async (app) => {
  const { goals } = parts;
  app.get(
    '/goals',
    {
      config,
      schema: {
        operationId: 'listGoals',
        tags,
        summary: 'The goals whose numbers the caller may see, with how they stand',
        description: 'Those that end soonest first, then the closed ones.',
        response: { 200: goalList, ...problems },
      },
    },
    async ({ viewer }, reply) => goals.list(await readerOf(parts, viewer, reply)),
  );

  app.get(
    '/goals/:id',
    {
      config,
      schema: {
        operationId: 'getGoal',
        tags,
        summary: 'A goal with its course and where it leads',
        params,
        response: { 200: goalDetail, ...problems },
      },
    },
    async ({ viewer, params: { id } }, reply) => goals.get(await readerOf(parts, viewer, reply), id),
  );

  app.post(
    '/goals',
    {
      config,
      schema: {
        operationId: 'createGoal',
        tags,
        summary: 'Set a goal',
        description:
          'A baseline `from: facts` is measured over the window before the first day. Managers and administrators set any goal, leads those of their teams and of the people in them.',
        body: goalIn,
        response: { 201: goalDetail, ...problems },
      },
    },
    async ({ viewer, body: { goal } }, reply) => {
      void reply.code(201);
      return goals.create(await readerOf(parts, viewer, reply), goal);
    },
  );

  app.put(
    '/goals/:id',
    {
      config,
      schema: {
        operationId: 'saveGoal',
        tags,
        summary: 'Add a version of a goal',
        params,
        body: goalSave,
        response: { 200: goalDetail, ...problems },
      },
    },
    async ({ viewer, params: { id }, body: { goal, baseVersion } }, reply) =>
      goals.save(await readerOf(parts, viewer, reply), id, goal, baseVersion),
  );

  app.get(
    '/goals/:id/versions',
    {
      config,
      schema: {
        operationId: 'listGoalVersions',
        tags,
        summary: 'How a goal came to be, the latest version first',
        params,
        response: { 200: goalHistory, ...problems },
      },
    },
    async ({ viewer, params: { id } }, reply) => ({ versions: await goals.versions(await readerOf(parts, viewer, reply), id) }),
  );

  app.post(
    '/goals/:id/close',
    {
      config,
      schema: {
        operationId: 'closeGoal',
        tags,
        summary: 'Say how a goal ended',
        description: 'What is measured at this moment is kept with it.',
        params,
        body: closingIn,
        response: { 200: goalDetail, ...problems },
      },
    },
    async ({ viewer, params: { id }, body: { outcome } }, reply) => goals.close(await readerOf(parts, viewer, reply), id, outcome),
  );

  app.post(
    '/goals/:id/reopen',
    {
      config,
      schema: { operationId: 'reopenGoal', tags, summary: 'Open a closed goal again', params, response: { 200: goalDetail, ...problems } },
    },
    async ({ viewer, params: { id } }, reply) => goals.reopen(await readerOf(parts, viewer, reply), id),
  );

  app.delete(
    '/goals/:id',
    {
      config,
      schema: {
        operationId: 'deleteGoal',
        tags,
        summary: 'Delete a goal that should never have been set',
        params,
        response: { 204: z.undefined(), ...problems },
      },
    },
    async ({ viewer, params: { id } }, reply) => {
      await goals.delete(await readerOf(parts, viewer, reply), id);
      return reply.code(204).send();
    },
  );
};
