/** A length of time as a person types it: a number and its unit, which stays as it was chosen; 90 minutes do not become hours. */
import { Input, Select } from '@mantine/core';
import { useId, useState } from 'react';
import { AmountInput } from './AmountInput.tsx';
import classes from './duration.module.css';
import { messages } from './messages.ts';

const SIZES = { minutes: 60, hours: 3600, days: 86_400 } as const;
type Unit = keyof typeof SIZES;

/** The largest that says it in a whole number. */
const unitOf = (seconds: number, units: readonly Unit[]): Unit =>
  units.findLast((unit) => seconds > 0 && seconds % SIZES[unit] === 0) ?? units[0]!;

interface DurationInputProps {
  label: string;
  seconds: number;
  /** From the smallest to the largest. */
  units?: readonly Unit[];
  error?: string | undefined;
  disabled?: boolean;
  /** Whole seconds; not a number where none stands there. */
  onChange: (seconds: number) => void;
}

/** What is wrong with any length of time, said at once and without its unit. */
function faultOf(seconds: number): string | undefined {
  if (Number.isNaN(seconds)) return messages.noNumber;
  return seconds < 0 ? messages.negative : undefined;
}

export function DurationInput({
  label,
  seconds,
  units = ['minutes', 'hours', 'days'],
  error: given,
  disabled,
  onChange,
}: DurationInputProps) {
  const faultId = useId();
  const [chosen, setChosen] = useState(() => unitOf(seconds, units));
  const [told, setTold] = useState(seconds);
  // What comes from elsewhere, as an older version does, is said in its own unit.
  // What is no number is unlike itself, and would be told without end.
  if (!Object.is(told, seconds)) {
    setTold(seconds);
    setChosen(unitOf(seconds, units));
  }
  const tell = (next: number): void => {
    const whole = Math.round(next);
    setTold(whole);
    onChange(whole);
  };
  const error = faultOf(seconds) ?? given;
  const isWrong = error !== undefined;
  return (
    <Input.Wrapper label={label} error={error} errorProps={{ id: faultId }} labelElement="div">
      <div className={classes['duration']}>
        <AmountInput
          aria-label={label}
          value={seconds / SIZES[chosen]}
          error={isWrong}
          {...{ withAria: false, 'aria-invalid': isWrong, 'aria-describedby': isWrong ? faultId : undefined }}
          disabled={disabled}
          onChange={(count) => tell(count * SIZES[chosen])}
        />
        <Select
          aria-label={messages.unitOf(label)}
          data={units.map((value) => ({ value, label: messages.units[value] }))}
          value={chosen}
          allowDeselect={false}
          withCheckIcon={false}
          disabled={disabled}
          onChange={(next) => {
            if (!next) return;
            setChosen(next);
            tell((seconds / SIZES[chosen]) * SIZES[next]);
          }}
        />
      </div>
    </Input.Wrapper>
  );
}
