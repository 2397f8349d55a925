/** Simulations of outages: what one would do to the desk, and what could be done about it. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { keeperOf } from './actor.ts';
import { goneOf } from './asker.ts';
import type { Parts, Routes } from './routes.ts';
import { idIn, problems } from './schemas/basics.ts';
import { baselineOut, keepIn, replayOut, runningOut, simulationIn, simulationList, simulationOut } from './schemas/outage-simulations.ts';

const tags = ['Outage simulation'];
const config = { access: 'tickets:read' } as const;
/** Whoever may look may keep what they see; a key that was made to read changes nothing. */
const keep = { ...config, ofKeys: 'rules:write' } as const;
const params = z.strictObject({ id: idIn });

const playerOf = async ({ accounts }: Pick<Parts, 'accounts'>, { viewer, ip }: FastifyRequest) => {
  return { ...keeperOf(viewer, ip), scope: await accounts.scopeOf(viewer) };
};

export const outageSimulationRoutes: Routes = (parts) => async (app) => {
  app.get(
    '/outage-simulations',
    {
      config,
      schema: {
        operationId: 'listOutageSimulations',
        tags,
        summary: 'The simulations that the workspace keeps, the latest first',
        response: { 200: simulationList, ...problems },
      },
    },
    async (request) => ({ simulations: await parts.outageSimulations.list(await playerOf(parts, request)) }),
  );

  app.post(
    '/outage-simulations',
    {
      config,
      schema: {
        operationId: 'runOutageSimulation',
        tags,
        summary: 'Play an outage through',
        description:
          'The same question with the same seed has the same answer as long as the baseline is the same. One at a time for each who asks; whoever hangs up ends it. The answer stays at hand for a while under its id and can be kept.',
        body: simulationIn,
        response: { 200: simulationOut, ...problems },
      },
    },
    async (request, reply) => parts.outageSimulations.run(await playerOf(parts, request), request.body, goneOf(reply)),
  );

  app.get(
    '/outage-simulations/baseline',
    {
      config,
      schema: {
        operationId: 'getOutageBaseline',
        tags,
        summary: 'What ordinary weeks look like, and how well weeks without an outage come out like them',
        response: { 200: baselineOut, ...problems },
      },
    },
    async (request) => parts.outageSimulations.baseline(await playerOf(parts, request)),
  );

  app.get(
    '/outage-simulations/running',
    {
      config,
      schema: {
        operationId: 'getRunningOutageSimulation',
        tags,
        summary: 'How far the caller’s own simulation has come',
        response: { 200: runningOut, ...problems },
      },
    },
    async (request) => ({ running: parts.outageSimulations.running(await playerOf(parts, request)) }),
  );

  app.get(
    '/outage-simulations/incidents/:id',
    {
      config,
      schema: {
        operationId: 'getOutageReplay',
        tags,
        summary: 'A past incident as a question, beside what really happened',
        params,
        response: { 200: replayOut, ...problems },
      },
    },
    async (request) => parts.outageSimulations.replay(await playerOf(parts, request), request.params.id),
  );

  app.get(
    '/outage-simulations/:id',
    {
      config,
      schema: { operationId: 'getOutageSimulation', tags, summary: 'A simulation', params, response: { 200: simulationOut, ...problems } },
    },
    async (request) => parts.outageSimulations.get(await playerOf(parts, request), request.params.id),
  );

  app.put(
    '/outage-simulations/:id',
    {
      config: keep,
      schema: {
        operationId: 'keepOutageSimulation',
        tags,
        summary: 'Keep a simulation under a name, or rename one’s own',
        params,
        body: keepIn,
        response: { 200: simulationOut, ...problems },
      },
    },
    async (request) => parts.outageSimulations.keep(await playerOf(parts, request), request.params.id, request.body.name),
  );

  app.delete(
    '/outage-simulations/:id',
    {
      config: keep,
      schema: {
        operationId: 'removeOutageSimulation',
        tags,
        summary: 'Remove one’s own simulation',
        params,
        response: { 204: z.undefined(), ...problems },
      },
    },
    async (request, reply) => {
      await parts.outageSimulations.remove(await playerOf(parts, request), request.params.id);
      return reply.code(204).send();
    },
  );
};
