/** A drill as it is shown: while it runs without what would give it away, and once it has ended with all of it. */
import {
  AFTER_MINUTES,
  HINT_COST,
  HINT_TITLES,
  hintOf,
  HINTS,
  type Moment,
  newsOf,
  nextUpdateAt,
  type PartId,
  type Score,
  scoreOf,
  timelineOf,
  truthOf,
  wallTime,
} from '@watchdesk/domain/drill';
import type { Known } from './facts.ts';
import type { Drill, DrillResult } from './records.ts';

const MINUTE_MS = 60_000;
/** What is right of these is what a drill asks. */
const UNTOLD: ReadonlySet<PartId> = new Set(['severity', 'place', 'links']);

const iso = (at: number): string => new Date(at).toISOString();
const isoOr = (at: number | null): string | null => (at === null ? null : iso(at));

/** When it ends by itself at the latest, on the wall. */
export const endsAt = (drill: Pick<Drill, 'startedAt' | 'pace' | 'scenario'>): number =>
  wallTime(drill, drill.startedAt + (drill.scenario.minutes + AFTER_MINUTES) * MINUTE_MS);

export function resultOf({ facts, incident }: Known): DrillResult {
  return {
    score: scoreOf(facts),
    timeline: timelineOf(facts, true),
    incident,
    tickets: facts.tickets.length,
    linked: facts.tickets.filter(({ linkedAt }) => linkedAt !== null).length,
  };
}

export function drillBrief(drill: Drill) {
  const { id, scenario, isSurprise, startedAt, startedBy, pace, endedAt, endedFor, clearedAt, result } = drill;
  return {
    id,
    title: scenario.title,
    isSurprise,
    minutes: scenario.minutes,
    pace,
    startedAt: iso(startedAt),
    startedBy,
    endsAt: iso(endsAt(drill)),
    endedAt: isoOr(endedAt),
    endedFor,
    clearedAt: isoOr(clearedAt),
    total: result?.score.total ?? null,
  };
}

/** `known` of one that runs; of one that has ended what was kept. */
export function drillDetail(drill: Drill, known: Known | null) {
  const { scenario, isSurprise, hints, result } = drill;
  const isOver = result !== null;
  const { service, regions, block, share } = scenario;
  const taken = new Map(hints.map(({ hint, at }) => [hint, at]));
  const afterMs = known ? (known.facts.now - known.facts.startedAt) * drill.pace : Infinity;
  const hasEngineers = isOver || known?.facts.incident?.events.some(({ type }) => type === 'incident.declared') === true;
  return {
    ...drillBrief(drill),
    brief: scenario.brief,
    /** Said beforehand, or once it is over. */
    place: isSurprise && !isOver ? null : { service, regions: [...regions] },
    truth: isOver ? { ...truthOf(scenario), block, share } : null,
    news: hasEngineers
      ? newsOf(scenario)
          .map(({ minute, text }) => ({ afterMs: minute * MINUTE_MS, text }))
          .filter((one) => one.afterMs <= afterMs)
      : [],
    hints: HINTS.filter((hint) => isSurprise || hint === 'severity').map((hint) => ({
      hint,
      title: HINT_TITLES[hint],
      cost: HINT_COST,
      takenAt: isoOr(taken.get(hint) ?? null),
      text: taken.has(hint) || isOver ? hintOf(hint, scenario) : null,
    })),
    updateDueAt: isOver || !known ? null : isoOr(nextUpdateAt(known.facts)),
    ...(result ? ended(result) : running(known)),
  };
}

interface Course {
  incident: DrillResult['incident'];
  tickets: number;
  linked: number;
  timeline: Moment[];
  score: Omit<Score, 'parts' | 'total'> & { total: number | null; parts: Score['parts'][number][] };
}

const ended = ({ score, timeline, ...rest }: DrillResult): Course => ({
  ...rest,
  timeline: [...timeline],
  score: { ...score, parts: [...score.parts] },
});

/** Of the parts those for which something was done, without what was asked for. */
function running(known: Known | null): Course {
  if (!known) return { incident: null, tickets: 0, linked: 0, timeline: [], score: { total: null, points: 0, of: 0, hints: 0, parts: [] } };
  const { score, tickets, linked, incident } = resultOf(known);
  const parts = score.parts.filter(({ id, points }) => !UNTOLD.has(id) && points > 0).map((part) => ({ ...part, better: null }));
  const sum = (of: 'points' | 'of') => Math.round(10 * parts.reduce((total, part) => total + part[of], 0)) / 10;
  return {
    incident,
    tickets,
    linked,
    timeline: timelineOf(known.facts, false),
    score: { total: null, points: sum('points'), of: sum('of'), hints: score.hints, parts },
  };
}
