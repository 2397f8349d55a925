/**
 * When the calendar of a running clock is closed until its breach. Together with the breach that is all a screen needs to
 * say how much business time is left, and that it is not running out just now, without knowing calendars. Like the rest of
 * a kept clock it is true until something happens to its ticket.
 */
import { type Calendar, type CalendarInput, closedAhead, type ClosedAhead, createCalendar, NEVER_CLOSED } from '@watchdesk/domain/calendar';
import type { KeptClock } from '@watchdesk/domain/sla';
import type pg from 'pg';

/** As of the clock: what is over by its `asOf` is not in it. */
export type Closings = (clock: KeptClock) => ClosedAhead;

const keyOf = ({ id, version }: KeptClock['calendar']): string => `${version} ${id}`;
const isCounting = ({ isRunning, wouldBreachAt }: KeptClock): boolean => isRunning && wouldBreachAt !== null;

/** Answers for these clocks of one workspace; nothing for one that stands still, is breached, or cannot be. */
export async function closingsOf(queryable: Pick<pg.Pool, 'query'>, workspaceId: string, clocks: readonly KeptClock[]): Promise<Closings> {
  const wanted = new Map(clocks.filter(isCounting).map(({ calendar }) => [keyOf(calendar), calendar]));
  const calendars = await calendarsOf(queryable, workspaceId, [...wanted.values()]);
  return (clock) => {
    const calendar = calendars.get(keyOf(clock.calendar));
    return calendar && isCounting(clock) ? closedAhead(calendar, clock.asOf, clock.wouldBreachAt!) : NEVER_CLOSED;
  };
}

/** A version that retired its calendar goes on with the last hours there were, as the rulebook has it. */
async function calendarsOf(
  queryable: Pick<pg.Pool, 'query'>,
  workspaceId: string,
  wanted: readonly KeptClock['calendar'][],
): Promise<Map<string, Calendar>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await queryable.query<{ id: string; version: number; spec: CalendarInput | null }>({
    name: 'calendars-by-version',
    text: `select w.id, w.version, coalesce(c.spec, (
         select o.spec from calendar_version o where o.workspace_id = $1 and o.id = w.id and o.spec is not null
         order by o.version desc limit 1)) as spec
       from unnest($2::text[], $3::int[]) as w(id, version)
       join calendar_version c on c.workspace_id = $1 and c.id = w.id and c.version = w.version`,
    values: [workspaceId, wanted.map(({ id }) => id), wanted.map(({ version }) => version)],
  });
  return new Map(rows.flatMap(({ id, version, spec }) => (spec ? [[keyOf({ id, version }), calendarOf(spec)] as const] : [])));
}

/** Made once for each spec: a calendar remembers the years it was asked about, and live rows ask many times a second. */
const made = new Map<string, Calendar>();
const MOST_MADE = 200;

function calendarOf(spec: CalendarInput): Calendar {
  const key = JSON.stringify(spec);
  const known = made.get(key);
  if (known) return known;
  if (made.size >= MOST_MADE) made.clear();
  const calendar = createCalendar(spec);
  made.set(key, calendar);
  return calendar;
}
