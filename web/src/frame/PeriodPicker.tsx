/** The period as a row of choices, with the quarters and a pair of days for everything else. The calendar comes when it is first opened. */
import { Button, Popover, SegmentedControl, Skeleton, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { DAYS_PERIODS, daysOf, QUARTERS, type NamedPeriod } from '../period/period.ts';
import { usePeriod, useSetViewing } from '../period/viewing.ts';
import { formatDay } from '../ui/index.ts';
import { messages } from './messages.ts';
import classes from './pickers.module.css';

const DaysPicker = lazy(() => import('./DaysPicker.tsx').then((part) => ({ default: part.DaysPicker })));

/** `1–7 Nov`-like words for a pair of days; the year only where it is not this one. */
const daysLabel = ({ first, last }: { first: string; last: string }): string => {
  const now = Date.now();
  const [from, to] = [formatDay(Date.parse(first), now, 'UTC'), formatDay(Date.parse(last), now, 'UTC')];
  return from === to ? from : `${from} – ${to}`;
};

function CustomDays() {
  const period = usePeriod();
  const setViewing = useSetViewing();
  const days = daysOf(period);
  const quarter = QUARTERS.find((one) => one === period);
  const [opened, { close, toggle }] = useDisclosure(false);
  const label = days ? daysLabel(days) : quarter ? messages.period.names[quarter] : null;
  const choose = (chosen: NamedPeriod) => () => {
    setViewing({ period: chosen });
    close();
  };
  return (
    <Popover opened={opened} onChange={(open) => !open && close()} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes['trigger']}
          data-active={label !== null || undefined}
          aria-label={label ? `${messages.period.custom}: ${label}` : messages.period.custom}
          onClick={toggle}
        >
          <IconCalendar size={16} stroke={1.7} aria-hidden="true" />
          {label}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={messages.period.custom}>
        <Button.Group mb={8} aria-label={messages.period.quarters}>
          {QUARTERS.map((one) => (
            <Button key={one} size="xs" variant="default" fullWidth aria-pressed={one === quarter} onClick={choose(one)}>
              {messages.period.names[one]}
            </Button>
          ))}
        </Button.Group>
        <Suspense fallback={<Skeleton width={260} height={340} />}>{opened && <DaysPicker onDone={close} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

export function PeriodPicker({ long = false }: { long?: boolean }) {
  const period = usePeriod();
  const setViewing = useSetViewing();
  const names = long ? messages.period.names : messages.period.short;
  const named = DAYS_PERIODS.some((name) => name === period) ? period : '';
  return (
    <div className={classes['period']}>
      <SegmentedControl
        size="xs"
        aria-label={messages.period.label}
        value={named}
        data={DAYS_PERIODS.map((value) => ({ value, label: names[value] }))}
        onChange={(value) => setViewing({ period: value as NamedPeriod })}
        withItemsBorders={false}
        transitionDuration={100}
      />
      <CustomDays />
    </div>
  );
}
