/** The six digits of an authenticator: typed, pasted with a blank between, or filled in by the system. */
import { TextInput } from '@mantine/core';
import classes from './account.module.css';
import { messages } from './messages.ts';

const DIGITS = 6;

interface CodeFieldProps {
  value: string;
  onChange: (code: string) => void;
  /** Once all digits are there. */
  onWhole: (code: string) => void;
  error: string | undefined;
}

export function CodeField({ value, onChange, onWhole, error }: CodeFieldProps) {
  return (
    <TextInput
      label={messages.code.label}
      description={messages.code.hint}
      name="one-time-code"
      autoComplete="one-time-code"
      inputMode="numeric"
      data-autofocus
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- nothing else is to be done on it
      autoFocus
      placeholder="000000"
      value={value}
      error={error}
      classNames={{ input: classes['code'] ?? '' }}
      onChange={(event) => {
        const code = event.currentTarget.value.replaceAll(/\D/g, '').slice(0, DIGITS);
        onChange(code);
        if (code.length === DIGITS && code !== value) onWhole(code);
      }}
    />
  );
}
