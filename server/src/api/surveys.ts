/** Surveys, for administrators: what is asked, a trial of it, and what became of each. */
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import { saverOf } from './actor.ts';
import { ownAccount } from './caller.ts';
import type { Routes } from './routes.ts';
import { problems } from './schemas/basics.ts';
import { listIn, listOut, settingsIn, settingsOut, testIn } from './schemas/surveys.ts';

const config = { access: 'admin' } as const;
const tags = ['Surveys'];

export const surveyRoutes: Routes =
  ({ surveys, audit }) =>
  async (app) => {
    app.get(
      '/surveys',
      {
        config,
        schema: {
          operationId: 'listSurveys',
          tags,
          summary: 'What became of surveys, and why some were not sent',
          description: 'The latest first. Who was asked and what they said is in the ticket.',
          querystring: listIn,
          response: { 200: listOut, ...problems },
        },
      },
      ({ viewer, query: { outcome, limit } }) => surveys.list(viewer.workspace, { outcomes: outcome, limit }),
    );

    app.get(
      '/surveys/settings',
      {
        config,
        schema: {
          operationId: 'getSurveySettings',
          tags,
          summary: 'What customers are asked, when and how often',
          response: { 200: settingsOut, ...problems },
        },
      },
      ({ viewer }) => surveys.settings(viewer.workspace),
    );

    app.put(
      '/surveys/settings',
      {
        config,
        schema: {
          operationId: 'saveSurveySettings',
          tags,
          summary: 'Change what customers are asked, when and how often',
          description: 'Holds for what is due from then on, also of tickets that are resolved already.',
          body: settingsIn,
          response: { 200: settingsOut, ...problems },
        },
      },
      async ({ viewer, body: { settings, base }, ip }) => {
        await surveys.save({ workspaceId: viewer.workspace, who: whoIs(viewer, ip), name: saverOf(viewer) }, settings, base);
        return surveys.settings(viewer.workspace);
      },
    );

    app.post(
      '/surveys/test',
      {
        config: { ...config, rateLimit: { max: 10, timeWindow: '1 minute' } },
        schema: {
          operationId: 'testSurvey',
          tags,
          summary: 'Send oneself what customers get',
          description: 'To the address of one’s own account, at once, as it is saved. Its page works, and keeps nothing.',
          body: testIn,
          response: { 204: z.undefined(), ...problems },
        },
      },
      async ({ viewer, body: { survey, language }, ip }, reply) => {
        const { account } = ownAccount(viewer);
        await surveys.test(viewer.workspace, { to: account.email, survey, language });
        const subject = { kind: 'surveys', id: survey, name: account.email } as const;
        await audit.record(viewer.workspace, whoIs(viewer, ip), { action: 'surveys.tested', subject });
        return reply.code(204).send();
      },
    );
  };
