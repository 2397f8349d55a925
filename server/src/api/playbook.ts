/** The playbook: what to do about a kind of issue, and what the numbers of a category call for. */
import { z } from 'zod';
import { type Viewer, whoIs } from '../accounts/index.ts';
import { saverOf } from './actor.ts';
import { askerOf } from './asker.ts';
import type { Routes } from './routes.ts';
import { idIn, problems } from './schemas/basics.ts';
import { actionChange, actionIn, adviceIn, adviceOut, assignmentIn, playbook as playbookOut } from './schemas/playbook.ts';

const tags = ['Playbook'];
const reading = { access: 'tickets:read' } as const;
const writing = { access: 'rules:write' } as const;
const params = z.strictObject({ id: idIn });
const authorOf = (viewer: Viewer, from: string) => ({ workspaceId: viewer.workspace, name: saverOf(viewer), who: whoIs(viewer, from) });
const response = { 200: playbookOut, ...problems };

export const playbookRoutes: Routes = (parts) => async (app) => {
  const { playbook } = parts;
  app.get(
    '/playbook',
    { config: reading, schema: { operationId: 'getPlaybook', tags, summary: 'The library of actions by kind of issue', response } },
    ({ viewer }) => playbook.list(viewer.workspace),
  );

  app.post(
    '/playbook/advice',
    {
      config: reading,
      schema: {
        operationId: 'advise',
        tags,
        summary: 'What to do about a category',
        description: 'Its numbers beside those of all other categories, and its actions, what the numbers call for first.',
        body: adviceIn,
        response: { 200: adviceOut, ...problems },
      },
    },
    async ({ viewer, body }, reply) => playbook.advice(await askerOf(parts, viewer, reply), body),
  );

  app.post(
    '/playbook/actions',
    {
      config: writing,
      schema: {
        operationId: 'addPlaybookAction',
        tags,
        summary: 'Add an action of one’s own',
        body: actionIn,
        response: { 201: playbookOut, ...problems },
      },
    },
    async ({ viewer, ip, body: { issueType, category = '', ...draft } }, reply) => {
      void reply.code(201);
      const topic = issueType === undefined ? { category } : { issueType };
      return playbook.add(authorOf(viewer, ip), topic, draft);
    },
  );

  app.put(
    '/playbook/actions/:id',
    {
      config: writing,
      schema: {
        operationId: 'changePlaybookAction',
        tags,
        summary: 'Word an action otherwise, or hide it',
        params,
        body: actionChange,
        response,
      },
    },
    ({ viewer, ip, params: { id }, body }) => playbook.change(authorOf(viewer, ip), id, body),
  );

  app.delete(
    '/playbook/actions/:id',
    {
      config: writing,
      schema: {
        operationId: 'removePlaybookAction',
        tags,
        summary: 'Delete an action of one’s own, or have one as it came with the program',
        params,
        response,
      },
    },
    ({ viewer, ip, params: { id } }) => playbook.remove(authorOf(viewer, ip), id),
  );

  app.put(
    '/playbook/categories',
    {
      config: writing,
      schema: { operationId: 'assignCategory', tags, summary: 'Say of which kind of issue a category is', body: assignmentIn, response },
    },
    ({ viewer, ip, body: { category, issueType } }) => playbook.assign(authorOf(viewer, ip), category, issueType),
  );
};
