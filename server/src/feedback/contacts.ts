/** Whether a person spoke to the customer after an answer: a public reply on the ticket, or a ticket that an agent opened for the customer, as of a call. */
import { dayOf, instant } from '../facts/index.ts';
import { type MetricsParts, runStatement } from '../metrics/index.ts';
import type { Low } from './low-answers.ts';

export interface Contact {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly agent: string | null;
  readonly kind: 'reply' | 'new_ticket';
  readonly ticket: string;
}

/** The first contact after each answer that has one. */
export async function contactsSince(
  parts: MetricsParts,
  workspaceId: string,
  answers: readonly Low[],
  signal?: AbortSignal,
): Promise<Map<Low, Contact>> {
  if (answers.length === 0) return new Map();
  const [replies, calls] = await Promise.all([repliesTo(parts, workspaceId, answers), ticketsFor(parts, workspaceId, answers, signal)]);
  return new Map(
    answers.flatMap((answer): [Low, Contact][] => {
      const first = [...(replies.get(answer.ticket) ?? []), ...(calls.get(answer.requester) ?? [])]
        .filter(({ at, ticket, kind }) => at > answer.answeredAt && (kind === 'reply' || ticket !== answer.ticket))
        .toSorted((a, b) => a.at - b.at)[0];
      return first ? [[answer, first]] : [];
    }),
  );
}

/** By ticket the public replies of people since its first low answer. */
async function repliesTo(
  { postgres: { pool } }: MetricsParts,
  workspaceId: string,
  answers: readonly Low[],
): Promise<Map<string, Contact[]>> {
  const { rows } = await pool.query<{ ticket: string; at: number; agent: string | null }>(
    `select asked.ticket, l.at, l.actor_id as agent
     from (select ticket, min(at) as since from unnest($2::text[], $3::bigint[]) as answer(ticket, at) group by ticket) asked
     join event_log l on l.workspace_id = $1 and l.stream = 'ticket/' || asked.ticket
     where l.type = 'ticket.message' and l.actor_kind = 'agent' and l.data->>'visibility' = 'public' and l.at > asked.since`,
    [workspaceId, answers.map(({ ticket }) => ticket), answers.map(({ answeredAt }) => answeredAt)],
  );
  return grouped(rows.map(({ ticket, at, agent }) => [ticket, { at, agent, kind: 'reply', ticket }]));
}

interface Opened {
  readonly requester: string;
  readonly ticket: string;
  readonly at: number;
  readonly agent: string;
}

/** By customer the tickets that agents opened since the first of these answers. */
async function ticketsFor(
  { analytics }: MetricsParts,
  workspaceId: string,
  answers: readonly Low[],
  signal?: AbortSignal,
): Promise<Map<string, Contact[]>> {
  const requesters = [...new Set(answers.map(({ requester }) => requester))].filter((one) => one !== '');
  const since = Math.min(...answers.map(({ answeredAt }) => answeredAt));
  const rows = await runStatement<Opened>(
    analytics,
    {
      sql: `select requester, ticket, toUnixTimestamp64Milli(created_at) as at, toString(created_agent) as agent
from ticket_fact final where workspace_id = {workspaceId: String} and hidden = 0 and created_by = 'agent'
  and day >= ${dayOf('since')} and created_at > ${instant('since')} and has({requesters: Array(String)}, requester)`,
      params: { workspaceId, since, requesters },
    },
    signal,
  );
  return grouped(rows.map(({ requester, ticket, at, agent }) => [requester, { at, agent: agent || null, kind: 'new_ticket', ticket }]));
}

const grouped = (pairs: readonly (readonly [string, Contact])[]): Map<string, Contact[]> =>
  new Map([...Map.groupBy(pairs, ([key]) => key)].map(([key, own]) => [key, own.map(([, contact]) => contact)]));
