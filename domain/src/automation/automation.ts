/** An automation is data: when it looks, what has to be true, and what it then does. Its changes are versions; a run belongs to the version it was made by. */
import { z } from 'zod';
import { wellFormed } from '../event/index.ts';
import { actions } from './actions.ts';
import { type Condition, conditions } from './conditions.ts';
import { trigger } from './trigger.ts';

export const automationSpec = z
  .strictObject({
    name: wellFormed(100).trim().min(1, 'must not be empty'),
    description: wellFormed(1000).trim().default(''),
    enabled: z.boolean().default(true),
    trigger,
    /** Null: of every ticket. */
    conditions: conditions.default(null),
    actions,
    /** The one it was made from. */
    template: wellFormed(100).nullable().default(null),
  })
  .superRefine(({ trigger: { kind }, conditions: tree }, context) => {
    if (kind === 'event' || tree === null) return;
    const path = pathOf(tree, ({ field }) => field?.startsWith('event.') ?? false);
    if (path)
      context.addIssue({
        code: 'custom',
        path: ['conditions', ...path, 'field'],
        message: `must not be of an event where it looks by ${kind}`,
      });
  })
  .meta({ id: 'AutomationSpec' });

export type AutomationSpec = z.output<typeof automationSpec>;
/** As somebody says it: what is left out is as it usually is. */
export type AutomationInput = z.input<typeof automationSpec>;

/** One as it holds: its place decides in which order several look at the same. */
export interface Automation {
  readonly id: string;
  readonly version: number;
  readonly spec: AutomationSpec;
}

function pathOf(tree: Condition, wanted: (leaf: Condition) => boolean): (string | number)[] | undefined {
  if (tree.field !== undefined) return wanted(tree) ? [] : undefined;
  if (tree.not) return prefixed(['not'], pathOf(tree.not, wanted));
  const key = tree.all ? 'all' : 'any';
  for (const [index, one] of (tree[key] ?? []).entries()) {
    const found = prefixed([key, index], pathOf(one, wanted));
    if (found) return found;
  }
  return undefined;
}

const prefixed = (path: (string | number)[], found: (string | number)[] | undefined) => found && [...path, ...found];
