/** How the answer is shown. A way that the question does not have enough for says what it needs. */
import { CHART_KINDS, fits, numberMessages } from '../../numbers/index.ts';
import classes from './explore.module.css';
import { messages } from './messages.ts';
import type { Explored } from './use-explore.ts';

export function KindPicker({ explored: { question, kind, catalogue, change } }: { explored: Explored }) {
  return (
    <fieldset className={classes['kinds']} aria-label={messages.as}>
      {CHART_KINDS.map((one) => {
        const can = fits(one, question, catalogue);
        return (
          <button
            key={one}
            type="button"
            aria-pressed={one === kind}
            disabled={!can}
            title={can ? undefined : numberMessages.kindNeeds[one]}
            onClick={() => change({ as: one })}
          >
            {numberMessages.kinds[one]}
          </button>
        );
      })}
    </fieldset>
  );
}
