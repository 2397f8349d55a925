/** The stream of changes, by WebSocket and by server-sent events. Both are the same watcher with another pen. */
import { z } from 'zod';
import type { Routes } from './routes.ts';
import { invalid } from '../errors.ts';
import { plain, problems } from './schemas/basics.ts';
import { admittedBy } from './stream-admission.ts';
import { questionOf } from './stream-questions.ts';
import { openSse } from './stream-sse.ts';
import { openSocket } from './stream-socket.ts';

/** The longest message a client may send: a subscription. */
export const MESSAGE_LIMIT = 64 * 1024;

const config = { access: 'tickets:read' } as const;

const DESCRIPTION = `By WebSocket at \`/api/v1/stream\`, where a frame may hold several messages, one per line, or here, one event each.

Send \`{ "subscribe": ["queue", "tickets", "ticket:<id>"], "since": "<number>" }\`; with \`since\` what changed after it comes first.

Numbers are watched as questions, in the words in which the API answers them once: \`{ "watch": { "<your name for it>": { "query": { "metrics":
["created"], "period": { "last": "7d" } } } } }\`, where \`query\` is the body of \`/query\`, \`explain\` that of \`/query/explain\`, \`advice\` that of
\`/playbook/advice\`, and \`overview\`, \`trending\`, \`peers\`, \`drivers\`, \`followUps\`, \`comparison\`, \`profile\` (with \`id\`), \`goals\`, \`goal\` (with \`id\`), \`alerts\`, \`alert\` (with \`id\`), \`alertCount\`, \`rules\`, \`automations\`, \`automationRuns\`, \`connections\`
(administrators only) and \`ticketList\` the parameters of what is called so. The answer comes at once and whenever it is another, at most every two seconds, a report at most every
ten; one that stays is told again each minute, for how fresh it is. \`{ "unwatch": ["<name>"] }\` ends it. Who comes back asks again.

Messages: \`{ type: "ready", number }\`, \`{ type: "change", number, topics, kind, id, types, ticket?, agent? }\`, \`{ type: "gap", number }\`
(too old or too slow: fetch anew), \`{ type: "answer", name, answer }\`, \`{ type: "refused", name, problem }\` (it is tried again where that may help),
\`{ type: "heartbeat", number, at }\` every 10 s.

Of tickets it tells what the viewer sees. One that moves out of sight is told as a change without \`ticket\`, like one that is merged,
deleted or spam; when the viewer sees others from now on, a \`gap\` is told.

A stream ends when its key is revoked or its session is over, the socket with code 4401: sign in before coming back. A socket that
hears what it does not understand closes with 1007. After any other end come back with \`since\`.`;

/** Of an address, where questions are JSON. */
function watchedIn(text: string | undefined): Record<string, unknown> {
  try {
    return z.record(plain(100), z.unknown()).parse(JSON.parse(text ?? '{}'));
  } catch {
    throw invalid('watch', 'must be a JSON object of questions by name');
  }
}

export const streamRoutes: Routes = (parts) => {
  const { live, accounts } = parts;
  return async (app) => {
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
      (socket, request) => {
        const admitted = admittedBy(accounts, request, config.access);
        openSocket(live, admitted, (given) => questionOf(parts, admitted, given), socket);
      },
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
            topics: plain(10_000).optional().meta({ description: 'Separated by commas; `tickets` where nothing else is asked for' }),
            watch: plain(12_000).optional().meta({ description: 'Questions by name, as JSON' }),
            since: plain(50).optional(),
            workspace: plain(200).optional().meta({ description: 'As the header `Watchdesk-Workspace`' }),
          }),
          response: { 200: { description: 'Events', content: { 'text/event-stream': { schema: z.string() } } }, ...problems },
        },
      },
      (request, reply) => {
        const { query, headers } = request;
        const last = headers['last-event-id'];
        const admitted = admittedBy(accounts, request, config.access);
        const { topics = query.watch === undefined ? 'tickets' : '' } = query;
        const watch = Object.entries(watchedIn(query.watch)).map(([name, given]) => [name, questionOf(parts, admitted, given)] as const);
        openSse(
          live,
          admitted,
          {
            topics: topics.split(',').filter(Boolean),
            since: typeof last === 'string' && last ? last : query.since,
            watch: Object.fromEntries(watch),
          },
          reply,
        );
      },
    );
  };
};
