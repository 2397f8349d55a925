/** What is known of an incident: the fold of its events, as plain JSON. Instants are milliseconds since 1970. */
import type {
  ActionState,
  IncidentPolicy,
  IncidentRole,
  IncidentStatus,
  OrderKey,
  Severity,
  Stamp,
  UpdateAudience,
} from '../event/index.ts';
import type { Assessment } from './severity.ts';

export interface ActionItem {
  readonly id: string;
  title: string;
  owner: string | null;
  dueOn: string | null;
  state: ActionState;
  readonly createdAt: number;
  /** When it was done or dropped. */
  endedAt: number | null;
}

export interface Review {
  summary: string;
  rootCause: string;
  wentWell: readonly string[];
  toImprove: readonly string[];
  revenueImpact: string;
  /** Those that somebody told; the others follow from what happened (review.ts). */
  stamps: Partial<Record<Stamp, number | null>>;
  completedAt: number | null;
  completedBy: string | null;
}

export interface IncidentState {
  readonly id: string;
  title: string;
  summary: string;
  /** Null until it is declared or proposed. */
  proposedAt: number | null;
  declaredAt: number | null;
  declaredBy: string | null;
  dismissedAt: number | null;
  dismissedFor: string | null;
  /** Of one that was dismissed as a part of another: that one. Missing from states that are older than it. */
  mergedInto?: string | null;
  startedAt: number | null;
  detectedBy: string | null;
  severity: Severity;
  /** Why it is so severe. */
  severityReason: string;
  assessment: Assessment;
  /** Each that it has had since it was declared, oldest first. */
  severities: { at: number; to: Severity }[];
  status: IncidentStatus;
  statuses: { at: number; to: IncidentStatus }[];
  /** The first deed of a person after it was declared. */
  respondedAt: number | null;
  /** The same of each time that it began: the declaration, and each time that it was opened again. */
  responses: number[];
  /** Who has which role; experts may be several. */
  roles: Record<IncidentRole, string[]>;
  /** Each time that somebody had a role; `to` is null while they have it. */
  stints: { readonly role: IncidentRole; readonly agent: string; readonly from: number; to: number | null }[];
  /** Instants of the updates that went out. */
  updates: { at: number; audience: UpdateAudience; template: string | null }[];
  checklist: Record<string, { at: number; by: string | null }>;
  /** Of the items that come back, each time that one was ticked, oldest first. */
  ticks: Record<string, { at: number; by: string | null }[]>;
  affected: { services: readonly string[]; regions: readonly string[]; customers: readonly string[] };
  review: Review;
  actions: ActionItem[];
  policy: IncidentPolicy;
  /** How many deeds each person has to their name: what the habits of a team are read from. */
  deeds: Record<string, number>;
  eventCount: number;
  lastEvent: OrderKey | null;
}

/** Proposed and not yet taken up, open, dismissed, resolved, or closed: the word a list has for it. */
export type IncidentStage = 'proposed' | 'dismissed' | IncidentStatus;

export function stageOf({ declaredAt, dismissedAt, status }: Pick<IncidentState, 'declaredAt' | 'dismissedAt' | 'status'>): IncidentStage {
  if (dismissedAt !== null) return 'dismissed';
  return declaredAt === null ? 'proposed' : status;
}

/** Its clocks run: it is declared and neither resolved nor dismissed. */
export const isOngoing = (state: Pick<IncidentState, 'declaredAt' | 'dismissedAt' | 'status'>): boolean =>
  ['investigating', 'identified', 'monitoring'].includes(stageOf(state));

/** Customers were told of it. */
export const isToldTo = ({ updates }: Pick<IncidentState, 'updates'>): boolean => updates.some(({ audience }) => audience === 'customers');

/**
 * Customers know that it began and not that it is over: none of what they were told since it was resolved, or as its end, says so. While it
 * goes on this is what a resolve would leave behind.
 */
export function owesEnd(state: Pick<IncidentState, 'updates' | 'statuses' | 'status'>): boolean {
  if (!isToldTo(state)) return false;
  const since = resolvedAtOf(state) ?? Infinity;
  const last = state.updates.findLast(({ audience }) => audience === 'customers');
  return !(last && (last.at >= since || last.template === RESOLUTION));
}

/** The template by which customers are told that it is over. */
export const RESOLUTION = 'customers.resolved';

export const isOver = (status: IncidentStatus): boolean => status === 'resolved' || status === 'closed';

/** When it was declared, or opened again last; null while it is resolved, and where it was never declared. */
export function beganAt({ statuses, status }: Pick<IncidentState, 'statuses' | 'status'>): number | null {
  if (isOver(status)) return null;
  return statuses[statuses.findLastIndex(({ to }) => isOver(to)) + 1]?.at ?? null;
}

/** When it was resolved last; null while it goes on. */
export function resolvedAtOf({ statuses, status }: Pick<IncidentState, 'statuses' | 'status'>): number | null {
  if (!isOver(status)) return null;
  const before = statuses.findLastIndex(({ to }) => !isOver(to));
  return statuses[before + 1]?.at ?? null;
}
