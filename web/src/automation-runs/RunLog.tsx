/** The log of runs, the latest first; which are shown is said by what came of them. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconRobot } from '@tabler/icons-react';
import { useState } from 'react';
import { EmptyState, ErrorState, Panel, RowsSkeleton } from '../ui/index.ts';
import { messages } from './messages.ts';
import { RunItem } from './RunItem.tsx';
import classes from './runs.module.css';
import { useRuns } from './use-runs.ts';

const SHOWN = ['all', 'ran', 'waits', 'stopped'] as const;
type Shown = (typeof SHOWN)[number];

/** Of one automation, or of all. */
export function RunLog({ automation }: { automation?: string }) {
  const [shown, setShown] = useState<Shown>('all');
  const query = useRuns({ ...(automation !== undefined && { automation }), ...(shown !== 'all' && { outcome: shown }) });
  const { runs, error, refetch, hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage } = query;
  const none =
    automation === undefined
      ? { title: messages.none, text: messages.noneText }
      : { title: messages.noneOfOne, text: messages.noneOfOneText };
  return (
    <Panel
      title={messages.log}
      flush
      actions={
        <SegmentedControl
          size="xs"
          aria-label={messages.which}
          data={SHOWN.map((value) => ({ value, label: value === 'all' ? messages.all : messages.outcomes[value] }))}
          value={shown}
          onChange={setShown}
        />
      }
    >
      {error && !runs && <ErrorState error={error} retry={() => void refetch()} compact />}
      {!error && !runs && <RowsSkeleton rows={5} height={64} />}
      {runs?.length === 0 && (
        <EmptyState icon={IconRobot} title={shown === 'all' ? none.title : messages.noneOfKind} compact>
          {shown === 'all' && none.text}
        </EmptyState>
      )}
      {runs && runs.length > 0 && (
        <ul className={classes['runs']} data-old={isPlaceholderData || undefined}>
          {runs.map((run) => (
            <RunItem key={run.id} run={run} of={automation === undefined ? undefined : 'automation'} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <div className={classes['more']}>
          <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {messages.earlier}
          </Button>
        </div>
      )}
    </Panel>
  );
}
