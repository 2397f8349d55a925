/**
 * A number as a person types it. What was typed stays as it was typed and is read whole or not at all: a field that drops
 * the letters it does not want makes 75 of `7.5` and 19 of `1e9`. What cannot be read counts as 0, which is wrong wherever this
 * field stands, so that a fault says it.
 */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

const NUMBER = /^[-−]?(\d+\.?\d*|\.\d+)$/;

/** Beyond it a number is not kept exactly, nor in seconds. */
const MOST = 1e12;

/** The number that stands there, or 0 where none does: `7.5`, `.5`, `-5`; not `1e9` and not `1,000`, of which one would have to guess. */
function readAmount(text: string): number {
  const trimmed = text.trim();
  const amount = NUMBER.test(trimmed) ? Number(trimmed.replace('−', '-')) : 0;
  return Math.abs(amount) <= MOST ? amount : 0;
}

/** Hours of seconds are no exact fractions. */
const isSame = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));

interface AmountInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** Null for an empty field, where that means something. */
  value: number | null;
  onChange: (amount: number, isEmpty: boolean) => void;
}

export function AmountInput({ value, onChange, ...field }: AmountInputProps) {
  const [typed, setTyped] = useState('');
  /** The next whole number, up or down, as an arrow of the keyboard asks for; never below nothing. */
  const step = (by: 1 | -1): void => {
    const next = Math.max(0, by > 0 ? Math.floor(value ?? 0) + 1 : Math.ceil(value ?? 0) - 1);
    setTyped(String(next));
    onChange(next, false);
  };
  const isTyped = value === null ? typed.trim() === '' : isSame(readAmount(typed), value);
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...field}
      value={isTyped ? typed : String(value ?? '')}
      onChange={({ currentTarget: { value: text } }) => {
        setTyped(text);
        onChange(readAmount(text), text.trim() === '');
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        step(event.key === 'ArrowUp' ? 1 : -1);
      }}
    />
  );
}
