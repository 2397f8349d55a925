/** The delivery log: why did this (not) reach whom? In the settings for everybody, in one's own account of what was for oneself. */
import { Button, Select } from '@mantine/core';
import { IconMailQuestion } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRecipients } from '../../../audience/index.ts';
import { deliveryMessages, DeliveryTable } from '../../../deliveries/index.ts';
import { noticeMessages } from '../../../notices/index.ts';
import {
  EmptyState,
  ErrorState,
  FacetFilter,
  FilterBar,
  Panel,
  PlaceHead,
  RowsSkeleton,
  SearchField,
  ToggleFilter,
} from '../../../ui/index.ts';
import classes from '../settings.module.css';
import own from './deliveries.module.css';
import { words } from './messages.ts';
import { chosenOf, type DeliverySearch, OUTCOMES, SEVERITIES } from './search.ts';
import { useDeliveries } from './use-deliveries.ts';

export const DeliveriesPage = () => <Deliveries isOwn={false} />;
export const OwnDeliveriesPage = () => <Deliveries isOwn />;

type Change = { [Name in keyof DeliverySearch]: string | undefined };

const optionsOf = <T extends string>(all: readonly T[], labels: Readonly<Record<T, string>>) =>
  all.map((value) => ({ value, label: labels[value], count: null }));

function Filters({ search, isOwn }: { search: DeliverySearch; isOwn: boolean }) {
  const navigate = useNavigate();
  const set = (changed: Change) =>
    void navigate({ to: '.', search: ((before: object) => ({ ...before, ...changed })) as never, replace: true });
  const { filters } = words;
  const isNarrowed = Object.values(search).some((value) => value !== undefined);
  const clear = () => set({ outcomes: undefined, severities: undefined, to: undefined, ticket: undefined, notice: undefined });
  return (
    <FilterBar label={filters.label} onClear={isNarrowed ? clear : undefined}>
      <FacetFilter
        label={filters.outcome}
        options={optionsOf(OUTCOMES, deliveryMessages.outcomes)}
        selected={chosenOf(OUTCOMES, search.outcomes)}
        onChange={(chosen) => set({ outcomes: chosen.join(',') || undefined })}
      />
      <FacetFilter
        label={filters.severity}
        options={optionsOf(SEVERITIES, noticeMessages.severities)}
        selected={chosenOf(SEVERITIES, search.severities)}
        onChange={(chosen) => set({ severities: chosen.join(',') || undefined })}
      />
      {!isOwn && <RecipientFilter value={search.to} onChange={(to) => set({ to })} />}
      <SearchField label={filters.ticket} value={search.ticket ?? ''} onChange={(text) => set({ ticket: text.trim() || undefined })} />
      {search.notice !== undefined && <ToggleFilter label={filters.notice} active onChange={() => set({ notice: undefined })} />}
    </FilterBar>
  );
}

function RecipientFilter({ value, onChange }: { value: string | undefined; onChange: (to: string | undefined) => void }) {
  const { people, channels } = useRecipients();
  const { filters } = words;
  const isKnown = [...people, ...channels].some((one) => one.value === value);
  const groups = [
    { group: filters.channels, items: [...channels] },
    { group: filters.people, items: [...people] },
    // Of an address that names somebody who is gone.
    { group: '', items: value !== undefined && !isKnown ? [{ value, label: value }] : [] },
  ].filter(({ items }) => items.length > 0);
  return (
    <Select
      size="xs"
      className={own['who'] ?? ''}
      aria-label={filters.recipient}
      placeholder={filters.recipient}
      data={groups}
      value={value ?? null}
      searchable
      clearable
      limit={100}
      onChange={(to) => onChange(to ?? undefined)}
    />
  );
}

function Deliveries({ isOwn }: { isOwn: boolean }) {
  const { outcomes, severities, to, ticket, notice } = useSearch({ strict: false }) as DeliverySearch;
  const search: DeliverySearch = {
    ...(outcomes !== undefined && { outcomes }),
    ...(severities !== undefined && { severities }),
    ...(to !== undefined && !isOwn && { to }),
    ...(ticket !== undefined && { ticket }),
    ...(notice !== undefined && { notice }),
  };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useDeliveries(search, isOwn);
  const deliveries = data?.pages.flatMap((page) => page.deliveries) ?? [];
  const isNarrowed = Object.keys(search).length > 0;
  const [none, noneText] = isNarrowed
    ? [words.none, words.noneText]
    : isOwn
      ? [words.noneOwn, words.noneOwnText]
      : [words.noneAtAll, words.noneAtAllText];
  return (
    <div className={classes['page']}>
      <PlaceHead title={isOwn ? words.ownTitle : words.title} text={isOwn ? words.ownText : words.text} />
      <Filters search={search} isOwn={isOwn} />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={10} />}
      {data && deliveries.length === 0 && (
        <EmptyState icon={IconMailQuestion} title={none}>
          {noneText}
        </EmptyState>
      )}
      {deliveries.length > 0 && (
        <div data-old={isPlaceholderData || undefined}>
          <Panel title={words.list} flush>
            <DeliveryTable deliveries={deliveries} isOwn={isOwn} />
          </Panel>
        </div>
      )}
      {hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
          style={{ justifySelf: 'start' }}
        >
          {words.more}
        </Button>
      )}
    </div>
  );
}
