/**
 * One number, never alone: its unit, how it moved and whether that is good, its target, what it rests on, its course.
 * A click explains it.
 */
import { Popover, Table, UnstyledButton } from '@mantine/core';
import type { Overview, Tile } from '../../api/client.ts';
import { Spark, useUnfold } from '../../charts/index.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { Change, formatCount, formatInstant, NONE, useTicking } from '../../ui/index.ts';
import { messages } from './messages.ts';
import { changeUnitOf, isFew, standing, targetSign, targetWords, valueWords } from '../../numbers/index.ts';
import classes from './tiles.module.css';

const words = messages.tiles;

function Movement({ tile }: { tile: Tile }) {
  const { value, previous, betterWhen } = tile;
  if (value === null || previous === null) return <span title={words.noPrevious}>{NONE}</span>;
  return <Change value={value} previous={previous} betterWhen={betterWhen} unit={changeUnitOf(tile)} />;
}

function Explained({ tile, period }: { tile: Tile; period: Overview['period'] }) {
  const zone = useTimeZone();
  const span = ({ from, to }: { from: string; to: string }, now: number): string =>
    `${formatInstant(from, now, zone)} – ${formatInstant(to, now, zone)}`;
  const [current, before] = useTicking(
    (now) => `${span({ from: period.from, to: period.until }, now)}\t${span(period.previous, now)}`,
  ).split('\t');
  const rows: [string, string, string][] = [
    [words.now, valueWords(tile.value, tile.unit), current ?? ''],
    [words.previous, valueWords(tile.previous, tile.unit), before ?? ''],
    [words.basis, words.n(formatCount(tile.n)), isFew(tile) ? words.small : ''],
    ...(tile.target === null
      ? []
      : [[words.targetLabel, `${targetSign(tile)} ${valueWords(tile.target, tile.unit)}`, ''] as [string, string, string]]),
    ...(tile.warning === null ? [] : [[words.warningLabel, valueWords(tile.warning, tile.unit), ''] as [string, string, string]]),
  ];
  return (
    <div className={classes['explained']}>
      <h3>{tile.label}</h3>
      <p>{tile.definition}</p>
      <Table fz="xs" verticalSpacing={4} withRowBorders={false}>
        <Table.Tbody>
          {rows.map(([name, value, more]) => (
            <Table.Tr key={name}>
              <Table.Th fw={400}>{name}</Table.Th>
              <Table.Td fw={600}>{value}</Table.Td>
              <Table.Td c="dimmed">{more}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

export function TileCard({ tile, period }: { tile: Tile; period: Overview['period'] }) {
  const stands = standing(tile);
  const few = isFew(tile);
  const { popover, target } = useUnfold();
  // `First response, median`: what is measured stands above the number, which one of its values below.
  const [name, ...which] = tile.label.split(', ');
  return (
    <Popover {...popover} width={380} position="bottom-start" withArrow>
      <Popover.Target>
        <UnstyledButton className={classes['tile']} data-few={few || undefined} title={tile.definition} {...target}>
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
      </Popover.Target>
      <Popover.Dropdown>
        <Explained tile={tile} period={period} />
      </Popover.Dropdown>
    </Popover>
  );
}
