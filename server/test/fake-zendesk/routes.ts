/** What the account answers to which path, once it is known who asks and how often. */
import type { Account } from './account.ts';
import {
  auditAnswer,
  customStatusAnswers,
  groupAnswer,
  holidayAnswers,
  membershipAnswers,
  policyAnswer,
  scheduleAnswer,
  ticketAnswer,
  ticketFieldAnswers,
  userAnswer,
} from './answers.ts';
import type { Asked } from './asked.ts';
import { changeTags, changeTicket } from './changes.ts';
import { createExports, type Given } from './exports.ts';
import type { History } from './history.ts';
import { ratingAnswer, ratingsOf } from './ratings.ts';

export type Answering = (asked: Asked) => Given;

const notFound: Given = { status: 404, body: { error: 'RecordNotFound', description: 'Not found' } };
const ok = (body: unknown): Given => ({ status: 200, body });

export function createAnswers(history: History): { readonly answer: Answering; readonly exports: ReturnType<typeof createExports> } {
  const { account } = history;
  const exports = createExports(history);
  let ratings: ReturnType<typeof ratingsOf> | undefined;

  function ratingsAnswer({ query, now, mostRows }: Asked): Given {
    ratings ??= ratingsOf(account);
    const from = Number(query.get('start_time') ?? 0);
    const offered = ratings.filter(({ offeredAt }) => offeredAt >= from && offeredAt <= now);
    // Those of deleted tickets are left out of a page rather than looked for in all of them: of a large account that would take most of the time.
    return paged('satisfaction_ratings', offered, query, Math.min(mostRows, 100), (rating) => {
      const { status, requester, assignee, group } = history.tell(rating.ticket, now)!.fields;
      return status === 'deleted' ? undefined : ratingAnswer(rating, now, { requester, assignee, group });
    });
  }

  function ticketAnswers(asked: Asked, ticket: number, rest: string): Given {
    const told = history.tell(ticket, asked.now);
    if (!told || told.fields.status === 'deleted') return notFound;
    if (rest === '/audits') return paged('audits', told.audits, asked.query, Math.min(asked.mostRows, 100), auditAnswer);
    if (rest === '/tags') return changeTags(history, told, asked);
    if (asked.method === 'PUT') {
      const refusal = changeTicket(history, told, asked);
      if (refusal) return refusal;
    }
    return ok({ ticket: ticketAnswer(history.tell(ticket, asked.now)!, asked.origin) });
  }

  function answer(asked: Asked): Given {
    const { path, query, origin, mostRows } = asked;
    const [, ticket, rest = ''] = /^\/tickets\/(\d+)(\/audits|\/tags)?$/.exec(path) ?? [];
    if (ticket) return ticketAnswers(asked, Number(ticket), rest);
    switch (path) {
      case '/incremental/tickets/cursor':
        return exports.tickets(asked);
      case '/incremental/users/cursor':
        return exports.users(asked);
      case '/incremental/ticket_events':
        return exports.ticketEvents(asked);
      case '/incremental/ticket_metric_events':
        return exports.metricEvents(asked);
      case '/incremental/organizations':
        return exports.organizations(asked);
      case '/satisfaction_ratings':
        return ratingsAnswer(asked);
      case '/users/me':
        return ok({ user: userAnswer(account, account.agentId(0), origin) });
      case '/users/show_many':
        return ok({
          users: usersOf(account, query.get('ids') ?? '').map((id) => userAnswer(account, id, origin)),
          next_page: null,
          previous_page: null,
        });
      case '/groups':
        return paged('groups', [...account.groupIds.keys()], query, Math.min(mostRows, 100), (number) =>
          groupAnswer(account, number, origin),
        );
      case '/group_memberships':
        return paged('group_memberships', membershipAnswers(account), query, Math.min(mostRows, 100), (one) => one);
      case '/custom_statuses':
        return ok({ custom_statuses: customStatusAnswers });
      case '/ticket_fields':
        return ok({ ticket_fields: ticketFieldAnswers, next_page: null, previous_page: null, count: ticketFieldAnswers.length });
      case '/slas/policies':
        return ok({ sla_policies: [policyAnswer], next_page: null, previous_page: null, count: 1 });
      case '/business_hours/schedules':
        return ok({ schedules: [scheduleAnswer], url: `${origin}/api/v2/business_hours/schedules.json` });
      case `/business_hours/schedules/${scheduleAnswer.id}/holidays`:
        return ok({ holidays: holidayAnswers });
      default:
        return notFound;
    }
  }

  return { answer, exports };
}

const usersOf = (account: Account, ids: string) =>
  ids
    .split(',')
    .map(Number)
    .filter((id) => account.isAgent(id) || account.isCustomer(id))
    .slice(0, 100);

/** Pages by a cursor, as the newer paths have them: `page[size]`, `page[after]`, `meta` and `links`. What is answered by nothing is left out. */
function paged<T>(name: string, all: readonly T[], query: URLSearchParams, most: number, answer: (one: T) => unknown): Given {
  const size = Math.min(most, Number(query.get('page[size]') ?? 100));
  const start = query.has('page[after]') ? Number(Buffer.from(query.get('page[after]')!, 'base64url').toString()) : 0;
  if (!Number.isInteger(start)) return { status: 400, body: { error: 'InvalidPaginationParameter' } };
  const end = start + size;
  const after = Buffer.from(String(end)).toString('base64url');
  const hasMore = end < all.length;
  return ok({
    [name]: all
      .slice(start, end)
      .map(answer)
      .filter((one) => one !== undefined),
    meta: { has_more: hasMore, after_cursor: hasMore ? after : null, before_cursor: null },
    links: { next: null, prev: null },
  });
}
