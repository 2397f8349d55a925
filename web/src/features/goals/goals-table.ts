/** Goals as a table: with values for spreadsheets, and in words for people. */
import type { Goal } from '../../api/client.ts';
import type { Cell, Table } from '../../charts/index.ts';
import { goalTarget, goalValue, PACES, type Catalogue } from '../../numbers/index.ts';
import { formatCount, NONE } from '../../ui/index.ts';
import { goalName, nowWords, whoseName } from './goal-facts.ts';
import { messages } from './messages.ts';

const words = messages.table;

interface Column {
  name: string;
  cell: (goal: Goal, catalogue: Catalogue) => Cell;
  /** As people read it, where that is otherwise. */
  words?: (goal: Goal, catalogue: Catalogue) => string;
}

const unitOf = ({ spec }: Goal, catalogue: Catalogue) => catalogue.metric(spec.metric)?.unit ?? 'number';
const stateOf = ({ standing, closed }: Goal): string =>
  closed ? messages.outcomes[closed.outcome] : standing ? PACES[standing.pace].word : '';
const nowOf = ({ standing, closed }: Goal): Cell =>
  closed ? closed.measured : standing?.withheld ? words.withheld : (standing?.value ?? null);

const COLUMNS: readonly Column[] = [
  { name: words.goal, cell: (goal, catalogue) => goalName(goal, catalogue.metric(goal.spec.metric)) },
  { name: words.number, cell: ({ spec }, catalogue) => catalogue.metric(spec.metric)?.label ?? spec.metric },
  { name: words.whose, cell: whoseName },
  { name: words.owner, cell: ({ spec }) => spec.owner },
  { name: words.unit, cell: unitOf },
  {
    name: words.baseline,
    cell: ({ spec }) => spec.baseline.value,
    words: (goal, catalogue) => goalValue(goal.spec.baseline.value, unitOf(goal, catalogue)),
  },
  { name: words.target, cell: ({ spec }) => spec.target, words: (goal, catalogue) => goalTarget(goal, unitOf(goal, catalogue)) },
  {
    name: words.now,
    cell: nowOf,
    words: (goal, catalogue) => {
      const metric = catalogue.metric(goal.spec.metric);
      if (goal.closed) return goal.closed.measured === null ? NONE : goalValue(goal.closed.measured, unitOf(goal, catalogue));
      return metric ? nowWords(goal, metric) : NONE;
    },
  },
  { name: words.n, cell: ({ standing }) => standing?.n ?? null, words: ({ standing }) => (standing ? formatCount(standing.n) : NONE) },
  {
    name: words.expected,
    cell: ({ standing }) => standing?.expected ?? null,
    words: (goal, catalogue) => (goal.standing ? goalValue(goal.standing.expected, unitOf(goal, catalogue)) : NONE),
  },
  { name: words.state, cell: stateOf },
  { name: words.from, cell: ({ spec }) => spec.startsOn },
  { name: words.by, cell: ({ spec }) => spec.endsOn },
];

export const goalsTable = (goals: readonly Goal[], catalogue: Catalogue): Table => ({
  columns: COLUMNS.map(({ name }) => name),
  rows: goals.map((goal) => COLUMNS.map(({ cell }) => cell(goal, catalogue))),
});

export const goalsInWords = (goals: readonly Goal[], catalogue: Catalogue): { columns: string[]; rows: string[][] } => ({
  columns: COLUMNS.map(({ name }) => name),
  rows: goals.map((goal) => COLUMNS.map(({ cell, words: said }) => said?.(goal, catalogue) ?? String(cell(goal, catalogue) ?? NONE))),
});
