/**
 * What happens to a ticket, step by step, as its number has it. Some tickets are troublesome on purpose: every fiftieth is merged into the
 * one before it, some are deleted, reopened, escalated, created by an agent or answered by a bot first, and a rule changes every one in the
 * very second of its creation.
 */
import { type Account, PRODUCTS, REASONS } from './account.ts';
import type { Random } from './random.ts';

export type Status = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed' | 'deleted';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';

export interface Fields {
  status: Status;
  customStatus: number;
  priority: Priority | null;
  type: 'question' | 'incident' | 'problem' | 'task' | null;
  assignee: number | null;
  group: number | null;
  requester: number;
  organization: number | null;
  subject: string;
  tags: readonly string[];
  reason: string | null;
  product: string | null;
}

export type Channel = 'email' | 'web' | 'chat' | 'api' | 'voice' | 'rule' | 'answer_bot';

export interface Step {
  /** Seconds since 1970. */
  readonly at: number;
  /** A user; −1 for the system. */
  readonly by: number;
  readonly via: Channel;
  /** `by`: another than whoever took the step. */
  readonly comment?: { readonly public: boolean; readonly text: string; readonly by?: number };
  readonly set?: Partial<Fields>;
  /** Into this ticket came another, or it went into another. */
  readonly merge?: { readonly from: number } | { readonly into: number };
  readonly followUpOf?: number;
  /** What a call said of itself, in the audit's metadata. */
  readonly custom?: Readonly<Record<string, unknown>>;
  /** Nobody did anything, and yet the export gives the ticket again: `generated_timestamp` moves and `updated_at` does not. */
  readonly isTouch?: true;
}

const SYSTEM = -1;
const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];
const STATUS_ID: Readonly<Record<Status, number>> = {
  new: 50_001,
  open: 50_002,
  pending: 50_003,
  hold: 50_004,
  solved: 50_005,
  closed: 50_005,
  deleted: 50_005,
};
export const inStatus = (status: Status, customStatus: number = STATUS_ID[status]): Pick<Fields, 'status' | 'customStatus'> => ({
  status,
  customStatus,
});

const isSource = (ticket: number) => ticket % 50 === 8;

/** In the order in which it happens; the first step creates the ticket. */
export function planTicket(account: Account, ticket: number): Step[] {
  const random = account.random(2, ticket);
  const createdAt = account.createdAt(ticket);
  const customer = account.customerId(random.below(account.size.customers));
  const agent = account.agentId(random.below(account.size.agents));
  const steps = [...creation(account, ticket, random, { createdAt, customer, agent })];
  const absorbed = isSource(ticket + 1) && ticket + 1 <= account.size.tickets ? mergedAt(account, ticket + 1) : null;
  if (isSource(ticket)) {
    const at = mergedAt(account, ticket);
    steps.push({
      at,
      by: agent,
      via: 'web',
      merge: { into: ticket - 1 },
      comment: { public: true, text: 'This one goes on in another.' },
      set: inStatus('closed'),
    });
    return steps;
  }
  let at = createdAt + random.between(1, 40) * MINUTE;
  if (absorbed !== null) {
    const by = account.agentId(ticket % account.size.agents);
    steps.push({
      at: absorbed,
      by,
      via: 'web',
      merge: { from: ticket + 1 },
      comment: { public: false, text: 'Another one goes on here.' },
    });
    at = Math.max(at, absorbed + MINUTE);
  }
  steps.push({
    at,
    by: agent,
    via: 'web',
    set: { assignee: agent, group: account.agent(agent - account.FIRST.agent).groups[0]!, ...inStatus('open') },
  });
  at = converse(account, random, steps, { at, customer, agent });
  const rng = random.next();
  if (rng < 0.06) {
    steps.push({ at: at + HOUR, by: agent, via: 'web', set: inStatus('deleted') });
    return steps;
  }
  // Some are never done.
  if (rng > 0.94) return steps;
  steps.push({ at, by: agent, via: 'web', comment: { public: true, text: 'That is done.' }, set: inStatus('solved') });
  if (random.chance(0.12)) {
    at += random.between(1, 40) * HOUR;
    steps.push({ at, by: customer, via: 'email', comment: { public: true, text: 'It is not, I am afraid.' }, set: inStatus('open') });
    at += random.between(10, 300) * MINUTE;
    steps.push({ at, by: agent, via: 'web', comment: { public: true, text: 'Now it is.' }, set: inStatus('solved') });
  }
  steps.push({ at: at + 4 * DAY, by: SYSTEM, via: 'rule', set: inStatus('closed') });
  if (random.chance(0.05)) steps.push({ at: at + 4 * DAY + random.between(1, 50) * HOUR, by: SYSTEM, via: 'rule', isTouch: true });
  return steps;
}

const mergedAt = (account: Account, source: number) => account.createdAt(source) + 10 * MINUTE;

function* creation(
  account: Account,
  ticket: number,
  random: Random,
  who: { createdAt: number; customer: number; agent: number },
): Generator<Step> {
  const { createdAt, customer, agent } = who;
  const via = random.pick(['email', 'email', 'web', 'chat', 'api', 'voice'] as const);
  const priority = random.pick(['low', 'normal', 'normal', 'high', 'urgent', null] as const);
  const tags = random.chance(0.4) ? ['vip'] : [];
  yield {
    at: createdAt,
    by: via === 'voice' ? agent : customer,
    via,
    comment: { public: via !== 'voice' || ticket % 2 === 0, text: `Something about a ${random.pick(PRODUCTS)} is not as it should be.` },
    set: {
      ...inStatus('new'),
      priority,
      type: random.pick(['question', 'incident', null] as const),
      assignee: null,
      group: random.chance(0.5) ? random.pick(account.groupIds) : null,
      requester: customer,
      organization: account.organizationOf(customer),
      subject: `Request ${ticket}`,
      tags,
      reason: random.chance(0.6) ? random.pick(REASONS) : null,
      product: random.chance(0.5) ? random.pick(PRODUCTS) : null,
    },
    ...(ticket % 61 === 60 && { followUpOf: ticket - 55 }),
  };
  yield {
    at: createdAt,
    by: SYSTEM,
    via: 'rule',
    set: { tags: [...tags, 'sorted'], ...(priority === null && { priority: 'normal' as const }) },
  };
  if (via === 'chat' && random.chance(0.5))
    yield { at: createdAt + 5, by: SYSTEM, via: 'answer_bot', comment: { public: true, text: 'Have you tried the handbook?' } };
}

/** Answers and questions; gives when the last answer is ready. */
function converse(
  account: Account,
  random: Random,
  steps: Step[],
  { at: from, customer, agent }: { at: number; customer: number; agent: number },
): number {
  let at = from;
  let isPending = false;
  for (let rounds = random.below(3); rounds > 0; rounds -= 1) {
    at += random.between(3, 400) * MINUTE;
    if (random.chance(0.2)) steps.push({ at: at - MINUTE, by: agent, via: 'web', comment: { public: false, text: 'Asked a colleague.' } });
    const waits = random.pick([inStatus('pending'), inStatus('pending', 50_007), inStatus('hold')]);
    isPending = true;
    steps.push({ at, by: agent, via: 'web', comment: { public: true, text: 'Could you tell us more?' }, set: waits });
    if (random.chance(0.15)) {
      const priority = random.pick(['high', 'urgent', 'low'] as const);
      steps.push({ at: at + MINUTE, by: agent, via: 'web', set: { priority, reason: random.pick(REASONS) } });
    }
    at += random.between(5, 900) * MINUTE;
    steps.push({ at, by: customer, via: 'email', comment: { public: true, text: 'Here it is.' }, set: inStatus('open') });
    isPending = false;
    if (random.chance(0.1)) {
      const other = account.agentId(random.below(account.size.agents));
      at += 2 * MINUTE;
      steps.push({
        at,
        by: agent,
        via: 'web',
        set: { assignee: other, group: random.pick(account.groupIds), ...inStatus('open', 50_006) },
      });
    }
  }
  return at + random.between(5, 300) * MINUTE + (isPending ? HOUR : 0);
}
