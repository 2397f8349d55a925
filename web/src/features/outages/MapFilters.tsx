/** What of the outages is shown, as it stands in the address. */
import { SEVERITIES } from '@watchdesk/domain/event';
import { OUTAGE_STAGES } from '@watchdesk/domain/outage';
import { FacetFilter, FilterBar, ToggleFilter } from '../../ui/index.ts';
import type { OutageBrief } from '../../outage-map/index.ts';
import { valuesOf } from '../../outage-map/narrowing.ts';
import { type ListName, LISTS, type MapSearch } from './filters.ts';
import { words } from './messages.ts';
import type { ChangeSearch } from './use-map-search.ts';

const text = words.filters;

interface MapFiltersProps {
  /** Of the days that are looked at, whatever is chosen. */
  outages: readonly OutageBrief[];
  search: MapSearch;
  change: ChangeSearch;
}

export function MapFilters({ outages, search, change }: MapFiltersProps) {
  const isChosen = LISTS.some((name) => search[name] !== undefined) || search.planned !== undefined;
  const clear = () => change({ ...Object.fromEntries(LISTS.map((name) => [name, undefined])), planned: undefined });
  const filter = (name: ListName, options: readonly { value: string; label: string; count: number | null }[]) =>
    // What nothing of these days has cannot be chosen.
    (options.length > 0 || search[name] !== undefined) && (
      <FacetFilter
        key={name}
        label={text[name]}
        options={options}
        selected={valuesOf(search[name])}
        onChange={(selected) => change({ [name]: selected.length > 0 ? selected.join(',') : undefined })}
      />
    );
  const counted = (of: (one: OutageBrief) => string | null) => {
    const counts = new Map<string, number>();
    for (const one of outages) {
      const value = of(one);
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].toSorted(([a], [b]) => a.localeCompare(b)).map(([value, count]) => ({ value, label: value, count }));
  };
  const severities = new Map(counted(({ severity }) => severity).map(({ value, count }) => [value, count]));
  return (
    <FilterBar label={text.label} onClear={isChosen ? clear : undefined}>
      {filter(
        'severity',
        SEVERITIES.map((value) => ({ value, label: value, count: severities.get(value) ?? 0 })),
      )}
      {filter(
        'stage',
        OUTAGE_STAGES.filter((stage) => stage !== 'cancelled').map((value) => ({ value, label: words.stages[value], count: null })),
      )}
      {filter(
        'service',
        counted(({ service }) => service),
      )}
      {filter(
        'region',
        counted(({ region }) => region),
      )}
      {filter(
        'source',
        counted(({ source }) => source),
      )}
      <ToggleFilter label={text.planned} active={search.planned === true} onChange={(on) => change({ planned: on ? true : undefined })} />
      <ToggleFilter
        label={text.unplanned}
        active={search.planned === false}
        onChange={(on) => change({ planned: on ? false : undefined })}
      />
      <ToggleFilter label={text.heat} active={search.heat !== false} onChange={(on) => change({ heat: on ? undefined : false })} />
    </FilterBar>
  );
}
