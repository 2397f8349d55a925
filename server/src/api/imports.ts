/** Imports, for administrators: a file in parts, what it is, what a mapping makes of it, its run and its account. */
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { type Viewer, whoIs } from '../accounts/index.ts';
import { invalid, Refusal } from '../errors.ts';
import { isZone } from '@watchdesk/domain/zone';
import { refusePersona } from './caller.ts';
import type { Routes } from './routes.ts';
import { flagIn, plain, problems, wholeIn } from './schemas/basics.ts';
import { detection, fileIn, importFile, importList, importPreview, mappingDocument, shape } from './schemas/imports.ts';
import { LONGEST_FILE } from '../imports/index.ts';

const config = { access: 'admin' } as const;
/** A key that imports writes events, as one that sends them. */
const writes = { access: 'admin', ofKeys: 'events:write' } as const;
const tags = ['Imports'];
const params = z.strictObject({ id: z.uuid('must be the id of an import') });
const one = (word: string) => plain(1).min(1, `must be one character: ${word}`);

export const importRoutes: Routes =
  ({ imports }) =>
  async (app) => {
    const mayBring = (viewer: Viewer) => {
      if (!imports.areForPersonas) refusePersona(viewer);
    };

    // Given on as it comes. Only here: elsewhere a body is JSON.
    app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));

    app.get(
      '/imports',
      {
        config,
        schema: { operationId: 'listImports', tags, summary: 'Imports, the newest first', response: { 200: importList, ...problems } },
      },
      async ({ viewer }) => ({
        imports: await imports.list(viewer.workspace),
      }),
    );

    app.post(
      '/imports',
      {
        config: writes,
        schema: {
          operationId: 'announceImport',
          tags,
          summary: 'Announce a file',
          description: 'A CSV, plain or gzip. Its bytes follow in parts; they are kept for a day, or until they are imported.',
          body: fileIn,
          response: { 201: importFile, ...problems },
        },
      },
      async ({ viewer, body, ip }, reply) => {
        mayBring(viewer);
        return reply.status(201).send(await imports.announce(viewer.workspace, body, whoIs(viewer, ip)));
      },
    );

    app.get(
      '/imports/:id',
      {
        config,
        schema: {
          operationId: 'getImport',
          tags,
          summary: 'One import: its state, its progress, its account',
          params,
          response: { 200: importFile, ...problems },
        },
      },
      ({ viewer, params: { id } }) => imports.find(viewer.workspace, id),
    );

    app.put(
      '/imports/:id/content',
      {
        config: writes,
        schema: {
          operationId: 'sendImport',
          tags,
          summary: 'Send a part of the file',
          description:
            'As application/octet-stream, at most 8 MB at a time. `offset` is the `received` of the answer before; after a lost connection that of the import.',
          params,
          querystring: z.strictObject({ offset: wholeIn(0, LONGEST_FILE).default(0) }),
          response: { 200: importFile, ...problems },
        },
      },
      async ({ viewer, params: { id }, query: { offset }, body }) => {
        await imports.find(viewer.workspace, id);
        if (typeof (body as Readable | undefined)?.pipe !== 'function')
          throw new Refusal('unsupported_media', 'Send the part as application/octet-stream.');
        return imports.receive(viewer.workspace, id, offset, body as Readable);
      },
    );

    app.get(
      '/imports/:id/detection',
      {
        config,
        schema: {
          operationId: 'detectImport',
          tags,
          summary: 'What the file is, and a mapping to begin with',
          description: 'From its beginning alone. What is given is taken as said; the rest is found out.',
          params,
          querystring: z.strictObject({
            delimiter: one('the delimiter').optional(),
            encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'latin1']).optional(),
            header: flagIn.optional(),
            shape: shape.optional(),
            source: plain(64).optional(),
            zone: plain(64).refine(isZone, 'must be an IANA time zone such as Europe/London').default('UTC'),
          }),
          response: { 200: detection, ...problems },
        },
      },
      async ({ viewer, scope, params: { id }, query: { shape: said, source, zone, ...file } }) => {
        refuseWithoutText(scope);
        return imports.detect(viewer.workspace, id, { file: withoutUndefined(file), shape: said, source }, zone);
      },
    );

    app.post(
      '/imports/:id/preview',
      {
        config,
        schema: {
          operationId: 'previewImport',
          tags,
          summary: 'What a mapping makes of the first rows',
          description: 'The events as they would be sent, and the rows that would not be taken, with the reasons. Nothing is written.',
          params,
          body: z.strictObject({ mapping: mappingDocument }),
          response: { 200: importPreview, ...problems },
        },
      },
      async ({ viewer, scope, params: { id }, body: { mapping } }) => {
        refuseWithoutText(scope);
        return imports.preview(viewer.workspace, id, mapping);
      },
    );

    app.post(
      '/imports/:id/run',
      {
        config: writes,
        schema: {
          operationId: 'runImport',
          tags,
          summary: 'Import it, or go on',
          description:
            'In the background. Doing it again, or going on after it was stopped, brings nothing in twice. Without a mapping it goes on with the one it had.',
          params,
          body: z.strictObject({ mapping: mappingDocument.optional() }),
          response: { 202: importFile, ...problems },
        },
      },
      async ({ viewer, params: { id }, body: { mapping }, ip }, reply) => {
        mayBring(viewer);
        return reply.status(202).send(await imports.run(viewer.workspace, id, mapping, whoIs(viewer, ip)));
      },
    );

    app.post(
      '/imports/:id/cancel',
      {
        config,
        schema: {
          operationId: 'cancelImport',
          tags,
          summary: 'End it where it is',
          description: 'What came in stays.',
          params,
          response: { 200: importFile, ...problems },
        },
      },
      ({ viewer, params: { id }, ip }) => imports.cancel(viewer.workspace, id, whoIs(viewer, ip)),
    );

    app.delete(
      '/imports/:id',
      {
        config,
        schema: {
          operationId: 'removeImport',
          tags,
          summary: 'Remove its file',
          description: 'What came in stays. One that never ran leaves the list as well.',
          params,
          response: { 204: z.null(), ...problems },
        },
      },
      async ({ viewer, params: { id }, ip }, reply) => {
        await imports.remove(viewer.workspace, id, whoIs(viewer, ip));
        return reply.status(204).send(null);
      },
    );

    app.get(
      '/imports/:id/rejects',
      {
        config,
        schema: {
          operationId: 'exportImportRejects',
          tags,
          summary: 'The rows that were not taken, as CSV: line, reason, row',
          params,
          response: { 200: { description: 'The file', content: { 'text/csv': { schema: z.string() } } }, ...problems },
        },
      },
      async ({ viewer, scope, params: { id }, ip }, reply) => {
        refuseWithoutText(scope);
        const { content } = await imports.rejects(viewer.workspace, id, whoIs(viewer, ip));
        void reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="rejects.csv"');
        return reply.send(content as unknown as string);
      },
    );

    app.get(
      '/imports/:id/mapping',
      {
        config,
        schema: {
          operationId: 'exportImportMapping',
          tags,
          summary: 'Its mapping, as the file that the command line takes',
          params,
          response: { 200: { description: 'The file', content: { 'application/json': { schema: z.unknown() } } }, ...problems },
        },
      },
      async ({ viewer, params: { id } }, reply) => {
        const { mapping } = await imports.find(viewer.workspace, id);
        if (mapping === null) throw invalid('id', 'must be of an import that has a mapping');
        void reply
          .header('content-type', 'application/json; charset=utf-8')
          .header('content-disposition', 'attachment; filename="mapping.json"');
        return reply.send(`${JSON.stringify(mapping, undefined, 2)}\n`);
      },
    );
  };

/** Rows of a file are not masked as answers are: nothing would be left to be seen. */
function refuseWithoutText(scope: { readonly text: boolean }): void {
  if (!scope.text) throw new Refusal('forbidden', 'You may read no texts, and not who the customers are.');
}

const withoutUndefined = <T extends object>(some: T) =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as { [K in keyof T]: NonNullable<T[K]> };
