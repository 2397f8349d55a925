/** Privacy, for administrators: redaction and its preview, one customer erased or exported, retention. */
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import { Refusal } from '../errors.ts';
import type { Routes } from './routes.ts';
import { idIn, plain, problems } from './schemas/basics.ts';
import { erasure, preview, privacyChange, privacySettings, redactionRules, retentionReport } from './schemas/privacy.ts';

const config = { access: 'admin' } as const;
const tags = ['Privacy'];
const params = z.strictObject({ id: idIn });

export const privacyRoutes: Routes =
  ({ privacy }) =>
  async (app) => {
    app.get(
      '/privacy',
      {
        config,
        schema: {
          operationId: 'getPrivacy',
          tags,
          summary: 'What is taken out of texts, and how long what is kept',
          response: { 200: privacySettings, ...problems },
        },
      },
      ({ viewer }) => privacy.settings(viewer.workspace),
    );

    app.put(
      '/privacy',
      {
        config,
        schema: {
          operationId: 'savePrivacy',
          tags,
          summary: 'Change either or both',
          description: 'Rules hold for what arrives from then on: here at once, in other server processes within a second.',
          body: privacyChange,
          response: { 200: privacySettings, ...problems },
        },
      },
      ({ viewer, body, ip }) => privacy.save(viewer.workspace, body, whoIs(viewer, ip)),
    );

    app.post(
      '/privacy/preview',
      {
        config,
        schema: {
          operationId: 'previewRedaction',
          tags,
          summary: 'What rules would make of a text',
          description: 'Nothing is kept of either.',
          body: z.strictObject({ redaction: redactionRules, text: plain(10_000) }),
          response: { 200: preview, ...problems },
        },
      },
      async ({ body: { redaction, text } }) => privacy.preview(redaction, text),
    );

    app.get(
      '/privacy/retention',
      {
        config,
        schema: {
          operationId: 'getRetention',
          tags,
          summary: 'What the last nightly run took, and what the next will',
          response: { 200: retentionReport, ...problems },
        },
      },
      ({ viewer }) => privacy.retention(viewer.workspace),
    );

    app.post(
      '/customers/:id/erase',
      {
        config,
        schema: {
          operationId: 'eraseCustomer',
          tags,
          summary: 'Erase a customer everywhere',
          description:
            'Their words, what was written to them, and their contact data go for good; events and numbers stay under the id. What arrives later of the time before stays erased.',
          params,
          body: z.strictObject({ confirm: idIn.meta({ description: 'The id once more' }) }),
          response: { 200: erasure, ...problems },
        },
      },
      ({ viewer, params: { id }, body: { confirm }, ip }) => privacy.erase(viewer.workspace, id, confirm, whoIs(viewer, ip)),
    );

    app.get(
      '/customers/:id/export',
      {
        config,
        schema: {
          operationId: 'exportCustomer',
          tags,
          summary: 'All that is kept of a customer, as a JSON file',
          params,
          response: { 200: { description: 'The file', content: { 'application/json': { schema: z.unknown() } } }, ...problems },
        },
      },
      async ({ viewer, scope, params: { id }, ip }, reply) => {
        // A file is not masked as answers are: it would hold nothing.
        if (!scope.text) throw new Refusal('forbidden', 'You may read no texts, and not who the customers are.');
        const file = await privacy.export(viewer.workspace, id, whoIs(viewer, ip));
        void reply
          .header('content-type', 'application/json; charset=utf-8')
          .header('content-disposition', 'attachment; filename="customer.json"');
        return reply.send(file);
      },
    );
  };
