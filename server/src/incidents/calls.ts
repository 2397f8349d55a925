/** Whom the rules called about an incident, when that went out, who acknowledged, and why nobody further was called: what its timeline and its review say of it. */
import type { Queryable, TimelineItem } from './records.ts';

const MOST = 1_000;
/** So many are named of those who were called at once. */
const NAMED = 5;

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  readonly by: string | null;
  readonly note: string | null;
  readonly rule: string;
  readonly people: readonly string[] | null;
}

/** As of `now` (ms), oldest first. People are called when a notice goes out, which may be long after what it tells of; nobody who did something is known but by what they are called. */
export async function callsOf(queryable: Queryable, workspaceId: string, incident: string, now: number): Promise<TimelineItem[]> {
  const { rows } = await queryable.query<Row>({
    name: 'incident-calls',
    text: `with own as (
        select a.id, coalesce(a.thread, 'alert:' || a.id) as thread, v.spec->>'name' as rule from alert a
        join alert_rule_version v on v.workspace_id = a.workspace_id and v.id = a.rule and v.version = a.rule_version
        where a.workspace_id = $1 and a.figure->'happened'->'data'->>'incident' = $2 and not a.silent)
      select n.id::text as id, n.body->>'event' as kind, to_timestamp((n.body->>'at')::float8 / 1000) as at, null as by, null as note, own.rule,
        (select array_agg(distinct coalesce(u.name, c.name) order by coalesce(u.name, c.name)) from notice_delivery d
         left join auth_user u on d.way in ('inbox', 'mail') and u.id::text = d.recipient
         left join channel c on d.way = 'channel' and c.workspace_id = d.workspace_id and c.id::text = d.recipient
         where d.workspace_id = n.workspace_id and d.notice = n.id and d.state <> 'nowhere' and coalesce(u.name, c.name) is not null) as people
      from own join notice n on n.workspace_id = $1 and n.thread = own.thread and n.body->>'event' in ('fired', 'escalated')
      union all
      select m.alert || ' ' || m.ordinal, m.kind, m.at, m.actor, m.note, own.rule, null from own
      join alert_moment m on m.workspace_id = $1 and m.alert = own.id and (m.kind = 'acknowledged' or m.kind = 'resolved' and m.note is not null
        -- What went out is forgotten after a while; that it did is not.
        or m.kind = 'fired' and m.at < to_timestamp($3 / 1000.0) - interval '89 days'
          and not exists (select from notice k where k.workspace_id = $1 and k.thread = own.thread))
      order by at, id limit ${MOST}`,
    values: [workspaceId, incident, now],
  });
  return rows.map(({ id, kind, at, by, note, rule, people }) => ({
    id,
    source: 'alerts',
    at: at.getTime(),
    type: `alert.${kind}`,
    actor: { kind: 'system', id: null },
    data: { title: rule, ...(by !== null && { by }), ...(note !== null && { reason: note }), ...(people && { to: named(people) }) },
    ticket: null,
    isSuperseded: false,
  }));
}

const named = (people: readonly string[]): string =>
  people.length <= NAMED ? people.join(', ') : `${people.slice(0, NAMED).join(', ')} and ${people.length - NAMED} more`;
