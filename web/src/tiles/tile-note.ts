/** What is said of a tile beside what it shows: what to look for, which filters of the page do not hold for it, and which hours. */
import type { DashboardTile as Tile } from '../api/client.ts';
import type { Catalogue, Filter } from '../numbers/index.ts';
import { filtersFor, hoursFor, type View } from './asked.ts';
import { messages } from './messages.ts';

const namesOf = (filters: readonly Filter[], catalogue: Catalogue | undefined): string[] =>
  filters.map(({ dimension }) => catalogue?.dimension(dimension)?.label.toLowerCase() ?? dimension);

const joined = (notes: readonly (string | undefined)[]): string | undefined => {
  const note = notes.filter((one) => one !== undefined && one !== '').join(' ');
  return note === '' ? undefined : note;
};

/** In what it is otherwise than the page says. */
export function otherwiseNote(tile: Pick<Tile, 'question'>, view: View, catalogue: Catalogue | undefined): string | undefined {
  const { left } = filtersFor(tile, view.filters, catalogue);
  const { stays } = hoursFor(tile, view, catalogue);
  return joined([left.length > 0 ? messages.notFiltered(namesOf(left, catalogue)) : undefined, stays ? messages.staysAsItIs : undefined]);
}

export const noteOf = (tile: Pick<Tile, 'question' | 'sentence'>, view: View, catalogue: Catalogue | undefined): string | undefined =>
  joined([tile.sentence, otherwiseNote(tile, view, catalogue)]);
