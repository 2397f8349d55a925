/** How it came to be: the versions, the latest first, each with what it changed; an older one can be taken into the draft. */
import { Button } from '@mantine/core';
import { ErrorState, Instant, Panel, TextSkeleton } from '../ui/index.ts';
import type { Change } from './changes.ts';
import classes from './editor.module.css';
import { messages } from './editor-messages.ts';

const words = messages.history;
const MOST = 8;

interface Version {
  version: number;
  /** Null where it was retired. */
  spec: unknown;
  savedAt: string;
  savedBy: string | null;
}

interface VersionsProps<V extends Version> {
  query: { data: readonly V[] | undefined; error: Error | null; refetch: () => unknown };
  changesOf: (before: V, after: V) => Change[];
  onRestore: ((version: V) => void) | null;
}

function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <ul>
      {changes.slice(0, MOST).map(({ what, before, after }) => (
        <li key={what}>
          {what}: {before && <s>{before}</s>} {after}
        </li>
      ))}
      {changes.length > MOST && <li>+{changes.length - MOST}</li>}
    </ul>
  );
}

export function Versions<V extends Version>({ query: { data, error, refetch }, changesOf, onRestore }: VersionsProps<V>) {
  return (
    <Panel title={words.title}>
      {!data && !error && <TextSkeleton />}
      {error && <ErrorState error={error} retry={() => void refetch()} compact />}
      <ol className={classes['versions']}>
        {data?.map((one, index) => {
          const before = data.slice(index + 1).find(({ spec }) => spec !== null);
          return (
            <li key={one.version}>
              <p>
                <b>{messages.version(one.version)}</b>
                {index === 0 && one.spec !== null && <span className={classes['current']}>{words.current}</span>}{' '}
                <span className={classes['hint']}>
                  <Instant at={one.savedAt} /> {one.savedBy ? words.by(one.savedBy) : ''}
                </span>
              </p>
              {one.spec === null && <p className={classes['text']}>{words.retired}</p>}
              {one.spec !== null && !before && <p className={classes['text']}>{words.first}</p>}
              {one.spec !== null && before && <Changes changes={changesOf(before, one)} />}
              {index > 0 && one.spec !== null && onRestore && (
                <Button size="compact-xs" variant="default" aria-label={words.restoreOf(one.version)} onClick={() => onRestore(one)}>
                  {words.restore}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
