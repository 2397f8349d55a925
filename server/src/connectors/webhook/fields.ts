/** What each type of event may say, read off the one vocabulary: so that a mapping can only name fields that there are, and the screen offers them. */
import { EVENTS, type EventType } from '@watchdesk/domain/event';
import type { z } from 'zod';

export const FIELD_KINDS = ['text', 'number', 'boolean', 'list', 'moment', 'word', 'any', 'fields'] as const;

export interface Field {
  readonly name: string;
  /** `word`: one of `words`. `fields`: named values, each given as `name.one`. `any`: text, number or truth as it comes. */
  readonly kind: (typeof FIELD_KINDS)[number];
  readonly words?: readonly string[];
  /** Without it the event is refused. */
  readonly needed: boolean;
  readonly nullable: boolean;
}

/** What is ours to say, and what is the order to erase somebody, which no payload gives. */
const NOT_TOLD: ReadonlySet<string> = new Set(['policy.applied', 'sla.warned', 'sla.breached', 'customer.erased']);

export const MAPPED_TYPES = Object.keys(EVENTS).filter((type) => !NOT_TOLD.has(type)) as [EventType, ...EventType[]];

export function fieldsOf(type: EventType): Field[] {
  return Object.entries(EVENTS[type].shape as Record<string, z.ZodType>).map(([name, schema]) => fieldOf(name, schema));
}

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
}
const definitionOf = (schema: z.ZodType) => schema.def as unknown as Definition;

function fieldOf(name: string, schema: z.ZodType): Field {
  let inner = definitionOf(schema);
  let [needed, nullable] = [true, false];
  while (inner.innerType) {
    if (inner.type === 'optional' || inner.type === 'default') needed = false;
    if (inner.type === 'nullable') nullable = true;
    inner = definitionOf(inner.innerType);
  }
  return { name, kind: kindOf(inner), needed, nullable, ...(inner.entries && { words: Object.values(inner.entries) }) };
}

function kindOf({ type }: Definition): Field['kind'] {
  switch (type) {
    case 'enum':
      return 'word';
    case 'array':
      return 'list';
    case 'record':
      return 'fields';
    case 'pipe':
      return 'moment';
    case 'union':
      return 'any';
    case 'number':
    case 'boolean':
      return type;
    default:
      return 'text';
  }
}
