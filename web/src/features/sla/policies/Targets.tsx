/** How soon: a target for each priority and clock, in minutes, hours or open days. */
import { PriorityTable } from '../PriorityTable.tsx';
import { clockName } from '../terms.ts';
import { useForm, withTarget } from './form.ts';
import { messages } from './messages.ts';
import { Section } from './Section.tsx';
import { TargetInput } from './TargetInput.tsx';

const words = messages.editor;

export function Targets() {
  const { draft, change, faultAt } = useForm();
  return (
    <Section title={words.targets} text={words.targetsText}>
      <PriorityTable
        look="typed"
        label={words.targets}
        clocks={draft.clocks}
        renderCell={(metric, priority) => (
          <TargetInput
            label={`${clockName(metric)}, ${priority}`}
            value={draft.targets[metric]?.[priority] ?? null}
            error={faultAt(`targets.${metric}.${priority}`)}
            onChange={(target) => change(withTarget(draft, metric, priority, target))}
          />
        )}
      />
    </Section>
  );
}
