/**
 * One number, never alone: its unit, how it moved and whether that is good, its target, what it rests on, its course.
 * A click explains it.
 */
import { UnstyledButton } from '@mantine/core';
import type { Tile } from '../../api/client.ts';
import { Spark } from '../../charts/index.ts';
import { Change, formatCount, NONE } from '../../ui/index.ts';
import { messages } from './messages.ts';
import { changeUnitOf, isFew, standing, targetSign, targetWords, useExplain, valueWords } from '../../numbers/index.ts';
import classes from './tiles.module.css';

const words = messages.tiles;

function Movement({ tile }: { tile: Tile }) {
  const { value, previous, betterWhen } = tile;
  if (value === null || previous === null) return <span title={words.noPrevious}>{NONE}</span>;
  return <Change value={value} previous={previous} betterWhen={betterWhen} unit={changeUnitOf(tile)} />;
}

export function TileCard({ tile }: { tile: Tile }) {
  const stands = standing(tile);
  const few = isFew(tile);
  const explain = useExplain();
  // `First response, median`: what is measured stands above the number, which one of its values below.
  const [name, ...which] = tile.label.split(', ');
  return (
    <UnstyledButton
      className={classes['tile']}
      data-few={few || undefined}
      title={tile.definition}
      aria-haspopup="dialog"
      onClick={() => explain({ metric: tile.id })}
    >
      <span className={classes['label']}>{name}</span>
      <span className={classes['value']} data-stands={stands ?? undefined} title={tile.value === null ? words.none : undefined}>
        {valueWords(tile.value, tile.unit)}
      </span>
      <span className={classes['line']}>
        <Movement tile={tile} />
        {tile.unit !== 'count' && <span className={classes['n']}>{words.n(formatCount(tile.n))}</span>}
      </span>
      <span className={classes['line']}>
        {tile.target !== null && (
          <span className={classes['target']} data-stands={stands ?? undefined}>
            {words.target(targetSign(tile), targetWords(tile.target, tile.unit))}
          </span>
        )}
        {which.length > 0 && <span className={classes['n']}>{which.join(', ')}</span>}
      </span>
      <Spark points={tile.series} />
    </UnstyledButton>
  );
}
