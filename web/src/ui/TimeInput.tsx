/** A time of day of 24 hours, whatever the browser is used to. */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { timeOfDay } from './time-of-day.ts';

interface TimeInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** `09:00`. */
  value: string;
  onTime: (time: string) => void;
}

export function TimeInput({ value, onTime, ...others }: TimeInputProps) {
  // While somebody writes it stands as they write it.
  const [written, setWritten] = useState<string | null>(null);
  return (
    <TextInput
      w={76}
      {...others}
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      placeholder="09:00"
      value={written ?? value}
      onChange={({ currentTarget: { value: text } }) => {
        setWritten(text);
        const time = timeOfDay(text);
        if (time === text) onTime(time);
      }}
      onBlur={() => {
        const time = written === null ? null : timeOfDay(written);
        if (time !== null) onTime(time);
        setWritten(null);
      }}
    />
  );
}
