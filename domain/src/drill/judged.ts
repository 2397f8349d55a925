/** The parts of a score that are about what was said rather than when. */
import type { IncidentRole } from '../event/index.ts';
import { isMajor, lacksOf, rankOf, ROLES } from '../incident/index.ts';
import { isNamed } from '../naming/index.ts';
import type { Course, DrillFacts } from './course.ts';
import { DRILL_REGIONS, truthOf } from './scenario.ts';
import { listed } from './words.ts';

/** A part without its points. */
export interface Judged {
  /** Of the points that there are to be had: 0 to 1. */
  readonly share: number;
  readonly said: string;
  readonly target: string;
  readonly better: string;
}

const CORRECTED = 0.7;
const NEXT_TO = 0.4;

/** Right at once, corrected later, or next to it in the end. */
export function judgeSeverity({ scenario }: Pick<DrillFacts, 'scenario'>, { state }: Course): Judged {
  const { severity, reason } = truthOf(scenario);
  const said = state?.severities ?? [];
  const [first, last] = [said[0]?.to, said.at(-1)?.to];
  const distance = last === undefined ? Infinity : Math.abs(rankOf(last) - rankOf(severity));
  const share = distance === 0 ? (first === severity ? 1 : CORRECTED) : distance === 1 ? NEXT_TO : 0;
  return {
    share,
    said:
      first === undefined || last === undefined
        ? 'No severity was said.'
        : first === last
          ? `Declared as ${first}.`
          : `Declared as ${first}, in the end ${last}.`,
    target: `${severity}: ${reason[0]!.toLowerCase()}${reason.slice(1)}`,
    better: 'Ask how many are hit and whether they can go on at all: the table gives the severity.',
  };
}

/** Half for the service, half for exactly its regions. One of which no region is said is everywhere. */
export function judgePlace({ scenario: { service, regions } }: Pick<DrillFacts, 'scenario'>, { state }: Course): Judged {
  const affected = state?.declaredAt == null ? null : state.affected;
  const named = affected && affected.regions.length > 0 ? affected.regions : DRILL_REGIONS;
  const isService = isNamed(affected?.services ?? [], service);
  const isRegion = affected !== null && regions.every((one) => isNamed(named, one)) && named.every((one) => isNamed(regions, one));
  const places = affected === null || affected.regions.length === 0 ? 'no region' : listed(affected.regions);
  return {
    share: (Number(isService) + Number(isRegion)) / 2,
    said:
      affected === null
        ? 'Nothing was said.'
        : `Named: ${affected.services.length === 0 ? 'no service' : listed(affected.services)}; ${places}.`,
    target: `${service}; ${listed(regions)}`,
    better: 'Look at the products and regions of the tickets, and say them on the incident.',
  };
}

/** Whoever is wanted on a serious one; on any other a commander is enough. */
export function judgeRoles({ scenario }: Pick<DrillFacts, 'scenario'>, { state }: Course): Judged {
  const wanted: readonly IncidentRole[] = isMajor(truthOf(scenario).severity)
    ? ['commander', 'technical_lead', 'communications']
    : ['commander'];
  const missing = wanted.filter((role) => (state?.roles[role].length ?? 0) === 0);
  const names = missing.map((role) => ROLES[role].name.toLowerCase());
  return {
    share: 1 - missing.length / wanted.length,
    said: missing.length === 0 ? 'All roles were filled.' : `Nobody was named for ${listed(names, 'or')}.`,
    target: listed(wanted.map((role) => ROLES[role].name)),
    better: 'Give the roles as soon as it is declared; the commander decides and does nothing else.',
  };
}

/** So large a share of the tickets is all of them: some have only just come. */
const AS_GOOD_AS_ALL = 0.9;

/** Null where none has come. */
export function judgeLinks({ tickets, strangers }: Pick<DrillFacts, 'tickets' | 'strangers'>): Judged | null {
  if (tickets.length === 0) return null;
  const linked = tickets.filter(({ linkedAt }) => linkedAt !== null).length;
  const found = Math.min(1, linked / (AS_GOOD_AS_ALL * tickets.length));
  const right = linked === 0 ? 0 : linked / (linked + strangers);
  return {
    share: found * right,
    said: `${linked} of ${tickets.length} tickets that belong were linked${strangers > 0 ? `, and ${strangers} that ${strangers === 1 ? 'does' : 'do'} not` : ''}.`,
    target: 'Nine in ten, and no others',
    better: 'Search for the words that they have in common, and link what belongs: it says whom it hit.',
  };
}

const OF_A_DRAFT = 0.6;
const PARTS_OF_REVIEW = 4;

/** Null where it needs none. */
export function judgeReview({ scenario }: Pick<DrillFacts, 'scenario'>, { state }: Course): Judged | null {
  if (!isMajor(truthOf(scenario).severity)) return null;
  const isComplete = state !== null && state.review.completedAt !== null;
  const lacks = state ? lacksOf(state).length : PARTS_OF_REVIEW;
  return {
    share: isComplete ? 1 : (OF_A_DRAFT * (PARTS_OF_REVIEW - lacks)) / PARTS_OF_REVIEW,
    said: isComplete ? 'The review is complete.' : lacks < PARTS_OF_REVIEW ? 'The review was begun.' : 'No review was written.',
    target: 'A complete review',
    better: 'Write what happened, why, what to do better and one action, and complete it.',
  };
}
