/** How soon: a target for each priority and clock, in minutes, hours or open days. */
import { PRIORITIES } from '@watchdesk/domain/event';
import { Priority, ScrollRegion } from '../../../ui/index.ts';
import { clockName } from '../terms.ts';
import { useForm, withTarget } from './form.ts';
import { messages } from './messages.ts';
import classes from './policies.module.css';
import { Section } from './Section.tsx';
import { TargetInput } from './TargetInput.tsx';

const words = messages.editor;

export function Targets() {
  const { draft, change, faultAt } = useForm();
  return (
    <Section title={words.targets} text={words.targetsText}>
      <ScrollRegion label={words.targets} className={classes['scroll']}>
        <table className={classes['matrix']}>
          <thead>
            <tr>
              <th scope="col">{messages.priority}</th>
              {draft.clocks.map(({ metric }) => (
                <th key={metric} scope="col">
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
                {draft.clocks.map(({ metric }) => (
                  <td key={metric} data-label={clockName(metric)}>
                    <TargetInput
                      label={`${clockName(metric)}, ${priority}`}
                      value={draft.targets[metric]?.[priority] ?? null}
                      error={faultAt(`targets.${metric}.${priority}`)}
                      onChange={(target) => change(withTarget(draft, metric, priority, target))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  );
}
