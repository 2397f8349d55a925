/** Of which tickets numbers are: each filter is a dimension with some of the values it has in a period. */
import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Dimension } from '../api/client.ts';
import { FacetFilter, ToggleFilter } from '../ui/index.ts';
import classes from './filters.module.css';
import { valueName } from './group-words.ts';
import { messages } from './messages.ts';
import type { Context, Filter } from './question.ts';
import type { Catalogue } from './use-catalogue.ts';
import { useValues } from './use-values.ts';

const words = messages.filters;

interface FiltersProps {
  filters: readonly Filter[];
  catalogue: Catalogue;
  /** By what can be filtered. */
  dimensions: readonly Dimension[];
  /** Of when the values are. */
  when: Pick<Context, 'period' | 'timeZone'>;
  /** None where it stands elsewhere. */
  title?: string;
  /** Tells one list of filters from another on the same page. */
  label?: string;
  fault?: string | undefined;
  onChange: (filters: readonly Filter[]) => void;
}

interface RowProps extends Pick<FiltersProps, 'catalogue' | 'when'> {
  filter: Filter;
  onChange: (filter: Filter) => void;
  onRemove: () => void;
}

function FilterRow({ catalogue, when, filter, onChange, onRemove }: RowProps) {
  const { dimension, values, not = false } = filter;
  const name = catalogue.dimension(dimension)?.label ?? dimension;
  const offered = useValues(dimension, when) ?? [];
  const options = offered.map(({ value, label, count }) => ({ value, label: valueName(dimension, value, label), count }));
  return (
    <div className={classes['filter']}>
      <FacetFilter label={name} options={options} selected={values} onChange={(next) => onChange({ ...filter, values: next })} />
      <ToggleFilter label={words.isNot} active={not} onChange={(next) => onChange({ dimension, values, ...(next ? { not: true } : {}) })} />
      <ActionIcon variant="subtle" color="gray" aria-label={words.remove(name)} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}

/** A filter without values says nothing yet, so it is no part of the question, and waits here until it has some. */
export function Filters({ filters, catalogue, dimensions, when, title, label, fault, onChange }: FiltersProps) {
  const [begun, setBegun] = useState<string | null>(null);
  const set = (next: readonly Filter[]) => onChange(next.filter(({ values }) => values.length > 0));
  const free = dimensions.filter(({ id }) => id !== begun && !filters.some(({ dimension }) => dimension === id));
  const begin = (filter: Filter) => {
    setBegun(null);
    set([...filters, filter]);
  };
  return (
    <div className={classes['filters']}>
      {title && <p className={classes['title']}>{title}</p>}
      {filters.map((filter, index) => (
        <FilterRow
          key={filter.dimension}
          catalogue={catalogue}
          when={when}
          filter={filter}
          onChange={(next) => set(filters.with(index, next))}
          onRemove={() => set(filters.toSpliced(index, 1))}
        />
      ))}
      {begun && (
        <FilterRow
          catalogue={catalogue}
          when={when}
          filter={{ dimension: begun, values: [] }}
          onChange={begin}
          onRemove={() => setBegun(null)}
        />
      )}
      <Select
        aria-label={label === undefined ? words.add : `${words.add}: ${label}`}
        placeholder={words.add}
        data={free.map(({ id, label: name }) => ({ value: id, label: name }))}
        value={null}
        onChange={setBegun}
        searchable
        nothingFoundMessage={words.noMatch}
        error={fault}
      />
    </div>
  );
}
