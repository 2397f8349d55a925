/** The inbox itself, in the drawer and on its page: all or what is unread, marked and read on. It keeps its place while somebody is in it. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconChecks, IconInbox } from '@tabler/icons-react';
import { useState } from 'react';
import { useAlertsInForce } from '../../alerts/index.ts';
import { EmptyState, ErrorState, RowsSkeleton, useHeld } from '../../ui/index.ts';
import classes from './inbox.module.css';
import { InboxItem } from './InboxItem.tsx';
import { words } from './messages.ts';
import { useInbox, useInboxPages, useMarkRead } from './use-inbox.ts';

const SHOWN = [
  { value: 'all', label: words.all },
  { value: 'unread', label: words.unread },
];

export function InboxList({ onLeave }: { onLeave?: () => void }) {
  const [isUnread, setUnread] = useState(false);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInboxPages(isUnread);
  const unread = useInbox().data?.unread ?? 0;
  const mark = useMarkRead();
  const inForce = useAlertsInForce();
  const { rows, fresh, renew, handlers } = useHeld(data?.pages.flatMap(({ items }) => items) ?? []);
  return (
    <div className={classes['inbox']}>
      <div className={classes['bar']}>
        <SegmentedControl
          size="xs"
          aria-label={words.show}
          data={SHOWN}
          value={isUnread ? 'unread' : 'all'}
          onChange={(value) => setUnread(value === 'unread')}
        />
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconChecks size={15} aria-hidden="true" />}
          disabled={unread === 0}
          onClick={() => mark.mutate({ ids: 'all', read: true })}
        >
          {words.readAll}
        </Button>
      </div>
      {mark.error && <ErrorState error={mark.error} compact />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} compact />}
      {!error && !data && <RowsSkeleton rows={6} height={72} />}
      {data && rows.length === 0 && (
        <EmptyState icon={IconInbox} title={isUnread ? words.noneUnread : words.none} compact>
          {!isUnread && words.noneText}
        </EmptyState>
      )}
      {fresh.length > 0 && (
        <Button size="compact-sm" variant="light" className={classes['fresh'] ?? ''} onClick={renew}>
          {words.fresh(fresh.length)}
        </Button>
      )}
      {rows.length > 0 && (
        <ul className={classes['list']} aria-label={words.list} {...handlers}>
          {rows.map(({ item }) => (
            <InboxItem
              key={item.id}
              item={item}
              alert={item.alertId === null ? undefined : inForce.get(item.alertId)}
              onMark={(read) => mark.mutate({ ids: [item.id], read })}
              onLeave={onLeave}
            />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button
          size="xs"
          variant="default"
          className={classes['more'] ?? ''}
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </div>
  );
}
