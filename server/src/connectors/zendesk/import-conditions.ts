/** The conditions of a policy over there in the form of ours: all of them must hold, and `any` of some becomes a policy for each. */
import type { Condition } from '@watchdesk/domain/sla';
import type { Given } from '../connector.ts';
import type { ApiFilterEntry, ApiSlaPolicy } from './api-types.ts';
import { wordOf } from './texts.ts';

export interface Alternatives {
  /** One list of conditions for each policy that this one becomes. */
  readonly alternatives: readonly (readonly Condition[])[];
  /** What cannot be said here, in sentences. */
  readonly cannot: readonly string[];
}

type Words = Pick<Given, 'source' | 'maps'>;
const MOST_ALTERNATIVES = 5;

export function alternativesOf({ all, any }: NonNullable<ApiSlaPolicy['filter']>, words: Words): Alternatives {
  const cannot: string[] = [];
  const read = (entries: readonly ApiFilterEntry[]) =>
    entries.flatMap((entry) => {
      const condition = conditionOf(entry, words);
      if (condition === undefined)
        cannot.push(
          `The condition "${entry.field} ${entry.operator ?? 'is'} ${spoken(entry.value)}" cannot be said here.${hintFor(entry.field)}`,
        );
      return condition === undefined || condition === null ? [] : [condition];
    });
  const every = read(all ?? []);
  const some = joined(read(any ?? []));
  if (some.length > MOST_ALTERNATIVES)
    cannot.push(`It holds under any of ${some.length} conditions, which is more than ${MOST_ALTERNATIVES}.`);
  return { alternatives: some.length === 0 ? [every] : some.map((one) => [...every, one]), cannot };
}

/** Several values of one field are one condition. */
function joined(conditions: readonly Condition[]): Condition[] {
  const wanted = Map.groupBy(
    conditions.filter(({ is }) => is === 'any_of'),
    ({ field }) => field,
  );
  return [
    ...[...wanted].map(([field, same]): Condition => ({ field, is: 'any_of', values: [...new Set(same.flatMap(({ values }) => values))] })),
    ...conditions.filter(({ is }) => is === 'none_of'),
  ];
}

const spoken = (value: unknown) =>
  (typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value ?? '')).slice(0, 60);

/** Ways of contact go by numbers in conditions (developer.zendesk.com, Via types). */
const CHANNELS: Readonly<Record<string, string>> = {
  0: 'portal',
  4: 'email',
  5: 'api',
  29: 'chat',
  30: 'social',
  33: 'phone',
  34: 'phone',
  35: 'phone',
  38: 'social',
  48: 'portal',
  57: 'sms',
};

/** Some fields can be said once the connection's words give them a meaning. */
const hintFor = (field: string) =>
  /^(type$|custom_fields_|ticket_fields_)/.test(field)
    ? ` It can once “${fieldId(field)}” means one of ${OWN.join(', ')} under Words.`
    : '';
const fieldId = (name: string) => name.replace(/^(custom_fields_|ticket_fields_)/, '');

/** Null where it says nothing, undefined where it cannot be said. */
function conditionOf({ field, operator, value }: ApiFilterEntry, words: Words): Condition | null | undefined {
  const said = fieldOf(field, words);
  if (!said) return undefined;
  const is = IS[operator ?? 'is'];
  if (is === undefined) return undefined;
  if (operator === 'present' || operator === 'not_present') return { field: said.field, is, values: [null] };
  const values = (Array.isArray(value) ? value : typeof value === 'string' && said.field === 'tags' ? value.split(/[\s,]+/) : [value]).map(
    (one) => said.word(one),
  );
  if (values.includes(undefined)) return undefined;
  return values.length === 0 ? null : { field: said.field, is, values: values as (string | null)[] };
}

const IS: Readonly<Record<string, Condition['is']>> = {
  is: 'any_of',
  includes: 'any_of',
  included: 'any_of',
  is_not: 'none_of',
  not_includes: 'none_of',
  not_present: 'any_of',
  present: 'none_of',
};

interface Said {
  readonly field: Condition['field'];
  /** Undefined for a value that nobody knows here. */
  readonly word: (value: unknown) => string | null | undefined;
}

const OWN = ['category', 'product', 'language', 'serviceSite', 'supportTier'] as const;

function fieldOf(name: string, { source, maps }: Words): Said | undefined {
  const own = (value: unknown) => {
    const id = wordOf(value);
    return id === null ? null : `${source}:${id}`;
  };
  switch (name) {
    case 'group_id':
      return { field: 'team', word: own };
    case 'organization_id':
      return { field: 'organisation', word: own };
    case 'requester_id':
      return { field: 'requester', word: own };
    case 'priority':
      return { field: 'priority', word: (value) => maps.priority[wordOf(value) ?? ''] };
    case 'current_tags':
      return { field: 'tags', word: (value) => wordOf(value) ?? undefined };
    case 'via_id':
      return { field: 'channel', word: (value) => CHANNELS[wordOf(value) ?? ''] };
  }
  const meaning = maps.customFields[fieldId(name)];
  const field = OWN.find((one) => one === meaning);
  return field && { field, word: (value) => wordOf(value) };
}
