/**
 * The tickets behind a number, the latest first, with the events that made them: those in the viewer's sight, by the rule of the
 * ticket list, and how many more there are. What was measured of a ticket, and by which events, is shown where it is the viewer's
 * to know; where the number is withheld, so are all tickets but those of the viewer's own rows, which would tell it.
 */
import { type Happening, isOfTickets, type Leaf, restsOn, type Tree } from '@watchdesk/domain/metrics';
import { type Sight, sightOf } from '../accounts/index.ts';
import { invalid } from '../errors.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { type Parts, shownPeriod, iso } from './ask.ts';
import { behind, type Cursor, cursorOf, readCursor } from './behind.ts';
import { eventsBehind, type Made, subjectsOf } from './events-behind.ts';
import { type Asking, frameOf, periodFor } from './frame.ts';
import { refuseUnaskable } from './custom-fields.ts';
import { checkContext, checkMetric, type Context, refusePicking, refuseUnbound } from './question.ts';
import { runStatement } from './run.ts';
import { boundSql, FEWEST_PEOPLE, inSightSql, othersSql, tellsOfPeople } from './scope-sql.ts';
import type { Frame } from './scan.ts';
import { stillInSight } from './still-in-sight.ts';
import { stretchesBehind } from './stretches-behind.ts';

export interface DrillQuestion extends Context {
  readonly metric: string;
  /** What the number rests on, or of a ratio the part that counted. */
  readonly side?: 'all' | 'numerator' | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

interface Found {
  readonly ticket: string;
  readonly latest: number;
  readonly rows: number;
  readonly value: number | null;
  /** Of its latest row the instants of the moments, in their order; 0 where there is none. */
  readonly moments: readonly number[];
}

const USUAL_LIMIT = 50;

export async function drill({ postgres, analytics }: Parts, asking: Asking, question: DrillQuestion, signal?: AbortSignal) {
  const metric = checkContext([checkMetric(question.metric, 'metric')], question)[0]!;
  refuseUnbound([metric], asking.scope, 'metric');
  refusePicking(question.filters, asking.scope);
  await refuseUnaskable(analytics, asking, question);
  const { limit = USUAL_LIMIT, cursor, side = 'all' } = question;
  const after = cursor === undefined ? null : readCursor(cursor);
  const rests = restsOn(metric.tree);
  // Customers who did not write are behind no ticket; those of the others are.
  const leaf = side === 'numerator' || rests.population.fact === 'customer_fact' ? numeratorOf(metric.tree) : rests;
  const period = await periodFor(postgres, asking, question);
  const frame = frameOf(asking, period, question);
  const shown = shownPeriod(period, frame, null);
  if (!isOfTickets(leaf.population.fact))
    return { ...(await stretchesBehind({ postgres, analytics }, leaf, frame, { after, limit }, signal)), period: shown };
  const sight = sightOf(asking.scope);
  const isBounded = tellsOfPeople(frame, leaf.population);
  const asked = runStatement<Totals>(analytics, totalOf(leaf, frame, sight, isBounded), signal);
  const isWithheld = isBounded && isOfFew((await asked)[0]);
  const [found, totals] = await Promise.all([
    sight.to === 'none' ? [] : runStatement<Found>(analytics, pageOf(leaf, frame, sight, isWithheld, after, limit), signal),
    asked,
  ]);
  const { total, seen, own } = totals[0] ?? NOTHING;
  const visible = isWithheld ? own : seen;
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const still = await stillInSight(postgres, asking.workspaceId, sight, page);
  return {
    of: 'tickets' as const,
    stretches: [],
    tickets: await shownTickets(postgres, asking, leaf, still),
    next: found.length > limit && last ? cursorOf({ at: last.latest, id: last.ticket }) : null,
    visible,
    /** Behind the number, and not to be seen by this viewer; null where even how many says too much. */
    more: isWithheld ? null : total - visible,
    period: shown,
  };
}

interface Totals {
  readonly total: number;
  readonly seen: number;
  /** In sight, and of the viewer's own rows. */
  readonly own: number;
  readonly others?: readonly string[];
}
const NOTHING: Totals = { total: 0, seen: 0, own: 0 };

const isOfFew = ({ others = [] }: Totals = NOTHING): boolean => others.length > 0 && others.length < FEWEST_PEOPLE;

/** With what made each, and, where the viewer may read texts, what it is about. */
async function shownTickets(postgres: Postgres, { workspaceId, scope, now }: Asking, leaf: Leaf, page: readonly Found[]) {
  const moments = momentsOf(leaf);
  // What is still to come, as the breach of a clock that runs, has not made anything.
  const madeOf = (instants: readonly number[]) =>
    instants.flatMap((at, index): Made[] => (at > 0 && at <= now ? [{ what: moments[index]!.what, at }] : []));
  const made = page.map(({ ticket, moments: instants }) => ({ ticket, made: madeOf(instants) }));
  const ids = page.map(({ ticket }) => ticket);
  const [events, subjects] = await Promise.all([
    eventsBehind(postgres, workspaceId, made),
    scope.text ? subjectsOf(postgres, workspaceId, ids) : null,
  ]);
  return page.map(({ ticket, latest, rows, value }) => ({
    ticket,
    subject: subjects?.get(ticket) ?? null,
    at: iso(latest),
    rows,
    value,
    events: events.get(ticket) ?? [],
  }));
}

function numeratorOf(tree: Tree): Leaf {
  if (tree.node === 'ratio') return tree.numerator;
  if (tree.node === 'difference') return numeratorOf(tree.from);
  throw invalid('side', 'must be all: the number is no ratio');
}

/** What made the leaf's rows, and where what it measures ended. */
function momentsOf({ population, measure }: Leaf): readonly { readonly what: Happening; readonly at: string }[] {
  const endsAt = 'value' in measure && measure.value.of === 'column' ? measure.value.endsAt : undefined;
  return [...(population.moments ?? []), ...(endsAt ? [{ what: 'answered' as const, at: endsAt }] : [])];
}

const momentsSql = (leaf: Leaf): string =>
  `cast([${momentsOf(leaf)
    .map(({ at }) => `ifNull(toUnixTimestamp64Milli(${at}), 0)`)
    .join(', ')}], 'Array(Int64)')`;

function pageOf(leaf: Leaf, frame: Frame, sight: Sight, isWithheld: boolean, after: Cursor | null, limit: number) {
  const { binding, value, from, conditions } = behind(leaf, frame);
  const { population } = leaf;
  const { period, fact } = population;
  const own = boundSql(frame.scope.rows, population, binding);
  const where = [...conditions, ...inSightSql(sight, fact, binding), ...(isWithheld ? own : [])];
  // What was measured of others' rows, and when, is for those who may see these.
  const ifOwn = (told: string, otherwise: string) => (own.length > 0 ? `if(${own.join(' and ')}, ${told}, ${otherwise})` : told);
  const shown = value && ifOwn(value, 'null');
  const instant = period.by === 'at' ? period.at : period.from;
  const at = `toUnixTimestamp64Milli(assumeNotNull(max(${instant})))`;
  const moments = ifOwn(momentsSql(leaf), 'emptyArrayInt64()');
  if (fact === 'ticket_fact') return ticketsOf();
  const later = after ? `\nhaving (latest, ticket) < (${binding.bind(after.at, 'Int64')}, ${binding.bind(after.id, 'String')})` : '';
  const measured = `${shown ? `toFloat64(avg(${shown}))` : 'null'} as value, argMax(${moments}, assumeNotNull(${instant})) as moments`;
  const sql = `select ticket, ${at} as latest, count() as rows, ${measured}
from ${from} where ${where.join(' and ')} group by ticket${later} order by latest desc, ticket desc limit ${limit + 1}`;
  return { sql, params: binding.params };

  /** A ticket is one row of its own fact: the first page of millions is found without gathering them. */
  function ticketsOf() {
    if (period.by !== 'at') throw new Error('a ticket happens at an instant');
    const latest = `toUnixTimestamp64Milli(assumeNotNull(${period.at}))`;
    const bound = after ? [`(${latest}, ticket) < (${binding.bind(after.at, 'Int64')}, ${binding.bind(after.id, 'String')})`] : [];
    const columns = `ticket, ${latest} as latest, toUInt64(1) as rows, ${shown ? `toFloat64(${shown})` : 'null'} as value, ${moments} as moments`;
    return {
      sql: `select ${columns} from ${from} where ${[...where, ...bound].join(' and ')} order by latest desc, ticket desc limit ${limit + 1}`,
      params: binding.params,
    };
  }
}

function totalOf(leaf: Leaf, frame: Frame, sight: Sight, isBounded: boolean) {
  const { binding, from, conditions } = behind(leaf, frame);
  const { population } = leaf;
  const seen = inSightSql(sight, population.fact, binding);
  const own = [...seen, ...boundSql(frame.scope.rows, population, binding)];
  const tickets = (where: readonly string[]) => {
    const condition = where.length > 0 ? where.join(' and ') : 'true';
    return population.fact === 'ticket_fact' ? `countIf(${condition})` : `uniqExactIf(ticket, ${condition})`;
  };
  const columns = [
    `${tickets([])} as total`,
    `${tickets(seen)} as seen`,
    `${tickets(own)} as own`,
    ...(isBounded ? [`${othersSql(leaf, frame.scope, binding)} as others`] : []),
  ];
  return { sql: `select ${columns.join(', ')} from ${from} where ${conditions.join(' and ')}`, params: binding.params };
}
