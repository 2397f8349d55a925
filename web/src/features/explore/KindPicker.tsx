/** How the answer is shown. A way that the question does not have enough for says what it needs, to the pointer and the keyboard alike. */
import { Tooltip } from '@mantine/core';
import { CHART_KINDS, fits, numberMessages } from '../../numbers/index.ts';
import classes from './explore.module.css';
import { messages } from './messages.ts';
import type { Explored } from './use-explore.ts';

export function KindPicker({ explored: { question, kind, catalogue, change } }: { explored: Explored }) {
  return (
    <fieldset className={classes['kinds']} aria-label={messages.as}>
      {CHART_KINDS.map((one) => {
        const needs = fits(one, question, catalogue) ? '' : numberMessages.kindNeeds[one];
        return (
          <Tooltip key={one} label={needs} disabled={needs === ''} events={{ hover: true, focus: true, touch: true }}>
            <button
              type="button"
              aria-pressed={one === kind}
              aria-disabled={needs !== ''}
              aria-describedby={needs === '' ? undefined : `needs-${one}`}
              onClick={() => needs === '' && change({ as: one })}
            >
              {numberMessages.kinds[one]}
              {needs !== '' && (
                <span id={`needs-${one}`} hidden>
                  {needs}
                </span>
              )}
            </button>
          </Tooltip>
        );
      })}
    </fieldset>
  );
}
