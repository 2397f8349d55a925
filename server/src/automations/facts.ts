/** What automations look at of a ticket, as it is now, read at once. */
import { type AutomationFacts, type AutomationSpec, calendarsOf, type RecentTicket } from '@watchdesk/domain/automation';
import { type Calendar, calendarSpec, createCalendar } from '@watchdesk/domain/calendar';
import { DEFAULT_SETTINGS } from '@watchdesk/domain/survey';
import { readVersions } from '../rules/index.ts';
import { type PackedState, readState } from '../store/packed-state.ts';
import type { CarryParts } from './carry-out.ts';
import { calledBy, NOBODY_ON_CALL, type OnCallSource } from './on-call.ts';
import type { Queryable } from './records.ts';

/** What is the same for all tickets of a workspace. */
export interface Setting {
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly timeZone: string;
  /** Of which version each calendar is. */
  readonly calendarVersions: ReadonlyMap<string, number>;
  /** Who is on call at any instant, of what these automations name. */
  readonly onCall: AutomationFacts['onCall'];
  /** Whether somebody may be asked how it was. */
  readonly asks: boolean;
}

const MOST_RECENT = 20;
/** Where no automation asks. */
const UNASKED: AutomationFacts['surveys'] = {
  settings: DEFAULT_SETTINGS,
  contact: { hasAddress: false, optedOut: false, asked: [] },
  fault: null,
};

/** What these automations need, with the calendars that are in force; one that is not there is left out. */
export async function settingOf(
  queryable: Queryable,
  workspaceId: string,
  specs: readonly AutomationSpec[],
  now: number,
  source: OnCallSource = NOBODY_ON_CALL,
): Promise<Setting> {
  const calendars = new Set(specs.flatMap(calendarsOf));
  const { rows } = await queryable.query<{ zone: string }>('select time_zone as zone from workspace where workspace_id = $1', [
    workspaceId,
  ]);
  const versions = calendars.size === 0 ? [] : await readVersions(queryable as never, workspaceId, 'calendar');
  const [made, inForce] = [new Map<string, Calendar>(), new Map<string, number>()];
  for (const id of calendars) {
    const last = versions.findLast((one) => one.id === id && (one.effectiveFrom === null || one.effectiveFrom.getTime() <= now));
    if (!last?.spec) continue;
    made.set(id, createCalendar(calendarSpec.parse(last.spec)));
    inForce.set(id, last.version);
  }
  const called = calledBy(specs);
  return {
    onCall: await (called.length === 0 ? NOBODY_ON_CALL : source).agents(queryable, workspaceId, called),
    calendars: made,
    calendarVersions: inForce,
    timeZone: rows[0]?.zone ?? 'UTC',
    asks: specs.some(({ actions }) => actions.some((one) => one.do === 'survey')),
  };
}

interface Row {
  id: string;
  state: PackedState | null;
  subject: string | null;
  message: string | null;
  customerTier: string | null;
  plan: string | null;
  mrr: string | null;
}

type FactParts = Pick<CarryParts, 'postgres' | 'surveys'>;

/** By ticket; none of one that is not there, or was written by another version of this program. */
export async function factsOfEach(
  { postgres: { pool }, surveys }: FactParts,
  workspaceId: string,
  tickets: readonly string[],
  { asks, calendarVersions: _, ...setting }: Setting,
): Promise<Map<string, AutomationFacts>> {
  const { rows } = await pool.query<Row>({
    name: 'facts-for-automations',
    text: `select t.id, t.state, coalesce(s.fields->>'subject', s.fields->>'to') as subject, said.text as message,
        o.state->'attributes'->>'customerTier' as "customerTier", o.state->'attributes'->>'plan' as plan, o.state->'attributes'->>'mrr' as mrr
      from ticket t
      left join personal_data s on s.workspace_id = t.workspace_id and s.source = t.subject_source and s.event_id = t.subject_event
      left join directory c on c.workspace_id = t.workspace_id and c.kind = 'customer' and c.id = t.requester
      left join directory o on o.workspace_id = t.workspace_id and o.kind = 'organisation'
        and o.id = coalesce(t.organisation, c.state->'attributes'->>'organisation')
      left join lateral (
        select p.fields->>'text' as text from event_log l
        join personal_data p on p.workspace_id = l.workspace_id and p.source = l.source and p.event_id = l.id
        where l.workspace_id = t.workspace_id and l.stream = 'ticket/' || t.id and l.type = 'ticket.message' and l.actor_kind = 'customer'
          and l.data->>'visibility' = 'public'
        order by l.at desc, l.seq desc, l.source desc, l.id desc limit 1) said on true
      where t.workspace_id = $1 and t.id = any($2)`,
    values: [workspaceId, tickets],
  });
  const recent = await recentOf(pool, workspaceId, tickets);
  const found = new Map<string, AutomationFacts>();
  for (const { id, state, mrr, ...row } of rows) {
    const ticket = readState(state);
    if (!ticket) continue;
    const asked = asks ? await surveys.factsOf(pool, workspaceId, ticket.now.requester) : UNASKED;
    found.set(id, { ticket, ...row, mrr: mrr === null ? null : Number(mrr), recent: recent.get(id) ?? [], surveys: asked, ...setting });
  }
  return found;
}

/** Of each ticket those of its customer that were created before it, the latest first. */
async function recentOf(queryable: Queryable, workspaceId: string, tickets: readonly string[]): Promise<Map<string, RecentTicket[]>> {
  const { rows } = await queryable.query<Omit<RecentTicket, 'createdAt'> & { of: string; createdAt: Date }>({
    name: 'recent-for-automations',
    text: `select t.id as of, before.* from ticket t
      cross join lateral (
        select o.id, o.created_at as "createdAt", o.category, coalesce(s.fields->>'subject', s.fields->>'to') as subject
        from ticket o
        left join personal_data s on s.workspace_id = o.workspace_id and s.source = o.subject_source and s.event_id = o.subject_event
        where o.workspace_id = t.workspace_id and o.requester = t.requester and not o.hidden and o.id <> t.id and o.created_at <= t.created_at
        order by o.created_at desc, o.id limit ${MOST_RECENT}) before
      where t.workspace_id = $1 and t.id = any($2)`,
    values: [workspaceId, tickets],
  });
  const found = rows.map(({ of, ...row }) => ({ of, one: { ...row, createdAt: row.createdAt.getTime() } }));
  return new Map([...Map.groupBy(found, ({ of }) => of)].map(([of, all]) => [of, all.map(({ one }) => one)]));
}
