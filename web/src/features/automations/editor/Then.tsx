/** What it does: steps in their order, each of which can be moved and taken away. */
import { ActionIcon, Button, Select } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { Fault } from '../../../drafts/index.ts';
import { moved } from '../order.ts';
import classes from './builder.module.css';
import { useForm } from './form.ts';
import { messages } from './messages.ts';
import { Section } from './Section.tsx';
import { StepFields } from './StepFields.tsx';
import { type Step, STEP_GROUPS, stepOf } from './steps.ts';

const words = messages.deeds;
const KINDS = Object.entries(STEP_GROUPS).map(([group, kinds]) => ({
  group: words.groups[group as keyof typeof STEP_GROUPS],
  items: kinds.map((value) => ({ value, label: words.steps[value] })),
}));

interface StepCardProps {
  step: Step;
  index: number;
  count: number;
  onChange: (step: Step) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

function StepCard({ step, index, count, onChange, onMove, onRemove }: StepCardProps) {
  const { faultAt, unknownAt } = useForm();
  const place = index + 1;
  const path = `actions.${index}`;
  const icon = { size: 16, stroke: 1.7 };
  const button = { variant: 'subtle', color: 'gray', size: 30 } as const;
  return (
    <li className={classes['step']} aria-label={words.step(place)}>
      <span className={classes['number']} aria-hidden="true">
        {place}
      </span>
      <Select
        aria-label={words.kind(place)}
        data={KINDS}
        value={step.do}
        searchable
        allowDeselect={false}
        maxDropdownHeight={360}
        error={faultAt(`${path}.do`)}
        onChange={(next) => next && next !== step.do && onChange(stepOf(next))}
      />
      <span className={classes['moves']}>
        <ActionIcon {...button} aria-label={words.up(place)} disabled={index === 0} onClick={() => onMove(-1)}>
          <IconArrowUp {...icon} />
        </ActionIcon>
        <ActionIcon {...button} aria-label={words.down(place)} disabled={place === count} onClick={() => onMove(1)}>
          <IconArrowDown {...icon} />
        </ActionIcon>
        <ActionIcon {...button} aria-label={words.remove(place)} onClick={onRemove}>
          <IconTrash {...icon} />
        </ActionIcon>
      </span>
      <div className={classes['stepFields']}>
        <StepFields step={step} path={path} onChange={onChange} />
        {unknownAt(path) && <p className={classes['unsure']}>{unknownAt(path)}</p>}
      </div>
    </li>
  );
}

export function Then() {
  const { draft, change, faults } = useForm();
  const { actions } = draft;
  const set = (next: readonly Step[]): void => change({ actions: [...next] });
  const whole = faults.find(({ field }) => field === 'automation.actions')?.message;
  return (
    <Section title={words.title} text={words.text}>
      <ol className={classes['steps']}>
        {actions.map((step, index) => (
          <StepCard
            // A step has no name of its own, and all it shows comes from the draft: its place tells it from the others.
            // oxlint-disable-next-line react/no-array-index-key
            key={`${index} ${step.do}`}
            step={step}
            index={index}
            count={actions.length}
            onChange={(next) => set(actions.with(index, next))}
            onMove={(by) => set(moved(actions, index, by))}
            onRemove={() => set(actions.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <Fault isWhole>{whole}</Fault>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={() => set([...actions, stepOf('tag')])}
      >
        {words.add}
      </Button>
    </Section>
  );
}
