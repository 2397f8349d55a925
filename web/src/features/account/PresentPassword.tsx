/** The present password, asked for before how one comes in is changed. */
import { PasswordInput } from '@mantine/core';
import { messages } from './messages.ts';

interface PresentPasswordProps {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (password: string) => void;
}

export function PresentPassword({ label, value, error, onChange }: PresentPasswordProps) {
  return (
    <PasswordInput
      label={label}
      name="current-password"
      autoComplete="current-password"
      data-autofocus
      value={value}
      error={error}
      visibilityToggleButtonProps={{ 'aria-label': messages.password.show, tabIndex: 0, 'aria-hidden': false }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
