/** Whether all hours count or opening hours alone. Only where there is a choice. */
import { SegmentedControl } from '@mantine/core';
import { messages } from './messages.ts';
import { USUALLY, type TimeCounted } from './time-counted.ts';

const WAYS = Object.entries(messages.hours).map(([value, label]) => ({ value: value as TimeCounted, label }));

interface HoursToggleProps {
  value: TimeCounted | undefined;
  /** Undefined for the usual way, so that an address stays short. */
  onChange: (value: TimeCounted | undefined) => void;
  fullWidth?: boolean;
}

export function HoursToggle({ value = USUALLY, onChange, fullWidth = false }: HoursToggleProps) {
  return (
    <SegmentedControl
      size="xs"
      fullWidth={fullWidth}
      aria-label={messages.hoursLabel}
      data={WAYS}
      value={value}
      onChange={(next) => onChange(next === USUALLY ? undefined : next)}
    />
  );
}
