/** Of which tickets the numbers are: each filter is a dimension with some of the values it has in the period. */
import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useValues, valueName, type Filter } from '../../numbers/index.ts';
import { FacetFilter, ToggleFilter } from '../../ui/index.ts';
import classes from './explore.module.css';
import { messages } from './messages.ts';
import type { Explored } from './use-explore.ts';

interface RowProps {
  explored: Explored;
  filter: Filter;
  onChange: (filter: Filter) => void;
  onRemove: () => void;
}

function FilterRow({ explored: { catalogue, question }, filter, onChange, onRemove }: RowProps) {
  const { dimension, values, not = false } = filter;
  const name = catalogue.dimension(dimension)?.label ?? dimension;
  const offered = useValues(dimension, question) ?? [];
  const options = offered.map(({ value, label, count }) => ({ value, label: valueName(dimension, value, label), count }));
  return (
    <div className={classes['filter']}>
      <FacetFilter label={name} options={options} selected={values} onChange={(next) => onChange({ ...filter, values: next })} />
      <ToggleFilter
        label={messages.isNot}
        active={not}
        onChange={(next) => onChange({ dimension, values, ...(next ? { not: true } : {}) })}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={messages.removeFilter(name)} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}

interface FiltersProps {
  explored: Explored;
  title: string;
  filters: readonly Filter[];
  fault: string | undefined;
  onChange: (filters: readonly Filter[]) => void;
}

/** A filter without values says nothing yet, so it is no part of the question, and waits here until it has some. */
export function Filters({ explored, title, filters, fault, onChange }: FiltersProps) {
  const { catalogue, question } = explored;
  const [begun, setBegun] = useState<string | null>(null);
  const set = (next: readonly Filter[]) => onChange(next.filter(({ values }) => values.length > 0));
  const free = catalogue.dimensions
    .filter(
      ({ id, metrics }) =>
        question.metrics.every((metric) => metrics.includes(metric)) && !filters.some(({ dimension }) => dimension === id),
    )
    .map(({ id, label }) => ({ value: id, label }));
  const begin = (filter: Filter) => {
    setBegun(null);
    set([...filters, filter]);
  };
  return (
    <div className={classes['filters']}>
      <p className={classes['name']}>{title}</p>
      {filters.map((filter, index) => (
        <FilterRow
          key={filter.dimension}
          explored={explored}
          filter={filter}
          onChange={(next) => set(filters.with(index, next))}
          onRemove={() => set(filters.toSpliced(index, 1))}
        />
      ))}
      {begun && (
        <FilterRow explored={explored} filter={{ dimension: begun, values: [] }} onChange={begin} onRemove={() => setBegun(null)} />
      )}
      <Select
        aria-label={title === messages.filters ? messages.addFilter : `${messages.addFilter}: ${title}`}
        placeholder={messages.addFilter}
        data={free}
        value={null}
        onChange={setBegun}
        searchable
        nothingFoundMessage={messages.noMatch}
        error={fault}
      />
    </div>
  );
}
