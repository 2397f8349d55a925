/** The tickets behind a number, or the stretches of people's time, the latest first: those the viewer may see, and how many more there are. */
import { isOfTickets, type Leaf, restsOn, type Tree } from '@watchdesk/domain/metrics';
import { invalid } from '../errors.ts';
import { iso, type Parts, shownPeriod } from './ask.ts';
import { behind, type Cursor, cursorOf, readCursor } from './behind.ts';
import { type Asking, frameOf, periodFor } from './frame.ts';
import { checkContext, checkMetric, type Context, refusePicking, refuseUnbound } from './question.ts';
import { runStatement } from './run.ts';
import { boundSql, FEWEST_PEOPLE, isBounded, othersSql } from './scope-sql.ts';
import type { Frame } from './scan.ts';
import { type Stretch, stretchesOf, toldStretches } from './stretches-behind.ts';

export interface DrillQuestion extends Context {
  readonly metric: string;
  /** What the number rests on, or of a ratio the part that counted. */
  readonly side?: 'all' | 'numerator' | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

interface Ticket {
  readonly ticket: string;
  readonly latest: number;
  readonly rows: number;
  readonly value: number | null;
}

const USUAL_LIMIT = 50;

export async function drill({ postgres, analytics }: Parts, asking: Asking, question: DrillQuestion, signal?: AbortSignal) {
  const metric = checkMetric(question.metric, 'metric');
  checkContext([metric], question);
  refuseUnbound([metric], asking.scope, 'metric');
  refusePicking(question.filters, asking.scope);
  const { limit = USUAL_LIMIT, cursor, side = 'all' } = question;
  const after = cursor === undefined ? null : readCursor(cursor);
  const leaf = side === 'numerator' ? numeratorOf(metric.tree) : restsOn(metric.tree);
  const period = await periodFor(postgres, asking, question);
  const frame = frameOf(asking, period, question);
  const isTickets = isOfTickets(leaf.population.fact);
  const page = (isTickets ? ticketsOf : stretchesOf)(leaf, frame, after, limit);
  const [found, totals] = await Promise.all([
    asking.scope.rows.to === 'none' ? [] : runStatement<Ticket | Stretch>(analytics, page, signal),
    runStatement<{ total: number; own: number; others?: readonly string[] }>(analytics, totalOf(leaf, frame), signal),
  ]);
  const { total, own, others = [] } = totals[0] ?? { total: 0, own: 0 };
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    of: isTickets ? ('tickets' as const) : ('stretches' as const),
    tickets: shown.filter((row) => 'ticket' in row).map(({ latest, ...one }) => ({ ...one, at: iso(latest) })),
    stretches: await toldStretches(
      postgres,
      asking.workspaceId,
      shown.filter((row) => 'person' in row),
    ),
    next: found.length > limit && last ? cursorOf({ at: last.latest, id: 'ticket' in last ? last.ticket : last.person }) : null,
    visible: own,
    /** Behind the number, and not to be seen by this viewer; null where even how many says too much. */
    more: others.length > 0 && others.length < FEWEST_PEOPLE ? null : total - own,
    period: shownPeriod(period, frame, null),
  };
}

function numeratorOf(tree: Tree): Leaf {
  if (tree.node === 'ratio') return tree.numerator;
  if (tree.node === 'difference') return numeratorOf(tree.from);
  throw invalid('side', 'must be all: the number is no ratio');
}

function ticketsOf(leaf: Leaf, frame: Frame, after: Cursor | null, limit: number) {
  const { binding, value, from, conditions } = behind(leaf, frame);
  const { period } = leaf.population;
  const own = boundSql(frame.scope.rows, leaf.population, binding);
  const at = `toUnixTimestamp64Milli(assumeNotNull(max(${period.by === 'at' ? period.at : period.from})))`;
  const bound = after ? [`(latest, ticket) < (${binding.bind(after.at, 'Int64')}, ${binding.bind(after.id, 'String')})`] : [];
  if (leaf.population.fact === 'ticket_fact') return rowsOfTickets();
  const sql = `select ticket, ${at} as latest, count() as rows, ${value ? `toFloat64(avg(${value}))` : 'null'} as value
from ${from} where ${[...conditions, ...own].join(' and ')} group by ticket${bound.map((later) => `\nhaving ${later}`).join('')}
order by latest desc, ticket desc limit ${limit + 1}`;
  return { sql, params: binding.params };

  /** A ticket is one row of its own fact: the first page of millions is found without gathering them. */
  function rowsOfTickets() {
    if (period.by !== 'at') throw new Error('a ticket happens at an instant');
    const latest = `toUnixTimestamp64Milli(assumeNotNull(${period.at}))`;
    const columns = `ticket, ${latest} as latest, toUInt64(1) as rows, ${value ? `toFloat64(${value})` : 'null'} as value`;
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
  const { fact } = leaf.population;
  const isOneEach = fact === 'ticket_fact' || !isOfTickets(fact);
  const [total, ofOwn] = isOneEach ? ['count()', `countIf(${own})`] : ['uniqExact(ticket)', `uniqExactIf(ticket, ${own})`];
  const columns = [
    `${total} as total`,
    `${ofOwn} as own`,
    ...(isBounded(frame.scope, leaf.population) ? [`${othersSql(leaf, frame.scope, binding)} as others`] : []),
  ];
  return { sql: `select ${columns.join(', ')} from ${from} where ${conditions.join(' and ')}`, params: binding.params };
}
