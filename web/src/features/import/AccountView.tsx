/** What became of every row and every event, with the reasons, and the files to keep. */
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ImportFile } from '../../api/client.ts';
import { ErrorState, formatCount, Panel } from '../../ui/index.ts';
import { Figures } from './Figures.tsx';
import classes from './import.module.css';
import { Lines, Warnings } from './Lines.tsx';
import { messages } from './messages.ts';
import { useDownload } from './use-imports.ts';

const words = messages.account;

export function AccountView({ of: one, account }: { of: ImportFile; account: NonNullable<ImportFile['account']> }) {
  const { rows, rowsRejected, accepted, duplicate, parked, rejected, subjects, rejections, parkings, warnings } = account;
  const notTaken = rowsRejected + rejected;
  return (
    <>
      <Panel title={words.title} sentence={one.state === 'finished' ? words.subtitle : words.soFar} actions={<Files of={one} />}>
        <Figures
          figures={[
            { name: words.rows, value: rows },
            ...(subjects === null ? [] : [{ name: words.tickets, value: subjects }]),
            { name: words.accepted, value: accepted },
            { name: words.duplicate, value: duplicate },
            { name: words.parked, value: parked, ...(parked > 0 && { hint: words.parkedHint }) },
            {
              name: words.rejected,
              value: notTaken,
              ...(notTaken > 0 && { tone: 'bad' as const, hint: words.rejectedHint(formatCount(rowsRejected), formatCount(rejected)) }),
            },
          ]}
        />
        {one.state === 'finished' && (
          <p className={classes['onward']}>
            <Link to="/tickets">{words.see}</Link>
            <Link to="/dashboards">{words.dashboards}</Link>
            <span className={classes['quiet']}>{words.numbers}</span>
          </p>
        )}
      </Panel>
      {rejections.length > 0 && <Lines title={words.reasons} lines={rejections} of={notTaken} />}
      {notTaken > 0 && rejections.length === 0 && <p className={classes['quiet']}>{words.forgotten}</p>}
      {parkings.length > 0 && <Lines title={words.parkings} lines={parkings} />}
      {warnings.length > 0 && <Warnings warnings={warnings} />}
    </>
  );
}

function Files({ of: { id, name, hasRejects, mapping } }: { of: ImportFile }) {
  const base = name.replace(/(\.csv|\.tsv|\.txt)?(\.gz)?$/i, '');
  const rejects = useDownload(id, 'rejects', `${base}.rejects.csv`);
  const document = useDownload(id, 'mapping', `${base}.mapping.json`);
  const icon = <IconDownload size={15} aria-hidden="true" />;
  const error = rejects.error ?? document.error;
  return (
    <div className={classes['deeds']}>
      {hasRejects && (
        <Button size="compact-sm" variant="default" leftSection={icon} loading={rejects.isPending} onClick={() => rejects.mutate()}>
          {words.rejectFile}
        </Button>
      )}
      {mapping && (
        <Button size="compact-sm" variant="default" leftSection={icon} loading={document.isPending} onClick={() => document.mutate()}>
          {words.mappingFile}
        </Button>
      )}
      {error && <ErrorState error={error} compact />}
    </div>
  );
}
