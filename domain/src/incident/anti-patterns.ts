/**
 * Habits that make incidents worse (requirement 171): each is a finding over the incidents of a period with the ones that show it, and
 * none where too few have happened to say so.
 */
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

/** Most are of the worst two kinds, or were lowered again later. */
function inflation(declared: readonly IncidentState[]): Finding[] {
  const high = declared.filter((one) => isMajor(one.severities[0]?.to ?? one.severity));
  if (declared.length < FEWEST || high.length <= declared.length * MANY) return [];
  return [{ pattern: 'severity_inflation', incidents: idsOf(high), of: declared.length, agent: null }];
}

const isUnreviewed = (state: IncidentState, now: number): boolean =>
  needsReview(state) && state.review.completedAt === null && (reviewDueAt(state) ?? Infinity) < now;

/** Inside it was told, and customers heard nothing, or heard later than they were promised. */
function isCustomerLast({ updates, declaredAt, policy, severity }: IncidentState, now: number): boolean {
  const first = (wanted: 'internal' | 'customers') => updates.find(({ audience }) => audience === wanted)?.at;
  const [inside, outside] = [first('internal'), first('customers')];
  const promised = (policy.terms[severity].updateSeconds ?? 0) * 1000;
  return inside !== undefined && (outside ?? now) > Math.max(inside, (declaredAt ?? 0) + promised + MINUTE_MS);
}

/** The same person leads most of them. */
function burnout(major: readonly IncidentState[]): Finding[] {
  if (major.length < FEWEST) return [];
  const byAgent = Map.groupBy(
    major.flatMap((incident) =>
      [...new Set([...incident.roles.commander, ...incident.roles.technical_lead])].map((agent) => ({ agent, incident })),
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
function isByOne({ deeds, roles }: IncidentState): boolean {
  return new Set([...Object.keys(deeds), ...Object.values(roles).flat()]).size === 1;
}

function isCrowd({ roles, deeds }: IncidentState): boolean {
  const inRoom = new Set(Object.values(roles).flat());
  const idle = [...inRoom].filter((agent) => deeds[agent] === undefined);
  return inRoom.size > CROWD && idle.length > inRoom.size * MANY;
}
