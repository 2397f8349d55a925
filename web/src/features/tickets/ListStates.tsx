/** What stands in the list's place when it has no rows to show. */
import { Button } from '@mantine/core';
import { IconFilterOff, IconTicket } from '@tabler/icons-react';
import { EmptyState } from '../../ui/index.ts';
import { messages } from './messages.ts';

/** No rows: because nothing has come yet, or because of the filters. */
export function Nothing({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  if (!narrowed) {
    return (
      <EmptyState
        icon={IconTicket}
        title={messages.emptyTitle}
        action={
          <Button component="a" href="/api/docs" size="xs" variant="default">
            {messages.emptyAction}
          </Button>
        }
      >
        {messages.emptyText}
      </EmptyState>
    );
  }
  const clear = (
    <Button size="xs" variant="default" onClick={onClear}>
      {messages.nothingAction}
    </Button>
  );
  return (
    <EmptyState icon={IconFilterOff} title={messages.nothingTitle} action={clear}>
      {messages.nothingText}
    </EmptyState>
  );
}
