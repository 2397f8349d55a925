/** Filters that hold for every tile that has their dimension. They stand in the URL. */
import { Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCatalogue, useValues, type Filter } from '../../numbers/index.ts';
import { FacetFilter, FilterBar } from '../../ui/index.ts';
import type { View } from '../../tiles/index.ts';
import classes from './page.module.css';
import { messages } from './messages.ts';

/** By what one looks at a whole dashboard; days and hours belong to a tile. */
const OFFERED = [
  'team',
  'agent',
  'channel',
  'category',
  'priority',
  'product',
  'customer_tier',
  'plan',
  'country',
  'region',
  'organisation',
  'domain',
  'tenure',
  'lifecycle',
  'tags',
];

interface OneFilterProps {
  dimension: string;
  label: string;
  view: View;
  onChange: (values: string[]) => void;
}

function OneFilter({ dimension, label, view, onChange }: OneFilterProps) {
  const values = useValues(dimension, view) ?? [];
  const selected = view.filters.find((filter) => filter.dimension === dimension)?.values ?? [];
  return <FacetFilter label={label} options={values} selected={selected} onChange={onChange} />;
}

interface DashboardFiltersProps {
  view: View;
  /** What the tiles can be divided by; nothing else is offered. */
  usable: ReadonlySet<string>;
  onChange: (filters: Filter[]) => void;
}

export function DashboardFilters({ view, usable, onChange }: DashboardFiltersProps) {
  const { data: catalogue } = useCatalogue();
  const [begun, setBegun] = useState<readonly string[]>([]);
  const used = [...new Set([...view.filters.map(({ dimension }) => dimension), ...begun])];
  const labelOf = (id: string): string => catalogue?.dimension(id)?.label ?? id;
  const change = (dimension: string, values: string[]): void => {
    const others = view.filters.filter((filter) => filter.dimension !== dimension);
    onChange(values.length > 0 ? [...others, { dimension, values }] : others);
  };
  const clear = (): void => {
    setBegun([]);
    onChange([]);
  };
  const left = OFFERED.filter((id) => usable.has(id) && !used.includes(id));
  return (
    <FilterBar label={messages.filters} onClear={used.length > 0 ? clear : undefined}>
      {used.map((id) => (
        <OneFilter key={id} dimension={id} label={labelOf(id)} view={view} onChange={(values) => change(id, values)} />
      ))}
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <button type="button" className={classes['add']} disabled={left.length === 0}>
            <IconPlus size={14} stroke={1.8} aria-hidden="true" />
            {messages.addFilter}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {left.map((id) => (
            <Menu.Item key={id} onClick={() => setBegun([...begun, id])}>
              {labelOf(id)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </FilterBar>
  );
}
