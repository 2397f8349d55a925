/** The calendar within whose hours time counts, or none, so that all of it does. */
import { Select } from '@mantine/core';
import { useCalendars } from '../../../api/calendar-questions.ts';

interface CalendarSelectProps {
  label: string;
  /** What holds where none is chosen; without it one must be. */
  none?: string;
  value: string | null;
  error: string | undefined;
  onChange: (id: string | null) => void;
}

export function CalendarSelect({ label, none, value, error, onChange }: CalendarSelectProps) {
  const { data = [] } = useCalendars();
  const known = data.map(({ id, name }) => ({ value: id, label: name }));
  const gone = value && !data.some(({ id }) => id === value) ? [{ value, label: value }] : [];
  return (
    <Select
      label={label}
      data={[...known, ...gone]}
      value={value === '' ? null : value}
      placeholder={none}
      clearable={none !== undefined}
      error={error}
      onChange={onChange}
    />
  );
}
