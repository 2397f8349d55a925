/** A dashboard on a wall: its numbers together, then each chart and table by itself, in turns. */
import { useMemo } from 'react';
import type { Dashboard, DashboardTile as Tile } from '../../api/client.ts';
import { askedAs, metricAsked, useAnswer, useCatalogue, type Catalogue } from '../../numbers/index.ts';
import { BlockSkeleton, ErrorState } from '../../ui/index.ts';
import { Wall, WallFigure, WallTable } from '../../wall/index.ts';
import { inReadingOrder, questionOf, TileView, type View } from '../../tiles/index.ts';
import classes from './page.module.css';
import { useTileName } from './use-tile-name.ts';

/** As many as can be read from afar. */
const MOST_FACTS = 6;

interface TileProps {
  tile: Tile;
  view: View;
  catalogue: Catalogue;
}

function Fact({ tile, view, catalogue }: TileProps) {
  const question = questionOf(tile, view, catalogue);
  const { data, error, failureReason } = useAnswer(question);
  const found = catalogue.metric(tile.question.metrics[0] ?? '');
  if (!found) return null;
  const metric = metricAsked(found, question.calendar);
  return (
    <WallFigure label={tile.title ?? metric.label} metric={metric} figure={data?.total.values[metric.id]} error={error ?? failureReason} />
  );
}

function TablePage({ tile, view, catalogue }: TileProps) {
  const nameOf = useTileName();
  const question = useMemo(() => askedAs('table', questionOf(tile, view, catalogue), catalogue), [tile, view, catalogue]);
  const { data, error, refetch } = useAnswer(question);
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <BlockSkeleton height={480} />;
  const metrics = question.metrics.flatMap((id) => catalogue.metric(id) ?? []).map((metric) => metricAsked(metric, question.calendar));
  return <WallTable title={nameOf(tile)} answer={data} question={question} metrics={metrics} />;
}

export function DashboardWall({ dashboard: { spec }, view }: { dashboard: Dashboard; view: View }) {
  const { data: catalogue } = useCatalogue();
  if (!catalogue) return null;
  const tiles = inReadingOrder(spec.tiles);
  const figures = tiles.filter(({ chart }) => chart === 'number');
  const others = tiles.filter(({ chart }) => chart !== 'number');
  const glances = Array.from({ length: Math.ceil(figures.length / MOST_FACTS) }, (_, page) => ({
    id: `figures ${page}`,
    title: spec.title,
    body: figures
      .slice(page * MOST_FACTS, (page + 1) * MOST_FACTS)
      .map((tile) => <Fact key={tile.id} tile={tile} view={view} catalogue={catalogue} />),
  }));
  return (
    <Wall
      title={spec.title}
      pages={[
        ...glances,
        ...others.map((tile) => ({
          id: tile.id,
          title: spec.title,
          body: (
            <div key={tile.id} className={classes['wallChart']}>
              {tile.chart === 'table' ? <TablePage tile={tile} view={view} catalogue={catalogue} /> : <TileView tile={tile} view={view} />}
            </div>
          ),
        })),
      ]}
    />
  );
}
