/**
 * A number as a person types it. What was typed stays as it was typed and is read whole or not at all: a field that drops
 * the letters it does not want makes 75 of `7.5` and 19 of `1e9`. What cannot be read is no number, which the
 * field says and whatever takes numbers refuses.
 */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { messages } from './messages.ts';

const NUMBER = /^[-−]?(\d+\.?\d*|\.\d+)$/;

/** Beyond it a number is not kept exactly, nor in seconds. */
const MOST = 1e12;

/** The number that stands there, `none` where there is no number: `7.5`, `.5`, `-5`; not `1e9` and not `1,000`, of which one would have to guess. */
function readAmount(text: string, none: number): number {
  const trimmed = text.trim();
  const amount = NUMBER.test(trimmed) ? Number(trimmed.replace('−', '-')) : none;
  return Math.abs(amount) <= MOST ? amount : none;
}

/** Hours of seconds are no exact fractions. */
const isSame = (one: number, other: number): boolean =>
  Object.is(one, other) || Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));

const shownOf = (value: number | null): string => (value === null || Number.isNaN(value) ? '' : String(value));

interface AmountInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** Null for an empty field, where that means something. */
  value: number | null;
  /** What counts as no number and as an empty field: something that is wrong wherever this field stands, so that a fault says it. */
  none?: number;
  onChange: (amount: number, isEmpty: boolean) => void;
}

export function AmountInput({ value, onChange, none = Number.NaN, error, ...field }: AmountInputProps) {
  const [typed, setTyped] = useState('');
  /** The next whole number, up or down, as an arrow of the keyboard asks for; never below nothing. */
  const step = (by: 1 | -1): void => {
    const from = value === null || Number.isNaN(value) ? 0 : value;
    const next = Math.max(0, by > 0 ? Math.floor(from) + 1 : Math.ceil(from) - 1);
    setTyped(String(next));
    onChange(next, false);
  };
  const isTyped = value === null ? typed.trim() === '' : isSame(readAmount(typed, none), value);
  const isUnread = isTyped && typed.trim() !== '' && Number.isNaN(readAmount(typed, Number.NaN));
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...field}
      error={isUnread && !error ? (error === undefined ? messages.noNumber : true) : error}
      value={isTyped ? typed : shownOf(value)}
      onChange={({ currentTarget: { value: text } }) => {
        setTyped(text);
        onChange(readAmount(text, none), text.trim() === '');
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        step(event.key === 'ArrowUp' ? 1 : -1);
      }}
    />
  );
}
