/** A new password, with how hard it is to guess as one types. The server has the last word; until the meter is there nothing is said. */
import { useDebouncedValue } from '@mantine/hooks';
import { MOST_PASSWORD } from '@watchdesk/domain/account';
import { useEffect, useState } from 'react';
import classes from './account.module.css';
import { messages } from './messages.ts';
import { PasswordField } from './PasswordField.tsx';
import { loadMeter, type Strength } from './strength.ts';

const words = messages.password;
const TYPING_MS = 120;

interface NewPasswordFieldProps {
  value: string;
  onChange: (password: string) => void;
  /** What others know of the person: name, address, company. */
  about: readonly string[];
  error: string | undefined;
  label?: string;
}

function useStrength(password: string, about: readonly string[]): Strength | null {
  const [settled] = useDebouncedValue(password, TYPING_MS);
  const [strength, setStrength] = useState<Strength | null>(null);
  const known = about.join('\n');
  useEffect(() => {
    let isStill = true;
    if (settled !== '')
      void loadMeter().then(
        (meter) => isStill && setStrength(meter(settled.slice(0, MOST_PASSWORD), known.split('\n'))),
        () => isStill && setStrength(null),
      );
    return () => void (isStill = false);
  }, [settled, known]);
  return password === '' ? null : strength;
}

export function NewPasswordField({ value, onChange, about, error, label = words.label }: NewPasswordFieldProps) {
  const strength = useStrength(value, about);
  return (
    <PasswordField
      label={label}
      name="new-password"
      autoComplete="new-password"
      maxLength={MOST_PASSWORD}
      value={value}
      error={error}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      description={<Meter strength={strength} />}
      onFocus={() => void loadMeter().catch(() => undefined)}
      onChange={onChange}
    />
  );
}

function Meter({ strength }: { strength: Strength | null }) {
  return (
    <>
      <span className={classes['meter']} data-enough={strength?.isEnough || undefined} data-steps={strength?.steps ?? 0} aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <i key={step} data-on={(strength && step <= strength.steps) || undefined} />
        ))}
      </span>
      <span className={classes['hint']} data-enough={strength?.isEnough || undefined} aria-live="polite">
        {strength ? words.strengths[strength.word] : words.hint}
      </span>
    </>
  );
}
