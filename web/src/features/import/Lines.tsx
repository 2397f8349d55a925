/** Rows by their line in the file, with what is to be said of them; and what was odd without being wrong. */
import type { ImportFile } from '../../api/client.ts';
import { CardTable, formatCount, Panel } from '../../ui/index.ts';
import classes from './import.module.css';
import { messages } from './messages.ts';

interface Line {
  readonly line: number;
  readonly reason: string;
  readonly row?: string;
}

/** How many lines are named; the others are in the file. */
const NAMED = 12;

/** Those of one reason together. `of`: how many there are in all, where these are the first. */
export function Lines({ title, lines, of = lines.length }: { title: string; lines: readonly Line[]; of?: number }) {
  const columns = messages.preview.rejectColumns;
  return (
    <Panel
      title={title}
      {...(of > lines.length && { sentence: messages.preview.firstOf(formatCount(lines.length), formatCount(of)) })}
      flush
    >
      <CardTable columns={columns}>
        {[...Map.groupBy(lines, ({ reason }) => reason)].map(([reason, alike]) => (
          <tr key={reason}>
            <td data-label={columns.reason} data-wide>
              <bdi>{reason}</bdi>
              <Rows lines={alike} />
            </td>
            <td data-label={columns.count}>{formatCount(alike.length)}</td>
            <td data-label={columns.line} data-wide className={classes['number']}>
              {alike
                .slice(0, NAMED)
                .map(({ line }) => formatCount(line))
                .join(', ')}
              {alike.length > NAMED && ` ${messages.preview.andMore(formatCount(alike.length - NAMED))}`}
            </td>
          </tr>
        ))}
      </CardTable>
    </Panel>
  );
}

function Rows({ lines }: { lines: readonly Line[] }) {
  const rows = lines.filter(({ row }) => row !== undefined);
  if (rows.length === 0) return null;
  return (
    <details className={classes['rows']}>
      <summary>{messages.preview.rows(rows.length)}</summary>
      <ol>
        {rows.map(({ line, row }, index) => (
          // A row may be told of more than once, and the list never changes.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} value={line} className={classes['code']}>
            <bdi>{row}</bdi>
          </li>
        ))}
      </ol>
    </details>
  );
}

export function Warnings({ warnings }: { warnings: NonNullable<ImportFile['account']>['warnings'] }) {
  const { kind, value, count } = messages.preview.warningColumns;
  return (
    <Panel title={messages.preview.warnings} flush>
      <CardTable columns={messages.preview.warningColumns}>
        {warnings.slice(0, 50).map((one) => (
          <tr key={`${one.kind} ${one.value}`}>
            <td data-label={kind} data-wide>
              {one.kind}
            </td>
            <td data-label={value}>
              <bdi>{one.value}</bdi>
            </td>
            <td data-label={count}>{formatCount(one.count)}</td>
          </tr>
        ))}
      </CardTable>
    </Panel>
  );
}
