/** How a dashboard came to be; an older version becomes the newest. */
import { Button, Modal } from '@mantine/core';
import type { Dashboard } from '../../api/client.ts';
import { ErrorState, Instant, TextSkeleton } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './page.module.css';
import { Preview } from './Preview.tsx';
import { useRestore, useVersions } from './use-dashboards.ts';

const words = messages.history;

export function History({ dashboard: { id, version: current }, onClose }: { dashboard: Dashboard; onClose: () => void }) {
  const { data, error, refetch } = useVersions(id);
  const restore = useRestore(id, onClose);
  return (
    <Modal opened onClose={onClose} title={words.title} size="lg">
      {!data && !error && <TextSkeleton />}
      {error && <ErrorState error={error} retry={() => void refetch()} compact />}
      {restore.error && <ErrorState error={restore.error} compact />}
      <ol className={classes['versions']}>
        {data?.map(({ version, spec, savedAt, savedBy }) => (
          <li key={version}>
            <Preview tiles={spec.tiles} />
            <div>
              <b>{words.version(version)}</b> {spec.title}
              <p>
                <Instant at={savedAt} /> {words.by(savedBy)} · {messages.tiles(spec.tiles.length)}
              </p>
            </div>
            {version === current ? (
              <span>{words.current}</span>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={words.restoreOf(version)}
                loading={restore.isPending && restore.variables.version === version}
                onClick={() => restore.mutate({ version, ...(current === null ? {} : { baseVersion: current }) })}
              >
                {words.restore}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Modal>
  );
}
