/**
 * What a help desk says of its own promises, beside what is said here, and why the two differ. Theirs is kept for reference and never mixed
 * into a figure (decision 10): this is where a team that moves finds out what the difference is made of.
 */
import { z } from 'zod';

/** What the verdict of a `sla.vendor` event holds, as JSON, where a connector wrote it. */
const vendorDetail = z.object({
  /** Which of the metric's times on this ticket, from 1. */
  instance: z.int().min(1),
  targetSeconds: z.number().optional(),
  /** It counts within their opening hours. */
  isBusiness: z.boolean().optional(),
  policy: z.string().optional(),
  /** What has elapsed by their count, in minutes. */
  minutes: z.object({ calendar: z.number().nullable(), business: z.number().nullable() }).optional(),
});
export type VendorDetail = z.output<typeof vendorDetail>;

/** A `sla.vendor` event; `at` in whole seconds. */
export interface VendorEvent {
  readonly at: number;
  readonly metric: string;
  readonly kind: string;
  readonly verdict?: string | undefined;
}

/** One promise as they see it. */
export interface VendorClaim {
  readonly metric: string;
  readonly instance: number;
  readonly state: 'running' | 'paused' | 'met' | 'breached' | 'unpromised';
  readonly targetSeconds: number | null;
  readonly isBusiness: boolean | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly breachedAt: number | null;
  /** A breach was announced and taken back later. */
  readonly isTakenBack: boolean;
  /** The target was another before. */
  readonly isRetargeted: boolean;
  readonly elapsedSeconds: number | null;
}

/** A cycle of a clock here, as far as it is compared; instants in whole seconds. */
export interface OwnClaim {
  readonly metric: string;
  readonly ordinal: number;
  readonly state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled';
  readonly start: number;
  readonly stop: number | null;
  readonly target: number | null;
  readonly elapsed: number;
  readonly breachAt: number | null;
  /** Its calendar is open at every instant. */
  readonly isAlways: boolean;
}

export const REASONS = [
  'not_here',
  'not_there',
  'cancelled',
  'taken_back',
  'other_clock',
  'other_target',
  'other_hours',
  'other_start',
  'other_end',
  'other_pauses',
  'still_running',
  'within_a_minute',
  'unexplained',
] as const;
export type Reason = (typeof REASONS)[number];

export interface Comparison {
  readonly theirs: VendorClaim | null;
  readonly ours: OwnClaim | null;
  readonly isSame: boolean;
  /** Why it is not the same, what weighs most first; empty where it is. */
  readonly reasons: readonly Reason[];
}

/** Their metrics and the clocks here that measure the same, those that come nearest last. */
const COUNTERPARTS: Readonly<Record<string, readonly string[]>> = {
  reply_time: ['first_response'],
  first_reply_time: ['first_response'],
  next_reply_time: ['next_response'],
  periodic_update_time: ['periodic_update'],
  pausable_update_time: ['pausable_update'],
  requester_wait_time: ['requester_wait', 'resolution'],
  agent_work_time: ['agent_work', 'resolution'],
  resolution_time: ['total_resolution', 'resolution'],
  total_resolution_time: ['total_resolution', 'resolution'],
};
/** Clocks that count as theirs do where they are named alike. */
const isNear = (metric: string, clock: string) => COUNTERPARTS[metric]?.[0] !== clock;

/** Claims in the order of their beginnings, from events in any order. */
export function vendorClaims(events: readonly VendorEvent[]): VendorClaim[] {
  const read = events.flatMap((event) => {
    const detail = detailOf(event.verdict);
    return detail ? [{ ...event, detail }] : [];
  });
  const groups = Map.groupBy(
    read.toSorted((a, b) => a.at - b.at || placeOf(a.kind) - placeOf(b.kind)),
    ({ metric, detail }) => `${metric} ${detail.instance}`,
  );
  return [...groups.values()].map(claimOf).toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
}

/** Theirs are of whole seconds: within one, what begins comes before what ends. */
const WITHIN_A_SECOND = ['apply_sla', 'apply_group_sla', 'activate', 'breach', 'breach_deleted', 'pause', 'fulfill', 'update_status'];
const placeOf = (kind: string) => WITHIN_A_SECOND.indexOf(kind);

function detailOf(verdict: string | undefined): VendorDetail | null {
  try {
    return vendorDetail.safeParse(JSON.parse(verdict ?? '')).data ?? null;
  } catch {
    return null;
  }
}

type Read = VendorEvent & { readonly detail: VendorDetail };

function claimOf(events: readonly Read[]): VendorClaim {
  const of = (...kinds: string[]) => events.filter(({ kind }) => kinds.includes(kind));
  const applied = of('apply_sla', 'apply_group_sla');
  const terms = applied.at(-1)?.detail;
  const takenBack = of('breach_deleted');
  // A breach that was taken back stands there twice: as it was announced, and as it was withdrawn.
  const breach = of('breach').find(({ at }) => !takenBack.some((one) => one.at === at));
  const moves = of('activate', 'pause', 'fulfill');
  const last = moves.at(-1)?.kind;
  const measured = of('update_status').at(-1)?.detail.minutes;
  const counted = terms?.isBusiness === true ? measured?.business : measured?.calendar;
  const state = last === 'fulfill' ? 'met' : last === 'pause' ? 'paused' : 'running';
  return {
    metric: events[0]!.metric,
    instance: events[0]!.detail.instance,
    state: terms?.targetSeconds === undefined ? 'unpromised' : breach ? 'breached' : state,
    targetSeconds: terms?.targetSeconds ?? null,
    isBusiness: terms?.isBusiness ?? null,
    startedAt: of('activate')[0]?.at ?? null,
    endedAt: last === 'fulfill' ? moves.at(-1)!.at : null,
    breachedAt: breach?.at ?? null,
    isTakenBack: takenBack.length > 0,
    isRetargeted: new Set(applied.map(({ detail }) => detail.targetSeconds)).size > 1,
    elapsedSeconds: typeof counted === 'number' ? counted * 60 : null,
  };
}

/** Each of their claims beside the cycle here that answers it, and then the cycles of comparable clocks that they know nothing of. */
export function compareVerdicts(claims: readonly VendorClaim[], clocks: readonly OwnClaim[]): Comparison[] {
  const matched = new Set<OwnClaim>();
  const theirs = claims.map((claim) => {
    const ours = counterpart(claim, clocks);
    if (ours) matched.add(ours);
    return compare(claim, ours);
  });
  const known = new Set(claims.flatMap(({ metric }) => COUNTERPARTS[metric] ?? []));
  const more = clocks.filter((one) => known.has(one.metric) && one.target !== null && !matched.has(one)).map((one) => compare(null, one));
  return [...theirs, ...more];
}

/** Replies are counted through there, and here the first one has a clock of its own. */
function counterpart({ metric, instance }: VendorClaim, clocks: readonly OwnClaim[]): OwnClaim | null {
  const isLater = metric === 'reply_time' && instance > 1;
  const names = isLater ? ['next_response'] : (COUNTERPARTS[metric] ?? []);
  const ordinal = isLater ? instance - 1 : instance;
  for (const name of names) {
    const own = clocks.filter((one) => one.metric === name);
    // A reopening goes on in the same instance there; where it is a cycle of its own here, the last one is compared.
    const found = own.find((one) => one.ordinal === ordinal) ?? own.at(-1);
    if (found) return found;
  }
  return null;
}

function compare(theirs: VendorClaim | null, ours: OwnClaim | null): Comparison {
  const [there, here] = [theirs?.state === 'unpromised' ? null : theirs, ours?.target === null ? null : ours];
  if (!there && !here) return { theirs, ours, isSame: true, reasons: [] };
  if (!there) return { theirs, ours, isSame: false, reasons: ['not_there'] };
  if (!here) return { theirs, ours, isSame: false, reasons: ['not_here'] };
  const isSame = there.state === here.state;
  if (isSame) return { theirs, ours, isSame, reasons: [] };
  const reasons = reasonsOf(there, here);
  return { theirs, ours, isSame, reasons: reasons.length > 0 ? reasons : ['unexplained'] };
}

const MINUTE = 60;
const isFar = (a: number | null, b: number | null) => a !== null && b !== null && Math.abs(a - b) > MINUTE;

/** What of the two is otherwise, as far as it could have made the difference. */
function reasonsOf(there: VendorClaim, here: OwnClaim): Reason[] {
  const reasons: Reason[] = [];
  if (here.state === 'cancelled') reasons.push('cancelled');
  if (there.isTakenBack) reasons.push('taken_back');
  if (there.metric !== 'reply_time' && isNear(there.metric, here.metric)) reasons.push('other_clock');
  if (there.targetSeconds !== here.target) reasons.push('other_target');
  if (there.isBusiness !== null && there.isBusiness === here.isAlways) reasons.push('other_hours');
  if (isFar(there.startedAt, here.start)) reasons.push('other_start');
  if (isFar(there.endedAt, here.stop)) reasons.push('other_end');
  if ((there.endedAt === null) !== (here.stop === null)) reasons.push('still_running');
  if (reasons.length > 0) return reasons;
  // Everything else being the same, it is how much was counted.
  const target = here.target ?? 0;
  if (Math.abs(here.elapsed - target) <= MINUTE) return ['within_a_minute'];
  return isFar(there.elapsedSeconds, here.elapsed) ? ['other_pauses'] : [];
}
