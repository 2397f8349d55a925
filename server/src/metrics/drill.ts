/**
 * The tickets behind a number, the latest first: those whose rows the viewer may see, with the events that made them, and how
 * many more there are.
 */
import { type Happening, type Leaf, restsOn, type Tree } from '@watchdesk/domain/metrics';
import { invalid } from '../errors.ts';
import { type Parts, shownPeriod, iso } from './ask.ts';
import { eventsBehind, type Made, subjectsOf } from './behind.ts';
import { conditionSql, valueSql } from './compile.ts';
import { type Asking, frameOf, periodFor } from './frame.ts';
import { checkContext, checkMetric, type Context, refusePicking, refuseUnbound } from './question.ts';
import { runStatement } from './run.ts';
import { boundSql, FEWEST_PEOPLE, isBounded, othersSql } from './scope-sql.ts';
import { bindingOf, cellsSql, type Frame, rowsSql } from './scan.ts';

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
  const { limit = USUAL_LIMIT, cursor, side = 'all' } = question;
  const after = cursor === undefined ? null : readCursor(cursor);
  const leaf = side === 'numerator' ? numeratorOf(metric.tree) : restsOn(metric.tree);
  const period = await periodFor(postgres, asking, question);
  const frame = frameOf(asking, period, question);
  const [found, totals] = await Promise.all([
    asking.scope.rows.to === 'none' ? [] : runStatement<Found>(analytics, pageOf(leaf, frame, after, limit), signal),
    runStatement<{ total: number; own: number; others?: readonly string[] }>(analytics, totalOf(leaf, frame), signal),
  ]);
  const { total, own, others = [] } = totals[0] ?? { total: 0, own: 0 };
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    tickets: await shownTickets(postgres, asking, leaf, page),
    next: found.length > limit && last ? cursorOf({ at: last.latest, ticket: last.ticket }) : null,
    visible: own,
    /** Behind the number, and not to be seen by this viewer; null where even how many says too much. */
    more: others.length > 0 && others.length < FEWEST_PEOPLE ? null : total - own,
    period: shownPeriod(period, frame, null),
  };
}

/** With what made each, and, where the viewer may read texts, what it is about. */
async function shownTickets(postgres: Parts['postgres'], { workspaceId, scope, now }: Asking, leaf: Leaf, page: readonly Found[]) {
  const moments = momentsOf(leaf);
  // What is still to come, as the breach of a clock that runs, has not made anything.
  const madeOf = (instants: readonly number[]) =>
    instants.flatMap((at, index): Made[] => (at > 0 && at <= now ? [{ what: moments[index]!.what, at }] : []));
  const rows = page.map(({ ticket, moments: instants }) => ({ ticket, made: madeOf(instants) }));
  const [events, subjects] = await Promise.all([
    eventsBehind(postgres, workspaceId, rows),
    scope.text
      ? subjectsOf(
          postgres,
          workspaceId,
          page.map(({ ticket }) => ticket),
        )
      : null,
  ]);
  return page.map(({ ticket, latest, rows: many, value }) => ({
    ticket,
    subject: subjects?.get(ticket) ?? null,
    at: iso(latest),
    rows: many,
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

/** What of the rows is asked: a number's own, with the condition of its leaf. A row without a value is not behind a mean. */
function behind(leaf: Leaf, frame: Frame) {
  const { population, where, measure } = leaf;
  const binding = bindingOf(frame);
  const value = 'value' in measure ? valueSql(measure.value, population) : null;
  const conditions = [
    rowsSql(population, frame, binding),
    ...(where ? [conditionSql(where, population.fact, binding)] : []),
    ...(value ? [`isNotNull(${value})`] : []),
  ];
  return { binding, value, from: `${population.fact} final${cellsSql(population, frame, binding)}`, conditions };
}

function pageOf(leaf: Leaf, frame: Frame, after: Cursor | null, limit: number) {
  const { binding, value, from, conditions } = behind(leaf, frame);
  const { period } = leaf.population;
  const own = boundSql(frame.scope.rows, leaf.population, binding);
  const instant = period.by === 'at' ? period.at : period.from;
  const at = `toUnixTimestamp64Milli(assumeNotNull(max(${instant})))`;
  const moments = `argMax(${momentsSql(leaf)}, assumeNotNull(${instant})) as moments`;
  if (leaf.population.fact === 'ticket_fact') return ticketsOf();
  const later = after ? `\nhaving (latest, ticket) < (${binding.bind(after.at, 'Int64')}, ${binding.bind(after.ticket, 'String')})` : '';
  const sql = `select ticket, ${at} as latest, count() as rows, ${value ? `toFloat64(avg(${value}))` : 'null'} as value, ${moments}
from ${from} where ${[...conditions, ...own].join(' and ')} group by ticket${later} order by latest desc, ticket desc limit ${limit + 1}`;
  return { sql, params: binding.params };

  /** A ticket is one row of its own fact: the first page of millions is found without gathering them. */
  function ticketsOf() {
    if (period.by !== 'at') throw new Error('a ticket happens at an instant');
    const latest = `toUnixTimestamp64Milli(assumeNotNull(${period.at}))`;
    const bound = after ? [`(${latest}, ticket) < (${binding.bind(after.at, 'Int64')}, ${binding.bind(after.ticket, 'String')})`] : [];
    const columns = `ticket, ${latest} as latest, toUInt64(1) as rows, ${value ? `toFloat64(${value})` : 'null'} as value, ${momentsSql(leaf)} as moments`;
    const where = [...conditions, ...own, ...bound].join(' and ');
    return {
      sql: `select ${columns} from ${from} where ${where} order by latest desc, ticket desc limit ${limit + 1}`,
      params: binding.params,
    };
  }
}

function totalOf(leaf: Leaf, frame: Frame) {
  const { binding, from, conditions } = behind(leaf, frame);
  const [own = 'true'] = boundSql(frame.scope.rows, leaf.population, binding);
  const isOneEach = leaf.population.fact === 'ticket_fact';
  const [total, ofOwn] = isOneEach ? ['count()', `countIf(${own})`] : ['uniqExact(ticket)', `uniqExactIf(ticket, ${own})`];
  const columns = [
    `${total} as total`,
    `${ofOwn} as own`,
    ...(isBounded(frame.scope, leaf.population) ? [`${othersSql(leaf, frame.scope, binding)} as others`] : []),
  ];
  return { sql: `select ${columns.join(', ')} from ${from} where ${conditions.join(' and ')}`, params: binding.params };
}

interface Cursor {
  readonly at: number;
  readonly ticket: string;
}

const cursorOf = ({ at, ticket }: Cursor) => Buffer.from(JSON.stringify([at, ticket])).toString('base64url');

function readCursor(text: string): Cursor {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(read) && Number.isSafeInteger(read[0]) && typeof read[1] === 'string')
      return { at: read[0] as number, ticket: read[1] };
  } catch {
    // said below
  }
  throw invalid('cursor', 'must be the `next` of the answer before');
}
