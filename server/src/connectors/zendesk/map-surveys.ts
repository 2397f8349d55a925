/** Satisfaction ratings and metric events: what customers say, and what Zendesk itself says of its promises. */
import type { VendorDetail } from '@watchdesk/domain/sla';
import { metricEvent, rating } from './api-types.ts';
import { type Collected, eventOf, readAll, SYSTEM } from './collect.ts';
import { proseOf, wordOf } from './texts.ts';

/** Good or bad, and nothing between: the ends of a scale of three, so that a good one counts as satisfied and a bad one as not. */
const SCALE = 3;
const scoreOf = (score: string): number | null => (score.startsWith('good') ? SCALE : score.startsWith('bad') ? 1 : null);

/** Offered when it was made, answered when it was last changed; whoever changes their mind answers again. */
export function mapRatings(items: readonly unknown[], into: Collected): void {
  for (const { id, ticket_id: ticket, requester_id: requester, score: word, comment, created_at: offered, updated_at: at } of readAll(
    rating,
    items,
    into,
  )) {
    const about = { surveyId: id, survey: 'csat' };
    const own = into.own(ticket);
    into.add(eventOf({ id: `rating/${id}/requested`, at: offered, actor: { kind: 'automation' } }, 'survey.requested', about, own));
    const score = scoreOf(word);
    if (score === null) continue;
    const data = { ...about, score, scale: SCALE, ...(comment && { comment: proseOf(comment) }) };
    const actor = requester === null ? { kind: 'customer' as const } : { kind: 'customer' as const, id: into.own(requester) };
    into.add(eventOf({ id: `rating/${id}/${score === SCALE ? 'good' : 'bad'}/${at}`, at, seq: 1, actor }, 'survey.answered', data, own));
  }
}

/** A breach that they took back is another event than the breach: it comes under the same id over there. */
export function mapMetricEvents(items: readonly unknown[], into: Collected): void {
  for (const one of readAll(metricEvent, items, into)) {
    const { id, ticket_id: ticket, metric, type, time: at, sla, status, deleted } = one;
    const target = sla?.target_in_seconds ?? (typeof sla?.target === 'number' ? sla.target * 60 : null);
    const policy = wordOf(sla?.policy?.id);
    const verdict: VendorDetail = {
      instance: one.instance_id ?? 1,
      ...(target !== null && { targetSeconds: Math.round(target) }),
      ...(sla && { isBusiness: sla.business_hours === true }),
      ...(policy !== null && { policy }),
      ...(status && { minutes: { calendar: status.calendar ?? null, business: status.business ?? null } }),
    };
    const isDeleted = type === 'breach' && deleted === true;
    const data = { metric: wordOf(metric), kind: isDeleted ? 'breach_deleted' : wordOf(type), verdict: JSON.stringify(verdict) };
    into.add(eventOf({ id: `metric/${id}${isDeleted ? '/deleted' : ''}`, at, actor: SYSTEM }, 'sla.vendor', data, into.own(ticket)));
  }
}
