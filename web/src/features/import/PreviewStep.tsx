/** What the mapping makes of the first rows: the events that would come in, the rows that would not, and what is odd. */
import { IconFileOff } from '@tabler/icons-react';
import type { ImportFile, ImportPreview } from '../../api/client.ts';
import { EmptyState, ErrorState, formatCount, Instant, Panel, RowsSkeleton, CardTable } from '../../ui/index.ts';
import { Figures } from './Figures.tsx';
import classes from './import.module.css';
import { Lines, Warnings } from './Lines.tsx';
import { messages } from './messages.ts';
import { targetLabel } from './target-label.ts';
import { type Mapping, usePreview } from './use-imports.ts';
import { meaningLabel } from './ValueMap.tsx';

const words = messages.preview;

export function PreviewStep({ of: { id }, mapping }: { of: ImportFile; mapping: Mapping }) {
  const { data, error, refetch } = usePreview(id, mapping);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={10} />;
  const { account, events, rejects } = data;
  const odd = account.warnings.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <Panel title={words.title} sentence={words.sentence(formatCount(account.rows))}>
        <Figures
          figures={[
            { name: words.events, value: account.accepted },
            { name: words.rejected, value: account.rowsRejected + account.rejected, tone: 'bad' },
            { name: words.odd, value: odd, tone: 'warning' },
          ]}
        />
      </Panel>
      {rejects.length > 0 && <Lines title={words.rejects} lines={rejects} />}
      {account.warnings.length > 0 && <Warnings warnings={account.warnings} />}
      {events.length === 0 ? (
        <EmptyState icon={IconFileOff} title={words.noEvents}>
          {words.noEventsText}
        </EmptyState>
      ) : (
        <Events events={events} />
      )}
    </>
  );
}

interface Said {
  readonly id: string;
  readonly at: number;
  readonly type: string;
  readonly ticket?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

function Events({ events }: { events: ImportPreview['events'] }) {
  const { columns } = words;
  return (
    <Panel title={words.first(formatCount(events.length))} flush>
      <CardTable columns={columns}>
        {events.map(({ line, event }) => {
          const { id, at, type, ticket, data } = event as unknown as Said;
          return (
            <tr key={id}>
              <td data-label={columns.line} className={`${classes['number']} ${classes['brief']}`}>
                {formatCount(line)}
              </td>
              <td data-label={columns.at} className={classes['brief']}>
                <Instant at={new Date(at).toISOString()} />
              </td>
              <td data-label={columns.who} className={classes['brief']}>
                <bdi>{ticket ?? subjectOf(data)}</bdi>
              </td>
              <td data-label={columns.what} data-wide>
                <b>{messages.events[type] ?? type}</b> <span className={classes['said']}>{sayings(data)}</span>
              </td>
            </tr>
          );
        })}
      </CardTable>
    </Panel>
  );
}

const subjectOf = (data: Said['data']): string => said(data['agent'] ?? data['customer'] ?? data['organisation'] ?? data['id'] ?? '');

/** What an event says, but for ids of ours and what is empty. */
function sayings(data: Said['data']): string {
  return Object.entries(data)
    .filter(([name, value]) => !UNSAID.has(name) && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) =>
      name === 'to' || name === 'visibility' ? said(value) : `${words.parts[name] ?? targetLabel(name)}: ${said(value)}`,
    )
    .join(' · ');
}

const UNSAID = new Set(['messageId', 'rawStatus', 'agent', 'customer', 'id']);

function said(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, one]) => `${name} ${String(one)}`)
      .join(', ');
  return meaningLabel(String(value));
}
