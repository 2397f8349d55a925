/** What a list of tickets may be narrowed by, and the condition it becomes. All values are bound. */
import type { Channel, Priority, Status, SupportTier } from '@watchdesk/domain/event';
import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import { type Sight, sightCondition } from '../accounts/index.ts';
import type { Schema } from '../store/postgres/index.ts';

export interface TicketFilters {
  readonly status?: readonly Status[] | undefined;
  readonly priority?: readonly Priority[] | undefined;
  readonly channel?: readonly Channel[] | undefined;
  /** `none` stands for an empty field, here and in the five below. */
  readonly supportTier?: readonly (SupportTier | 'none')[] | undefined;
  readonly team?: readonly string[] | undefined;
  readonly assignee?: readonly string[] | undefined;
  readonly category?: readonly string[] | undefined;
  readonly product?: readonly string[] | undefined;
  readonly organisation?: readonly string[] | undefined;
  readonly requester?: readonly string[] | undefined;
  readonly customerTier?: readonly string[] | undefined;
  /** Tickets that carry any of these. */
  readonly tag?: readonly string[] | undefined;
  readonly q?: string | undefined;
  /** Milliseconds since 1970; from is included, to is not. */
  readonly createdFrom?: number | undefined;
  readonly createdTo?: number | undefined;
  readonly updatedFrom?: number | undefined;
  readonly updatedTo?: number | undefined;
  readonly resolvedFrom?: number | undefined;
  readonly resolvedTo?: number | undefined;
  readonly waiting?: boolean | undefined;
  readonly active?: boolean | undefined;
}

export const ACTIVE = ['new', 'open', 'pending', 'on_hold'] as const satisfies readonly Status[];

const COLUMN_OF = {
  status: 't.status',
  priority: 't.priority',
  channel: 't.channel',
  supportTier: 't.support_tier',
  team: 't.team',
  assignee: 't.assignee',
  category: 't.category',
  product: 't.product',
  organisation: 't.organisation',
  requester: 't.requester',
} as const satisfies Partial<Record<keyof TicketFilters, string>>;

const INSTANTS = { created: 't.created_at', updated: 't.updated_at', resolved: 't.resolved_at' } as const;

type Tables = Schema & { t: Schema['ticket'] };
type Where = ExpressionBuilder<Tables, 't'>;

/** The tickets in sight that match, as a query to select from. One filter may be left out, for its own facet. */
export function matching(db: Kysely<Schema>, workspaceId: string, sight: Sight, filters: TicketFilters, leaveOut?: keyof TicketFilters) {
  const asked = leaveOut ? { ...filters, [leaveOut]: undefined } : filters;
  return db
    .selectFrom('ticket as t')
    .where('t.workspace_id', '=', workspaceId)
    .where('t.hidden', '=', false)
    .where(sightCondition(sight))
    .where((where) => where.and(conditions(where as unknown as Where, workspaceId, asked)));
}

function conditions(where: Where, workspaceId: string, filters: TicketFilters): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = [];
  for (const [name, column] of Object.entries(COLUMN_OF)) {
    const values = filters[name as keyof typeof COLUMN_OF];
    if (values && values.length > 0) all.push(isOneOf(where, column, values));
  }
  for (const [name, column] of Object.entries(INSTANTS)) {
    const from = filters[`${name as keyof typeof INSTANTS}From`];
    const to = filters[`${name as keyof typeof INSTANTS}To`];
    if (from !== undefined) all.push(where(column, '>=', new Date(from)));
    if (to !== undefined) all.push(where(column, '<', new Date(to)));
  }
  if (filters.tag && filters.tag.length > 0) all.push(sql<SqlBool>`t.tags && ${[...filters.tag]}::text[]`);
  if (filters.waiting !== undefined) all.push(where('t.waiting_since', filters.waiting ? 'is not' : 'is', null));
  if (filters.active !== undefined) all.push(where('t.status', filters.active ? 'in' : 'not in', [...ACTIVE]));
  if (filters.customerTier && filters.customerTier.length > 0) all.push(hasCustomerTier(workspaceId, filters.customerTier));
  const words = filters.q?.trim();
  if (words) all.push(speaksOf(workspaceId, words));
  return all;
}

function isOneOf(where: Where, column: (typeof COLUMN_OF)[keyof typeof COLUMN_OF], values: readonly string[]): Expression<SqlBool> {
  const some = values.filter((value) => value !== 'none');
  const mayBeEmpty = some.length < values.length;
  if (some.length === 0) return where(column, 'is', null);
  // One array parameter, so that the number of values does not change the statement.
  const isSome = sql<SqlBool>`${sql.ref(column)} = any(${some}::text[])`;
  return mayBeEmpty ? where.or([isSome, where(column, 'is', null)]) : isSome;
}

/** The organisations are looked up once, not for every ticket: hence the array. */
const hasCustomerTier = (workspaceId: string, tiers: readonly string[]) => {
  const some = tiers.filter((tier) => tier !== 'none');
  const known = sql`select d.id from directory d where d.workspace_id = ${workspaceId} and d.kind = 'organisation'
    and d.state->'attributes'->>'customerTier'`;
  const isSome = sql<SqlBool>`t.organisation = any(array(${known} = any(${some}::text[])))`;
  if (some.length === tiers.length) return isSome;
  return sql<SqlBool>`(${isSome} or t.organisation is null or t.organisation <> all(array(${known} is not null)))`;
};

/** `%` and `_` are what a person typed, not wildcards. */
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/**
 * Words of the subject, or the beginning of an id, with or without its source. Both halves are found by an index, which
 * needs the very conditions and expressions that stand here: 0002 for subjects, 0003 for numbers. Words that cannot be a
 * number are looked for in subjects alone, because only then the planner is free to choose how.
 */
const speaksOf = (workspaceId: string, words: string) => {
  const subjects = sql`from personal_data s
    where s.workspace_id = ${workspaceId} and s.stream like 'ticket/%' and (s.fields ? 'subject' or s.fields ? 'to')
      and coalesce(s.fields->>'subject', s.fields->>'to') ilike ${`%${escapeLike(words)}%`}`;
  const place = sql`substr(s.stream, 8), s.source, s.event_id`;
  if (!/[\d:]/.test(words)) return sql<SqlBool>`(t.id, t.subject_source, t.subject_event) in (select ${place} ${subjects})`;
  const colon = words.indexOf(':');
  const number = `${escapeLike(words.slice(colon + 1).toLowerCase())}%`;
  const isOfSource = colon > 0 ? sql`and k.id like ${`${escapeLike(words.slice(0, colon + 1))}%`}` : sql``;
  // Made once, whatever the planner makes of the other conditions: where few tickets seem to fulfil these, it searched anew for each.
  return sql<SqlBool>`t.id in (
    with found as materialized (
      select k.id from ticket k
      where k.workspace_id = ${workspaceId} and not k.hidden and lower(substr(k.id, strpos(k.id, ':') + 1)) like ${number} ${isOfSource}
      union all
      select k.id from ticket k
      where k.workspace_id = ${workspaceId} and (k.id, k.subject_source, k.subject_event) in (select ${place} ${subjects})
    ) select id from found)`;
};
