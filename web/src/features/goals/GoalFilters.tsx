/** Of which tickets a goal's numbers are: dimensions of its metric, each with some of the values there were of late. */
import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Metric } from '../../api/client.ts';
import { useValues, valueName, type Catalogue, type Filter } from '../../numbers/index.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { FacetFilter, ToggleFilter } from '../../ui/index.ts';
import classes from './goals.module.css';
import { messages } from './messages.ts';

const words = messages.form;

interface RowProps {
  filter: Filter;
  name: string;
  onChange: (filter: Filter) => void;
  onRemove: () => void;
}

function FilterRow({ filter: { dimension, values, not = false }, name, onChange, onRemove }: RowProps) {
  const offered = useValues(dimension, { period: '90d', timeZone: useTimeZone() }) ?? [];
  const options = offered.map(({ value, label, count }) => ({ value, label: valueName(dimension, value, label), count }));
  return (
    <div className={classes['filter']}>
      <FacetFilter label={name} options={options} selected={values} onChange={(next) => onChange({ dimension, values: next, not })} />
      <ToggleFilter label={words.isNot} active={not} onChange={(next) => onChange({ dimension, values, not: next })} />
      <ActionIcon variant="subtle" color="gray" aria-label={words.removeFilter(name)} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}

interface GoalFiltersProps {
  filters: readonly Filter[];
  metric: Metric;
  catalogue: Catalogue;
  onChange: (filters: readonly Filter[]) => void;
}

/** One that has no values yet is no part of the goal, and waits here. */
export function GoalFilters({ filters, metric, catalogue, onChange }: GoalFiltersProps) {
  const [begun, setBegun] = useState<string | null>(null);
  const nameOf = (id: string) => catalogue.dimension(id)?.label ?? id;
  // Whose it is says team and agent.
  const free = metric.dimensions
    .filter((id) => id !== 'team' && id !== 'agent' && id !== begun && !filters.some(({ dimension }) => dimension === id))
    .map((id) => ({ value: id, label: nameOf(id) }));
  const set = (next: readonly Filter[]) => onChange(next.filter(({ values }) => values.length > 0));
  return (
    <div>
      <p className={classes['label']}>{words.filters}</p>
      {filters.map((filter, index) => (
        <FilterRow
          key={filter.dimension}
          filter={filter}
          name={nameOf(filter.dimension)}
          onChange={(next) => set(filters.with(index, next))}
          onRemove={() => set(filters.toSpliced(index, 1))}
        />
      ))}
      {begun && (
        <FilterRow
          filter={{ dimension: begun, values: [] }}
          name={nameOf(begun)}
          onChange={(filter) => {
            setBegun(null);
            set([...filters, filter]);
          }}
          onRemove={() => setBegun(null)}
        />
      )}
      <Select aria-label={words.addFilter} placeholder={words.addFilter} data={free} value={null} onChange={setBegun} searchable />
    </div>
  );
}
