/** What happened in a drill, as instants by its own clock: the fold that score and timeline are read from. */
import type { IncidentEvent, IncidentPolicy } from '../event/index.ts';
import { foldIncident, type IncidentState, isMajor, isOver, RESOLUTION, resolvedAtOf, termsOf, updateClock } from '../incident/index.ts';
import { isNamed } from '../naming/index.ts';
import type { Hint } from './hints.ts';
import { drillTime, type Pace, wallTime } from './pace.ts';
import { type DrillScenario, truthOf } from './scenario.ts';

interface Told {
  readonly id: string;
  readonly events: readonly IncidentEvent[];
}

/** All that a drill is judged by. Instants are milliseconds since 1970, by the clock on the wall. */
export interface DrillFacts extends Pace {
  readonly scenario: DrillScenario;
  /** What the workspace promises of incidents. */
  readonly policy: IncidentPolicy;
  /** As of when: when it ended, or now. */
  readonly now: number;
  readonly isOver: boolean;
  /** Of the drill, as far as they have come; `linkedAt`: since when one belongs to the incident. */
  readonly tickets: readonly { readonly at: number; readonly linkedAt: number | null }[];
  /** Tickets of the incident that are not of the drill. */
  readonly strangers: number;
  /** When the first ticket of the drill was linked to any incident. */
  readonly firstLinkAt: number | null;
  /** What people made of it; its events in any order. */
  readonly incident: Told | null;
  /** Other incidents that people declared of the same: what was done in them counts too. */
  readonly others: readonly Told[];
  /** Null where the workspace has no status page. */
  readonly page: { readonly publishedAt: number | null } | null;
  readonly hints: readonly { readonly at: number; readonly hint: Hint }[];
}

/** Instants are by the clock of the drill. Null: it has not happened. */
export interface Course {
  readonly startedAt: number;
  readonly overAt: number;
  readonly now: number;
  readonly firstTicketAt: number | null;
  readonly detectedAt: number | null;
  readonly detectedBy: 'link' | 'proposal' | 'declaration' | null;
  readonly declaredAt: number | null;
  readonly respondedAt: number | null;
  /** What customers were told, oldest first. */
  readonly notices: readonly number[];
  /** When customers were first told that it is over, or told anything while it was taken for resolved, although it went on. */
  readonly toldEarlyAt: number | null;
  readonly publishedAt: number | null;
  readonly resolvedAt: number | null;
  readonly state: IncidentState | null;
}

const MINUTE_MS = 60_000;
const DETECT_MS = 10 * MINUTE_MS;
const DECLARE_MS = 15 * MINUTE_MS;
const RESOLVE_MS = 15 * MINUTE_MS;

export function courseOf(facts: DrillFacts): Course {
  const by = (at: number) => drillTime(facts, at);
  const orNull = (at: number | null) => (at === null ? null : by(at));
  const eventsOf = (one: Told) => one.events.filter(({ at }) => at <= facts.now).map((event) => ({ ...event, at: by(event.at) }));
  const events = facts.incident ? eventsOf(facts.incident) : [];
  const state = facts.incident && foldIncident(facts.incident.id, events);
  const others = facts.others.map((one) => foldIncident(one.id, eventsOf(one)));
  const states = [state, ...others].filter((one) => one !== null);
  // What a machine only proposed was seen once somebody took it up.
  const proposedAt = events.find(({ type, actor }) => type === 'incident.proposed' && actor.kind === 'agent')?.at ?? null;
  const declaredAt = earliest(states.map((one) => one.declaredAt));
  const seen = [
    ['link', orNull(facts.firstLinkAt)],
    ['proposal', proposedAt],
    ['declaration', declaredAt],
  ] as const;
  const [first] = seen.flatMap(([how, at]) => (at === null ? [] : [{ how, at }])).toSorted((a, b) => a.at - b.at);
  const tickets = facts.tickets.map(({ at }) => by(at));
  const overAt = facts.startedAt + facts.scenario.minutes * MINUTE_MS;
  return {
    startedAt: facts.startedAt,
    overAt,
    now: by(facts.now),
    firstTicketAt: tickets.length === 0 ? null : Math.min(...tickets),
    detectedAt: first?.at ?? null,
    detectedBy: first?.how ?? null,
    declaredAt,
    respondedAt: earliest(states.map((one) => one.respondedAt)),
    notices: states
      .flatMap(({ updates }) => updates.flatMap(({ audience, at }) => (audience === 'customers' ? [at] : [])))
      .toSorted((a, b) => a - b),
    toldEarlyAt: earliest(states.map((one) => toldEarlyAt(one, overAt))),
    publishedAt: orNull(facts.page?.publishedAt ?? null),
    resolvedAt: state && resolvedAtOf(state),
    state,
  };
}

function earliest(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function toldEarlyAt({ updates, statuses }: IncidentState, overAt: number): number | null {
  const wasOver = (at: number) => isOver(statuses.findLast((one) => one.at <= at)?.to ?? 'investigating');
  const early = updates.find(
    ({ audience, at, template }) => audience === 'customers' && at < overAt && (template === RESOLUTION || wasOver(at)),
  );
  return early?.at ?? null;
}

/** By when each is to have happened. Everything counts from the first ticket: that somebody is quick at one asks for nothing earlier. */
export interface Targets {
  readonly from: number;
  readonly detectBy: number;
  readonly declareBy: number;
  readonly respondBy: number;
  readonly noticeBy: number;
  readonly resolveBy: number;
}

export function targetsOf({ scenario, policy }: Pick<DrillFacts, 'scenario' | 'policy'>, course: Course): Targets {
  const from = course.firstTicketAt ?? course.startedAt;
  const { responseSeconds, updateSeconds } = termsOf(policy, truthOf(scenario).severity);
  const declareBy = from + DECLARE_MS;
  // Whatever is promised later, customers hear of it while it lasts.
  const within = (seconds: number) => Math.max(declareBy, Math.min(course.overAt, declareBy + seconds * 1000));
  return {
    from,
    detectBy: from + DETECT_MS,
    declareBy,
    respondBy: within(responseSeconds),
    noticeBy: within(updateSeconds ?? Infinity),
    resolveBy: course.overAt + RESOLVE_MS,
  };
}

/** When customers are owed the next update by the clock of the drill and what people said of it, in ms on the wall; null where nothing is owed. */
export function nextUpdateAt(facts: DrillFacts): number | null {
  const { state, now } = courseOf(facts);
  const dueAt = state?.declaredAt == null ? null : updateClock(state, now).dueAt;
  return dueAt === null ? null : wallTime(facts, dueAt);
}

/** There is nothing left to do: it is over, resolved and said so, and reviewed where it needs that. */
export function isDone(facts: DrillFacts): boolean {
  const { overAt, resolvedAt, notices, state, now } = courseOf(facts);
  const isReviewed = !isMajor(truthOf(facts.scenario).severity) || state?.review.completedAt != null;
  return now >= overAt && resolvedAt !== null && resolvedAt >= overAt && notices.some((at) => at >= overAt) && isReviewed;
}

/** Of incidents that were opened since a drill began. */
export interface Candidate {
  readonly id: string;
  readonly openedAt: number;
  readonly isDeclared: boolean;
  readonly isDismissed: boolean;
  readonly services: readonly string[];
  /** Tickets of the drill that belong to it. */
  readonly linked: number;
}

const isAbout = ({ linked, services }: Candidate, { service }: Pick<DrillScenario, 'service'>) => linked > 0 || isNamed(services, service);

/**
 * The one that is about the drill. What people declared comes before whatever was only proposed, or a proposal that comes late would
 * undo all they did; then the one with its tickets or its service, the fullest, the first. Null where there is none.
 */
export function incidentOf(candidates: readonly Candidate[], scenario: Pick<DrillScenario, 'service'>): string | null {
  const rank = (one: Candidate) => Number(one.isDeclared) * 2 + Number(isAbout(one, scenario));
  const [best] = candidates
    .filter(({ isDismissed }) => !isDismissed)
    .toSorted((a, b) => rank(b) - rank(a) || b.linked - a.linked || a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1));
  return best?.id ?? null;
}

/** All others that were declared meanwhile: taking up a proposal beside one's own incident takes nothing from what was done in that. */
export const othersOf = (candidates: readonly Candidate[], chosen: string | null): string[] =>
  candidates.flatMap(({ id, isDeclared, isDismissed }) => (isDeclared && !isDismissed && id !== chosen ? [id] : []));
