/**
 * Habits that make incidents worse (requirement 171): each is a finding over the incidents of a period with the ones that show it, and
 * none where too few have happened to say so.
 */
import type { IncidentRole } from '../event/index.ts';
import { needsReview, reviewDueAt, worstOf } from './cadence.ts';
import { isMajor } from './severity.ts';
import { type IncidentState, resolvedAtOf } from './state.ts';

export const ANTI_PATTERNS = [
  'severity_inflation',
  'no_review',
  'customer_last',
  'on_call_burnout',
  'hero_culture',
  'war_room_theatre',
] as const;
export type AntiPattern = (typeof ANTI_PATTERNS)[number];

export interface Finding {
  readonly pattern: AntiPattern;
  /** The incidents that show it. */
  readonly incidents: readonly string[];
  /** Of so many that could have. */
  readonly of: number;
  /** Who it is about, where it is about somebody. */
  readonly agent: string | null;
}

/** Fewer than these are chance. */
const FEWEST = 4;
const MANY = 0.5;
/** More in the room than this, of whom most did nothing that is known. */
const CROWD = 8;
const MINUTE_MS = 60_000;
const LEADING: ReadonlySet<IncidentRole> = new Set(['commander', 'technical_lead']);

/** Those that hold as of `now`, in the order of the list. */
export function antiPatternsIn(incidents: readonly IncidentState[], now: number): Finding[] {
  const declared = incidents.filter(({ declaredAt, dismissedAt }) => declaredAt !== null && dismissedAt === null);
  const major = declared.filter((one) => isMajor(worstOf(one)));
  return [
    ...inflation(declared),
    ...shown(
      'no_review',
      major.filter((one) => resolvedAtOf(one) !== null),
      (one) => isUnreviewed(one, now),
    ),
    ...shown('customer_last', major, (one) => isCustomerLast(one, now)),
    ...burnout(major),
    ...shown(
      'hero_culture',
      major.filter(({ respondedAt }) => respondedAt !== null),
      isByOne,
    ),
    ...shown('war_room_theatre', major, isCrowd),
  ];
}

const idsOf = (incidents: readonly IncidentState[]): string[] => incidents.map(({ id }) => id);

function shown(pattern: AntiPattern, all: readonly IncidentState[], does: (incident: IncidentState) => boolean): Finding[] {
  const found = all.filter(does);
  return found.length === 0 ? [] : [{ pattern, incidents: idsOf(found), of: all.length, agent: null }];
}

/** Most were declared to be of the worst two kinds, whatever they turned out to be. */
function inflation(declared: readonly IncidentState[]): Finding[] {
  const high = declared.filter((one) => isMajor(firstOf(one)));
  if (declared.length < FEWEST || high.length <= declared.length * MANY) return [];
  return [{ pattern: 'severity_inflation', incidents: idsOf(high), of: declared.length, agent: null }];
}

const firstOf = ({ severities, severity }: IncidentState) => severities[0]?.to ?? severity;

/** None when it was due, whether or not one came later. */
const isUnreviewed = (state: IncidentState, now: number): boolean =>
  needsReview(state) && (state.review.completedAt ?? now) > (reviewDueAt(state) ?? Infinity);

/** The inside heard of it, or the work on it had come further, and customers had heard nothing by when the first update was promised them. */
function isCustomerLast(state: IncidentState, now: number): boolean {
  const { updates, statuses, declaredAt, policy } = state;
  const first = (wanted: 'internal' | 'customers') => updates.find(({ audience }) => audience === wanted)?.at ?? Infinity;
  const inside = Math.min(first('internal'), statuses[1]?.at ?? Infinity);
  const promised = (policy.terms[firstOf(state)].updateSeconds ?? 0) * 1000;
  return inside < now && Math.min(first('customers'), now) > Math.max(inside, (declaredAt ?? 0) + promised + MINUTE_MS);
}

/** The same person led most of them, if only for a while. */
function burnout(major: readonly IncidentState[]): Finding[] {
  if (major.length < FEWEST) return [];
  const byAgent = Map.groupBy(
    major.flatMap((incident) =>
      [...new Set(incident.stints.filter(({ role }) => LEADING.has(role)).map(({ agent }) => agent))].map((agent) => ({ agent, incident })),
    ),
    ({ agent }) => agent,
  );
  return [...byAgent].flatMap(([agent, own]) =>
    own.length > major.length * MANY
      ? [{ pattern: 'on_call_burnout' as const, incidents: idsOf(own.map(({ incident }) => incident)), of: major.length, agent }]
      : [],
  );
}

/** Nobody else did anything, and nobody else had a role. */
function isByOne({ deeds, stints }: IncidentState): boolean {
  return new Set([...Object.keys(deeds), ...stints.map(({ agent }) => agent)]).size === 1;
}

/** To be let go of again is no work either. */
function isCrowd({ stints, deeds }: IncidentState): boolean {
  const inRoom = new Set(stints.map(({ agent }) => agent));
  const idle = [...inRoom].filter((agent) => deeds[agent] === undefined);
  return inRoom.size > CROWD && idle.length > inRoom.size * MANY;
}
