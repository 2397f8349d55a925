/**
 * Low answers that ask for a follow-up within a day (CSAT of 2 of 5 or less, NPS of 6 or less): when each was given, whether a person has
 * written on the ticket or called the customer since, and what the customer said, where the viewer may read it. Listed are the
 * answers the viewer may see one by one; which are low is what the catalogue's counts of them say.
 */
import { sightOf } from '../accounts/index.ts';
import { namesOf } from '../directory/index.ts';
import { type Asking, iso, type MetricsParts, stillInSight } from '../metrics/index.ts';
import { type Contact, contactsSince } from './contacts.ts';
import { type Low, lowAnswers } from './low-answers.ts';
import { type FeedbackQuestion, frameFor } from './question.ts';
import { type Said, wordsOf } from './words.ts';

const MOST_LISTED = 200;
const WITHIN_MS = 24 * 3_600_000;

export async function followUps(parts: MetricsParts, asking: Asking, question: FeedbackQuestion, signal?: AbortSignal) {
  const { scope, workspaceId, now } = asking;
  const frame = await frameFor(parts, asking, question);
  const period = { from: iso(frame.from), to: iso(frame.to), timeZone: frame.timeZone };
  if (scope.rows.to === 'none') return { answers: [], counts: null, isWhole: false, period };
  const found = await lowAnswers(parts, frame, MOST_LISTED + 1, signal);
  const listed = await stillInSight(parts.postgres, workspaceId, sightOf(scope), found.slice(0, MOST_LISTED));
  const contacts = await contactsSince(parts, workspaceId, listed, signal);
  const { pool } = parts.postgres;
  const [words, names] = await Promise.all([
    scope.text ? wordsOf(pool, workspaceId, listed) : new Map<Low, Said>(),
    namesOf(
      pool,
      workspaceId,
      listed.flatMap(({ agent, team, requester, organisation }) => [
        ['agent', agent || null] as const,
        ['team', team || null] as const,
        ['customer', requester || null] as const,
        ['organisation', organisation || null] as const,
      ]),
    ),
  ]);
  const contactNames = await namesOf(
    pool,
    workspaceId,
    [...contacts.values()].map(({ agent }) => ['agent', agent] as const),
  );
  // That somebody opened another ticket counts; whose it is may be none of the viewer's business.
  const isTheirs = ({ kind }: Contact) => kind === 'reply' || scope.rows.to === 'all';
  const answers = listed.map((low) => {
    const contact = contacts.get(low) ?? null;
    return {
      ticket: low.ticket,
      survey: low.survey,
      score: low.score,
      scale: low.scale,
      answeredAt: iso(low.answeredAt),
      agent: names.of('agent', low.agent || null),
      team: names.of('team', low.team || null),
      channel: low.channel,
      category: low.category,
      requester: names.of('customer', low.requester || null),
      organisation: names.of('organisation', low.organisation || null),
      customerTier: low.customerTier || null,
      hasComment: low.commented === 1,
      comment: words.get(low)?.comment ?? null,
      furtherAnswers: words.get(low)?.furtherAnswers ?? [],
      state: stateOf(low, contact, now),
      contact: contact && {
        at: iso(contact.at),
        kind: contact.kind,
        ...(isTheirs(contact) ? { by: contactNames.of('agent', contact.agent), ticket: contact.ticket } : { by: null, ticket: null }),
      },
    };
  });
  const count = (state: State) => answers.filter((one) => one.state === state).length;
  return {
    answers: answers.toSorted(
      (a, b) => RANK[a.state] - RANK[b.state] || (a.state === 'open' ? 1 : -1) * compareText(a.answeredAt, b.answeredAt),
    ),
    counts: { open: count('open'), overdue: count('overdue'), inTime: count('in_time'), late: count('late') },
    isWhole: found.length <= MOST_LISTED,
    period,
  };
}

/** In the order they are listed: what can still be in time first. */
export const STATES = ['open', 'overdue', 'late', 'in_time'] as const;
type State = (typeof STATES)[number];
const RANK = Object.fromEntries(STATES.map((state, place) => [state, place])) as Record<State, number>;
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function stateOf({ answeredAt }: Low, contact: Contact | null, now: number): State {
  if (contact) return contact.at - answeredAt <= WITHIN_MS ? 'in_time' : 'late';
  return now - answeredAt > WITHIN_MS ? 'overdue' : 'open';
}
