/** A time zone, found by its city. */
import { Select } from '@mantine/core';
import { use, useMemo } from 'react';
import { ClockContext } from '../ui/clock.ts';
import { offsetLabel } from './zone.ts';
import classes from './zone-field.module.css';

const MOST_SHOWN = 50;
const NOTHING = 'No zone of that name';

const plain = (text: string): string => text.toLowerCase().replaceAll(/[_/]/g, ' ').trim();

/** Of the browser; its name is offered also where the list knows it by another. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

interface ZoneFieldProps<Zone extends string | null> {
  label: string;
  hint?: string;
  value: Zone;
  onChange: (zone: Zone) => void;
  error: string | undefined;
  /** What holds where none is chosen; without it one must be. */
  none?: null extends Zone ? string : never;
}

export function ZoneField<Zone extends string | null>({ label, hint, value, onChange, error, none }: ZoneFieldProps<Zone>) {
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
      label={label}
      description={hint}
      searchable
      allowDeselect={false}
      clearable={none !== undefined}
      placeholder={none}
      data={zones}
      limit={MOST_SHOWN}
      value={value}
      error={error}
      nothingFoundMessage={NOTHING}
      filter={({ options, search }) => options.filter((option) => 'value' in option && plain(option.value).includes(plain(search)))}
      renderOption={({ option }) => (
        <span className={classes['zone']}>
          {option.label}
          <small>{offsetLabel(now, option.value)}</small>
        </span>
      )}
      onChange={(zone) => (zone !== null || none !== undefined) && onChange(zone as Zone)}
    />
  );
}
