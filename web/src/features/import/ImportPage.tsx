/** Import data: where a file is dropped, and what became of earlier ones. */
import { IconFileImport } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ImportFile } from '../../api/client.ts';
import { EmptyState, ErrorState, formatCount, Instant, Panel, PlaceHead, RowsSkeleton, CardTable } from '../../ui/index.ts';
import { DropArea } from './DropArea.tsx';
import classes from './import.module.css';
import { messages } from './messages.ts';
import { State } from './State.tsx';
import { useImports } from './use-imports.ts';

export function ImportPage() {
  const navigate = useNavigate();
  const { data, error, refetch } = useImports();
  return (
    <div className={classes['page']}>
      <PlaceHead title={messages.title} text={messages.text} />
      <DropArea onThere={(id) => void navigate({ to: '/settings/import/$importId', params: { importId: id } })} />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={4} />}
      {data?.imports.length === 0 && (
        <EmptyState icon={IconFileImport} title={messages.none} compact>
          {messages.noneText}
        </EmptyState>
      )}
      {data && data.imports.length > 0 && <Earlier imports={data.imports} />}
    </div>
  );
}

function Earlier({ imports }: { imports: readonly ImportFile[] }) {
  const { columns } = messages;
  return (
    <Panel title={messages.earlier} flush>
      <CardTable columns={columns}>
        {imports.map((one) => (
          <tr key={one.id}>
            {/* The name of the file is the label, which the rule does not see through the component. */}
            {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
            <td data-label={columns.name} data-wide>
              <Link to="/settings/import/$importId" params={{ importId: one.id }}>
                <bdi>{one.name}</bdi>
              </Link>
            </td>
            <td data-label={columns.state}>
              <State of={one} />
            </td>
            <td data-label={columns.rows}>{one.account ? rowsOf(one.account) : '–'}</td>
            <td data-label={columns.by}>
              <bdi>{one.madeBy}</bdi>
            </td>
            <td data-label={columns.at}>
              <Instant at={one.endedAt ?? one.madeAt} />
            </td>
          </tr>
        ))}
      </CardTable>
    </Panel>
  );
}

const rowsOf = ({ rows, rowsRejected }: NonNullable<ImportFile['account']>): string =>
  rowsRejected > 0 ? messages.rowsOf(formatCount(rows), formatCount(rowsRejected)) : formatCount(rows);
