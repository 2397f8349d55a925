/** When a ticket was created: a sliding period or days of the calendar. */
import { Button, Group, Menu, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { asDays, daysOf, NAMED_PERIODS, periodOfDays, type NamedPeriod, type Period } from '../../period/period.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { FilterButton } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './tickets.module.css';

interface CreatedFilterProps {
  value: Period | undefined;
  onChange: (period: Period | undefined) => void;
}

const nameOf = (period: Period): string => {
  const days = daysOf(period);
  return days ? `${days.first} – ${days.last}` : messages.createdChoices[period as NamedPeriod];
};

function Days({ value, onChange }: CreatedFilterProps) {
  const zone = useTimeZone();
  const [days, setDays] = useState(() => asDays(value ?? '7d', Date.now(), zone));
  const field = (end: 'first' | 'last', label: string) => (
    <TextInput
      type="date"
      size="xs"
      label={label}
      value={days[end]}
      onChange={(event) => setDays({ ...days, [end]: event.currentTarget.value })}
    />
  );
  return (
    <form
      className={classes['days']}
      onSubmit={(event) => {
        event.preventDefault();
        if (days.first && days.last) onChange(periodOfDays(days.first, days.last));
      }}
    >
      <Group gap={8} grow wrap="nowrap">
        {field('first', messages.createdFrom)}
        {field('last', messages.createdTo)}
      </Group>
      <Button type="submit" size="xs" variant="default" fullWidth mt={8}>
        {messages.createdApply}
      </Button>
    </form>
  );
}

export function CreatedFilter({ value, onChange }: CreatedFilterProps) {
  const [opened, setOpened] = useState(false);
  const choose = (period: Period | undefined): void => {
    onChange(period);
    setOpened(false);
  };
  const choice = (period: NamedPeriod | undefined) => (
    <Menu.Item
      key={period ?? 'any'}
      onClick={() => choose(period)}
      rightSection={value === period && <IconCheck size={14} aria-hidden="true" />}
    >
      {messages.createdChoices[period ?? 'any']}
    </Menu.Item>
  );
  return (
    <Menu opened={opened} onChange={setOpened} width={280} position="bottom-start">
      <Menu.Target>
        <FilterButton label={messages.created} chosen={value ? [nameOf(value)] : []} />
      </Menu.Target>
      <Menu.Dropdown>
        {[undefined, ...NAMED_PERIODS].map(choice)}
        <Menu.Divider />
        <Days value={value} onChange={choose} />
      </Menu.Dropdown>
    </Menu>
  );
}
