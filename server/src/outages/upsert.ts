/** Outages written as their sources tell of them: new ones, changed ones with what they were before, and those that say nothing new. */
import type { Outage } from '@watchdesk/domain/outage';
import type pg from 'pg';

export interface Upserted {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

interface Writing {
  readonly workspaceId: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** As many changes of one outage are kept; what a source says a thousand times a day is no history. */
const MOST_CHANGES = 50;
const CHUNK = 1_000;

/** The columns by what a row of JSON calls them. */
const COLUMNS = [
  ['title', 'text'],
  ['service', 'text'],
  ['region', 'text'],
  ['site', 'text'],
  ['latitude', 'double precision'],
  ['longitude', 'double precision'],
  ['severity', 'text'],
  ['is_planned', 'boolean'],
  ['is_cancelled', 'boolean'],
  ['started_at', 'timestamptz'],
  ['ended_at', 'timestamptz'],
  ['estimated_at', 'timestamptz'],
  ['customers', 'integer'],
  ['postcodes', 'text[]'],
  ['description', 'text'],
  ['incident', 'text'],
] as const;
const NAMES = COLUMNS.map(([name]) => name);
const of = (table: string) => NAMES.map((name) => `${table}.${name}`).join(', ');

/** The columns by the fields of an outage. */
const NAME_OF: ReadonlyMap<string, string> = new Map(
  NAMES.map((name) => [name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase()), name]),
);

/**
 * Of two with the same source and id the later counts. Within the caller's transaction. `said`: the fields that whoever tells knows of; the others of an
 * outage that is there already stay. All unless given.
 */
export async function upsertOutages(
  client: pg.ClientBase,
  writing: Writing,
  outages: readonly Outage[],
  said?: readonly (keyof Outage)[],
): Promise<Upserted> {
  const names = said === undefined ? NAMES : said.map((field) => NAME_OF.get(field)!);
  const latest = new Map(outages.map((one) => [JSON.stringify([one.source, one.externalId]), one]));
  const rows = [...latest.values()].map(rowOf);
  const counts = { created: 0, changed: 0, unchanged: 0 };
  for (let from = 0; from < rows.length; from += CHUNK) {
    const done = await writeChunk(client, writing, rows.slice(from, from + CHUNK), names);
    counts.created += done.created;
    counts.changed += done.changed;
    counts.unchanged += done.unchanged;
  }
  return counts;
}

async function writeChunk(
  client: pg.ClientBase,
  { workspaceId, by, now }: Writing,
  rows: readonly object[],
  said: readonly string[],
): Promise<Upserted> {
  const saidOf = (table: string) => said.map((name) => `${table}.${name}`).join(', ');
  const at = new Date(now);
  // Locked in one order, so that two who tell of the same ones wait for each other and never both.
  await client.query(
    `select from outage o join jsonb_to_recordset($2) as n(source text, external_id text)
       on n.source = o.source and n.external_id = o.external_id
     where o.workspace_id = $1 order by o.source, o.external_id for update of o`,
    [workspaceId, JSON.stringify(rows)],
  );
  const given = `jsonb_to_recordset($2) as n(source text, external_id text, ${COLUMNS.map(([name, type]) => `${name} ${type}`).join(', ')})`;
  const kept = (table: string) => `jsonb_build_object(${said.map((name) => `'${name}', ${table}.${name}`).join(', ')})`;
  const { rows: changed } = await client.query<{ id: string }>(
    `with told as (
       select o.id, ${kept('o')} as was, ${kept('n')} as became from outage o join ${given} on n.source = o.source and n.external_id = o.external_id
       where o.workspace_id = $1 and (${saidOf('o')}) is distinct from (${saidOf('n')})
     )
     insert into outage_change (workspace_id, outage, at, made_by, was, became)
     select $1, id, $3, $4, (select jsonb_object_agg(w.key, w.value) from jsonb_each(was) w where became->w.key is distinct from w.value),
       (select jsonb_object_agg(b.key, b.value) from jsonb_each(became) b where was->b.key is distinct from b.value)
     from told returning outage as id`,
    [workspaceId, JSON.stringify(rows), at, by],
  );
  const { rows: written } = await client.query<{ created: boolean }>(
    `insert into outage as o (workspace_id, source, external_id, ${NAMES.join(', ')}, made_at, changed_at)
     select $1, n.source, n.external_id, ${of('n')}, $3, $3 from ${given} order by n.source, n.external_id
     on conflict (workspace_id, source, external_id) do update set ${said.map((name) => `${name} = excluded.${name}`).join(', ')}, changed_at = $3
       where (${saidOf('o')}) is distinct from (${saidOf('excluded')})
     returning xmax = 0 as created`,
    [workspaceId, JSON.stringify(rows), at],
  );
  if (changed.length > 0)
    await client.query(
      `delete from outage_change c using (
         select place, row_number() over (partition by outage order by place desc) as number from outage_change
         where workspace_id = $1 and outage = any($2::uuid[])
       ) old where c.workspace_id = $1 and c.place = old.place and old.number > ${MOST_CHANGES}`,
      [workspaceId, changed.map(({ id }) => id)],
    );
  const created = written.filter((one) => one.created).length;
  return { created, changed: written.length - created, unchanged: rows.length - written.length };
}

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const rowOf = (one: Outage) => ({
  source: one.source,
  external_id: one.externalId,
  title: one.title,
  service: one.service,
  region: one.region,
  site: one.site,
  latitude: one.latitude,
  longitude: one.longitude,
  severity: one.severity,
  is_planned: one.isPlanned,
  is_cancelled: one.isCancelled,
  started_at: instant(one.startedAt),
  ended_at: instant(one.endedAt),
  estimated_at: instant(one.estimatedAt),
  customers: one.customers,
  postcodes: one.postcodes,
  description: one.description,
  incident: one.incident,
});
