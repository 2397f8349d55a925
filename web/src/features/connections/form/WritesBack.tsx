/** Whether what is done here is sent there, with what that means for whoever has not thought of it: customers get the replies. */
import { Checkbox } from '@mantine/core';
import { messages } from '../messages.ts';

const words = messages.form;

interface WritesBackProps {
  label: string;
  checked: boolean;
  /** It was on, and something may wait. */
  wasOn?: boolean;
  onChange: (checked: boolean) => void;
}

export function WritesBack({ label, checked, wasOn = false, onChange }: WritesBackProps) {
  const hint = words.writesHint[checked ? 'on' : 'off'](label);
  return (
    <Checkbox
      label={words.writes(label)}
      description={wasOn && !checked ? `${hint} ${words.writesNot}` : hint}
      checked={checked}
      data-path="writesBack"
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
