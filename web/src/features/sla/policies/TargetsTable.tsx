/** What a policy promises at each priority, to be read. */
import { PRIORITIES } from '@watchdesk/domain/event';
import type { PolicySpec } from '../../../api/client.ts';
import { Priority, ScrollRegion } from '../../../ui/index.ts';
import { clockMeaning, clockName, targetInWords, targetShort } from '../terms.ts';
import { messages } from './messages.ts';
import classes from './policies.module.css';

export function TargetsTable({ spec: { clocks, targets }, label }: { spec: PolicySpec; label: string }) {
  return (
    <ScrollRegion label={label} className={classes['scroll']}>
      <table className={classes['plain']}>
        <thead>
          <tr>
            <th scope="col">{messages.priority}</th>
            {clocks.map(({ metric }) => (
              <th key={metric} scope="col" title={clockMeaning(metric)}>
                {clockName(metric)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PRIORITIES.map((priority) => (
            <tr key={priority}>
              <th scope="row">
                <Priority value={priority} />
              </th>
              {clocks.map(({ metric }) => (
                <td key={metric} title={targetInWords(targets[metric]?.[priority])}>
                  {targetShort(targets[metric]?.[priority])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
