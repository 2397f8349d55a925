/** A dashboard on a wall: its numbers together, then each chart by itself, in turns. */
import type { Dashboard, DashboardTile as Tile } from '../../api/client.ts';
import { useAnswer, useCatalogue, valueWords, type Catalogue } from '../../numbers/index.ts';
import { NONE } from '../../ui/index.ts';
import { Wall, WallFact } from '../../wall/index.ts';
import { inReadingOrder, questionOf, TileView, type View } from '../../tiles/index.ts';
import classes from './page.module.css';

/** As many as can be read from afar. */
const MOST_FACTS = 6;

function Fact({ tile, view, catalogue }: { tile: Tile; view: View; catalogue: Catalogue }) {
  const { data } = useAnswer(questionOf(tile, view, catalogue));
  const metric = catalogue.metric(tile.question.metrics[0] ?? '');
  const figure = metric && data?.total.values[metric.id];
  return (
    <WallFact label={tile.title ?? metric?.label ?? tile.id}>{metric && figure ? valueWords(figure.value, metric.unit) : NONE}</WallFact>
  );
}

export function DashboardWall({ dashboard: { spec }, view }: { dashboard: Dashboard; view: View }) {
  const { data: catalogue } = useCatalogue();
  if (!catalogue) return null;
  const tiles = inReadingOrder(spec.tiles);
  const figures = tiles.filter(({ chart }) => chart === 'number');
  const charts = tiles.filter(({ chart }) => chart !== 'number' && chart !== 'table');
  const glances = Array.from({ length: Math.ceil(figures.length / MOST_FACTS) }, (_, page) => ({
    id: `figures ${page}`,
    title: spec.title,
    body: figures
      .slice(page * MOST_FACTS, (page + 1) * MOST_FACTS)
      .map((tile) => <Fact key={tile.id} tile={tile} view={view} catalogue={catalogue} />),
  }));
  return (
    <Wall
      pages={[
        ...glances,
        ...charts.map((tile) => ({
          id: tile.id,
          title: spec.title,
          body: (
            <div className={classes['wallChart']}>
              <TileView tile={tile} view={view} />
            </div>
          ),
        })),
      ]}
    />
  );
}
