/** A tile while it is arranged: its handle, its name, the way out, and what it shows. */
import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconGripVertical, IconTrash } from '@tabler/icons-react';
import type { DashboardTile as Tile } from '../../api/client.ts';
import type { KeyboardEvent } from 'react';
import { TileView, type View } from '../../tiles/index.ts';
import classes from './editor.module.css';
import { messages } from './messages.ts';

const words = messages.editor;

interface EditedTileProps {
  tile: Tile;
  name: string;
  view: View;
  /** Undefined where it cannot be moved. */
  onKeyDown: ((event: KeyboardEvent) => void) | undefined;
  onRename: (title: string) => void;
  onRemove: () => void;
}

export function EditedTile({ tile, name, view, onKeyDown, onRename, onRemove }: EditedTileProps) {
  return (
    <div className={classes['edited']} data-tile={tile.id}>
      <div className={classes['head']}>
        {onKeyDown && (
          <Tooltip label={words.handleKeys} openDelay={600}>
            <button type="button" className={classes['handle']} aria-label={words.handle(name)} onKeyDown={onKeyDown}>
              <IconGripVertical size={16} stroke={1.8} aria-hidden="true" />
            </button>
          </Tooltip>
        )}
        <TextInput
          size="xs"
          variant="unstyled"
          className={classes['title']}
          aria-label={words.rename(name)}
          placeholder={name}
          value={tile.title ?? ''}
          maxLength={100}
          onChange={({ currentTarget }) => onRename(currentTarget.value)}
        />
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={words.removeTile(name)} onClick={onRemove}>
          <IconTrash size={15} stroke={1.7} />
        </ActionIcon>
      </div>
      {/* What it shows is looked at here and not worked with. */}
      <div className={classes['shown']} data-chart={tile.chart} inert>
        <TileView tile={tile} view={view} />
      </div>
    </div>
  );
}
