/** Mapping a webhook in the screen: what may be mapped, drafts, previews, and what came. */
import { ACTOR_KINDS } from '@watchdesk/domain/event';
import { z } from 'zod';
import { FIELD_KINDS, mappedCondition, mappedValue, webhookMapping } from '../../connectors/webhook/index.ts';
import { idIn, instantOut } from './basics.ts';

// Named here and not where they are made, so that the order of the description does not depend on who loads them first.
mappedValue.register(z.globalRegistry, { id: 'MappedValue' });
mappedCondition.register(z.globalRegistry, { id: 'MappedCondition' });
webhookMapping.register(z.globalRegistry, { id: 'WebhookMapping' });

const field = z.object({
  name: z.string(),
  kind: z
    .enum(FIELD_KINDS)
    .meta({ description: '`word` is one of `words`; of `fields` each is given as `name.one`; `any` comes as it is.' }),
  words: z.array(z.string()).readonly().optional(),
  needed: z.boolean(),
  nullable: z.boolean(),
});

export const mappedTypes = z.object({ types: z.array(z.object({ type: z.string(), fields: z.array(field).readonly() })).readonly() });

/** It is read by its own reader, which names each field that is wrong. */
const document = z.unknown().meta({ description: 'A mapping document: `payloads` of a connection’s maps says how it looks.' });
const sample = z.unknown().meta({ description: 'A payload as it comes, as JSON.' });

export const draftQuestion = z.strictObject({ sample });
export const draftAnswer = z.object({ mapping: z.unknown().meta({ description: 'Null where the payload names no ticket or no time.' }) });

export const previewQuestion = z.strictObject({
  mapping: document,
  samples: z.array(sample).min(1, 'must have at least one').max(20, 'must be at most 20'),
  connection: idIn.optional().meta({ description: 'Whose words are used beside those of the mapping.' }),
});

export const previewAnswer = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      at: instantOut,
      type: z.string(),
      ticket: z.string().optional(),
      actor: z.object({ kind: z.enum(ACTOR_KINDS), id: z.string().optional() }),
      data: z.record(z.string(), z.unknown()),
      isSynthetic: z.boolean().meta({ description: 'Made out of what a ticket is and was, since nothing tells of the change itself.' }),
    }),
  ),
  warnings: z.array(z.object({ what: z.string(), value: z.string() })).readonly(),
  rejects: z.array(
    z.object({ field: z.string(), reason: z.string(), item: z.string().meta({ description: 'As JSON; its first 2,000 characters.' }) }),
  ),
});

export const received = z.object({
  received: z.array(z.object({ at: instantOut, body: z.string() })).meta({ description: 'The latest first, at most ten.' }),
});
