/**
 * Where other systems send what happens there. The body stays the bytes it was, since its signature is of those; who sends it is known by that alone.
 */
import { z } from 'zod';
import type { Routes } from './routes.ts';
import { idIn, problems } from './schemas/basics.ts';

const MOST_BYTES = 1_000_000;

export const webhookRoutes: Routes =
  ({ connections }) =>
  async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

    app.post(
      '/webhooks/:connection',
      {
        // By address, as nobody says who they are: a busy desk sends ten a second.
        config: { access: 'public', rateLimit: { max: 3000, timeWindow: '1 minute' } },
        bodyLimit: MOST_BYTES,
        schema: {
          operationId: 'receiveWebhook',
          tags: ['Connections'],
          summary: 'For the systems that are connected: tell of something',
          description:
            'The signature of the system is verified on the body as it came, which is kept and read later. One that was taken before changes nothing.',
          params: z.strictObject({ connection: idIn }),
          response: { 200: z.object({ outcome: z.enum(['kept', 'duplicate']) }), ...problems },
        },
      },
      async ({ params, body, headers, method, protocol, host, url }) => ({
        outcome: await connections.receive(params.connection, {
          method,
          url: `${protocol}://${host}${url}`,
          headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
          body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
        }),
      }),
    );
  };
