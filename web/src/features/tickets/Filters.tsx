/** All filters of the list. The common ones stand ready; the others open on demand, or when the address uses them. */
import { Button, Drawer } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState, type ReactNode, type Ref } from 'react';
import { ChannelIcon, FacetFilter, FilterBar, Priority, SearchField, StatusBadge, ToggleFilter, type FacetOption } from '../../ui/index.ts';
import type { Channel, Priority as Level, Status } from '@watchdesk/domain/event';
import { CreatedFilter } from './CreatedFilter.tsx';
import { optionsOf, useFacets, type Facet } from './facets.ts';
import { isNarrowed, LISTS, NO_FILTERS, valuesOf, type FilterQuery } from './filters.ts';
import { CustomerFilter, TagFilter } from './LookupFilter.tsx';
import { messages } from './messages.ts';
import classes from './tickets.module.css';
import type { SearchAndChange } from './use-search.ts';

const COMMON: readonly Facet[] = ['status', 'priority', 'team', 'assignee', 'channel'];
const MORE: readonly Facet[] = ['category', 'product', 'supportTier', 'customerTier'];

const DRAWN: Partial<Record<Facet, (option: FacetOption) => ReactNode>> = {
  status: ({ value }) => <StatusBadge value={value as Status} />,
  priority: ({ value }) => <Priority value={value as Level} />,
  channel: ({ value }) => <ChannelIcon value={value as Channel} named />,
};

interface FiltersProps extends SearchAndChange {
  query: FilterQuery;
  searchRef: Ref<HTMLInputElement>;
}

const RARE = [...MORE, 'tag', 'requester', 'organisation'] as const;

function Search({ search, change, searchRef }: FiltersProps) {
  return (
    <SearchField
      value={search.q ?? ''}
      onChange={(q) => change({ q: q || undefined }, { replace: true })}
      label={messages.search}
      ref={searchRef}
    />
  );
}

function Facets({ names, search, change, query }: Omit<FiltersProps, 'searchRef'> & { names: readonly Facet[] }) {
  const facets = useFacets(query).data?.facets;
  return names.map((name) => (
    <FacetFilter
      key={name}
      label={messages.filter[name]}
      options={optionsOf(name, facets?.[name])}
      selected={valuesOf(search[name])}
      onChange={(values) => change({ [name]: values.length > 0 ? values.join(',') : undefined })}
      {...(DRAWN[name] ? { draw: DRAWN[name] } : {})}
    />
  ));
}

function Common({ search, change, query }: Omit<FiltersProps, 'searchRef'>) {
  return (
    <>
      <Facets names={COMMON} search={search} change={change} query={query} />
      <CreatedFilter value={search.created} onChange={(created) => change({ created })} />
      <ToggleFilter
        label={messages.waiting}
        active={search.waiting === true}
        onChange={(waiting) => change({ waiting: waiting || undefined })}
      />
    </>
  );
}

function Rare({ search, change, query }: Omit<FiltersProps, 'searchRef'>) {
  return (
    <>
      <Facets names={MORE} search={search} change={change} query={query} />
      <CustomerFilter search={search} change={change} />
      <TagFilter search={search} change={change} />
    </>
  );
}

const clearing = ({ search, change }: SearchAndChange): (() => void) | undefined =>
  isNarrowed(search) ? () => change(NO_FILTERS) : undefined;

export function Filters(props: FiltersProps) {
  const [opened, setOpened] = useState(false);
  const usesRare = RARE.some((name) => props.search[name]);
  return (
    <FilterBar label={messages.filters} onClear={clearing(props)}>
      <Search {...props} />
      <Common {...props} />
      {(opened || usesRare) && <Rare {...props} />}
      {!usesRare && (
        <button type="button" className={classes['more']} aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {opened ? messages.fewerFilters : messages.moreFilters}
        </button>
      )}
    </FilterBar>
  );
}

/** On a phone the search stays and the filters come up from below, so that the list keeps its room. */
export function PhoneFilters({ children, ...props }: FiltersProps & { children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  const count = [...LISTS, 'created' as const, 'waiting' as const].filter((name) => props.search[name] !== undefined).length;
  return (
    <div className={classes['phoneFilters']}>
      <Search {...props} />
      <Button
        variant={count > 0 ? 'light' : 'default'}
        h={44}
        leftSection={<IconFilter size={16} aria-hidden="true" />}
        onClick={() => setOpened(true)}
      >
        {count > 0 ? messages.filtersCounted(count) : messages.filters}
      </Button>
      {children}
      <Drawer opened={opened} onClose={() => setOpened(false)} position="bottom" size={440} title={messages.filters}>
        <FilterBar label={messages.filters} onClear={clearing(props)}>
          <Common {...props} />
          <Rare {...props} />
        </FilterBar>
        <Button fullWidth mt={16} size="md" onClick={() => setOpened(false)}>
          {messages.showList}
        </Button>
      </Drawer>
    </div>
  );
}
