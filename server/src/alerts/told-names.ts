/**
 * What ids are called in what people are told: teams, the people who work, and sites. Customers and companies are not named: notices are kept, and say
 * nothing of who a customer is.
 */
import type { Happened, NameOfValue, RuleSpec, TicketFacts } from '@watchdesk/domain/alerting';
import { type Dimension, DIMENSIONS } from '@watchdesk/domain/metrics';
import { type NamedKind, type Names, namesOf } from '../directory/index.ts';
import type { Queryable } from './rules.ts';

type Mention = readonly [NamedKind, string | null];
type ToldKind = Extract<NamedKind, 'team' | 'agent' | 'site'>;

const TOLD: ReadonlySet<string> = new Set<ToldKind>(['team', 'agent', 'site']);
/** By a field of tickets or a dimension, whose names its values are ids of. */
const KINDS = new Map<string, ToldKind>([
  ...(DIMENSIONS as readonly Dimension[]).flatMap(({ id, names }): [string, ToldKind][] =>
    names !== undefined && TOLD.has(names) ? [[id, names as ToldKind]] : [],
  ),
  ['team', 'team'],
  ['assignee', 'agent'],
]);

const mention = (field: string, values: readonly (string | null | undefined)[]): Mention[] => {
  const kind = KINDS.get(field);
  return kind === undefined ? [] : values.flatMap((value): Mention[] => (value ? [[kind, value]] : []));
};

export const mentionedIn = ({ subject }: RuleSpec): Mention[] => [
  ...('where' in subject ? subject.where.flatMap(({ field, is, isNot }) => mention(field, is ?? isNot ?? [])) : []),
  ...('filters' in subject ? subject.filters.flatMap(({ dimension, values }) => mention(dimension, values)) : []),
];

export const mentionedOf = ({ team, assignee }: TicketFacts): Mention[] => [...mention('team', [team]), ...mention('assignee', [assignee])];

export function mentionedBy({ type, data: { to } }: Happened): Mention[] {
  const field = type === 'assignee.changed' ? 'assignee' : type === 'team.changed' || type === 'ticket.escalated' ? 'team' : null;
  return field === null || typeof to !== 'string' ? [] : mention(field, [to]);
}

export const nameOfIn =
  (names: Names): NameOfValue =>
  (field, value) => {
    const kind = KINDS.get(field);
    return kind === undefined ? undefined : names.of(kind, value).name;
  };

export const toldNames = async (queryable: Queryable, workspaceId: string, mentions: readonly Mention[]): Promise<NameOfValue> =>
  nameOfIn(await namesOf(queryable, workspaceId, mentions));
