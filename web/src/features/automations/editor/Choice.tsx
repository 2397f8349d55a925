/** One of a few, of which one must be chosen. */
import { Select } from '@mantine/core';

interface ChoiceProps {
  label: string;
  data: readonly { value: string; label: string }[];
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

export const Choice = ({ label, data, value, error, onChange }: ChoiceProps) => (
  <Select label={label} data={[...data]} value={value} allowDeselect={false} error={error} onChange={(next) => next && onChange(next)} />
);
