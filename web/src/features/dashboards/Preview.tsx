/** A dashboard in small: where its tiles stand and how each is drawn. It is a sketch of the layout and shows no numbers. */
import { COLUMNS, type Chart } from '@watchdesk/domain/dashboard';
import type { DashboardTile as Tile } from '../../api/client.ts';
import classes from './list.module.css';

/** Within a cell of 100 by 100, in strokes. */
const MARKS: Record<Chart, string> = {
  number: 'M12 50h34',
  gauge: 'M18 70a32 32 0 0 1 64 0M50 70L66 48',
  line: 'M8 74L34 44L58 58L92 24',
  area: 'M8 74L34 44L58 58L92 24',
  bar: 'M10 28h76M10 50h52M10 72h30',
  stacked: 'M22 84V40M50 84V22M78 84V52',
  heat: 'M12 26h18M40 26h18M68 26h18M12 52h18M40 52h18M68 52h18M12 78h18M40 78h18M68 78h18',
  funnel: 'M10 24h80M24 50h52M36 76h28',
  sankey: 'M8 26C50 26 50 72 92 72M8 54C50 54 50 30 92 30',
  map: 'M50 18a32 32 0 1 0 .1 0M18 50h64M50 18c-20 20 -20 44 0 64M50 18c20 20 20 44 0 64',
  scatter: 'M22 70h1M44 46h1M62 58h1M80 26h1',
  distribution: 'M14 76V56M32 76V28M50 76V40M68 76V58M86 76V68',
  table: 'M8 26h84M8 50h84M8 74h84',
};
const ROWS_SHOWN = 15;
const UNIT = 10;

export function Preview({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <svg
      className={classes['preview']}
      viewBox={`0 0 ${COLUMNS * UNIT} ${ROWS_SHOWN * 5}`}
      aria-hidden="true"
      preserveAspectRatio="xMidYMin slice"
    >
      {tiles
        .filter(({ layout }) => layout.y < ROWS_SHOWN)
        .map(({ id, chart, layout: { x, y, w, h } }) => (
          <g key={id}>
            <rect x={x * UNIT + 0.8} y={y * 5 + 0.8} width={w * UNIT - 1.6} height={h * 5 - 1.6} rx={1.2} />
            <svg x={x * UNIT + 2} y={y * 5 + 1.5} width={w * UNIT - 4} height={h * 5 - 3} viewBox="0 0 100 100" preserveAspectRatio="none">
              <path d={MARKS[chart]} vectorEffect="non-scaling-stroke" />
            </svg>
          </g>
        ))}
    </svg>
  );
}
