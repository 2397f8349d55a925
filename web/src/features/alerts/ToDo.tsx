/** What to do about an alert: what its rule says, and where it is of one category, what the playbook does. */
import { useMemo } from 'react';
import { chosenCategory, WhatToDo } from '../../playbook/index.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { Panel } from '../../ui/index.ts';
import classes from './alerts.module.css';
import { words } from './messages.ts';
import type { AlertDetail } from './use-alerts.ts';

const said = words.one;

/** The advice of a category is about a week, of which there is enough to say something. */
const PERIOD = '7d';

export const ToDo = ({ advice }: Pick<AlertDetail, 'advice'>) => (
  <Panel title={said.toDo}>
    {advice.length === 0 ? (
      <p className={classes['hint']}>{said.noAdvice}</p>
    ) : (
      <ol className={classes['advice']}>
        {advice.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
    )}
  </Panel>
);

/** Nothing where it is of no single category. */
export function Playbook({ alert: { why } }: { alert: Pick<AlertDetail, 'why'> }) {
  const timeZone = useTimeZone();
  const context = useMemo(() => ({ period: PERIOD, timeZone }) as const, [timeZone]);
  const category = chosenCategory(why.explain?.filters ?? []);
  return category === null ? null : <WhatToDo chosen={category} context={context} />;
}
