/** Letters, for administrators: what became of them, and whether any arrive. */
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import type { Routes } from './routes.ts';
import { instantOut, plain, problems } from './schemas/basics.ts';

const counts = z.object({
  waiting: z.int(),
  failed: z.int().meta({ description: 'Given up in the last 90 days.' }),
  sent: z.int().meta({ description: 'In the last 90 days.' }),
  lastSentAt: instantOut.nullable(),
});

const letter = z
  .object({
    id: z.string(),
    template: z.string().meta({ description: 'What kind of letter it is, such as `invitation`.' }),
    to: z.string(),
    state: z.enum(['waiting', 'sent', 'failed']),
    attempts: z.int(),
    reason: z.string().nullable().meta({ description: 'What the last try met; null when it went well.' }),
    madeAt: instantOut,
    nextAt: instantOut.nullable().meta({ description: 'When it is tried next; null when it has ended.' }),
    endedAt: instantOut.nullable(),
  })
  .meta({ id: 'MailLetter' });

const state = z.object({
  isConfigured: z.boolean().meta({ description: 'Whether a mail server is set. Without one, links are shown to whoever makes them.' }),
  from: z.string().nullable(),
  server: z.string().nullable().meta({ description: 'Host and port of the mail server.' }),
  counts,
  ofNoWorkspace: counts.meta({ description: 'Of letters that belong to no workspace, such as resets of passwords.' }),
  letters: z.array(letter).meta({ description: 'The newest hundred, those that wait or failed first.' }),
});

const tags = ['Administration'];

export const mailRoutes: Routes =
  ({ mail, audit }) =>
  async (app) => {
    app.get(
      '/mail',
      {
        config: { access: 'admin' },
        schema: { operationId: 'getMail', tags, summary: 'What became of letters', response: { 200: state, ...problems } },
      },
      ({ viewer }) => mail.state(viewer.workspace),
    );

    app.post(
      '/mail/test',
      {
        // Each goes to an address of the caller's choosing.
        config: { access: 'admin', rateLimit: { max: 10, timeWindow: '1 minute' } },
        schema: {
          operationId: 'testMail',
          tags,
          summary: 'Send a test message',
          description: 'At once. A refusal of the mail server is answered in its own words.',
          body: z.strictObject({ to: plain(254) }),
          response: { 204: z.undefined(), ...problems },
        },
      },
      async ({ viewer, body: { to }, ip }, reply) => {
        const who = whoIs(viewer, ip);
        await mail.test({ workspaceId: viewer.workspace, to, by: who.name });
        await audit.record(viewer.workspace, who, { action: 'mail.tested', subject: { kind: 'mail', id: 'test', name: to } });
        return reply.code(204).send();
      },
    );
  };
