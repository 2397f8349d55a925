/** What customers say afterwards: offered a day after the first solve, answered by some, and one in twenty changes their mind. */
import type { Account } from './account.ts';
import { iso } from './answers.ts';
import { planTicket } from './plan.ts';

export interface Rating {
  readonly ticket: number;
  readonly offeredAt: number;
  readonly answers: readonly { readonly at: number; readonly score: 'good' | 'bad'; readonly comment: string | null }[];
}

/** By when they were offered. */
export function ratingsOf(account: Account): Rating[] {
  const ratings: Rating[] = [];
  for (let ticket = 1; ticket <= account.size.tickets; ticket += 1) {
    const random = account.random(3, ticket);
    const solved = random.chance(0.4) ? planTicket(account, ticket).find(({ set }) => set?.status === 'solved') : undefined;
    if (!solved) continue;
    const offeredAt = solved.at + 86_400;
    const at = offeredAt + random.between(1, 40) * 3600;
    const score = random.chance(0.8) ? ('good' as const) : ('bad' as const);
    const comment = random.chance(0.4) ? 'Friendly, and quick enough.' : null;
    const first = random.chance(0.5) ? [{ at, score, comment }] : [];
    const second =
      first.length > 0 && score === 'bad' && random.chance(0.25)
        ? [{ at: at + 7200, score: 'good' as const, comment: 'It came after all.' }]
        : [];
    ratings.push({ ticket, offeredAt, answers: [...first, ...second] });
  }
  return ratings.toSorted((a, b) => a.offeredAt - b.offeredAt);
}

export function ratingAnswer(
  { ticket, offeredAt, answers }: Rating,
  now: number,
  about: { requester: number; assignee: number | null; group: number | null },
) {
  const last = answers.findLast(({ at }) => at <= now);
  return {
    id: 800_000_000 + ticket,
    ticket_id: ticket,
    requester_id: about.requester,
    assignee_id: about.assignee,
    group_id: about.group,
    score: last?.score ?? 'offered',
    comment: last?.comment ?? null,
    reason: null,
    created_at: iso(offeredAt),
    updated_at: iso(last?.at ?? offeredAt),
  };
}
