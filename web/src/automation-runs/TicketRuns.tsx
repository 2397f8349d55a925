/** What automations did about one ticket, beside its story. Nothing is shown until one has done something. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ErrorState, Panel } from '../ui/index.ts';
import { messages } from './messages.ts';
import { RunItem } from './RunItem.tsx';
import classes from './runs.module.css';
import { useRuns } from './use-runs.ts';

const words = messages.ticket;
/** More would push what one looks at more often out of sight. */
const FIRST = 3;

export function TicketRuns({ id }: { id: string }) {
  const { runs, error, refetch, hasNextPage, fetchNextPage } = useRuns({ ticket: id });
  const [isWhole, setWhole] = useState(false);
  if (error && !runs)
    return (
      <Panel title={words.title}>
        <ErrorState error={error} retry={() => void refetch()} compact />
      </Panel>
    );
  if (!runs || runs.length === 0) return null;
  const shown = isWhole ? runs : runs.slice(0, FIRST);
  return (
    <Panel title={words.title} sentence={words.sentence(runs.length, hasNextPage)} flush>
      <ul className={classes['runs']}>
        {shown.map((run) => (
          <RunItem key={run.id} run={run} of="ticket" />
        ))}
      </ul>
      {(shown.length < runs.length || (isWhole && hasNextPage)) && (
        <div className={classes['more']}>
          <Button variant="default" size="xs" onClick={() => (isWhole ? void fetchNextPage() : setWhole(true))}>
            {isWhole ? messages.earlier : words.all(runs.length)}
          </Button>
        </div>
      )}
    </Panel>
  );
}
