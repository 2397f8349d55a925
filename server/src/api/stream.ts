/** The stream of changes, by WebSocket and by server-sent events. Both are the same watcher with another pen. */
import { z } from 'zod';
import type { Routes } from './routes.ts';
import { plain, problems } from './schemas/basics.ts';
import { admittedBy } from './stream-admission.ts';
import { openSse } from './stream-sse.ts';
import { openSocket } from './stream-socket.ts';

/** The longest message a client may send: a subscription. */
export const MESSAGE_LIMIT = 64 * 1024;

const config = { access: 'tickets:read' } as const;

const DESCRIPTION = `By WebSocket at \`/api/v1/stream\`, where a frame may hold several messages, one per line, or here, one event each.

Send \`{ "subscribe": ["queue", "tickets", "overview", "ticket:<id>"], "since": "<number>" }\`; with \`since\` what changed after it comes first.

Messages: \`{ type: "ready", number }\`, \`{ type: "change", number, topics, kind, id, types, ticket?, agent? }\`, \`{ type: "gap", number }\`
(too old or too slow: fetch anew), \`{ type: "heartbeat", number, at }\` every 10 s.

Of tickets it tells what the viewer sees. One that moves out of sight is told as a change without \`ticket\`, like one that is merged,
deleted or spam; when the viewer sees others from now on, a \`gap\` is told.

A stream ends when its key is revoked or its session is over, the socket with code 4401: sign in before coming back. A socket that
hears what it does not understand closes with 1007. After any other end come back with \`since\`.`;

export const streamRoutes: Routes =
  ({ live, accounts }) =>
  async (app) => {
    app.get(
      '/stream',
      {
        config,
        websocket: true,
        schema: {
          operationId: 'watch',
          tags: ['Live'],
          summary: 'The stream by WebSocket',
          description: DESCRIPTION,
          response: { ...problems },
        },
      },
      (socket, request) => openSocket(live, admittedBy(accounts, request, config.access), socket),
    );

    app.get(
      '/stream/sse',
      {
        config,
        compress: false,
        schema: {
          operationId: 'watchSse',
          tags: ['Live'],
          summary: 'The stream by server-sent events',
          description: DESCRIPTION,
          querystring: z.strictObject({
            topics: plain(10_000).default('tickets').meta({ description: 'Separated by commas' }),
            since: plain(50).optional(),
            workspace: plain(200).optional().meta({ description: 'As the header `Watchdesk-Workspace`' }),
          }),
          response: { 200: { description: 'Events', content: { 'text/event-stream': { schema: z.string() } } }, ...problems },
        },
      },
      (request, reply) => {
        const { query, headers } = request;
        const last = headers['last-event-id'];
        openSse(
          live,
          admittedBy(accounts, request, config.access),
          { topics: query.topics.split(',').filter(Boolean), since: typeof last === 'string' && last ? last : query.since },
          reply,
        );
      },
    );
  };
