/** Which colour is which, above a chart of several series. */
import { useComputedColorScheme } from '@mantine/core';
import { OTHERS, SERIES_COLOURS } from './series-colours.ts';
import classes from './TimePlot.module.css';

export function Legend({ entries }: { entries: readonly { id: string; name: string; colour: number }[] }) {
  const scheme = useComputedColorScheme('light');
  return (
    <ul className={classes['legend']} aria-hidden="true">
      {entries.map(({ id, name, colour }) => (
        <li key={id}>
          <span className={classes['key']} style={{ background: SERIES_COLOURS[scheme][colour] ?? OTHERS }} />
          {name}
        </li>
      ))}
    </ul>
  );
}
