/** What holds for the whole workspace. */
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import type { Routes } from './routes.ts';
import { problems } from './schemas/basics.ts';
import { stage } from './schemas/metrics.ts';

const tags = ['Workspace'];
const settings = z
  .object({
    stage: stage.nullable().meta({ description: 'With companies of which stage it compares itself: whose benchmarks figures are given.' }),
  })
  .meta({ id: 'Settings' });

export const settingRoutes: Routes =
  ({ accounts }) =>
  async (app) => {
    app.get(
      '/settings',
      {
        config: { access: 'tickets:read' },
        schema: { operationId: 'getSettings', tags, summary: 'The settings of the workspace', response: { 200: settings, ...problems } },
      },
      ({ viewer }) => accounts.settings.read(viewer.workspace),
    );

    app.put(
      '/settings',
      {
        config: { access: 'rules:write' },
        schema: {
          operationId: 'saveSettings',
          tags,
          summary: 'Change the settings of the workspace',
          body: z.strictObject({ stage: stage.nullable() }),
          response: { 200: settings, ...problems },
        },
      },
      ({ viewer, body, ip }) => accounts.settings.save(viewer.workspace, body, whoIs(viewer, ip)),
    );
  };
