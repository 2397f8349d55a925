/**
 * What is asked of Zendesk, stream by stream. Three ways of paging: the cursor exports, the exports by time, and lists that are read whole and
 * again after a while. None of the streams compares instants of its own: an export goes by `generated_timestamp`, and gives a ticket whose
 * `updated_at` lies before the cursor.
 */
import { CallFailed, type Calls, type Items, type Page } from '../connector.ts';
import { type ApiSchedule, type ApiSlaPolicy, holiday, page, schedule, slaPolicy } from './api-types.ts';

interface Stream {
  readonly path: string;
  /** Where the rows stand in the answer. */
  readonly rows: string;
  readonly by: 'cursor' | 'time' | 'list' | 'rating';
  readonly query?: Readonly<Record<string, string>>;
  /** Some plans have none, and answer 403. */
  readonly byPlan?: true;
}

/** In the order of the back-fill. */
const STREAMS: Readonly<Record<string, Stream>> = {
  'custom-statuses': { path: '/api/v2/custom_statuses.json', rows: 'custom_statuses', by: 'list', byPlan: true },
  'ticket-fields': { path: '/api/v2/ticket_fields.json', rows: 'ticket_fields', by: 'list' },
  groups: { path: '/api/v2/groups.json', rows: 'groups', by: 'list' },
  organizations: { path: '/api/v2/incremental/organizations.json', rows: 'organizations', by: 'time' },
  users: { path: '/api/v2/incremental/users/cursor.json', rows: 'users', by: 'cursor' },
  'group-memberships': { path: '/api/v2/group_memberships.json', rows: 'group_memberships', by: 'list' },
  'ticket-events': {
    path: '/api/v2/incremental/ticket_events.json',
    rows: 'ticket_events',
    by: 'time',
    query: { include: 'comment_events' },
  },
  tickets: { path: '/api/v2/incremental/tickets/cursor.json', rows: 'tickets', by: 'cursor' },
  ratings: { path: '/api/v2/satisfaction_ratings.json', rows: 'satisfaction_ratings', by: 'rating', byPlan: true },
  'metric-events': { path: '/api/v2/incremental/ticket_metric_events.json', rows: 'ticket_metric_events', by: 'time', byPlan: true },
};
export const STREAM_NAMES: readonly string[] = Object.keys(STREAMS);

const [MINUTE, DAY] = [60, 86_400];
/** Statuses, fields, groups and who is in them change seldom. */
const LIST_AGAIN_SECONDS = 10 * MINUTE;
/** Ratings are found by when they were offered; whoever answers later, or anew, does so within this. */
const RATING_DAYS = 28;
const RATINGS_AGAIN_SECONDS = 60 * MINUTE;
/** A plan that has none of a stream may be changed. */
const PLAN_AGAIN_SECONDS = 60 * MINUTE;
const PAGE = 100;
/** Clocks of two machines that differ by more are set wrong. */
const CLOCKS_DIFFER_SECONDS = 10 * MINUTE;

/** Null at the beginning. `start` is where an export by time goes on, `cursor` where one by cursor does; seconds since 1970, all of them. */
export interface Cursor {
  readonly start?: number;
  readonly cursor?: string;
  /** A list, or a sweep over ratings, was read whole then. */
  readonly readAt?: number;
  /** The latest rating that was seen. */
  readonly latest?: number;
  /** The plan had none of it then. */
  readonly noneAt?: number;
}

export interface About {
  readonly since: number;
  /** Seconds since 1970. */
  readonly now: number;
}

export async function pull(call: Calls, name: string, cursor: Cursor, about: About): Promise<Page> {
  const stream = STREAMS[name];
  if (!stream) throw new Error(`There is no stream ${name}`);
  if (!stream.byPlan) return pullStream(call, name, stream, cursor, about);
  const { noneAt, ...before } = cursor;
  if (noneAt !== undefined && about.now < noneAt + PLAN_AGAIN_SECONDS) return nothing(cursor);
  return pullStream(call, name, stream, before, about).catch((error: unknown) => {
    if (!isNotInPlan(error)) throw error;
    return nothing({ ...before, noneAt: about.now });
  });
}

function pullStream(call: Calls, name: string, stream: Stream, cursor: Cursor, about: About): Promise<Page> {
  if (stream.by === 'cursor') return byCursor(call, stream, cursor, about);
  if (stream.by === 'time') return byTime(call, stream, cursor, about);
  if (stream.by === 'rating') return byRating(call, stream, cursor, about);
  return name === 'group-memberships' ? memberships(call, stream, cursor, about) : byList(call, stream, cursor, about);
}

async function byCursor(call: Calls, { path, rows }: Stream, { cursor }: Cursor, { since, now }: About): Promise<Page> {
  const { items, told, isTooRecent } = await ask(
    call,
    path,
    rows,
    cursor === undefined ? { start_time: since, per_page: 1000 } : { cursor, per_page: 1000 },
    now,
  );
  if (isTooRecent) return nothing({});
  const after = told.after_cursor ?? cursor;
  const last = items.at(-1) as { generated_timestamp?: unknown; updated_at?: unknown } | undefined;
  const upTo = typeof last?.generated_timestamp === 'number' ? isoOf(last.generated_timestamp) : textOf(last?.updated_at);
  // Without a cursor the same would be asked for ever.
  const done = told.end_of_stream !== false || after === cursor;
  return { items, cursor: after === undefined ? {} : { cursor: after }, done, ...upToOf(done ? isoOf(now) : upTo) };
}

/** The export of events leaves out the last minute, and none of them may be asked for it. */
async function byTime(call: Calls, { path, rows, query }: Stream, { start }: Cursor, { since, now }: About): Promise<Page> {
  const from = start ?? since;
  if (from > now - MINUTE - 1) return nothing({ start: from });
  const { items, told, isTooRecent } = await ask(call, path, rows, { start_time: from, ...query }, now);
  if (isTooRecent) return nothing({ start: from });
  const next = startOf(told.next_page) ?? told.end_time ?? from;
  const done = told.end_of_stream ?? (told.meta?.has_more === false || items.length === 0 || next <= from);
  // A page of one second alone would come again and again.
  const start2 = !done && next <= from ? from + 1 : Math.max(next, from);
  return { items, cursor: { start: start2 }, done, ...upToOf(isoOf(done ? now - MINUTE : start2)) };
}

async function byList(call: Calls, { path, rows }: Stream, { cursor, readAt }: Cursor, { now }: About): Promise<Page> {
  if (cursor === undefined && readAt !== undefined && now < readAt + LIST_AGAIN_SECONDS) return nothing({ readAt });
  const { items, after } = await askList(call, path, rows, cursor);
  return { items, cursor: after === undefined ? { readAt: now } : { cursor: after }, done: after === undefined };
}

/** They are put together by agent, since only all groups of somebody together mean something here. */
async function memberships(call: Calls, { path, rows }: Stream, { readAt }: Cursor, { now }: About): Promise<Page> {
  if (readAt !== undefined && now < readAt + LIST_AGAIN_SECONDS) return nothing({ readAt });
  const groups = new Map<string, string[]>();
  for (let cursor: string | undefined; ;) {
    const { items, after } = await askList(call, path, rows, cursor);
    for (const item of items as { user_id?: unknown; group_id?: unknown }[]) {
      const agent = String(item.user_id);
      groups.set(agent, [...(groups.get(agent) ?? []), String(item.group_id)]);
    }
    if (after === undefined) break;
    cursor = after;
  }
  const asOf = isoOf(now);
  return {
    items: [...groups].map(([agent, ids]) => ({ user_id: agent, group_ids: ids, as_of: asOf })),
    cursor: { readAt: now },
    done: true,
  };
}

/** From the latest that was seen on, and each hour from some weeks before it. */
async function byRating(call: Calls, { path, rows }: Stream, before: Cursor, { since, now }: About): Promise<Page> {
  const isSweep = before.cursor === undefined && before.latest !== undefined && now >= (before.readAt ?? 0) + RATINGS_AGAIN_SECONDS;
  const latest = before.latest ?? since;
  const start = before.start ?? (isSweep ? Math.max(since, latest - RATING_DAYS * DAY) : latest);
  const { items, after } = await askList(call, path, rows, before.cursor, { start_time: start });
  const seen = items
    .map((item) => Math.floor(Date.parse(textOf((item as { created_at?: unknown }).created_at) ?? '') / 1000))
    .filter(Number.isFinite);
  const now2 = { latest: Math.max(latest, ...seen), readAt: isSweep || before.latest === undefined ? now : (before.readAt ?? now) };
  return {
    items,
    cursor: after === undefined ? now2 : { ...now2, start, cursor: after },
    done: after === undefined,
    ...upToOf(isoOf(now2.latest)),
  };
}

/** Every audit of one ticket; nothing where it is gone. */
export async function pullTicket(call: Calls, ticket: string): Promise<Items[]> {
  const audits: unknown[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, after } = await askList(call, `/api/v2/tickets/${encodeURIComponent(ticket)}/audits.json`, 'audits', cursor);
    audits.push(...items);
    if (after === undefined) return audits.length > 0 ? [{ stream: 'audits', items: audits }] : [];
    cursor = after;
  }
}

/** What nobody told yet: roles of users, statuses, and the account's own address. */
export async function lookUp(call: Calls, keys: readonly string[]): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  const users = keys.flatMap((key) => (key.startsWith('user/') ? [key.slice('user/'.length)] : []));
  for (let at = 0; at < users.length; at += PAGE) {
    const { items } = await ask(call, '/api/v2/users/show_many.json', 'users', { ids: users.slice(at, at + PAGE).join(',') });
    for (const { id, role } of items as { id?: unknown; role?: unknown }[])
      found[`user/${String(id)}`] = { role: textOf(role) ?? 'end-user' };
  }
  if (keys.some((key) => key.startsWith('custom-status/'))) {
    const { items } = await ask(call, STREAMS['custom-statuses']!.path, 'custom_statuses', {}).catch(noneOfPlan);
    for (const { id, status_category: category, agent_label: label } of items as Record<string, unknown>[])
      found[`custom-status/${String(id)}`] = { category: textOf(category) ?? '', label: textOf(label) ?? textOf(category) ?? '' };
  }
  if (keys.includes('account')) {
    const { body } = await call.get('/api/v2/users/me.json');
    const url = textOf((body as { user?: { url?: unknown } } | null)?.user?.url);
    if (url && URL.canParse(url)) found['account'] = { origin: new URL(url).origin };
  }
  return found;
}

/** What is offered to be imported: their SLA policies, and their schedules with the holidays. Nothing where the plan has none. */
export async function readRules(call: Calls): Promise<{ policies: ApiSlaPolicy[]; schedules: ApiSchedule[] }> {
  const policies = await ask(call, '/api/v2/slas/policies.json', 'sla_policies', {}).catch(noneOfPlan);
  const found = await ask(call, '/api/v2/business_hours/schedules.json', 'schedules', {}).catch(noneOfPlan);
  const schedules: ApiSchedule[] = [];
  for (const one of found.items) {
    const read = schedule.safeParse(one);
    if (!read.success) continue;
    const { items } = await ask(call, `/api/v2/business_hours/schedules/${read.data.id}/holidays.json`, 'holidays', {});
    schedules.push({ ...read.data, holidays: items.flatMap((day) => holiday.safeParse(day).data ?? []) });
  }
  return { policies: policies.items.flatMap((one) => slaPolicy.safeParse(one).data ?? []), schedules };
}

/** A plan without SLAs, schedules, statuses of one's own or ratings answers 403. */
const isNotInPlan = (error: unknown): boolean => error instanceof CallFailed && error.status === 403;

function noneOfPlan(error: unknown): Asked {
  if (isNotInPlan(error)) return { items: [], told: {}, isTooRecent: false };
  throw error;
}

/** The exports are for administrators; others are told so before anything is saved. */
export async function check(call: Calls): Promise<void> {
  const { body } = await call.get('/api/v2/users/me.json');
  const user = (body as { user?: { id?: unknown; role?: unknown } } | null)?.user;
  if (!user?.id) throw new CallFailed('credentials', 'The credentials are not those of a user');
  if (user.role !== 'admin')
    throw new CallFailed('credentials', 'The credentials must be those of an administrator: nobody else may read the exports');
}

interface Asked {
  readonly items: readonly unknown[];
  readonly told: ReturnType<typeof page.parse>;
  readonly isTooRecent: boolean;
}

/** `now` of the exports, which may be asked too early; seconds since 1970. */
async function ask(
  call: Calls,
  path: string,
  rows: string,
  query: Readonly<Record<string, string | number>>,
  now = Number.POSITIVE_INFINITY,
): Promise<Asked> {
  const { status, body } = await call.get(path, query);
  // Where the last minutes were asked for it says that those are not to be had yet: their clock is not ours.
  const isTooRecent = status === 422 && Number(query['start_time'] ?? 0) > now - CLOCKS_DIFFER_SECONDS;
  if (status === 422 && !isTooRecent)
    throw new CallFailed('refused', `The system does not take what it is asked of ${path}${askedFrom(query['start_time'])}`, status);
  // What is gone has no rows.
  if (status !== 200) return { items: [], told: {}, isTooRecent };
  const read = page.safeParse(body);
  const items = (body as Record<string, unknown> | null)?.[rows];
  if (!read.success || !Array.isArray(items))
    throw new CallFailed('refused', `The system answered ${path} with something else than ${rows}`, status);
  return { items, told: read.data, isTooRecent: false };
}

/** Pages of the newer kind; older accounts give the next page's address instead, or all at once. */
async function askList(call: Calls, path: string, rows: string, cursor: string | undefined, query: Readonly<Record<string, number>> = {}) {
  const isAddress = cursor?.includes('://') ?? false;
  const { items, told } = isAddress
    ? await ask(call, cursor!, rows, {})
    : await ask(call, path, rows, { 'page[size]': PAGE, ...query, ...(cursor !== undefined && { 'page[after]': cursor }) });
  const after = (told.meta?.has_more ? told.meta.after_cursor : told.meta ? null : told.next_page) ?? undefined;
  return { items, after };
}

const askedFrom = (start: string | number | undefined) => (start === undefined ? '' : `, from ${isoOf(Number(start))} on`);
const nothing = (cursor: Cursor): Page => ({ items: [], cursor, done: true });
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString();
const upToOf = (upTo: string | undefined) => (upTo === undefined ? {} : { upTo });

function startOf(next: string | null | undefined): number | undefined {
  if (!next || !URL.canParse(next)) return undefined;
  const start = Number(new URL(next).searchParams.get('start_time') ?? Number.NaN);
  return Number.isFinite(start) ? start : undefined;
}
