/** Names of whoever is mentioned, asked at once for a whole page. Who is not known, or has a blank for a name, is called by the id. */
import type pg from 'pg';

export type NamedKind = 'agent' | 'customer' | 'organisation' | 'team' | 'site';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface OrganisationBrief extends Named {
  readonly customerTier: string | null;
  readonly plan: string | null;
  readonly mrr: number | null;
  readonly currency: string | null;
  readonly health: string | null;
}

export interface Names {
  of(kind: NamedKind, id: string): Named;
  of(kind: NamedKind, id: string | null): Named | null;
  organisation(id: string): OrganisationBrief;
  organisation(id: string | null): OrganisationBrief | null;
}

interface NameRow {
  readonly kind: NamedKind;
  readonly id: string;
  readonly name: string | null;
  readonly attributes: Omit<OrganisationBrief, 'id' | 'name'> | null;
}

/** Pairs of kind and id; a missing id is passed over. */
export async function namesOf(
  queryable: Pick<pg.Pool, 'query'>,
  workspaceId: string,
  mentioned: Iterable<readonly [NamedKind, string | null]>,
): Promise<Names> {
  const wanted = new Map<string, readonly [NamedKind, string]>();
  for (const [kind, id] of mentioned) if (id !== null) wanted.set(`${kind} ${id}`, [kind, id]);
  const known = wanted.size === 0 ? [] : await look(queryable, workspaceId, [...wanted.values()]);
  const rows = new Map(known.map((row) => [`${row.kind} ${row.id}`, row]));
  const named = (kind: NamedKind, id: string): Named => ({ id, name: rows.get(`${kind} ${id}`)?.name?.trim() || id });
  const brief = (id: string): OrganisationBrief => {
    const {
      customerTier = null,
      plan = null,
      mrr = null,
      currency = null,
      health = null,
    } = rows.get(`organisation ${id}`)?.attributes ?? {};
    return { ...named('organisation', id), customerTier, plan, mrr, currency, health };
  };
  return {
    of: ((kind: NamedKind, id: string | null) => (id === null ? null : named(kind, id))) as Names['of'],
    organisation: ((id: string | null) => (id === null ? null : brief(id))) as Names['organisation'],
  };
}

async function look(
  queryable: Pick<pg.Pool, 'query'>,
  workspaceId: string,
  wanted: readonly (readonly [NamedKind, string])[],
): Promise<NameRow[]> {
  const { rows } = await queryable.query<NameRow>({
    name: 'names-of',
    text: `select d.kind, d.id, coalesce(p.fields->>'name', d.state->'attributes'->>'name') as name,
         case when d.kind = 'organisation' then d.state->'attributes' end as attributes
       from unnest($2::text[], $3::text[]) as wanted(kind, id)
       join directory d on d.workspace_id = $1 and d.kind = wanted.kind and d.id = wanted.id
       left join personal_data p on p.workspace_id = $1
         and p.source = d.state->'personal'->'name'->>'source' and p.event_id = d.state->'personal'->'name'->>'id'`,
    values: [workspaceId, wanted.map(([kind]) => kind), wanted.map(([, id]) => id)],
  });
  return rows;
}
