/** The versions of a policy, the latest first, each with what it changed; an older one can be taken into the draft. */
import { Button } from '@mantine/core';
import type { PolicySpec } from '../../../api/client.ts';
import { ErrorState, Instant, Panel, TextSkeleton } from '../../../ui/index.ts';
import { usePolicyVersions } from '../use-rules.ts';
import { messages } from './messages.ts';
import classes from './policies.module.css';
import { changesBetween, type Names } from './policy-words.ts';

const words = messages.history;

interface HistoryProps {
  id: string;
  names: Names;
  onRestore: ((spec: PolicySpec) => void) | null;
}

export function History({ id, names, onRestore }: HistoryProps) {
  const { data, error, refetch } = usePolicyVersions(id);
  return (
    <Panel title={words.title}>
      {!data && !error && <TextSkeleton />}
      {error && <ErrorState error={error} retry={() => void refetch()} compact />}
      <ol className={classes['versions']}>
        {data?.map((version, index) => {
          const before = data[index + 1]?.spec;
          const changes = version.spec && before ? changesBetween(before, version.spec, names) : [];
          return (
            <li key={version.version}>
              <p>
                <b>{messages.version(version.version)}</b>
                {index === 0 && version.spec && <span className={classes['current']}>{words.current}</span>}{' '}
                <span className={classes['hint']}>
                  <Instant at={version.savedAt} /> {version.savedBy ? words.by(version.savedBy) : ''}
                </span>
              </p>
              {version.spec === null && <p className={classes['text']}>{words.retired}</p>}
              {version.spec && before === undefined && <p className={classes['text']}>{words.first}</p>}
              {changes.length > 0 && (
                <ul>
                  {changes.slice(0, 8).map((change) => (
                    <li key={change.what}>
                      {change.what}: <s>{change.before}</s> {change.after}
                    </li>
                  ))}
                  {changes.length > 8 && <li>+{changes.length - 8}</li>}
                </ul>
              )}
              {index > 0 && version.spec && onRestore && (
                <Button size="compact-xs" variant="default" onClick={() => version.spec && onRestore(version.spec)}>
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
