/** The two lists of the exceptions, each with the ticket to read. */
import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { SlaAudit } from '../../../api/client.ts';
import { ChartPanel } from '../../../charts/index.ts';
import { EmptyState, formatCount, formatDuration, Instant, ticketNumber, TicketLink } from '../../../ui/index.ts';
import classes from './audit.module.css';
import { messages } from './messages.ts';

/** The rest on request, since what follows matters as well. */
const FIRST = 10;
const { columns } = messages;

interface Column<Row> {
  readonly name: string;
  readonly show: (row: Row) => ReactNode;
  readonly text: (row: Row) => string;
}

interface ListProps<Row> {
  readonly words: { readonly title: string; readonly definition: string; readonly none: string; readonly noneText: string };
  readonly sentence: string;
  readonly file: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly list: readonly Column<Row>[];
}

function List<Row>({ words, sentence, file, rows, keyOf, list }: ListProps<Row>) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, FIRST);
  return (
    <ChartPanel
      title={words.title}
      definition={words.definition}
      sentence={rows.length > 0 ? sentence : undefined}
      file={file}
      table={{ columns: list.map(({ name }) => name), rows: rows.map((row) => list.map(({ text }) => text(row))) }}
    >
      {rows.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={words.none} compact>
          {words.noneText}
        </EmptyState>
      ) : (
        <table className={classes['list']}>
          <thead>
            <tr>
              {list.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={keyOf(row)}>
                {list.map(({ name, show }) => (
                  <td key={name} data-label={name}>
                    {show(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length < rows.length && (
        <Button variant="default" size="xs" mt={12} onClick={() => setWhole(true)}>
          {messages.more(formatCount(rows.length))}
        </Button>
      )}
    </ChartPanel>
  );
}

type Suspicion = SlaAudit['suspicions'][number];
type Exception = SlaAudit['exceptions'][number];

const actorOf = (by: Suspicion['by']): string =>
  by === null ? '–' : (by.name ?? messages.actors[by.kind as keyof typeof messages.actors] ?? by.kind);

const ticket = <Row extends { readonly ticket: string }>(): Column<Row> => ({
  name: columns.ticket,
  show: (row) => <TicketLink id={row.ticket} />,
  text: (row) => ticketNumber(row.ticket),
});
const at = <Row extends { readonly at: string }>(): Column<Row> => ({
  name: columns.at,
  show: (row) => <Instant at={row.at} />,
  text: (row) => row.at,
});
const by = <Row extends { readonly by: Suspicion['by'] }>(): Column<Row> => {
  const text = (row: Row) => actorOf(row.by);
  return { name: columns.by, show: text, text };
};

const lasted = ({ at: from, to }: Exception): string =>
  to === null ? messages.stillOn : formatDuration((Date.parse(to) - Date.parse(from)) / 1000);
const isPause = ({ kind }: Exception) => kind === 'pending' || kind === 'on_hold' || kind === 'requested';

export function SuspicionList({ audit }: { readonly audit: SlaAudit }) {
  const { suspicions, suspected, period } = audit;
  const what = ({ kind }: Suspicion) => messages.suspicions[kind];
  return (
    <List
      words={messages.look}
      sentence={messages.look.sentence(formatCount(suspicions.length), formatCount(suspected))}
      file={`second-look-${period.from.slice(0, 10)}`}
      rows={suspicions}
      keyOf={(row) => `${row.ticket} ${row.kind} ${row.at} ${row.detail}`}
      list={[
        ticket(),
        { name: columns.what, show: what, text: what },
        { name: columns.detail, show: ({ detail }) => detail, text: ({ detail }) => detail },
        at(),
        by(),
      ]}
    />
  );
}

export function ExceptionList({ audit }: { readonly audit: SlaAudit }) {
  const { exceptions, period } = audit;
  const what = ({ kind }: Exception) => messages.kinds[kind].short;
  const howLong = (row: Exception) => (isPause(row) ? lasted(row) : '–');
  const reason = (row: Exception) => row.reason ?? (isPause(row) ? messages.noReason : '–');
  return (
    <List
      words={messages.list}
      sentence={messages.list.sentence(formatCount(exceptions.length))}
      file={`exceptions-${period.from.slice(0, 10)}`}
      rows={exceptions}
      keyOf={(row) => `${row.ticket} ${row.kind} ${row.at}`}
      list={[
        ticket(),
        { name: columns.what, show: what, text: what },
        at(),
        { name: columns.lasted, show: howLong, text: howLong },
        { name: columns.reason, show: reason, text: reason },
        by(),
      ]}
    />
  );
}
