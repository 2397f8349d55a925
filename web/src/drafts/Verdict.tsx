/** In one line whether anything is wrong with the draft; what it is stands below, by the place where it is mended. */
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { PlacedFault } from './distinct.ts';
import classes from './editor.module.css';
import { messages } from './editor-messages.ts';

export function Verdict({ faults }: { faults: readonly PlacedFault[] }) {
  if (faults.length === 0)
    return (
      <p className={classes['verdict']}>
        <IconCircleCheck size={16} stroke={1.8} aria-hidden="true" />
        {messages.fine}
      </p>
    );
  return (
    <>
      <p className={classes['verdict']} data-bad>
        <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
        {messages.faults(faults.length)}
      </p>
      <ul className={classes['faults']}>
        {faults.map(({ place, message }) => (
          <li key={`${place} ${message}`}>
            <b>{place}:</b> {message}
          </li>
        ))}
      </ul>
    </>
  );
}
