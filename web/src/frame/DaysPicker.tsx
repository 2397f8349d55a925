/** Two days from a calendar, applied together when both are chosen. */
import '@mantine/dates/styles.layer.css';
import { Button, Text } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import { asDays, periodOfDays } from '../period/period.ts';
import { usePeriod, useSetViewing, useTimeZone } from '../period/viewing.ts';
import { dayOf, startOfDay } from '../period/zone.ts';
import { useTicking } from '../ui/index.ts';
import { messages } from './messages.ts';

export function DaysPicker({ onDone }: { onDone: () => void }) {
  const zone = useTimeZone();
  const setViewing = useSetViewing();
  const today = useTicking((now) => dayOf(now, zone));
  const days = asDays(usePeriod(), startOfDay(today, zone), zone);
  const [[first, last], setRange] = useState<[string | null, string | null]>([days.first, days.last]);
  const apply = (): void => {
    if (first && last) setViewing({ period: periodOfDays(first, last) });
    onDone();
  };
  return (
    <div>
      <DatePicker
        type="range"
        size="sm"
        value={[first, last]}
        defaultDate={first ?? undefined}
        maxDate={today}
        onChange={setRange}
        allowSingleDateInRange
      />
      <Text size="xs" c="dimmed" my={8} maw={260}>
        {messages.period.hint}
      </Text>
      <Button size="xs" fullWidth disabled={!first || !last} onClick={apply}>
        {messages.period.apply}
      </Button>
    </div>
  );
}
