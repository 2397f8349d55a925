/** The truth of a drill beside what was done about it, in the order of its own clock. */
import type { IncidentStatus } from '../event/index.ts';
import { ROLES } from '../incident/index.ts';
import { courseOf, type Course, type DrillFacts, targetsOf } from './course.ts';
import { HINT_TITLES } from './hints.ts';
import { drillTime } from './pace.ts';
import { newsOf, truthOf } from './scenario.ts';
import { skippedOf } from './score.ts';
import { listed } from './words.ts';

export interface Moment {
  /** Since the drill began, by its own clock, in milliseconds. */
  readonly afterMs: number;
  readonly side: 'truth' | 'deed' | 'lapse';
  readonly text: string;
}

const MINUTE_MS = 60_000;
const STATUS: Readonly<Record<IncidentStatus, string>> = {
  investigating: 'Opened again',
  identified: 'The cause is said to be known',
  monitoring: 'A fix is said to be in place',
  resolved: 'Resolved',
  closed: 'Closed',
};
const SEEN = { link: 'A ticket is linked', proposal: 'An incident is proposed', declaration: 'It is seen' } as const;

/** What was done, and what was not in time; the truth of it only where `withTruth`. Nothing after `now`. */
export function timelineOf(facts: DrillFacts, withTruth: boolean): Moment[] {
  const course = courseOf(facts);
  const deeds = deedsOf(facts, course);
  const all = withTruth ? [...truths(facts, course), ...deeds, ...lapses(facts, course)] : deeds;
  return all
    .filter(({ at }) => at <= course.now)
    .map(({ at, side, text }) => ({ afterMs: at - course.startedAt, side, text }))
    .toSorted((a, b) => a.afterMs - b.afterMs);
}

type Said = Omit<Moment, 'afterMs'> & { readonly at: number };

function truths({ scenario, tickets, startedAt, pace }: DrillFacts, { firstTicketAt, overAt }: Course): Said[] {
  const said = (at: number, text: string): Said => ({ at, side: 'truth', text });
  const { severity } = truthOf(scenario);
  const arrivals = tickets.map(({ at }) => drillTime({ startedAt, pace }, at)).toSorted((a, b) => a - b);
  const half = arrivals[Math.floor(arrivals.length / 2)];
  return [
    said(startedAt, `${scenario.service} begins to fail in ${listed(scenario.regions)}: ${severity}`),
    ...(firstTicketAt === null ? [] : [said(firstTicketAt, 'The first ticket about it')]),
    ...(half === undefined || arrivals.length < 4 ? [] : [said(half, `Half of ${arrivals.length} tickets are in`)]),
    ...newsOf(scenario).map(({ minute, text }) => said(startedAt + minute * MINUTE_MS, `Engineers: ${text}`)),
    said(overAt, 'It is over'),
  ];
}

function deedsOf(facts: DrillFacts, course: Course): Said[] {
  const { state, detectedAt, detectedBy, declaredAt, respondedAt, publishedAt, notices } = course;
  const said = (at: number | null | undefined, text: string): Said[] => (at == null ? [] : [{ at, side: 'deed', text }]);
  const roles = (facts.incident?.events ?? []).flatMap((event) =>
    event.type === 'incident.role_assigned' && event.data.is
      ? said(drillTime(facts, event.at), `${ROLES[event.data.role].name} is named`)
      : [],
  );
  return [
    ...(detectedBy === 'declaration' || detectedBy === null ? [] : said(detectedAt, SEEN[detectedBy])),
    ...said(declaredAt, `Declared as ${state?.severities[0]?.to ?? ''}`),
    ...said(respondedAt, 'The first deed on it'),
    ...(state?.severities.slice(1) ?? []).flatMap(({ at, to }) => said(at, `The severity is now ${to}`)),
    ...roles,
    ...notices.flatMap((at, place) => said(at, place === 0 ? 'Customers are told for the first time' : 'Customers are told more')),
    ...said(publishedAt, 'The status page says so'),
    ...(state?.statuses.slice(1) ?? []).flatMap(({ at, to }) => said(at, STATUS[to])),
    ...said(state?.review.completedAt, 'The review is complete'),
    ...facts.hints.flatMap(({ at, hint }) => said(drillTime(facts, at), `A hint: ${HINT_TITLES[hint]}`)),
  ];
}

/** What was to have happened by then, and had not. */
function lapses(facts: DrillFacts, course: Course): Said[] {
  const targets = targetsOf(facts, course);
  const { detectedAt, declaredAt, notices, overAt, now } = course;
  const lapse = (at: number, text: string): Said => ({ at, side: 'lapse', text });
  const late = (at: number | null | undefined, by: number, text: string) => ((at ?? Infinity) > by ? [lapse(by, text)] : []);
  return [
    ...late(detectedAt, targets.detectBy, 'Should have been seen by now'),
    ...late(declaredAt, targets.declareBy, 'Should have been declared by now'),
    ...late(notices[0], targets.noticeBy, 'Customers should have been told by now'),
    ...skippedOf(facts, targets.declareBy, overAt, Math.min(now, overAt), notices)
      // Where customers had heard nothing at all, that is said.
      .filter((at) => at !== targets.noticeBy || (notices[0] ?? Infinity) <= at)
      .map((at) => lapse(at, 'An update was due')),
  ];
}
