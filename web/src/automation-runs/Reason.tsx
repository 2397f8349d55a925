/** Why it did: each condition, whether it was met, and what it saw. */
import { IconCheck, IconX } from '@tabler/icons-react';
import type { AutomationReason } from '../api/client.ts';
import { messages } from './messages.ts';
import classes from './runs.module.css';

function Sign({ met }: { met: boolean }) {
  const Shape = met ? IconCheck : IconX;
  return (
    <Shape size={14} stroke={2} className={classes['sign']} data-met={met} role="img" aria-label={met ? messages.met : messages.notMet} />
  );
}

/** Of words that were looked for it says which were found, and not what was written. */
function sawWords({ words = '', saw = null }: AutomationReason): string {
  return words.includes(' has “') ? messages.found(saw) : messages.saw(saw);
}

export function Reason({ reason }: { reason: AutomationReason }) {
  const { kind, met, words, parts } = reason;
  if (kind === 'leaf')
    return (
      <div className={classes['leaf']}>
        <Sign met={met} />
        <span>
          {words} <span className={classes['saw']}>({sawWords(reason)})</span>
        </span>
      </div>
    );
  return (
    <>
      <div className={classes['leaf']}>
        <Sign met={met} />
        <span>{messages.kinds[kind]}</span>
      </div>
      <ul className={classes['tree']}>
        {parts?.map((part, index) => (
          // A reason does not change, and its parts have no names.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <Reason reason={part} />
          </li>
        ))}
      </ul>
    </>
  );
}
