/** What is wrong with a policy that somebody wants to save, beside those of its workspace. */
import type { z } from 'zod';
import type { Fault } from '../calendar/index.ts';
import { PRIORITIES, STATUSES } from '../event/index.ts';
import { targetOf } from './terms.ts';
import { type Condition, policySpec, type PolicySpec, VALUES_OF } from './policy.ts';

/** What a policy is saved into. */
export interface Surroundings {
  /** The ids of the workspace's calendars. */
  readonly calendars: ReadonlySet<string>;
  /** The other policies in force. */
  readonly others: readonly { readonly id: string; readonly spec: PolicySpec }[];
}

/** Nothing for a policy that may be saved. */
export function policyFaults(input: unknown, surroundings: Surroundings): Fault[] {
  const read = policySpec.safeParse(input);
  if (!read.success) return [...misshapen(read.error), ...boundsOf(input)];
  const spec = read.data;
  return [
    ...unknownCalendars(spec, surroundings.calendars),
    ...clockFaults(spec, surroundings.others),
    ...pauseFaults(spec),
    ...targetFaults(spec),
    ...roundedAway(spec),
    ...ladderFaults(spec),
    ...validityFaults(spec),
    ...matchFaults(spec),
    ...rankFaults(spec, surroundings.others),
    ...unreachable(spec, surroundings.others),
    ...hiding(spec, surroundings.others),
  ];
}

/** Once each: a number too large can fail two rules that say the same. */
function misshapen({ issues }: z.ZodError): Fault[] {
  const faults = issues.map((issue) => ({ field: issue.path.join('.'), message: inWords(messageOf(issue)) }));
  return faults.filter(
    ({ field, message }, index) => faults.findIndex((other) => other.field === field && other.message === message) === index,
  );
}

/** The days can be told apart also where something else is no policy yet. */
function boundsOf(input: unknown): Fault[] {
  const read = bounds.safeParse(input);
  return read.success ? validityFaults(read.data) : [];
}

/** A key's own message says what the key should be. */
const messageOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;

const inWords = (message: string) => message.replace(/^(Invalid|Unrecognized) (input|option|key): expected /, 'must be ');

function unknownCalendars({ calendar }: PolicySpec, known: ReadonlySet<string>): Fault[] {
  const named = [
    ['calendar.default', calendar.default],
    ...Object.entries(calendar.byPriority).map(([key, id]) => [`calendar.byPriority.${key}`, id]),
  ];
  return named.flatMap(([field, id]) =>
    known.has(id!) ? [] : [{ field: field!, message: `names a calendar that does not exist: "${id}"` }],
  );
}

/** A clock compares with our own statuses, whatever the help desk calls them. */
const pauseFaults = ({ clocks }: PolicySpec): Fault[] =>
  clocks.flatMap(({ pause }, index) =>
    (['statuses', 'statusesWithReason'] as const).flatMap((name) => {
      const unknown = pause[name].find((status) => !(STATUSES as readonly string[]).includes(status));
      if (unknown === undefined) return [];
      return [{ field: `clocks.${index}.pause.${name}`, message: `must be among ${STATUSES.join(', ')}, and "${unknown}" is not` }];
    }),
  );

function clockFaults({ clocks, family }: PolicySpec, others: Surroundings['others']): Fault[] {
  return clocks.flatMap(({ metric, start, stop }, index) => {
    const faults: Fault[] = [];
    if (clocks.findIndex((one) => one.metric === metric) < index)
      faults.push({ field: `clocks.${index}.metric`, message: `names the clock "${metric}" a second time` });
    const elsewhere = others.find(({ spec }) => spec.family !== family && spec.clocks.some((one) => one.metric === metric));
    if (elsewhere)
      faults.push({
        field: `clocks.${index}.metric`,
        message: `is a clock of the family "${elsewhere.spec.family}", in the policy "${elsewhere.spec.name}"`,
      });
    if (start.every((signal) => stop.includes(signal)) && stop.every((signal) => start.includes(signal)) && !start.includes('agent_public'))
      faults.push({ field: `clocks.${index}.stop`, message: 'must name something else than what starts the clock' });
    return faults;
  });
}

/** Each clock promises something, or says that it does not, at each priority. */
function targetFaults({ clocks, targets, cells }: PolicySpec): Fault[] {
  const faults: Fault[] = [];
  const metrics = clocks.map(({ metric }) => metric);
  for (const metric of metrics) {
    const own = targets[metric];
    for (const priority of PRIORITIES)
      if (own?.[priority] === undefined)
        faults.push({
          field: `targets.${metric}.${priority}`,
          message: 'must be given: business seconds, business days, or null for no promise',
        });
    const promised = [...Object.values(own ?? {}), ...Object.values(cells[metric] ?? {})].some((one) => one !== null && one !== undefined);
    if (own && !promised) faults.push({ field: `targets.${metric}`, message: 'must promise something at one priority at least' });
  }
  for (const [field, named] of [['targets', Object.keys(targets)] as const, ['cells', Object.keys(cells)] as const])
    for (const metric of named)
      if (!metrics.includes(metric)) faults.push({ field: `${field}.${metric}`, message: 'names a clock that the policy does not have' });
  return faults;
}

/** Rounding down can leave nothing of a short target; then every cycle would be breached at once. */
function roundedAway({ clocks, targets, cells, tiers, rounding }: PolicySpec): Fault[] {
  return clocks.flatMap(({ metric }) =>
    PRIORITIES.flatMap((priority) => {
      const table = { targets: targets[metric] ?? {}, cells: cells[metric] ?? {}, tiers, rounding };
      const tier = ['', ...Object.keys(tiers)].find((one) => targetOf(table, priority, one) === 0);
      if (tier === undefined) return [];
      const whose = tier === '' ? '' : ` for the tier "${tier}"`;
      return [
        {
          field: `targets.${metric}.${priority}`,
          message: `comes to 0 seconds${whose} by the rounding; make it longer, or round to seconds`,
        },
      ];
    }),
  );
}

const ladderFaults = ({ ladder }: PolicySpec): Fault[] =>
  ladder.flatMap(({ at }, index) =>
    ladder.findIndex((one) => one.at === at) < index ? [{ field: `ladder.${index}.at`, message: `names ${at} % a second time` }] : [],
  );

const bounds = policySpec.pick({ validFrom: true, validTo: true }).strip();

const validityFaults = ({ validFrom, validTo }: z.output<typeof bounds>): Fault[] =>
  validFrom !== null && validTo !== null && validTo <= validFrom
    ? [{ field: 'validTo', message: 'must be later than the moment from which it is valid' }]
    : [];

function matchFaults({ match }: PolicySpec): Fault[] {
  const faults: Fault[] = match.flatMap(({ field, values }, index) => {
    const possible = VALUES_OF[field];
    const wrong = possible && values.find((value) => value !== null && !possible.includes(value));
    return wrong ? [{ field: `match.${index}.values`, message: `must be among ${possible.join(', ')}, and "${wrong}" is not` }] : [];
  });
  if (faults.length === 0)
    for (const field of new Set(match.map((one) => one.field)))
      if (
        field !== 'tags' &&
        isNever(
          match.filter((one) => one.field === field),
          VALUES_OF[field],
          ALWAYS_THERE.has(field),
        )
      )
        faults.push({
          field: `match.${match.findLastIndex((one) => one.field === field)}`,
          message: 'can never hold together with the other conditions',
        });
  return faults;
}

/** Every ticket has one. */
const ALWAYS_THERE: ReadonlySet<Condition['field']> = new Set(['priority', 'channel']);

/** No value holds for all of these conditions about one field. */
function isNever(conditions: readonly Condition[], possible: readonly string[] | undefined, isAlwaysThere: boolean): boolean {
  const wanted = conditions.filter(({ is }) => is === 'any_of');
  const named = wanted[0]?.values ?? (possible ? [...possible, null] : undefined);
  const candidates = named?.filter((value) => value !== null || !isAlwaysThere);
  return (
    candidates !== undefined &&
    candidates.every((value) => !conditions.every((one) => one.values.includes(value) === (one.is === 'any_of')))
  );
}

/** Of two in one place nobody could say which is asked first. */
function rankFaults(spec: PolicySpec, others: Surroundings['others']): Fault[] {
  const same = others.find((other) => other.spec.family === spec.family && other.spec.rank === spec.rank);
  return same ? [{ field: 'rank', message: `must be another than ${spec.rank}, which is the place of "${same.spec.name}"` }] : [];
}

/** A policy before it in the order takes every ticket that this one would take. */
function unreachable(spec: PolicySpec, others: Surroundings['others']): Fault[] {
  const taker = others.find((other) => takesAllOf(other.spec, spec));
  return taker ? [{ field: 'match', message: `is never reached: "${taker.spec.name}" stands before it and takes every such ticket` }] : [];
}

/** It would stand before another one and take every ticket of it. */
function hiding(spec: PolicySpec, others: Surroundings['others']): Fault[] {
  const hidden = others.find((other) => takesAllOf(spec, other.spec));
  return hidden
    ? [{ field: 'match', message: `takes every ticket of "${hidden.spec.name}", which stands behind it and would never be reached` }]
    : [];
}

/** The one stands before the other, and whatever the other would take it takes. */
const takesAllOf = (first: PolicySpec, second: PolicySpec): boolean =>
  first.family === second.family &&
  first.rank < second.rank &&
  coversTime(first, second) &&
  first.match.every((condition) => isImplied(condition, second.match));

const coversTime = (a: PolicySpec, b: PolicySpec) =>
  (a.validFrom === null || (b.validFrom !== null && a.validFrom <= b.validFrom)) &&
  (a.validTo === null || (b.validTo !== null && a.validTo >= b.validTo));

/** Whatever holds for the conditions also holds for this one. Said only where it follows from one of them alone. */
function isImplied(condition: Condition, match: readonly Condition[]): boolean {
  return match.some(({ field, is, values }) => {
    if (field !== condition.field) return false;
    if (is === 'any_of' && condition.is === 'any_of') return values.every((value) => condition.values.includes(value));
    if (is === 'none_of' && condition.is === 'none_of') return condition.values.every((value) => values.includes(value));
    if (is === 'any_of' && condition.is === 'none_of' && field !== 'tags')
      return values.every((value) => !condition.values.includes(value));
    return false;
  });
}
