/** What a tile shows, through the period, the zone and the filters of the page. */
import type { DashboardTile as Tile } from '../api/client.ts';
import { useMemo } from 'react';
import { QueryChart, useCatalogue, type Catalogue, type Filter } from '../numbers/index.ts';
import { filtersFor, hoursFor, questionOf, type View } from './asked.ts';
import { messages } from './messages.ts';
import { NumberTile } from './NumberTile.tsx';

interface TileViewProps {
  tile: Pick<Tile, 'chart' | 'question' | 'title' | 'sentence'>;
  view: View;
  fills?: boolean;
}

const namesOf = (filters: readonly Filter[], catalogue: Catalogue | undefined): string[] =>
  filters.map(({ dimension }) => catalogue?.dimension(dimension)?.label.toLowerCase() ?? dimension);

export function TileView({ tile, view, fills = true }: TileViewProps) {
  const { data: catalogue } = useCatalogue();
  const question = useMemo(() => questionOf(tile, view, catalogue), [tile, view, catalogue]);
  const { left } = filtersFor(tile, view.filters, catalogue);
  const { stays } = hoursFor(tile, view, catalogue);
  const unfiltered = left.length > 0 ? messages.notFiltered(namesOf(left, catalogue)) : undefined;
  const otherwise = [unfiltered, stays ? messages.staysAsItIs : undefined].filter((one) => one !== undefined).join(' ');
  if (tile.chart === 'number') return <NumberTile question={question} title={tile.title} note={otherwise === '' ? undefined : otherwise} />;
  const note = [tile.sentence ?? '', otherwise].filter((one) => one !== '').join(' ');
  return <QueryChart question={question} kind={tile.chart} title={tile.title} note={note === '' ? undefined : note} fills={fills} />;
}
