/** Automations as callers see and say them. */
import { automationSpec, OUTCOMES } from '@watchdesk/domain/automation';
import { z } from 'zod';
import { idIn, instantOut, named, plain } from './basics.ts';
import { trialBound } from './trials.ts';
import { baseVersion } from './versions.ts';

const sentence = z.string().meta({ description: 'The automation in plain words.' });

export const automation = z
  .object({
    id: z.string(),
    version: z.int(),
    place: z.int().meta({ description: 'Several look at the same in this order, each at the ticket as those before it leave it.' }),
    spec: automationSpec,
    sentence,
    createdAt: instantOut,
    savedAt: instantOut,
    savedBy: z.string(),
    enabledAt: instantOut.nullable().meta({ description: 'Since when it is on: what came before is nothing to it. Null while it is off.' }),
    runsOfDay: z.int().meta({ description: 'How often it ran within 24 hours.' }),
    runsOfWeek: z.int().meta({ description: 'How often it ran within seven days.' }),
    stoppedOfWeek: z.int().meta({ description: 'How often it was kept from running within seven days.' }),
    lastRunAt: instantOut.nullable(),
  })
  .meta({ id: 'Automation' });

export const automationList = z.object({ automations: z.array(automation) });

export const automationVersions = z.object({
  versions: z.array(z.object({ version: z.int(), spec: automationSpec, sentence, savedAt: instantOut, savedBy: z.string() })),
});

export const automationTemplates = z.object({
  templates: z.array(
    z
      .object({
        id: z.string(),
        group: z.string(),
        spec: automationSpec,
        sentence,
        asks: z
          .array(z.object({ path: z.string(), label: z.string() }))
          .meta({ description: 'What is to be said before it is of use, by the path within `spec`.' }),
      })
      .meta({ id: 'AutomationTemplate' }),
  ),
});

interface Explained {
  kind: 'all' | 'any' | 'not' | 'leaf';
  met: boolean;
  words?: string | undefined;
  saw?: string | null | undefined;
  parts?: readonly Explained[] | undefined;
}

const explained: z.ZodType<Explained> = z
  .object({
    kind: z.enum(['all', 'any', 'not', 'leaf']),
    met: z.boolean(),
    words: z.string().optional().meta({ description: 'Of a leaf: what it asks.' }),
    saw: z.string().nullable().optional().meta({ description: 'What it saw; null is nothing. Of words: which were found.' }),
    get parts(): z.ZodOptional<z.ZodReadonly<z.ZodArray<z.ZodType<Explained>>>> {
      return z.array(explained).readonly().optional();
    },
  })
  .meta({ id: 'AutomationReason' });

const decided = {
  ticket: z.string(),
  at: instantOut,
  outcome: z.enum(OUTCOMES).meta({ description: '`stopped`: it was kept from it, `why` says by what.' }),
  why: z.string(),
  conditions: explained.nullable().meta({ description: 'Each of them, whether it was met, and what it saw; null where there are none.' }),
  effects: z.array(
    z.object({
      action: z.int().meta({ description: 'Its place among the actions, from 0.' }),
      kind: z.enum(['change', 'tell', 'none']),
      events: z.array(z.string()).meta({ description: 'The types of the events that it became, or that a help desk was asked for.' }),
      why: z.string().nullable().meta({ description: 'Why nothing came of it.' }),
      found: z.string().nullable().meta({
        description: 'Of an action that looks for whoever is on call: whom the ticket goes to, and why where nobody is; null of others.',
      }),
      words: z.string().nullable().meta({ description: 'What the action says; null where its version cannot be read any more.' }),
    }),
  ),
  waitsUntil: instantOut.nullable(),
  later: z.array(z.string()).meta({ description: 'What it does once it has waited, in words.' }),
};

export const automationRuns = z.object({
  runs: z.array(
    z
      .object({
        id: z.string(),
        automation: z.string(),
        version: z.int(),
        name: z.string().nullable(),
        ...decided,
        chain: z.array(named).meta({ description: 'The automations whose effect it answers, from the first to the last.' }),
        event: z.object({ source: z.string(), id: z.string(), type: z.string() }).nullable(),
        since: instantOut.nullable().meta({ description: 'Where time made it look: since when it counted.' }),
      })
      .meta({ id: 'AutomationRun' }),
  ),
  next: z.string().nullable().meta({ description: 'The cursor of those before; null where there are none.' }),
});

export const automationDryRun = z
  .object({
    from: instantOut,
    to: instantOut,
    tickets: z.int().meta({ description: 'How many were looked at.' }),
    bound: trialBound,
    count: z.int().meta({ description: 'How many times it would have run.' }),
    endedAtWait: z
      .int()
      .meta({ description: 'Of these, how many would have ended at a wait: after it the conditions were not met any more.' }),
    runs: z.array(z.object(decided)).meta({ description: 'The latest 200.' }),
  })
  .meta({ id: 'AutomationDryRun' });

export const automationRead = z.object({
  sentence,
  unknown: z
    .array(z.object({ field: z.string(), message: z.string() }))
    .meta({ description: 'What it names that is not known, at its fields. It can be kept all the same, but for calendars.' }),
});

export const automationIn = z.strictObject({ automation: automationSpec });
export const automationSave = z.strictObject({ automation: automationSpec, baseVersion });
export const automationSwitch = z.strictObject({ enabled: z.boolean() });
export const automationOrder = z.strictObject({ ids: z.array(idIn).max(1000, 'must be at most 1000') });
export const dryRunIn = z.strictObject({
  automation: automationSpec,
  id: idIn.optional().meta({ description: 'The automation that the draft is of: what it did itself it would not answer.' }),
  days: z.int('must be whole days').min(1, 'must be 1 to 90').max(90, 'must be 1 to 90').default(30),
  ticket: idIn.optional(),
  also: z.boolean().optional().meta({ description: 'Also where its conditions were not met: why did it not run?' }),
});
export const runsAsked = z.strictObject({
  automation: idIn.optional(),
  ticket: idIn.optional(),
  limit: z.coerce.number().int().min(1, 'must be 1 to 200').max(200, 'must be 1 to 200').default(50),
  outcome: z.enum(OUTCOMES).optional(),
  cursor: plain(200).optional().meta({ description: 'The `next` of an answer before.' }),
});
