/**
 * The incremental exports: by cursor or by time, in pages of at most a thousand. What is awkward about them is kept: those by time give the
 * last second of a page again with the next one, the events leave out the last minute, and tickets come in the order of a stamp that moves
 * though nobody changed them.
 */
import { eventAnswer, organizationAnswer, ticketAnswer, userAnswer, userCreatedAt } from './answers.ts';
import type { History, Told } from './history.ts';
import { createTimeline } from './timeline.ts';
import { metricEvents } from './verdicts.ts';

export interface Question {
  readonly query: URLSearchParams;
  readonly origin: string;
  /** Seconds since 1970. */
  readonly now: number;
  readonly mostRows: number;
}

export interface Given {
  readonly status: number;
  readonly body: unknown;
}

const tooRecent: Given = {
  status: 422,
  body: { error: 'StartTimeTooRecent', description: 'Too recent start_time. Use a start_time older than 1 minute' },
};
const MINUTE = 60;
const MOST_TOLD = 15_000;
/** Whoever asks without a cursor must say since when, and not since just now. */
const startOf = (query: URLSearchParams): number => Number(query.get('start_time') ?? Number.NaN);

export function createExports(history: History) {
  const { account } = history;
  const isAgent = (user: number) => account.isAgent(user);
  const steps = createTimeline(history, (ticket) => history.stepsOf(ticket).map(({ at }) => at));
  const wholeOf = (ticket: number): Told => history.tell(ticket, Number.MAX_SAFE_INTEGER)!;
  const verdicts = createTimeline(history, (ticket) => metricEvents(wholeOf(ticket), isAgent).map(({ at }) => at));
  /** Neighbours in time are often of the same tickets. */
  const lately = new Map<number, { readonly told: Told; readonly until: number }>();

  function tell(ticket: number, until: number): Told {
    const known = lately.get(ticket);
    if (known?.until === until) return known.told;
    const told = history.tell(ticket, until)!;
    if (lately.size >= MOST_TOLD) lately.delete(lately.keys().next().value!);
    lately.set(ticket, { told, until });
    return told;
  }

  function tickets({ query, origin, now, mostRows }: Question): Given {
    const cursor = query.get('cursor');
    const [from, after] = cursor === null ? [startOf(query), -1] : readCursor(cursor);
    if (!Number.isFinite(from)) return badCursor;
    if (cursor === null && from > now - MINUTE) return tooRecent;
    const most = Math.min(mostRows, Number(query.get('per_page') ?? 1000));
    const rows: unknown[] = [];
    let [lastAt, lastTicket, isWhole] = [from, after, true];
    for (const { at, ticket, ordinal } of steps.between(from, now, after)) {
      // Its place in the export is that of the last thing that happened to it.
      const next = history.stepsOf(ticket)[ordinal + 1];
      if (next && next.at <= now) continue;
      if (rows.length === most) {
        isWhole = false;
        break;
      }
      rows.push(ticketAnswer(history.tell(ticket, now)!, origin));
      [lastAt, lastTicket] = [at, ticket];
    }
    return cursorPage('tickets', rows, [lastAt, lastTicket], isWhole, origin);
  }

  function users({ query, origin, now, mostRows }: Question): Given {
    const cursor = query.get('cursor');
    const [from, after] = cursor === null ? [startOf(query), -1] : readCursor(cursor);
    if (!Number.isFinite(from)) return badCursor;
    if (cursor === null && from > now - MINUTE) return tooRecent;
    const most = Math.min(mostRows, Number(query.get('per_page') ?? 1000));
    const ids = [...range(account.FIRST.agent, account.size.agents), ...range(account.FIRST.customer, account.size.customers)]
      .map((id) => [userCreatedAt(account, id), id] as const)
      .filter(([at, id]) => at > from || (at === from && id > after))
      .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
    const rows = ids.slice(0, most);
    return cursorPage(
      'users',
      rows.map(([, id]) => userAnswer(account, id, origin)),
      rows.at(-1) ?? [from, after],
      ids.length <= most,
      origin,
    );
  }

  function ticketEvents({ query, origin, now, mostRows }: Question): Given {
    const from = startOf(query);
    if (!Number.isFinite(from)) return badCursor;
    if (from > now - MINUTE) return tooRecent;
    const withComments = query.get('include') === 'comment_events';
    const until = now - MINUTE;
    const page = pageByTime(steps.between(Math.max(0, from), until), mostRows, ({ ticket, ordinal }) => {
      const before = history.stepsOf(ticket).slice(0, ordinal + 1);
      if (before.at(-1)!.isTouch) return undefined;
      return eventAnswer(tell(ticket, now).audits[before.filter(({ isTouch }) => !isTouch).length - 1]!, withComments);
    });
    return timePage('ticket_events', page, from, `${origin}/api/v2/incremental/ticket_events.json`);
  }

  function metricEventsAnswer({ query, origin, now, mostRows }: Question): Given {
    const from = startOf(query);
    if (!Number.isFinite(from)) return badCursor;
    if (from > now - MINUTE) return tooRecent;
    const page = pageByTime(
      verdicts.between(Math.max(0, from), now - MINUTE),
      Math.min(mostRows, 100),
      ({ ticket, ordinal }) => metricEvents(wholeOf(ticket), isAgent)[ordinal]!.answer,
    );
    return timePage('ticket_metric_events', page, from, `${origin}/api/v2/incremental/ticket_metric_events.json`);
  }

  function organizations({ query, origin, now, mostRows }: Question): Given {
    const from = startOf(query);
    if (!Number.isFinite(from)) return badCursor;
    if (from > now - MINUTE) return tooRecent;
    const moments = range(account.FIRST.organization, account.size.organizations).map((id, number) => ({
      id,
      at: account.from - 20_000_000 + number,
    }));
    const page = pageByTime(
      moments.filter(({ at }) => at >= from),
      mostRows,
      ({ id }) => organizationAnswer(account, id, origin),
    );
    return timePage('organizations', page, from, `${origin}/api/v2/incremental/organizations.json`);
  }

  return { tickets, users, ticketEvents, metricEvents: metricEventsAnswer, organizations, steps };
}

const range = (first: number, count: number) => Array.from({ length: count }, (_, number) => first + number);

const readCursor = (text: string): [at: number, id: number] => {
  const [at = Number.NaN, id = Number.NaN] = Buffer.from(text, 'base64url').toString().split('|').map(Number);
  return [at, id];
};
const badCursor: Given = {
  status: 400,
  body: { error: 'InvalidParameter', description: 'start_time or cursor is missing or cannot be read' },
};

function cursorPage(name: string, rows: readonly unknown[], [at, id]: readonly [number, number], isWhole: boolean, origin: string): Given {
  const cursor = Buffer.from(`${at}|${id}`).toString('base64url');
  const after = `${origin}/api/v2/incremental/${name}/cursor.json?cursor=${cursor}`;
  return {
    status: 200,
    body: { [name]: rows, after_cursor: cursor, after_url: after, before_cursor: null, before_url: null, end_of_stream: isWhole },
  };
}

interface PageByTime {
  readonly rows: readonly unknown[];
  readonly lastAt: number | null;
  readonly isWhole: boolean;
}

/** A page does not end within a second: all that happened in it are on the same page, even if they are more than fit. */
function pageByTime<T extends { readonly at: number }>(moments: Iterable<T>, most: number, answer: (moment: T) => unknown): PageByTime {
  const rows: unknown[] = [];
  let lastAt: number | null = null;
  for (const moment of moments) {
    if (rows.length >= most && moment.at !== lastAt) return { rows, lastAt, isWhole: false };
    const row = answer(moment);
    if (row === undefined) continue;
    rows.push(row);
    lastAt = moment.at;
  }
  return { rows, lastAt, isWhole: true };
}

/** The next page begins with the second in which this one ended, unless that would give the very same again. */
function timePage(name: string, { rows, lastAt, isWhole }: PageByTime, from: number, path: string): Given {
  const end = lastAt === null ? null : lastAt === from && !isWhole ? lastAt + 1 : lastAt;
  const next = end === null ? null : `${path}?start_time=${end}`;
  return { status: 200, body: { [name]: rows, count: rows.length, end_time: end, next_page: next, end_of_stream: isWhole } };
}
