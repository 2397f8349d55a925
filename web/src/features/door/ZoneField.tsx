/** A time zone, found by its city. */
import { Select } from '@mantine/core';
import { use, useMemo } from 'react';
import { offsetLabel } from '../../period/zone.ts';
import { ClockContext } from '../../ui/index.ts';
import classes from './door.module.css';
import { messages } from './messages.ts';

const words = messages.setUp;
const MOST_SHOWN = 50;

const plain = (text: string): string => text.toLowerCase().replaceAll(/[_/]/g, ' ').trim();

/** Of the browser; its name is offered also where the list knows it by another. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

interface ZoneFieldProps {
  value: string;
  onChange: (zone: string) => void;
  error: string | undefined;
}

export function ZoneField({ value, onChange, error }: ZoneFieldProps) {
  const now = use(ClockContext).now();
  const zones = useMemo(
    () =>
      [...new Set([ownZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({
        value: zone,
        label: zone.replaceAll('_', ' '),
      })),
    [],
  );
  return (
    <Select
      label={words.zone}
      description={words.zoneHint}
      searchable
      allowDeselect={false}
      data={zones}
      limit={MOST_SHOWN}
      value={value}
      error={error}
      nothingFoundMessage={words.nothing}
      filter={({ options, search }) => options.filter((option) => 'value' in option && plain(option.value).includes(plain(search)))}
      renderOption={({ option }) => (
        <span className={classes['zone']}>
          {option.label}
          <small>{offsetLabel(now, option.value)}</small>
        </span>
      )}
      onChange={(zone) => zone !== null && onChange(zone)}
    />
  );
}
