/**
 * A Zendesk account that nobody stored: everything in it follows from a seed and a number, so that a ticket is worked out when it is asked for
 * and 100,000 of them take no memory. Only what tests do to it by hand is kept (history.ts).
 */
import { createRandom, type Random } from './random.ts';

export interface AccountSize {
  readonly seed: number;
  readonly tickets: number;
  /** Seconds since 1970 of the first and of the last ticket's creation. Later steps of tickets may lie after the last one. */
  readonly from: number;
  readonly to: number;
}

export interface Agent {
  readonly id: number;
  readonly name: string;
  readonly groups: readonly number[];
  readonly isActive: boolean;
}

export type Account = ReturnType<typeof createAccount>;

const FIRST = { agent: 900_001, customer: 7_000_001, organization: 600_001, group: 40_001 } as const;
export const CUSTOM_STATUSES = [
  { id: 50_001, category: 'new', label: 'New' },
  { id: 50_002, category: 'open', label: 'Open' },
  { id: 50_003, category: 'pending', label: 'Pending' },
  { id: 50_004, category: 'hold', label: 'On-hold' },
  { id: 50_005, category: 'solved', label: 'Solved' },
  { id: 50_006, category: 'open', label: 'With engineering' },
  { id: 50_007, category: 'pending', label: 'Waiting for parts' },
] as const;
export const FIELDS = { reason: 30_001, product: 30_002 } as const;
export const REASONS = ['refund', 'delivery', 'fault', 'account', 'question'] as const;
export const PRODUCTS = ['kettle', 'toaster', 'lamp'] as const;
export const GROUP_NAMES = ['Front desk', 'Billing', 'Technical', 'Returns'] as const;
/** Minutes by priority, of any hour: what the account's one SLA policy promises. */
export const TARGETS = {
  reply_time: { urgent: 30, high: 60, normal: 240, low: 480 },
  requester_wait_time: { urgent: 240, high: 480, normal: 1440, low: 4320 },
} as const;
export const POLICY = { id: 70_001, title: 'Everyone' } as const;

export function createAccount({ seed, tickets, from, to }: AccountSize) {
  const agents = Math.min(60, Math.max(4, Math.ceil(tickets / 400)));
  const customers = Math.max(3, Math.ceil(tickets / 4));
  const organizations = Math.max(2, Math.ceil(tickets / 60));
  const step = (to - from) / tickets;

  return {
    seed,
    size: { tickets, agents, customers, organizations, groups: GROUP_NAMES.length },
    from,
    to,
    /** Of what belongs to a number, and to nothing else. */
    random: (kind: number, number: number): Random => createRandom(seed, kind, number),
    /** Later tickets are created later. */
    createdAt: (ticket: number): number => Math.floor(from + (ticket - 1) * step + createRandom(seed, 1, ticket).next() * step),
    agentId: (number: number): number => FIRST.agent + number,
    customerId: (number: number): number => FIRST.customer + number,
    organizationId: (number: number): number => FIRST.organization + number,
    groupId: (number: number): number => FIRST.group + number,
    groupIds: GROUP_NAMES.map((_, number) => FIRST.group + number),
    /** Every second customer belongs to one. */
    organizationOf: (customer: number): number | null => {
      const number = customer - FIRST.customer;
      return number % 2 === 0 ? FIRST.organization + ((number / 2) % organizations) : null;
    },
    agent: (number: number): Agent => ({
      id: FIRST.agent + number,
      name: `Agent ${number + 1}`,
      groups: [...new Set([number % GROUP_NAMES.length, (number * 7 + 1) % GROUP_NAMES.length])].map((at) => FIRST.group + at),
      isActive: number % 17 !== 16,
    }),
    isAgent: (user: number): boolean => user >= FIRST.agent && user < FIRST.agent + agents,
    isCustomer: (user: number): boolean => user >= FIRST.customer && user < FIRST.customer + customers,
    FIRST,
  };
}
