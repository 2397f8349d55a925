/** The words of a connection: what each means here, in versions, and taken to history when somebody says so. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Connection } from '../../../api/client.ts';
import { ErrorState, formatCount, Instant, Panel, RowsSkeleton, CardTable } from '../../../ui/index.ts';
import classes from '../connections.module.css';
import { messages } from '../messages.ts';
import { type SavedMaps, useMapAgain, useMaps, useSaveMaps } from '../use-connections.ts';
import { changedWords, draftOf, mapsOf, TABLES } from './word-rows.ts';
import { WordTable } from './WordTable.tsx';

const words = messages.words;

export function WordsPart({ connection }: { connection: Connection }) {
  const { data, error, refetch } = useMaps(connection.id);
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={8} />;
  return <Words key={data.version} connection={connection} saved={data} />;
}

function Words({ connection: { id, system, health }, saved }: { connection: Connection; saved: SavedMaps }) {
  const [draft, setDraft] = useState(() => draftOf(saved.maps));
  const save = useSaveMaps(id);
  const changed = changedWords(draft, saved.maps);
  const others = saved.unknown.filter(({ what }) => !TABLES.some((table) => table === what));
  return (
    <>
      <p className={classes['text']}>{words.text}</p>
      {system === 'webhook' && (
        <Panel title={words.mapping}>
          <p className={classes['text']}>{saved.maps.payloads === undefined ? words.noMapping : words.mappingText}</p>
          <div className={classes['foot']}>
            <Link to="/settings/webhook-mapping" search={{ connection: id }}>
              {words.editMapping}
            </Link>
          </div>
        </Panel>
      )}
      {TABLES.map((table) => (
        <WordTable key={table} table={table} draft={draft} saved={saved} onChange={setDraft} />
      ))}
      {others.length > 0 && (
        <Panel title={words.otherWords} sentence={words.otherWordsText}>
          <p className={classes['text']}>
            {others.map(({ what, value, count }) => `${what}: “${value}” (${formatCount(count)})`).join(', ')}
          </p>
        </Panel>
      )}
      {save.error && <ErrorState error={save.error} compact />}
      <div className={classes['save']} data-is-open={changed > 0 || undefined}>
        <span>
          {words.version(saved.version)}
          {changed > 0 && ` · ${words.changed(changed)}`}
        </span>
        <Button
          size="xs"
          disabled={changed === 0}
          loading={save.isPending}
          onClick={() => save.mutate({ maps: mapsOf(draft, saved.maps), base: saved.version })}
        >
          {words.save}
        </Button>
      </div>
      <MapAgain id={id} isMapping={health.isMappingAgain} />
      <Versions saved={saved} onTakeUp={(version) => setDraft(draftOf(version.maps))} />
    </>
  );
}

function MapAgain({ id, isMapping }: { id: string; isMapping: boolean }) {
  const again = useMapAgain(id);
  return (
    <Panel title={words.again}>
      <p className={classes['text']}>{words.againText}</p>
      {again.error && <ErrorState error={again.error} compact />}
      {again.data && (
        <p role="status" className={classes['text']}>
          {again.data.payloads === 0 ? words.nothingKept : words.againDone(formatCount(again.data.payloads))}{' '}
          {again.data.since && (
            <>
              {words.againSince} <Instant at={again.data.since} />.
            </>
          )}
        </p>
      )}
      <div className={classes['foot']}>
        <Button size="xs" variant="default" loading={again.isPending} disabled={isMapping} onClick={() => again.mutate()}>
          {isMapping ? messages.mappingAgain : words.again}
        </Button>
      </div>
    </Panel>
  );
}

function Versions({ saved, onTakeUp }: { saved: SavedMaps; onTakeUp: (version: SavedMaps['versions'][number]) => void }) {
  const { versionColumns } = words;
  return (
    <Panel title={words.versions} sentence={words.versionsText} flush>
      <CardTable columns={versionColumns}>
        {saved.versions.map((one) => (
          <tr key={one.version}>
            <td data-label={versionColumns.version} data-wide>
              {one.version === saved.version ? (
                `${one.version}, ${words.inForce}`
              ) : (
                <>
                  {one.version}{' '}
                  <Button size="compact-xs" variant="default" aria-label={words.takeUpOf(one.version)} onClick={() => onTakeUp(one)}>
                    {words.takeUp}
                  </Button>
                </>
              )}
            </td>
            <td data-label={versionColumns.by}>
              <bdi>{one.savedBy}</bdi>
            </td>
            <td data-label={versionColumns.at}>
              <Instant at={one.savedAt} />
            </td>
            <td data-label={versionColumns.words}>
              {formatCount(TABLES.reduce((sum, table) => sum + Object.keys(one.maps[table]).length, 0))}
            </td>
          </tr>
        ))}
      </CardTable>
    </Panel>
  );
}
