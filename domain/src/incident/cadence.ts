/**
 * The clocks of an incident: the response, the updates and the steps up, as its severity promises them. They are apart from the clocks of
 * tickets (A.25 I8) and count all hours. Everything is computed from the state; the timer only says when an instant has come.
 */
import type { IncidentPolicy, Severity } from '../event/index.ts';
import { nameKey } from '../naming/index.ts';
import { termsOf } from './policy.ts';
import { isMajor, rankOf } from './severity.ts';
import { type IncidentState, isOngoing, resolvedAtOf } from './state.ts';

/** Of one that nobody tends these are told one by one, the latest. */
const MOST_SKIPPED = 1_000;

interface Stretch {
  readonly from: number;
  /** Exclusive; infinite while it lasts. */
  readonly to: number;
}

export interface UpdateClock {
  /** When the next one is due; null where none is until it is resolved. */
  readonly dueAt: number | null;
  /** Since the last one, or since its clock began. */
  readonly since: number;
  readonly everySeconds: number | null;
  /** Instants at which one was due and none had come, oldest first; of very many the latest. */
  readonly skipped: readonly { readonly at: number; readonly severity: Severity }[];
  /** How many of them in a row just now. */
  readonly missing: number;
}

export interface ResponseClock {
  readonly dueAt: number;
  readonly stoppedAt: number | null;
  readonly missedAt: number | null;
}

/** The stretches in which it was declared and not resolved. */
export function ongoing(state: IncidentState): Stretch[] {
  const stretches: { from: number; to: number }[] = [];
  for (const { at, to } of state.statuses) {
    const last = stretches.at(-1);
    const isOver = to === 'resolved' || to === 'closed';
    if (isOver && last?.to === Infinity) last.to = at;
    if (!isOver && last?.to !== Infinity) stretches.push({ from: at, to: Infinity });
  }
  const last = stretches.at(-1);
  if (state.dismissedAt !== null && last?.to === Infinity) last.to = Math.max(last.from, state.dismissedAt);
  return stretches;
}

/** At an instant; before the first that is known, the one that it has. */
export const severityAt = (state: IncidentState, at: number): Severity =>
  state.severities.findLast((one) => one.at <= at)?.to ?? state.severity;

const everyMs = (state: IncidentState, severity: Severity): number => {
  const { updateSeconds } = termsOf(state.policy, severity);
  return updateSeconds === null ? Infinity : updateSeconds * 1000;
};

/**
 * Updates that customers see restart the clock; what is told inside does not. A severity that is raised makes the next one due after the
 * new interval from that moment, unless it was due before; one that is lowered counts the new intervals from the last update, and the first
 * of them that is not over is due, however many shorter ones were skipped.
 * Every interval that passes without one is a skipped update. As of `now`; what is later is not there.
 */
export function updateClock(state: IncidentState, now: number): UpdateClock {
  const skipped: { at: number; severity: Severity }[] = [];
  let since = state.declaredAt ?? state.proposedAt ?? now;
  let dueAt: number | null = null;
  let missing = 0;
  for (const { from, to } of ongoing(state)) {
    since = from;
    missing = 0;
    let due = from + everyMs(state, severityAt(state, from));
    const turns = turnsWithin(state, from, to).filter(({ at }) => at <= now);
    for (const turn of [...turns, { at: Math.min(to, now), kind: 'end' as const }]) {
      // At its very instant an update is still in time.
      for (; due < turn.at; due += everyMs(state, severityAt(state, due))) {
        missing += 1;
        skipped.push({ at: due, severity: severityAt(state, due) });
        if (skipped.length > MOST_SKIPPED) skipped.shift();
      }
      if (turn.kind === 'update') {
        since = turn.at;
        missing = 0;
        due = turn.at + everyMs(state, severityAt(state, turn.at));
      } else if (turn.kind === 'raised') due = Math.min(due, turn.at + everyMs(state, turn.to));
      else if (turn.kind === 'lowered') {
        const every = everyMs(state, turn.to);
        due = since + Math.max(1, Math.ceil((turn.at - since) / every)) * every;
      }
    }
    dueAt = to <= now || due === Infinity ? null : due;
  }
  const isOver = !isOngoing(state);
  const everySeconds = isOver ? null : termsOf(state.policy, state.severity).updateSeconds;
  return { dueAt: isOver ? null : dueAt, since, everySeconds, skipped, missing: isOver ? 0 : missing };
}

type Turn = { readonly at: number } & ({ readonly kind: 'update' } | { readonly kind: 'raised' | 'lowered'; readonly to: Severity });

/** What makes another due instant, in order. */
function turnsWithin(state: IncidentState, from: number, to: number): Turn[] {
  const updates = state.updates.filter(({ audience }) => audience === 'customers').map(({ at }): Turn => ({ at, kind: 'update' }));
  const changes = state.severities.slice(1).map(({ at, to: severity }, index): Turn => ({
    at,
    kind: rankOf(severity) < rankOf(state.severities[index]!.to) ? 'raised' : 'lowered',
    to: severity,
  }));
  return [...updates, ...changes].filter(({ at }) => at >= from && at < to).toSorted((a, b) => a.at - b.at);
}

/**
 * Null until it is declared: the response that is owed now, which since it was opened again is another one. A severity that changes before
 * anybody responds changes the target too, never to before that moment. `now` in milliseconds.
 */
export const responseClock = (state: IncidentState, now: number): ResponseClock | null => responseClocks(state, now).at(-1) ?? null;

/** One for each time that it began by `now`, oldest first. */
function responseClocks(state: IncidentState, now: number): ResponseClock[] {
  return ongoing(state)
    .filter(({ from }, index) => index === 0 || from <= now)
    .map(({ from, to }) => {
      const stoppedAt = state.responses.find((at) => at >= from && at <= to) ?? null;
      const end = Math.min(stoppedAt ?? Infinity, to);
      let dueAt = from + termsOf(state.policy, severityAt(state, from)).responseSeconds * 1000;
      let missedAt: number | null = null;
      for (const { at, to: severity } of state.severities.filter((one) => one.at > from && one.at < end)) {
        if (dueAt < at) missedAt ??= dueAt;
        dueAt = Math.max(at, from + termsOf(state.policy, severity).responseSeconds * 1000);
      }
      if (dueAt < Math.min(end, now)) missedAt ??= dueAt;
      return { dueAt: missedAt ?? dueAt, stoppedAt, missedAt };
    });
}

type PathStep = IncidentPolicy['terms'][Severity]['escalation'][number];

export interface EscalationStep {
  readonly severity: Severity;
  /** Its place in the path of that severity. */
  readonly step: number;
  readonly to: string;
  /** Who answers to that name, as far as the policy says it. */
  readonly who?: PathStep['who'];
  readonly dueAt: number;
  /** It is brought in as soon as the incident has that severity, and not later. */
  readonly isAtOnce: boolean;
}

/**
 * The steps of the path that it is on, and those of paths that it was on whose time came then; oldest first. One that is raised owes at once
 * the steps whose time is over; one that is lowered owes none of them, as somebody higher up is in it already. Those whose time came while
 * it was taken for resolved are due when it is opened again. Whoever was brought in once is not brought in again, by whichever path.
 */
export function escalationSteps(state: IncidentState): EscalationStep[] {
  const { declaredAt, severities, policy } = state;
  if (declaredAt === null) return [];
  const stretches = ongoing(state);
  const steps: EscalationStep[] = [];
  const isIn = new Set<string>();
  for (const [index, { at, to: severity }] of severities.entries()) {
    const until = severities[index + 1]?.at ?? Infinity;
    const before = severities[index - 1]?.to;
    const isLowered = before !== undefined && rankOf(severity) > rankOf(before);
    const owed = termsOf(policy, severity)
      .escalation.map(({ afterSeconds, ...one }, step) => ({
        ...one,
        severity,
        step,
        dueAt: Math.max(at, declaredAt + afterSeconds * 1000),
        isAtOnce: afterSeconds === 0,
      }))
      .filter(({ dueAt }) => !(isLowered && dueAt === at))
      .map((one) => ({ ...one, dueAt: goingOnFrom(stretches, one.dueAt) }))
      .filter(({ dueAt, to }) => (dueAt < until || until === Infinity) && !isIn.has(nameKey(to)));
    for (const { to } of owed) isIn.add(nameKey(to));
    steps.push(...owed);
  }
  return steps.toSorted((a, b) => a.dueAt - b.dueAt || a.step - b.step);
}

/**
 * The steps by which an event brings somebody in: at once with the severity that it gave the incident, or by its own step; of any other event
 * all whose time had come then. `at` in milliseconds. `heardAt`: where it is heard of only then, those whose time has come since it happened are brought in with it.
 */
export function stepsBroughtIn(
  state: IncidentState,
  { type, at, severity, step }: { readonly type: string; readonly at: number; readonly severity?: unknown; readonly step?: unknown },
  heardAt: number = at,
): EscalationStep[] {
  const steps = escalationSteps(state);
  if (type === 'incident.escalation_due') return steps.filter((one) => one.severity === severity && one.step === step);
  if (type === 'incident.declared' || type === 'incident.severity_changed')
    return steps.filter(({ dueAt, isAtOnce }) => (isAtOnce && dueAt === at) || (dueAt > at && dueAt <= heardAt));
  return steps.filter(({ dueAt }) => dueAt <= at);
}

/** The first instant not before it at which the incident goes on; itself where it goes on no more. */
const goingOnFrom = (stretches: readonly Stretch[], at: number): number => Math.max(at, stretches.find(({ to }) => at < to)?.from ?? at);

/** The steps that somebody is brought in by later than at once, as far as the incident goes on then. Those at once go with the declaration. */
function stepsToSay(state: IncidentState): EscalationStep[] {
  const stretches = ongoing(state);
  return escalationSteps(state).filter(({ dueAt, isAtOnce }) => !isAtOnce && stretches.some(({ from, to }) => dueAt >= from && dueAt < to));
}

/** Null where none is asked for: SEV1 and SEV2 get one, by the worst that it was. */
export function reviewDueAt(state: IncidentState): number | null {
  const resolvedAt = resolvedAtOf(state);
  return resolvedAt === null || !needsReview(state) ? null : resolvedAt + state.policy.reviewSeconds * 1000;
}

export const needsReview = ({ severities, dismissedAt }: Pick<IncidentState, 'severities' | 'dismissedAt'>): boolean =>
  dismissedAt === null && severities.some(({ to }) => isMajor(to));

export type IncidentAnnouncement = { readonly at: number; readonly severity: Severity } & (
  | { readonly type: 'incident.response_missed' | 'incident.update_skipped' | 'incident.review_overdue' }
  | { readonly type: 'incident.escalation_due'; readonly step: number; readonly to: string }
);

/**
 * All that the passing of time has made true up to `until`, in order. Nothing of it is true any more once an event that came late says
 * otherwise, so that it is computed anew and never remembered.
 */
export function announcementsUntil(state: IncidentState, until: number): IncidentAnnouncement[] {
  const missed = responseClocks(state, until).flatMap(({ missedAt }) => missedAt ?? []);
  const steps = stepsToSay(state).filter(({ dueAt }) => dueAt <= until);
  const reviewAt = reviewDueAt(state);
  const isOverdue = reviewAt !== null && reviewAt <= until && (state.review.completedAt ?? Infinity) > reviewAt;
  return [
    ...missed.map((at) => ({ type: 'incident.response_missed' as const, at, severity: severityAt(state, at) })),
    ...updateClock(state, until).skipped.map((one) => ({ type: 'incident.update_skipped' as const, ...one })),
    ...steps.map(({ dueAt, severity, step, to }) => ({ type: 'incident.escalation_due' as const, at: dueAt, severity, step, to })),
    ...(isOverdue ? [{ type: 'incident.review_overdue' as const, at: reviewAt, severity: worstOf(state) }] : []),
  ].toSorted((a, b) => a.at - b.at);
}

export const worstOf = ({ severities, severity }: Pick<IncidentState, 'severities' | 'severity'>): Severity =>
  severities.reduce((worst, { to }) => (rankOf(to) < rankOf(worst) ? to : worst), severity);

/** When something will next become true by itself after `now`, where nothing happens till then; null for never. */
export function nextAnnouncementAt(state: IncidentState, now: number): number | null {
  const response = responseClock(state, now);
  const steps = stepsToSay(state).filter(({ dueAt }) => dueAt > now);
  const reviewAt = state.review.completedAt === null ? reviewDueAt(state) : null;
  const updateDueAt = updateClock(state, now).dueAt;
  const instants = [
    // At the very instant it may still come in time.
    response && response.missedAt === null && response.stoppedAt === null && isOngoing(state) ? response.dueAt + 1 : null,
    updateDueAt === null ? null : updateDueAt + 1,
    steps[0]?.dueAt ?? null,
    reviewAt !== null && reviewAt > now ? reviewAt : null,
  ].filter((one) => one !== null);
  return instants.length === 0 ? null : Math.min(...instants);
}
