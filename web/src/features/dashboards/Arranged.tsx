/** The tiles on the grid, each with a handle for the mouse and for the arrow keys. */
import type { DashboardTile as Tile } from '../../api/client.ts';
import { COLUMNS } from '@watchdesk/domain/dashboard';
import type { KeyboardEvent } from 'react';
import { GridLayout, useContainerWidth, verticalCompactor, type Layout } from 'react-grid-layout';
import 'react-grid-layout/css/styles.css';
import { isSame } from '../../drafts/index.ts';
import { GAP_PX, itemsOf, moved, placed, resized, ROW_PX, type Direction } from './arrange.ts';
import { inReadingOrder, type View } from '../../tiles/index.ts';
import classes from './editor.module.css';
import { EditedTile } from './EditedTile.tsx';
import { messages } from './messages.ts';
import { useTileName } from './use-tile-name.ts';

const words = messages.editor;
const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

interface ArrangedProps {
  tiles: readonly Tile[];
  view: View;
  /** Where there is no room for a grid. */
  isStacked: boolean;
  /** What a step did, for whoever does not see it. */
  onTold: (words: string) => void;
  onChange: (tiles: readonly Tile[]) => void;
  onRemove: (id: string) => void;
}

export function Arranged({ tiles, view, isStacked, onTold, onChange, onRemove }: ArrangedProps) {
  const { width, containerRef, mounted } = useContainerWidth();
  const nameOf = useTileName();
  const settle = (layout: Layout): void => {
    const next = placed(tiles, layout);
    if (!isSame(next, inReadingOrder(tiles))) onChange(next);
  };
  const onKey = (tile: Tile) => (event: KeyboardEvent) => {
    const direction = DIRECTIONS[event.key];
    if (!direction || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = (event.shiftKey ? resized : moved)(tiles, tile.id, direction);
    const now = next.find(({ id }) => id === tile.id)?.layout;
    if (!now || next === tiles) return onTold(words.stays(nameOf(tile)));
    onTold(event.shiftKey ? words.size(nameOf(tile), now.w, now.h) : words.at(nameOf(tile), now.x + 1, now.y + 1));
    onChange(next);
  };
  const edited = (tile: Tile) => (
    <EditedTile
      tile={tile}
      name={nameOf(tile)}
      view={view}
      onKeyDown={isStacked ? undefined : onKey(tile)}
      onRename={(title) => onChange(tiles.map((one) => (one.id === tile.id ? titled(one, title) : one)))}
      onRemove={() => onRemove(tile.id)}
    />
  );
  if (isStacked)
    return (
      <div className={classes['stack']}>
        {inReadingOrder(tiles).map((tile) => (
          <div key={tile.id}>{edited(tile)}</div>
        ))}
      </div>
    );
  return (
    <div ref={containerRef} className={classes['canvas']}>
      {mounted && (
        <GridLayout
          width={width}
          layout={itemsOf(tiles)}
          gridConfig={{ cols: COLUMNS, rowHeight: ROW_PX, margin: [GAP_PX, GAP_PX], containerPadding: [0, 0] }}
          dragConfig={{ enabled: true, handle: `.${classes['handle']}` }}
          resizeConfig={{ enabled: true, handles: ['se'] }}
          compactor={verticalCompactor}
          onDragStop={settle}
          onResizeStop={settle}
        >
          {inReadingOrder(tiles).map((tile) => (
            <div key={tile.id} className={classes['item']}>
              {edited(tile)}
            </div>
          ))}
        </GridLayout>
      )}
    </div>
  );
}

function titled({ title: _old, ...tile }: Tile, title: string): Tile {
  return title.trim() === '' ? tile : { ...tile, title };
}
