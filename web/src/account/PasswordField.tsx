/** A password, hidden or shown. The kit does not say by itself that one is wrong, nor lets keys reach the eye. */
import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { messages } from './messages.ts';

interface PasswordFieldProps extends Omit<PasswordInputProps, 'onChange' | 'value' | 'error'> {
  value: string;
  onChange: (password: string) => void;
  error: string | undefined;
}

export function PasswordField({ onChange, error, ...rest }: PasswordFieldProps) {
  return (
    <PasswordInput
      error={error}
      aria-invalid={error === undefined ? undefined : true}
      visibilityToggleButtonProps={{ 'aria-label': messages.password.show, tabIndex: 0, 'aria-hidden': false }}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...rest}
    />
  );
}
