/** What is said of a tile beside what it shows: what to look for, and which filters of the page do not hold for it. */
import type { DashboardTile as Tile } from '../api/client.ts';
import type { Catalogue, Filter } from '../numbers/index.ts';
import { filtersFor } from './asked.ts';
import { messages } from './messages.ts';

const namesOf = (filters: readonly Filter[], catalogue: Catalogue | undefined): string[] =>
  filters.map(({ dimension }) => catalogue?.dimension(dimension)?.label.toLowerCase() ?? dimension);

export function unfilteredNote(
  tile: Pick<Tile, 'question'>,
  filters: readonly Filter[],
  catalogue: Catalogue | undefined,
): string | undefined {
  const { left } = filtersFor(tile, filters, catalogue);
  return left.length > 0 ? messages.notFiltered(namesOf(left, catalogue)) : undefined;
}

export function noteOf(
  tile: Pick<Tile, 'question' | 'sentence'>,
  filters: readonly Filter[],
  catalogue: Catalogue | undefined,
): string | undefined {
  const note = [tile.sentence, unfilteredNote(tile, filters, catalogue)].filter((one) => one !== undefined).join(' ');
  return note === '' ? undefined : note;
}
