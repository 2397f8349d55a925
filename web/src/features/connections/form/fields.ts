/**
 * The form of a connection, read from the JSON schemas that its system gives: a system that is added needs no form of its own. What the
 * schemas of connectors hold is known: objects of texts, numbers and words, and choices between such objects.
 */
interface JsonSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'secret' | 'address' | 'email' | 'day' | 'number' | 'word' | 'group';
  readonly isNeeded: boolean;
  /** What holds where nothing is entered. */
  readonly usual: string | number | undefined;
  readonly words: readonly string[];
  readonly least: number | undefined;
  readonly most: number | undefined;
  /** Of a group: what it may be. */
  readonly variants: readonly Variant[];
}

/** One way to fill in an object. */
export interface Variant {
  readonly title: string;
  readonly fields: readonly Field[];
  /** What is always so in it. */
  readonly fixed: Readonly<Record<string, unknown>>;
}

/** What was entered so far: which way, and the values by their names. */
export interface Draft {
  readonly variant: number;
  readonly values: Readonly<Record<string, string | number | Draft>>;
}

export const EMPTY: Draft = { variant: 0, values: {} };

/** One where there is nothing to choose. `isSecret`: what is no address is shown as dots. */
export function variantsOf(given: unknown, isSecret: boolean): Variant[] {
  const schema = given as JsonSchema;
  return (schema.anyOf ?? schema.oneOf ?? [schema]).map((one) => {
    const entries = Object.entries(one.properties ?? {});
    return {
      title: one.title ?? '',
      fixed: Object.fromEntries(
        entries.filter(([, { const: value }]) => value !== undefined).map(([name, { const: value }]) => [name, value]),
      ),
      fields: entries
        .filter(([, { const: value }]) => value === undefined)
        .map(([name, part]) => fieldOf(name, part, one.required?.includes(name) ?? false, isSecret)),
    };
  });
}

function fieldOf(name: string, schema: JsonSchema, isNeeded: boolean, isSecret: boolean): Field {
  const isGroup = schema.anyOf !== undefined || schema.oneOf !== undefined || schema.type === 'object';
  return {
    name,
    label: schema.description ?? name,
    kind: isGroup ? 'group' : kindOf(schema, isSecret),
    isNeeded,
    usual: schema.default as string | number | undefined,
    words: schema.enum ?? [],
    least: schema.minimum,
    most: schema.maximum,
    variants: isGroup ? variantsOf(schema, isSecret) : [],
  };
}

function kindOf({ type, format, enum: words }: JsonSchema, isSecret: boolean): Exclude<Field['kind'], 'group'> {
  if (words) return 'word';
  if (type === 'integer' || type === 'number') return 'number';
  if (format === 'email') return 'email';
  if (format === 'uri') return 'address';
  if (format === 'date') return 'day';
  return isSecret ? 'secret' : 'text';
}

/** What is sent: what was entered, the fixed parts of the ways chosen, and nothing of what was left empty. */
export function valueOf(variants: readonly Variant[], { variant, values }: Draft): Record<string, unknown> {
  const chosen = variants[variant] ?? variants[0];
  const entered = (chosen?.fields ?? []).flatMap((field): [string, unknown][] => {
    const value = values[field.name];
    if (field.kind === 'group') return [[field.name, valueOf(field.variants, (value as Draft | undefined) ?? EMPTY)]];
    if (value === undefined || value === '') return [];
    return [[field.name, typeof value === 'string' ? value.trim() : value]];
  });
  return { ...chosen?.fixed, ...Object.fromEntries(entered) };
}

/** The draft that a value came from, so that it can be changed. */
export function draftOf(variants: readonly Variant[], given: unknown): Draft {
  const value = (given ?? {}) as Record<string, unknown>;
  const fits = ({ fixed, fields }: Variant) =>
    Object.entries(fixed).every(([name, one]) => value[name] === one) && fields.every(({ name, isNeeded }) => !isNeeded || name in value);
  const variant = Math.max(0, variants.findIndex(fits));
  const entries = (variants[variant]?.fields ?? []).flatMap((field): [string, string | number | Draft][] => {
    const one = value[field.name];
    if (one === undefined || one === null) return [];
    return [[field.name, field.kind === 'group' ? draftOf(field.variants, one) : (one as string | number)]];
  });
  return { variant, values: Object.fromEntries(entries) };
}

/** Whether what was entered is a whole number that the field takes; what was left empty, and what cannot be read at all, is not asked about. */
export const isWithin = ({ least = 0, most = Number.MAX_SAFE_INTEGER }: Field, entered: string | number | undefined): boolean =>
  typeof entered !== 'number' || Number.isNaN(entered) || (Number.isInteger(entered) && entered >= least && entered <= most);

/** Whether everything that is needed has been entered, and what was entered as a number is one. */
export function isFilled(variants: readonly Variant[], { variant, values }: Draft): boolean {
  return (variants[variant]?.fields ?? []).every((field) => {
    const value = values[field.name];
    if (field.kind === 'group') return isFilled(field.variants, (value as Draft | undefined) ?? EMPTY);
    if (typeof value === 'number') return !Number.isNaN(value) && isWithin(field, value);
    return !field.isNeeded || (value !== undefined && value !== '');
  });
}
