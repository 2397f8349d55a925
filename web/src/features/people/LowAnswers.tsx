/** The tickets whose customers were not content, to be read together: the words stand on the ticket. */
import { Button } from '@mantine/core';
import { usePeriod, useTimeZone } from '../../period/viewing.ts';
import { useExplain, useTicketsBehind, type Filter } from '../../numbers/index.ts';
import { EmptyState, ErrorState, formatCount, Panel, Relative, RowsSkeleton, TicketLink } from '../../ui/index.ts';
import classes from './agent.module.css';
import { messages } from './messages.ts';

const words = messages.low;
const METRIC = 'csat_low';
/** As many as one talks about. */
const MOST = 6;

export function LowAnswers({ filters }: { filters: readonly Filter[] }) {
  const explain = useExplain();
  const [period, timeZone] = [usePeriod(), useTimeZone()];
  const { data, error, refetch } = useTicketsBehind({ metric: METRIC, filters, period, timeZone }, 'all');
  const first = data?.pages[0];
  return (
    <Panel title={words.title} sentence={first && first.visible > 0 ? words.sentence : undefined}>
      {!first && (error ? <ErrorState error={error} retry={() => void refetch()} compact /> : <RowsSkeleton rows={4} />)}
      {first?.visible === 0 && <EmptyState title={words.none} compact />}
      {first && first.visible > 0 && (
        <>
          <ul className={classes['tickets']}>
            {first.tickets.slice(0, MOST).map(({ ticket, at }) => (
              <li key={ticket}>
                <span className={classes['subject']}>
                  <TicketLink id={ticket} />
                </span>
                <Relative at={at} />
              </li>
            ))}
          </ul>
          <Button variant="default" size="xs" onClick={() => explain({ metric: METRIC, filters })}>
            {words.all(formatCount(first.visible))}
          </Button>
        </>
      )}
    </Panel>
  );
}
