/** Alerts: what demands attention now and what did, and what people do about it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import type { Doer } from '../alerts/index.ts';
import type { Routes } from './routes.ts';
import { alertCount, alertDetail, alertList, alertListQuery, commentIn, snoozeIn } from './schemas/alerts.ts';
import { idIn, problems } from './schemas/basics.ts';

const tags = ['Alerts'];
const config = { access: 'tickets:read' } as const;
const doing = { access: 'tickets:write' } as const;
const params = z.strictObject({ id: idIn });

const doerOf = ({ viewer, scope, sight, ip }: FastifyRequest): Doer => ({
  workspaceId: viewer.workspace,
  scope,
  sight,
  who: whoIs(viewer, ip),
  person: viewer.kind === 'key' ? null : viewer.person.id,
});

export const alertRoutes: Routes =
  ({ alerts }) =>
  async (app) => {
    app.get(
      '/alerts',
      {
        config,
        schema: {
          operationId: 'listAlerts',
          tags,
          summary: 'Alerts, the latest first',
          description: 'Those about tickets in sight, and about numbers that the caller may see summed up.',
          querystring: alertListQuery,
          response: { 200: alertList, ...problems },
        },
      },
      async (request) => {
        const { cursor, limit, ...question } = request.query;
        return alerts.list(doerOf(request), question, { cursor, limit });
      },
    );

    app.get(
      '/alerts/count',
      {
        config,
        schema: { operationId: 'countAlerts', tags, summary: 'How many alerts are in force', response: { 200: alertCount, ...problems } },
      },
      async (request) => alerts.count(doerOf(request)),
    );

    app.get(
      '/alerts/:id',
      {
        config,
        schema: {
          operationId: 'getAlert',
          tags,
          summary: 'An alert with its moments and its tickets',
          params,
          response: { 200: alertDetail, ...problems },
        },
      },
      async (request) => alerts.get(doerOf(request), request.params.id),
    );

    const done = async (request: FastifyRequest, id: string, reply: FastifyReply, work: (doer: Doer) => Promise<void>) => {
      const doer = doerOf(request);
      await work(doer);
      void reply.code(200);
      return alerts.get(doer, id);
    };

    for (const type of ['acknowledge', 'resolve'] as const)
      app.post(
        `/alerts/:id/${type}`,
        {
          config: doing,
          schema: {
            operationId: `${type}Alert`,
            tags,
            summary: type === 'acknowledge' ? 'Say that somebody is on it' : 'Say that it is over',
            description:
              type === 'acknowledge'
                ? 'Nobody further up is told.'
                : 'Where what it is about still holds, it stays silent until it no longer does.',
            params,
            response: { 200: alertDetail, ...problems },
          },
        },
        async (request, reply) => done(request, request.params.id, reply, (doer) => alerts.act(doer, request.params.id, { type })),
      );

    app.post(
      '/alerts/:id/snooze',
      {
        config: doing,
        schema: {
          operationId: 'snoozeAlert',
          tags,
          summary: 'Let it be silent for a while',
          description: 'At most 90 days. Where it still holds then, it is told of again.',
          params,
          body: snoozeIn,
          response: { 200: alertDetail, ...problems },
        },
      },
      async (request, reply) =>
        done(request, request.params.id, reply, (doer) =>
          alerts.act(doer, request.params.id, { type: 'snooze', until: request.body.until }),
        ),
    );

    app.post(
      '/alerts/:id/comment',
      {
        config: doing,
        schema: {
          operationId: 'commentAlert',
          tags,
          summary: 'Leave a comment',
          params,
          body: commentIn,
          response: { 200: alertDetail, ...problems },
        },
      },
      async (request, reply) =>
        done(request, request.params.id, reply, (doer) => alerts.comment(doer, request.params.id, request.body.text)),
    );
  };
