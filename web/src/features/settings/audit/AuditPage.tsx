/** The audit log: filtered, read, exported. */
import { Button, MultiSelect } from '@mantine/core';
import { IconDownload, IconFileSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState, ErrorState, FilterBar, Panel, PlaceHead, RowsSkeleton, SearchField } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import { ACTIONS, actionsIn } from '../search.ts';
import classes from '../settings.module.css';
import { AuditTable } from './AuditTable.tsx';
import { Chain } from './Chain.tsx';
import { useAuditLog, useAuditQuestion } from './use-audit.ts';

const words = messages.audit;
const route = getRouteApi('/inside/settings/audit');

function Filters() {
  const { actions, q } = route.useSearch();
  const navigate = route.useNavigate();
  const { asked } = useAuditQuestion();
  const set = (changed: { actions?: string | undefined; q?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <div className={classes['filters']}>
      <FilterBar label={words.filters} onClear={actions || q ? () => set({ actions: undefined, q: undefined }) : undefined}>
        <SearchField label={words.search} value={q ?? ''} onChange={(text) => set({ q: text.trim() || undefined })} />
        <MultiSelect
          className={classes['actions'] ?? ''}
          size="xs"
          aria-label={words.actions}
          placeholder={actions ? '' : words.actions}
          data={ACTIONS.map((value) => ({ value, label: words.did[value] }))}
          value={actionsIn(actions)}
          onChange={(chosen) => set({ actions: chosen.join(',') || undefined })}
          clearable
          searchable
        />
      </FilterBar>
      <Button
        component="a"
        size="xs"
        variant="default"
        leftSection={<IconDownload size={15} aria-hidden="true" />}
        href={`/api/v1/audit/export?${new URLSearchParams(asked()).toString()}`}
        download
      >
        {words.export}
      </Button>
    </div>
  );
}

export function AuditPage() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAuditLog();
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className={classes['page']}>
      <PlaceHead title={words.title} text={words.text} />
      <Chain />
      <Filters />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={8} />}
      {data && entries.length === 0 && (
        <EmptyState icon={IconFileSearch} title={words.none}>
          {words.noneText}
        </EmptyState>
      )}
      {entries.length > 0 && (
        <Panel title={words.list} flush>
          <AuditTable entries={entries} />
        </Panel>
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
