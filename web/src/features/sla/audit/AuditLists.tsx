/** The two lists of the exceptions, each with the ticket to read. */
import type { SlaAudit } from '../../../api/client.ts';
import { formatCount, formatDuration, Instant, ticketNumber, TicketLink } from '../../../ui/index.ts';
import { type Column, RecordList } from '../RecordList.tsx';
import { messages } from './messages.ts';

const { columns } = messages;

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
    <RecordList
      words={messages.look}
      sentence={messages.look.sentence(formatCount(suspicions.length), formatCount(suspected))}
      file={`second-look-${period.from.slice(0, 10)}`}
      rows={suspicions}
      keyOf={(row) => `${row.ticket} ${row.kind} ${row.at} ${row.detail}`}
      columns={[
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
    <RecordList
      words={messages.list}
      sentence={messages.list.sentence(formatCount(exceptions.length))}
      file={`exceptions-${period.from.slice(0, 10)}`}
      rows={exceptions}
      keyOf={(row) => `${row.ticket} ${row.kind} ${row.at}`}
      columns={[
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
