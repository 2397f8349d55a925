/**
 * What of a table a viewer is told. Single people are those within their rows; what is said of the others together, as a
 * median or an expectation, is withheld where there are so few of them that it would say what each did.
 */
import type { Bound, ViewScope } from '../accounts/index.ts';
import { FEWEST_PEOPLE } from '../metrics/index.ts';
import type { ComparedFigure, PersonRow, Table } from './table.ts';

/** Of a lead a table is of their teams alone (reach.ts), so everyone in it. */
const isTold = (rows: Bound, who: string): boolean =>
  rows.to === 'all' || rows.to === 'teams' || (rows.to === 'agent' && rows.agent === who);

/** Whether what so many others did together may not be told. Who sees each of them is told of any. */
export const hides = (rows: Bound, others: number): boolean =>
  rows.to !== 'all' && rows.to !== 'teams' && others > 0 && others < FEWEST_PEOPLE;

export function toldOf({ rows }: ViewScope, table: Table): Pick<Table, 'people' | 'medians' | 'mix'> {
  if (rows.to === 'all' || rows.to === 'teams') return table;
  const others = (id: string) => table.people.filter(({ who, figures }) => !isTold(rows, who) && figures[id]!.n > 0).length;
  const withheld = new Set(Object.keys(table.medians).filter((id) => hides(rows, others(id))));
  const medians = Object.entries(table.medians).map(([id, median]) => {
    const isFew = median !== null && median.people < FEWEST_PEOPLE;
    return [id, isFew || withheld.has(id) ? null : median] as const;
  });
  const told = table.people.filter(({ who }) => isTold(rows, who)).map((row) => withoutOthers(row, withheld));
  // Beside one's own work the work of all would tell what few others do.
  const mix = withheld.has('resolved') ? (told[0]?.mix ?? new Map<string, number>()) : table.mix;
  return { people: told, medians: Object.fromEntries(medians), mix };
}

function withoutOthers(row: PersonRow, withheld: ReadonlySet<string>): PersonRow {
  const alone = (figure: ComparedFigure): ComparedFigure => ({ ...figure, fair: null, percentile: null });
  const figures = Object.entries(row.figures).map(([id, figure]) => [id, withheld.has(id) ? alone(figure) : figure] as const);
  return { ...row, figures: Object.fromEntries(figures), load: withheld.has('tickets_answered') ? null : row.load };
}
