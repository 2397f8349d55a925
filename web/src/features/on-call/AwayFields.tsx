/** Who of the schedule is on holiday when: whole days, the last one included. */
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ScheduleSpec } from '@watchdesk/domain/on-call';
import { messages } from './messages.ts';
import classes from './on-call.module.css';

const words = messages.form;

interface AwayFieldsProps {
  away: ScheduleSpec['away'];
  people: readonly string[];
  nameOf: (person: string) => string;
  today: string;
  faultAt: (field: string) => string | undefined;
  onChange: (away: ScheduleSpec['away']) => void;
}

export function AwayFields({ away, people, nameOf, today, faultAt, onChange }: AwayFieldsProps) {
  const [first] = people;
  const options = (person: string) => [...new Set([...people, person])].map((value) => ({ value, label: nameOf(value) }));
  return (
    <fieldset className={classes['layer']}>
      <legend>{words.away}</legend>
      {away.map((one, index) => (
        // A holiday has no id of its own: its place tells it from the others.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={classes['away']}>
          <NativeSelect
            label={words.awayWho}
            data={options(one.person)}
            value={one.person}
            error={faultAt(`${index}.person`)}
            onChange={({ currentTarget }) => onChange(away.with(index, { ...one, person: currentTarget.value }))}
          />
          {(['from', 'to'] as const).map((field) => (
            <TextInput
              key={field}
              type="date"
              label={field === 'from' ? words.awayFrom : words.awayTo}
              value={one[field]}
              error={faultAt(`${index}.${field}`)}
              onChange={({ currentTarget }) => onChange(away.with(index, { ...one, [field]: currentTarget.value }))}
            />
          ))}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={34}
            aria-label={words.removeAway(nameOf(one.person))}
            onClick={() => onChange(away.toSpliced(index, 1))}
          >
            <IconTrash size={16} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        disabled={first === undefined}
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={() => first !== undefined && onChange([...away, { person: first, from: today, to: today }])}
      >
        {words.addAway}
      </Button>
    </fieldset>
  );
}
