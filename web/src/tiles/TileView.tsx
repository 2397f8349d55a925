/** What a tile shows, through the period, the zone and the filters of the page. */
import type { DashboardTile as Tile } from '../api/client.ts';
import { useMemo } from 'react';
import { QueryChart, useCatalogue } from '../numbers/index.ts';
import { questionOf, type View } from './asked.ts';
import { NumberTile } from './NumberTile.tsx';
import { noteOf, otherwiseNote } from './tile-note.ts';

interface TileViewProps {
  tile: Pick<Tile, 'chart' | 'question' | 'title' | 'sentence'>;
  view: View;
  fills?: boolean;
}

export function TileView({ tile, view, fills = true }: TileViewProps) {
  const { data: catalogue } = useCatalogue();
  const question = useMemo(() => questionOf(tile, view, catalogue), [tile, view, catalogue]);
  if (tile.chart === 'number') return <NumberTile question={question} title={tile.title} note={otherwiseNote(tile, view, catalogue)} />;
  return <QueryChart question={question} kind={tile.chart} title={tile.title} note={noteOf(tile, view, catalogue)} fills={fills} />;
}
