/** A target as a person types it: a number and its unit. The unit stays as it was chosen; 90 minutes do not become hours. */
import { Select } from '@mantine/core';
import { useId, useState } from 'react';
import type { Target } from '../terms.ts';
import { Fault } from '../../../drafts/index.ts';
import { AmountInput } from '../../../ui/index.ts';
import classes from './fields.module.css';
import { messages } from './messages.ts';
import { faultMessage } from './policy-words.ts';

const words = messages.editor.units;
type Unit = keyof typeof words;
const SIZES = { minutes: 60, hours: 3600, seconds: 1 } as const;
const UNITS = (Object.keys(words) as Unit[]).map((value) => ({ value, label: words[value] }));
const ONE_DAY = { businessDays: 1 };
const FIRST: Record<Unit, Target> = { minutes: 60, hours: 3600, seconds: 60, days: ONE_DAY, none: null };

const unitOf = (target: Target): Unit => {
  if (target === null) return 'none';
  if (typeof target !== 'number') return 'days';
  return target % 3600 === 0 && target > 0 ? 'hours' : target % 60 === 0 ? 'minutes' : 'seconds';
};

/** A number may stand in any unit of time in which it is not a long fraction. */
export const fits = (unit: Unit, target: Target): boolean =>
  target === null || typeof target !== 'number' || unit === 'none' || unit === 'days'
    ? unit === unitOf(target)
    : (target * 1000) % SIZES[unit] === 0;

/** Whole seconds where it comes to them, as 1.1 hours do; what does not is left as it is and is a fault. */
function secondsOf(count: number, unit: keyof typeof SIZES): number {
  const seconds = count * SIZES[unit];
  const whole = Math.round(seconds);
  return Math.abs(seconds - whole) < 1e-6 ? whole : seconds;
}

interface TargetInputProps {
  value: Target;
  onChange: (target: Target) => void;
  label: string;
  error?: string | undefined;
}

export function TargetInput({ value, onChange, label, error }: TargetInputProps) {
  const faultId = useId();
  const [chosen, setChosen] = useState<Unit>(unitOf(value));
  const [typed, setTyped] = useState<Target>();
  // While one types no fraction, however long, takes the unit away from under it.
  const unit = fits(chosen, value) || value === typed ? chosen : unitOf(value);
  const shown = value === null ? 0 : typeof value === 'number' ? value / SIZES[unit as keyof typeof SIZES] : value.businessDays;
  const type = (count: number): void => {
    const target = unit === 'days' ? { businessDays: count } : secondsOf(count, unit as keyof typeof SIZES);
    setTyped(target);
    setChosen(unit);
    onChange(target);
  };
  const choose = (next: Unit): void => {
    setChosen(next);
    const isTime = next !== 'days' && next !== 'none';
    if (!(isTime && typeof value === 'number')) onChange(FIRST[next]);
    // The same time, as nearly as two places say it: 100 seconds become 0.03 hours, never a whole one.
    else if (!fits(next, value)) onChange((Math.max(1, Math.round((value * 100) / SIZES[next])) * SIZES[next]) / 100);
  };
  return (
    <div className={classes['target']}>
      {unit !== 'none' && (
        <AmountInput
          none={0}
          size="xs"
          className={classes['amount']}
          aria-label={label}
          value={shown}
          error={error !== undefined}
          // The field is too narrow for its fault, which stands below it and its unit.
          {...{ withAria: false, 'aria-invalid': error !== undefined, 'aria-describedby': error === undefined ? undefined : faultId }}
          onChange={type}
        />
      )}
      <Select
        size="xs"
        className={classes['unit']}
        aria-label={`${label}, unit`}
        data={UNITS}
        value={unit}
        allowDeselect={false}
        withCheckIcon={false}
        comboboxProps={{ width: 130, position: 'bottom-start' }}
        onChange={(next) => next && choose(next)}
      />
      <Fault id={faultId}>{error && faultMessage(error)}</Fault>
    </div>
  );
}
