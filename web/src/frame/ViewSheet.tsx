/** On a phone, how a place is looked at: period, time zone, light or dark, from below. */
import { ActionIcon, Drawer, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { messages } from './messages.ts';
import { PeriodPicker } from './PeriodPicker.tsx';
import classes from './pickers.module.css';
import type { Place } from './places.ts';
import { SchemeRow } from './SchemePicker.tsx';
import { ZonePicker } from './ZonePicker.tsx';

export function ViewSheet({ place }: { place: Place | null }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size={40} aria-label={messages.persona.more} aria-haspopup="dialog" onClick={open}>
        <IconAdjustmentsHorizontal size={20} stroke={1.7} />
      </ActionIcon>
      <Drawer opened={opened} onClose={close} position="bottom" size="auto" title={messages.persona.more}>
        <Stack gap="md" pb="md">
          {place?.usesPeriod && (
            <div className={classes['field']}>
              <span>{messages.period.label}</span>
              <PeriodPicker />
            </div>
          )}
          <div className={classes['field']}>
            <span>{messages.zone.label}</span>
            <ZonePicker />
          </div>
          <div className={classes['field']}>
            <span>{messages.scheme.label}</span>
            <SchemeRow />
          </div>
        </Stack>
      </Drawer>
    </>
  );
}
