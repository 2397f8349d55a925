/** The audit log, for administrators. It is added to by what it tells of and by nobody else. */
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import type { Routes } from './routes.ts';
import { limitIn, cursorIn, problems } from './schemas/basics.ts';
import { auditCheck, auditFilters, auditPage } from './schemas/audit.ts';

const config = { access: 'admin' } as const;
const tags = ['Administration'];

export const auditRoutes: Routes =
  ({ audit }) =>
  async (app) => {
    app.get(
      '/audit',
      {
        config,
        schema: {
          operationId: 'listAudit',
          tags,
          summary: 'Who did what, when and from where, the newest first',
          querystring: auditFilters.extend({ limit: limitIn(50), cursor: cursorIn }),
          response: { 200: auditPage, ...problems },
        },
      },
      ({ viewer, query: { limit, cursor, ...question } }) => audit.list(viewer.workspace, question, { limit, cursor }),
    );

    app.get(
      '/audit/export',
      {
        config,
        schema: {
          operationId: 'exportAudit',
          tags,
          summary: 'The same as CSV, all of it',
          querystring: auditFilters,
          response: { 200: { description: 'The file', content: { 'text/csv': { schema: z.string() } } }, ...problems },
        },
      },
      async ({ viewer, query, ip }, reply) => {
        const subject = { kind: 'audit', id: 'export', name: null } as const;
        await audit.record(viewer.workspace, whoIs(viewer, ip), { action: 'audit.exported', subject, after: query });
        void reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="audit.csv"');
        return reply.send(audit.exportCsv(viewer.workspace, query) as unknown as string);
      },
    );

    app.get(
      '/audit/check',
      {
        config,
        schema: {
          operationId: 'checkAudit',
          tags,
          summary: 'Whether the log is as it was written',
          description: 'Follows the chain of hashes from the first entry. `head` noted elsewhere shows later that its end was not cut off.',
          response: { 200: auditCheck, ...problems },
        },
      },
      async ({ viewer }) => {
        const { workspaceId: _own, ...check } = await audit.check(viewer.workspace);
        return check;
      },
    );
  };
