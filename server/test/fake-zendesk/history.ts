/**
 * The account as it stands at an instant: the planned steps that are past by then, and what was done by hand meanwhile. Everything that is
 * served is drawn from here, and so is the truth that tests compare with.
 */
import type { Account } from './account.ts';
import { type Fields, inStatus, planTicket, type Step } from './plan.ts';

/** A step as it turned out, with the ids that audits and their events have. */
export interface Audit {
  readonly id: number;
  readonly ticket: number;
  readonly step: Step;
  readonly isFirst: boolean;
  readonly changes: readonly Change[];
  readonly commentId: number | null;
}

export interface Change {
  readonly id: number;
  readonly field: keyof Fields;
  readonly value: unknown;
  /** Undefined in the first audit. */
  readonly previous: unknown;
}

export interface Told {
  readonly ticket: number;
  readonly audits: readonly Audit[];
  readonly fields: Fields;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** By this the export orders. */
  readonly generatedAt: number;
}

export type History = ReturnType<typeof createHistory>;

const NOTHING: Fields = {
  ...inStatus('new'),
  priority: null,
  type: null,
  assignee: null,
  group: null,
  requester: 0,
  organization: null,
  subject: '',
  tags: [],
  reason: null,
  product: null,
};
/** Ids of audits and of what is in them lie apart for every ticket, in the order in which things happen. */
const IDS_OF_TICKET = 10_000;
const IDS_OF_AUDIT = 40;
const FIRST_ID = 1_000_000_000;
/** Those that are being served are kept: what happens within some days is of the same tickets. */
const MOST_PLANS = 30_000;

export function createHistory(account: Account) {
  const added = new Map<number, Step[]>();
  const plans = new Map<number, readonly Step[]>();

  function planOf(ticket: number): readonly Step[] {
    let plan = plans.get(ticket);
    if (plan) return plan;
    plan = planTicket(account, ticket);
    if (plans.size >= MOST_PLANS) plans.delete(plans.keys().next().value!);
    plans.set(ticket, plan);
    return plan;
  }

  const stepsOf = (ticket: number): readonly Step[] => {
    const own = added.get(ticket);
    return own ? [...planOf(ticket), ...own].toSorted((a, b) => a.at - b.at) : planOf(ticket);
  };

  return {
    account,
    stepsOf,
    /** By hand; `at` must not lie before what was shown already. */
    add(ticket: number, step: Step): void {
      added.set(ticket, [...(added.get(ticket) ?? []), step]);
    },
    added,
    /** Undefined where it does not exist yet. `until` is in seconds, and what happens in that second is past. */
    tell(ticket: number, until: number): Told | undefined {
      if (ticket < 1 || ticket > account.size.tickets) return undefined;
      const plan = planOf(ticket);
      const own = added.get(ticket) ?? [];
      const steps = stepsOf(ticket).filter(({ at }) => at <= until);
      if (steps.length === 0) return undefined;
      const fields: Fields = { ...NOTHING };
      const audits: Audit[] = [];
      for (const step of steps) {
        // What was added by hand has its ids behind all that is planned, whenever it happens.
        const place = own.indexOf(step);
        const ordinal = place === -1 ? plan.indexOf(step) : plan.length + place;
        if (!step.isTouch) audits.push(auditOf(ticket, ordinal, step, fields, audits.length === 0));
      }
      return {
        ticket,
        audits,
        fields,
        createdAt: steps[0]!.at,
        updatedAt: audits.at(-1)!.step.at,
        generatedAt: steps.at(-1)!.at,
      };
    },
  };
}

/** Applies the step to the fields. */
function auditOf(ticket: number, ordinal: number, step: Step, fields: Fields, isFirst: boolean): Audit {
  const id = FIRST_ID + ticket * IDS_OF_TICKET + ordinal * IDS_OF_AUDIT;
  const changes: Change[] = [];
  let next = id + 2;
  for (const [field, value] of Object.entries(step.set ?? {}) as [keyof Fields, unknown][]) {
    const previous = fields[field];
    (fields as unknown as Record<string, unknown>)[field] = value;
    const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
    if (isFirst ? !isEmpty : !isSame(previous, value)) changes.push({ id: next, field, value, previous: isFirst ? undefined : previous });
    next += 1;
  }
  return { id, ticket, step, isFirst, changes, commentId: step.comment ? id + 1 : null };
}

const isSame = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((value, place) => value === other[place])
    : one === other;
