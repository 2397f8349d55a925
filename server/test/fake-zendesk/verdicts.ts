/** What the account itself says of its promises: the metric events of a ticket, all of them, those to come as well. */
import { POLICY, TARGETS } from './account.ts';
import { iso } from './answers.ts';
import type { Audit, Told } from './history.ts';

export interface MetricEvent {
  readonly at: number;
  readonly answer: Readonly<Record<string, unknown>>;
}

type Metric = keyof typeof TARGETS;

/** `told` is the whole of what will have happened. */
export function metricEvents(told: Told, isAgent: (user: number) => boolean): MetricEvent[] {
  return [...replyTime(told, isAgent), ...waitTime(told)].toSorted((a, b) => a.at - b.at);
}

function* replyTime({ audits, ticket }: Told, isAgent: (user: number) => boolean): Generator<MetricEvent> {
  const [first] = audits;
  const isOutbound = isAgent(first!.step.by) && first!.step.comment?.public === true;
  const end = audits
    .slice(isOutbound ? 1 : 0)
    .find(({ step }) => (isAgent(step.by) && step.comment?.public && !step.merge) || isDone(step.set?.status));
  const target = targetAt(audits, 'reply_time', end?.step.at ?? Number.POSITIVE_INFINITY);
  yield event(first!, 1, ticket, 'reply_time', 'activate', first!.step.at);
  yield event(first!, 2, ticket, 'reply_time', 'apply_sla', first!.step.at, applied(target));
  const due = first!.step.at + target * 60;
  if (!end || end.step.at > due) yield event(first!, 3, ticket, 'reply_time', 'breach', due, { deleted: false });
  if (!end) return;
  yield event(end, 4, ticket, 'reply_time', 'fulfill', end.step.at);
  yield event(end, 5, ticket, 'reply_time', 'update_status', end.step.at, { status: minutes(end.step.at - first!.step.at) });
}

/** The time that the requester waits: it stands still in pending, and goes on in the same instance after a reopening. */
function* waitTime({ audits, ticket }: Told): Generator<MetricEvent> {
  const first = audits[0]!;
  const target = targetAt(audits, 'requester_wait_time', Number.POSITIVE_INFINITY) * 60;
  yield event(first, 6, ticket, 'requester_wait_time', 'activate', first.step.at);
  yield event(first, 7, ticket, 'requester_wait_time', 'apply_sla', first.step.at, applied(target / 60));
  let [since, waited, isBreached] = [first.step.at as number | null, 0, false];
  const breach = (until: number): MetricEvent[] => {
    if (since === null || isBreached || waited + until - since <= target) return [];
    isBreached = true;
    return [event(first, 8, ticket, 'requester_wait_time', 'breach', since + target - waited, { deleted: false })];
  };
  for (const audit of audits.slice(1)) {
    const { at, set } = audit.step;
    const status = set?.status;
    if (status === undefined) continue;
    const runs = status === 'new' || status === 'open' || status === 'hold';
    yield* breach(at);
    if (runs && since === null) {
      since = at;
      yield event(audit, 9, ticket, 'requester_wait_time', 'activate', at);
    } else if (!runs && since !== null) {
      waited += at - since;
      since = null;
      yield event(audit, 10, ticket, 'requester_wait_time', status === 'pending' ? 'pause' : 'fulfill', at);
      yield event(audit, 11, ticket, 'requester_wait_time', 'update_status', at, { status: minutes(waited) });
    }
  }
  yield* breach(Number.MAX_SAFE_INTEGER);
}

const isDone = (status: string | undefined) => status === 'solved' || status === 'closed' || status === 'deleted';

/** By the priority that the ticket has at the end, as they do it; a rule gives one to each that has none. */
function targetAt(audits: readonly Audit[], metric: Metric, until: number): number {
  const priority = audits.filter(({ step }) => step.at <= until).findLast(({ step }) => step.set?.priority)?.step.set?.priority ?? 'normal';
  return TARGETS[metric][priority];
}

const applied = (target: number) => ({ sla: { target, business_hours: false, policy: { id: POLICY.id, title: POLICY.title } } });
const minutes = (seconds: number) => ({ calendar: Math.floor(seconds / 60), business: Math.floor(seconds / 60) });

const event = (audit: Audit, kind: number, ticket: number, metric: Metric, type: string, at: number, more: object = {}): MetricEvent => ({
  at,
  answer: { id: audit.id * 16 + kind, ticket_id: ticket, metric, instance_id: 1, type, time: iso(at), ...more },
});
