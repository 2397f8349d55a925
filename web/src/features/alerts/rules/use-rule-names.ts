/** What the values that a rule names are called: people and companies by the directory, values of a dimension as numbers know them. */
import type { NameOfValue, RuleSpec } from '@watchdesk/domain/alerting';
import { useValueNames } from '../../../directory/value-names.ts';
import { whereOf } from './form.ts';

/** By what dimension of numbers the same is known that a ticket's field says. */
const FIELD_OF: Readonly<Record<string, string>> = { team: 'team', agent: 'assignee', organisation: 'organisation', customer: 'requester' };

const conditionsOf = ({ subject }: RuleSpec) => [
  ...whereOf(subject).map(({ field, is, isNot }) => ({ field: field as string, values: is ?? isNot ?? [] })),
  ...('filters' in subject ? subject.filters.map(({ dimension, values }) => ({ field: FIELD_OF[dimension] ?? dimension, values })) : []),
];

/** Of several rules at once. */
export function useNamesOf(specs: readonly RuleSpec[]): NameOfValue {
  const nameOf = useValueNames(specs.flatMap(conditionsOf));
  return (field, value) => nameOf(FIELD_OF[field] ?? field, value);
}
