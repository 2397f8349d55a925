/**
 * How well a drill went: a fold over what happened, of twelve parts, each with its target and what would have been better. The same facts
 * give the same score; a deed that comes earlier never takes points from its part, nor one more notice, nor one more ticket that belongs.
 */
import type { IncidentEvent } from '../event/index.ts';
import { foldIncident, termsOf, updateClock } from '../incident/index.ts';
import { type Course, courseOf, type DrillFacts, type Targets, targetsOf } from './course.ts';
import { HINT_COST } from './hints.ts';
import { judgeLinks, judgePlace, judgeReview, judgeRoles, judgeSeverity, type Judged } from './judged.ts';
import { truthOf } from './scenario.ts';
import { spanWords } from './words.ts';

export const PARTS = [
  'detect',
  'declare',
  'acknowledge',
  'severity',
  'place',
  'roles',
  'notice',
  'updates',
  'links',
  'status_page',
  'resolve',
  'review',
] as const;
export type PartId = (typeof PARTS)[number];

const OF: Readonly<Record<PartId, number>> = {
  detect: 15,
  declare: 10,
  acknowledge: 5,
  severity: 10,
  place: 5,
  roles: 5,
  notice: 15,
  updates: 10,
  links: 10,
  status_page: 5,
  resolve: 5,
  review: 5,
};

export interface ScorePart {
  readonly id: PartId;
  readonly points: number;
  /** How many there were to be had; 0 where it was not asked for. */
  readonly of: number;
  /** What happened, as a sentence. */
  readonly said: string;
  /** What was asked for. */
  readonly target: string;
  /** Null where nothing would have been better. */
  readonly better: string | null;
}

export interface Score {
  /** 0 to 100: the points of those there were to be had, less the hints. */
  readonly total: number;
  readonly points: number;
  readonly of: number;
  /** What the hints cost. */
  readonly hints: number;
  readonly parts: readonly ScorePart[];
}

export function scoreOf(facts: DrillFacts): Score {
  const course = courseOf(facts);
  const targets = targetsOf(facts, course);
  const judged: Record<PartId, Judged | null> = {
    detect: judgeTime(course.detectedAt, targets.detectBy, targets, {
      did: 'Seen',
      none: 'Nobody saw it.',
      better: 'Watch how many tickets come in at once, and what they have in common; link the first of them or declare.',
    }),
    declare: judgeTime(course.declaredAt, targets.declareBy, targets, {
      did: 'Declared',
      none: 'No incident was declared.',
      better: 'Declare as soon as several customers say the same; it can be dismissed.',
    }),
    acknowledge: judgeTime(course.respondedAt, targets.respondBy, targets, {
      did: 'First deed on the incident',
      none: 'Nobody did anything on the incident.',
      better: 'Take a role yourself, or post an update, as soon as it is declared.',
    }),
    severity: judgeSeverity(facts, course),
    place: judgePlace(facts, course),
    roles: judgeRoles(facts, course),
    notice: judgeTime(course.notices[0] ?? null, targets.noticeBy, targets, {
      did: 'Customers were told',
      none: 'Customers were told nothing.',
      better: 'Post the first notice from its template before the cause is known.',
    }),
    updates: judgeUpdates(facts, course, targets),
    links: judgeLinks(facts),
    status_page:
      facts.page &&
      judgeTime(course.publishedAt, targets.noticeBy, targets, {
        did: 'The status page said so',
        none: 'The status page said nothing.',
        better: 'Name the services that fail, so that an update reaches the page, or set the component by hand.',
      }),
    resolve: judgeResolve(course, targets),
    review: judgeReview(facts, course),
  };
  const parts = PARTS.map((id) => partOf(id, judged[id]));
  const points = tenths(parts.reduce((sum, part) => sum + part.points, 0));
  const of = parts.reduce((sum, part) => sum + part.of, 0);
  const hints = new Set(facts.hints.map(({ hint }) => hint)).size * HINT_COST;
  return { total: Math.max(0, Math.round((100 * points) / of) - hints), points, of, hints, parts };
}

function partOf(id: PartId, judged: Judged | null): ScorePart {
  if (judged === null) return { id, points: 0, of: 0, said: 'Not asked for here.', target: '', better: null };
  const { share, said, target, better } = judged;
  return { id, points: tenths(OF[id] * share), of: OF[id], said, target, better: share < 1 ? better : null };
}

const tenths = (points: number): number => Math.round(points * 10) / 10;

interface TimeWords {
  readonly did: string;
  readonly none: string;
  readonly better: string;
}

/** All until the target, then less, and none once it took three times as long. */
const shareBy = (at: number | null, by: number, from: number): number =>
  at === null ? 0 : Math.min(1, Math.max(0, 1 - (at - by) / (2 * Math.max(1, by - from))));

function judgeTime(at: number | null, by: number, { from }: Pick<Targets, 'from'>, { did, none, better }: TimeWords): Judged {
  return {
    share: shareBy(at, by, from),
    said: at === null ? none : `${did} ${at < from ? 'before' : `${spanWords(at - from)} after`} the first ticket.`,
    target: `Within ${spanWords(by - from)} of the first ticket`,
    better,
  };
}

/** The updates that customers were owed from when it should have been declared until it was over, by the cadence of its true severity. */
function judgeUpdates(facts: DrillFacts, course: Course, { declareBy }: Targets): Judged | null {
  const { updateSeconds } = termsOf(facts.policy, truthOf(facts.scenario).severity);
  const until = facts.isOver ? course.overAt : Math.min(course.now, course.overAt);
  const owed = skippedOf(facts, declareBy, course.overAt, until, []).length;
  if (owed === 0) return null;
  const missed = skippedOf(facts, declareBy, course.overAt, until, course.notices).length;
  return {
    share: 1 - missed / owed,
    said: missed === 0 ? 'No update was late.' : missedWords(missed, owed),
    target: `One every ${spanWords((updateSeconds ?? 0) * 1000)}, until it is over`,
    better: 'Post an update at every interval, also where there is nothing new to say.',
  };
}

function missedWords(missed: number, owed: number): string {
  if (owed === 1) return 'The one update that was due between the first notice and the end came late or not at all.';
  return missed === owed ? `None of ${owed} updates came when it was due.` : `${missed} of ${owed} updates came late or not at all.`;
}

/** Instants at which an update was due and none had come. */
export function skippedOf(
  { scenario, policy }: Pick<DrillFacts, 'scenario' | 'policy'>,
  from: number,
  to: number,
  until: number,
  notices: readonly number[],
): readonly number[] {
  if (from >= to) return [];
  const { severity } = truthOf(scenario);
  const event = (id: string, at: number, type: string, data: object) =>
    ({ id, source: '', at, seq: 0, actor: { kind: 'system' }, type, data: { incident: '', ...data } }) as unknown as IncidentEvent;
  const state = foldIncident('', [
    event('', from, 'incident.declared', { title: '', severity, policy }),
    ...notices.map((at, place) => event(`n${place}`, at, 'incident.update_posted', { audience: 'customers', text: '' })),
    event('z', to, 'incident.status_changed', { to: 'resolved' }),
  ])!;
  return updateClock(state, until).skipped.map(({ at }) => at);
}

function judgeResolve({ resolvedAt, overAt, notices, toldEarlyAt }: Course, { resolveBy }: Targets): Judged {
  const saidAt = notices.find((at) => at >= overAt) ?? null;
  const isEarly = resolvedAt !== null && resolvedAt < overAt;
  const resolved = isEarly ? 0 : shareBy(resolvedAt, resolveBy, overAt);
  const told = shareBy(saidAt, resolveBy, overAt);
  return {
    share: (resolved + told) / 2,
    said: `${resolvedWords(resolvedAt, overAt)}, and ${endWords(saidAt, toldEarlyAt, overAt)}.`,
    target: `Resolved and said within ${spanWords(resolveBy - overAt)} of its end, not before it`,
    better:
      isEarly || (saidAt === null && toldEarlyAt !== null)
        ? 'Wait until customers confirm that it works before you resolve it and say so.'
        : 'Once the fix holds, resolve it and post the last update.',
  };
}

function resolvedWords(at: number | null, overAt: number): string {
  if (at === null) return 'It was not resolved';
  return at < overAt
    ? `It was resolved ${spanWords(overAt - at)} before it was over`
    : `It was resolved ${spanWords(at - overAt)} after its end`;
}

function endWords(saidAt: number | null, earlyAt: number | null, overAt: number): string {
  const early = earlyAt === null ? null : `${spanWords(overAt - earlyAt)} too early`;
  if (saidAt === null) return early === null ? 'customers were not told that it is over' : `customers were told ${early} that it is over`;
  const after = `${spanWords(saidAt - overAt)} after it`;
  return early === null ? `customers were told ${after}` : `customers were told ${early}, and again ${after}`;
}
