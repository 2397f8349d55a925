/** What a connected system promises: offered as policies and calendars, and its verdicts beside ours. */
import { calendarSpec } from '@watchdesk/domain/calendar';
import { policySpec } from '@watchdesk/domain/sla';
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import type { Routes } from './routes.ts';
import { cursorIn, idIn, limitIn, problems } from './schemas/basics.ts';
import { rulesChoice, rulesOffer, rulesTaken, sourceVerdicts } from './schemas/connection-rules.ts';

const tags = ['Connections'];
const params = z.strictObject({ id: idIn });

export const connectionRuleRoutes: Routes =
  ({ connections, sla }) =>
  async (app) => {
    app.get(
      '/connections/:id/rules',
      {
        config: { access: 'admin', rateLimit: { max: 30, timeWindow: '1 minute' } },
        schema: {
          operationId: 'getConnectionRules',
          tags,
          summary: 'The promises and opening hours that a system keeps, as policies and calendars here',
          description: 'The system is asked now. Nothing is saved.',
          params,
          response: { 200: rulesOffer, ...problems },
        },
      },
      async ({ viewer, params: { id } }) => {
        const { calendars, policies, notes } = await connections.rules(viewer.workspace, id);
        const specs = policies.map((one) => policySpec.parse(one));
        const suggested = await sla.suggestedFor(viewer.workspace, { calendars, policies: specs });
        return {
          calendars: calendars.map(({ spec, ...one }, index) => ({
            ...one,
            spec: calendarSpec.parse(spec),
            suggested: suggested.calendars[index]!,
          })),
          policies: specs.map((spec, index) => ({ spec, suggested: suggested.policies[index]! })),
          notes,
        };
      },
    );

    app.post(
      '/connections/:id/rules',
      {
        config: { access: 'admin', ofKeys: 'rules:write' },
        schema: {
          operationId: 'takeOverRules',
          tags,
          summary: 'Save what was chosen of them as policies and calendars',
          description:
            'Each as a new one, or as a version of one that is here. Cycles that begin from now on keep to it. What cannot be saved says why, and the rest is.',
          params,
          body: rulesChoice,
          response: { 200: rulesTaken, ...problems },
        },
      },
      async ({ viewer, params: { id }, body: { dryRun, ...brought }, ip }) => {
        await connections.show(viewer.workspace, id);
        return { taken: await sla.takeOver(viewer.workspace, whoIs(viewer, ip), brought, dryRun) };
      },
    );

    app.get(
      '/connections/:id/verdicts',
      {
        config: { access: 'admin', ofKeys: 'tickets:read' },
        schema: {
          operationId: 'listConnectionVerdicts',
          tags,
          summary: 'What a system says of its promises, ticket by ticket, beside the clocks here',
          description:
            'The last changed first. Theirs is for reference and in no figure. A page may hold fewer than asked for, and lead on.',
          params,
          querystring: z.strictObject({ cursor: cursorIn, limit: limitIn(50) }),
          response: { 200: sourceVerdicts, ...problems },
        },
      },
      async ({ viewer, sight, params: { id }, query }) => {
        const { source } = await connections.show(viewer.workspace, id);
        return sla.sourceVerdicts(viewer.workspace, sight, source, query);
      },
    );
  };
