/** What stands behind the rows of a drill, from PostgreSQL: the events that made each, and what each ticket is about. */
import { type Happening, HAPPENINGS } from '@watchdesk/domain/metrics';
import type { Postgres } from '../store/postgres/index.ts';
import { iso } from './ask.ts';

/** Something that made a row, in milliseconds since 1970. */
export interface Made {
  readonly what: Happening;
  readonly at: number;
}

export interface EventBehind {
  readonly what: Happening;
  readonly at: string;
  /** Null where no single event is it. */
  readonly event: { readonly source: string; readonly id: string; readonly type: string } | null;
}

interface Found {
  /** From 1, the place of what was looked for. */
  readonly place: number;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly at: number;
}

/**
 * For each ticket the events of its log that happened at those moments, in their order; a moment without one is told by itself.
 * Clocks count in whole seconds, so theirs are looked for within the second.
 */
export async function eventsBehind(
  { pool }: Postgres,
  workspaceId: string,
  rows: readonly { readonly ticket: string; readonly made: readonly Made[] }[],
): Promise<Map<string, EventBehind[]>> {
  const wanted = rows.flatMap(({ ticket, made }) => made.map((one) => ({ ticket, ...one })));
  const found = new Map<number, Found[]>();
  if (wanted.length > 0) {
    const answer = await pool.query<Found>(
      `select w.place::int as place, l.source, l.id, l.type, l.at
       from unnest($2::text[], $3::bigint[]) with ordinality as w(stream, at, place)
       join event_log l on l.workspace_id = $1 and l.stream = w.stream
         and l.at >= w.at and l.at < w.at + case when w.at % 1000 = 0 then 1000 else 1 end
       order by l.at, l.seq, l.source collate "C", l.id collate "C"`,
      [workspaceId, wanted.map(({ ticket }) => `ticket/${ticket}`), wanted.map(({ at }) => at)],
    );
    for (const one of answer.rows) found.set(one.place, [...(found.get(one.place) ?? []), one]);
  }
  const events = new Map<string, EventBehind[]>(rows.map(({ ticket }) => [ticket, []]));
  for (const [index, { ticket, what, at }] of wanted.entries()) {
    const event = likeliest(what, at, found.get(index + 1) ?? []);
    const named = event && { source: event.source, id: event.id, type: event.type };
    events.get(ticket)!.push({ what, at: iso(event?.at ?? at), event: named ?? null });
  }
  return events;
}

/** Of the kinds that can be it the one at the very instant, else the likeliest kind. */
function likeliest(what: Happening, at: number, candidates: readonly Found[]): Found | undefined {
  const kinds: readonly string[] = HAPPENINGS[what];
  const possible = candidates.filter(({ type }) => kinds.includes(type));
  const rank = (one: Found) => (one.at === at ? 0 : kinds.length) + kinds.indexOf(one.type);
  return possible.toSorted((a, b) => rank(a) - rank(b))[0];
}

/** What the tickets are about, by id; null where nobody said, or it was erased. */
export async function subjectsOf({ pool }: Postgres, workspaceId: string, tickets: readonly string[]): Promise<Map<string, string | null>> {
  if (tickets.length === 0) return new Map();
  const { rows } = await pool.query<{ id: string; subject: string | null }>(
    `select t.id, coalesce(s.fields->>'subject', s.fields->>'to') as subject from ticket t
     left join personal_data s on s.workspace_id = $1 and s.source = t.subject_source and s.event_id = t.subject_event
     where t.workspace_id = $1 and t.id = any($2::text[])`,
    [workspaceId, tickets],
  );
  return new Map(rows.map(({ id, subject }) => [id, subject]));
}
