/** Why a number is so: what it means, what it was made of, what was left out, by which rows, and the very statements that were run. */
import {
  benchmarkOf,
  conditionWords,
  DIMENSION_IDS,
  isOfTickets,
  type Leaf,
  leafWords,
  type Metric,
  periodWords,
  type Population,
  populationsOf,
  restsOn,
  type Tree,
  type Unit,
  unitOf,
} from '@watchdesk/domain/metrics';
import { type Asking, frameOf, periodFor } from './frame.ts';
import { intervalOf, type Parts, shownPeriod } from './ask.ts';
import { stageFor } from './benchmarks.ts';
import { cellsSql, bindingOf, type Frame, rowsSql, scanOf } from './scan.ts';
import { figuresOf, planOf } from './figures.ts';
import { refuseUnaskable } from './custom-fields.ts';
import { checkContext, checkMetric, type Context, refusePicking, refuseUnbound } from './question.ts';
import { runStatement } from './run.ts';

export interface ExplainQuestion extends Context {
  readonly metric: string;
}

export interface Part {
  readonly role: 'value' | 'numerator' | 'denominator' | 'subtracted numerator' | 'subtracted denominator' | 'subtracted';
  readonly figure: string;
  readonly population: string;
  readonly value: number | null;
  readonly unit: Unit;
}

export async function explain({ postgres, analytics }: Parts, asking: Asking, question: ExplainQuestion, signal?: AbortSignal) {
  const metric = checkContext([checkMetric(question.metric, 'metric')], question)[0]!;
  refuseUnbound([metric], asking.scope, 'metric');
  refusePicking(question.filters, asking.scope);
  await refuseUnaskable(analytics, asking, question);
  const period = await periodFor(postgres, asking, question);
  const frame = frameOf(asking, period, question);
  const populations = populationsOf(metric);
  const [stage, figures, excluded] = await Promise.all([
    stageFor(postgres, asking.workspaceId, [metric]),
    figuresOf(analytics, [metric, ...withoutValue(metric)], frame, signal),
    Promise.all(
      populations.filter(({ fact, ofHidden }) => isOfTickets(fact) && !ofHidden).map((population) => hiddenIn(population, frame, signal)),
    ),
  ]);
  const { value, n, withheld } = figures.of(metric, null);
  const parts = partsOf(metric.tree).map(([role, leaf]): Part => ({
    role,
    figure: leafWords(leaf),
    population: leaf.population.id,
    value: withheld ? null : figures.leaf(leaf, null),
    unit: leaf === metric.tree ? metric.unit : unitOf(leaf),
  }));
  const [candidates] = withoutValue(metric);
  const missing = candidates && !withheld ? (figures.of(candidates, null).value ?? 0) - n : 0;
  return {
    metric,
    value,
    n,
    withheld,
    interval: intervalOf(metric, { value, n }),
    benchmark: benchmarkOf(metric, stage, value) ?? null,
    parts,
    populations: populations.map((population) => ({
      id: population.id,
      description: population.description,
      fact: population.fact,
      period: periodWords(population),
      where: population.where ? conditionWords(population.where) : null,
      dimensions: columnsOf(population),
    })),
    excluded: withheld
      ? []
      : [...excluded.flat(), ...(missing > 0 ? [{ ...WITHOUT_VALUE, population: restsOn(metric.tree).population.id, rows: missing }] : [])],
    period: shownPeriod(period, frame, null),
    statements: [...planOf([metric])].map(([population, leaves]) => ({ population: population.id, ...scanOf(population, leaves, frame) })),
  };

  async function hiddenIn(population: Population, where: Frame, ended?: AbortSignal) {
    const binding = bindingOf(where);
    const reason = population.fact === 'ticket_fact' ? 'toString(hidden_as)' : `'deleted, spam or merged'`;
    const sql = `select ${reason} as why, count() as rows from ${population.fact} final${cellsSql(population, where, binding)}
where ${rowsSql(population, where, binding, 1)} group by why order by why`;
    const rows = await runStatement<{ why: string; rows: number }>(analytics, { sql, params: binding.params }, ended);
    return rows.map(({ why, rows: many }) => ({ population: population.id, reason: why, rows: many }));
  }
}

const WITHOUT_VALUE = { reason: 'without a value' };

/** The rows that could have had a value, as a metric, where the number rests on those that have. */
function withoutValue(metric: Metric): Metric[] {
  const rests = restsOn(metric.tree);
  return rests.measure.take === 'known' ? [{ ...metric, tree: { ...rests, measure: { take: 'count' } } }] : [];
}

function partsOf(tree: Tree): [Part['role'], Leaf][] {
  if (tree.node === 'leaf') return [['value', tree]];
  if (tree.node === 'ratio')
    return [
      ['numerator', tree.numerator],
      ['denominator', tree.denominator],
    ];
  const less = partsOf(tree.less).map(([role, leaf]): [Part['role'], Leaf] => [role === 'value' ? 'subtracted' : SUBTRACTED[role]!, leaf]);
  return [...partsOf(tree.from), ...less];
}
const SUBTRACTED: Partial<Record<Part['role'], Part['role']>> = {
  numerator: 'subtracted numerator',
  denominator: 'subtracted denominator',
};

const columnsOf = ({ dimensions }: Population) =>
  Object.fromEntries(DIMENSION_IDS.flatMap((id) => (dimensions[id] ? [[id, dimensions[id]]] : [])));
