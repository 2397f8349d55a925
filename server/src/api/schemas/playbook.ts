/** The playbook as callers see and say it. */
import { ISSUE_TYPE_IDS, SIGNAL_IDS } from '@watchdesk/domain/playbook';
import { z } from 'zod';
import { instantOut, plain } from './basics.ts';
import { queryIn } from './metrics.ts';

const issueTypeId = z.enum(ISSUE_TYPE_IDS, `must be one of ${ISSUE_TYPE_IDS.join(', ')}`);
const signalId = z.enum(SIGNAL_IDS, `must be one of ${SIGNAL_IDS.join(', ')}`);
const category = plain(200);

const action = z.object({
  id: z.string(),
  kind: z.enum(['standard', 'own']).meta({ description: 'One that comes with the program, or the workspace’s own.' }),
  issueType: issueTypeId.nullable(),
  category: z.string().nullable().meta({ description: 'Of an action for one category by itself.' }),
  action: z.string(),
  signals: z.array(signalId).readonly().meta({ description: 'Metrics that call for it where they are worse than in other categories.' }),
  hidden: z.boolean(),
  isChanged: z.boolean().meta({ description: 'The workspace worded it otherwise.' }),
  savedBy: z.string().optional().meta({ description: 'Who wrote or changed it.' }),
});
const actions = z.array(action.meta({ id: 'PlaybookAction' }));

export const playbook = z
  .object({
    issueTypes: z.array(z.object({ id: issueTypeId, label: z.string(), actions })),
    categories: z.array(z.object({ category: z.string(), actions })).meta({ description: 'Actions of categories by themselves.' }),
    assigned: z
      .array(z.object({ category: z.string(), issueType: issueTypeId.nullable() }))
      .meta({ description: 'What the workspace says of categories; of the others their names decide.' }),
  })
  .meta({ id: 'Playbook' });

const draft = {
  action: plain(500).trim().min(1, 'must not be empty'),
  signals: z.array(signalId).max(SIGNAL_IDS.length, `must be at most ${SIGNAL_IDS.length}`).default([]),
  hidden: z.boolean().default(false),
};

export const actionIn = z
  .strictObject({ issueType: issueTypeId.optional(), category: category.optional(), ...draft })
  .refine(({ issueType, category: one }) => (issueType === undefined) !== (one === undefined), {
    path: ['issueType'],
    message: 'must be given, or category instead of it',
  });
export const actionChange = z.strictObject(draft);
export const assignmentIn = z.strictObject({
  category,
  issueType: issueTypeId.nullable().optional().meta({ description: 'Null for none; left out, the name of the category decides again.' }),
});

const { filters, period, timeZone } = queryIn.shape;
export const adviceIn = z.strictObject({ category: category.meta({ description: '`""` for none' }), filters, period, timeZone });

export const adviceOut = z
  .object({
    asOf: instantOut,
    period: z.object({ from: instantOut, until: instantOut, timeZone: z.string() }),
    category: z.string(),
    issueType: issueTypeId.nullable(),
    signals: z.array(
      z.object({
        metric: signalId,
        value: z.number().nullable(),
        n: z.number(),
        withheld: z.boolean(),
        others: z.number().nullable().meta({ description: 'The same of all other categories.' }),
        call: z.enum(['calls', 'quiet', 'unknown']).meta({
          description:
            'Worse than the others: of a share where they lie outside its 95 % interval, else by a fifth. `unknown` of fewer than 20.',
        }),
      }),
    ),
    actions: z
      .array(action.extend({ calledBy: z.array(signalId) }))
      .meta({ description: 'What can be done, what the numbers call for first.' }),
  })
  .meta({ id: 'Advice' });
