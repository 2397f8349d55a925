/** The tiles where they stand. On a narrow screen they follow each other; no library is needed to look. */
import type { DashboardTile as Tile } from '../api/client.ts';
import type { CSSProperties } from 'react';
import type { View } from './asked.ts';
import { inReadingOrder } from './reading-order.ts';
import classes from './tile.module.css';
import { TileView } from './TileView.tsx';

export function TileGrid({ tiles, view }: { tiles: readonly Tile[]; view: View }) {
  return (
    <div className={classes['grid']}>
      {inReadingOrder(tiles).map((tile) => {
        const { x, y, w, h } = tile.layout;
        const place = { '--column': `${x + 1} / span ${w}`, '--row': `${y + 1} / span ${h}`, '--rows': h } as CSSProperties;
        return (
          <div key={tile.id} className={classes['tile']} data-chart={tile.chart} style={place}>
            <TileView tile={tile} view={view} />
          </div>
        );
      })}
    </div>
  );
}
