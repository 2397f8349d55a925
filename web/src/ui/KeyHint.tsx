/** The keys of a shortcut, drawn as keys; on a touch screen, where there are none, nothing. */
import { Kbd } from '@mantine/core';
import classes from './KeyHint.module.css';

/** `keys` in the order they are pressed, such as `['g', 't']`. Said to a screen reader by `aria-keyshortcuts` of the control itself. */
export function KeyHint({ keys }: { keys: readonly string[] }) {
  return (
    <span className={classes['keys']} aria-hidden="true">
      {keys.map((key) => (
        <Kbd key={key} size="xs" className={classes['key']}>
          {key}
        </Kbd>
      ))}
    </span>
  );
}
