/** The status page as an administrator says and sees it. */
import { COMPONENT_STATES, MAINTENANCE_STAGES, statusPageSettings } from '@watchdesk/domain/status-page';
import { instant, wellFormed } from '@watchdesk/domain/event';
import { z } from 'zod';
import { STEPS } from '../../status-page/index.ts';
import { instantOut } from './basics.ts';

const componentState = z.enum(COMPONENT_STATES, `must be one of ${COMPONENT_STATES.join(', ')}`);

export const statusPageOut = z
  .object({
    settings: statusPageSettings.nullable().meta({ description: 'Null where nobody has said anything yet' }),
    version: z.int().meta({ description: 'Counts up with each change of the settings; 0 where nobody has said anything yet' }),
    savedAt: instantOut.nullable(),
    savedBy: z.string().nullable(),
    url: z.string().nullable().meta({ description: 'Where the page is' }),
    hosts: z.array(z.string()).meta({ description: 'Names of their own that pages may have' }),
    fault: z.string().nullable().meta({ description: 'Why no letter goes from the workspace; null where they go' }),
    subscribers: z.object({
      mail: z.int(),
      webhook: z.int(),
      pending: z.int().meta({ description: 'Asked, and not confirmed yet' }),
    }),
    services: z.array(z.string()).meta({ description: 'Of late incidents' }),
    regions: z.array(z.string()).meta({ description: 'Of late incidents' }),
    components: z.array(
      z.object({
        id: z.string(),
        state: componentState,
        up: z.number().nullable().meta({ description: 'The share of the last 90 days it was up, from 0 to 1' }),
        knownDays: z.int().meta({ description: 'On how many of the last 90 days anything is known of it: `up` is of those alone' }),
        byHand: componentState.nullable().meta({ description: 'Set by somebody; null where it follows incidents' }),
      }),
    ),
    maintenances: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        text: z.string(),
        components: z.array(z.string()),
        stage: z.enum(MAINTENANCE_STAGES),
        startsAt: instantOut,
        endsAt: instantOut,
      }),
    ),
  })
  .meta({ id: 'StatusPageState' });

export const saveIn = z.strictObject({
  settings: statusPageSettings,
  base: z.int('must be a whole number').min(0, 'must be at least 0').optional().meta({
    description: 'The version that this began from: refused when another was saved meanwhile',
  }),
});
export const previewIn = z.strictObject({ settings: statusPageSettings });
export const previewOut = z.object({ html: z.string() });

export const componentParams = z.strictObject({ component: z.string().max(40) });
export const componentIn = z.strictObject({ state: componentState.nullable().meta({ description: 'Null: it follows incidents again' }) });

export const maintenanceParams = z.strictObject({ id: z.uuid('must be the id of a maintenance') });
export const stepParams = z.strictObject({
  id: z.uuid('must be the id of a maintenance'),
  step: z.enum(STEPS, `must be one of ${STEPS.join(', ')}`),
});
export const maintenanceIn = z.strictObject({
  title: wellFormed(120).trim().min(1, 'must not be empty'),
  text: wellFormed(5000).trim().default(''),
  components: z.array(z.string()).min(1, 'must name at least one').max(100, 'must be at most 100'),
  startsAt: instant,
  endsAt: instant,
});
