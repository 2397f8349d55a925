/** Dead letters: those of one reason together, each with the item as it came, read again when somebody says so. */
import { Button } from '@mantine/core';
import { IconMailCheck, IconRefresh } from '@tabler/icons-react';
import type { Connection } from '../../../api/client.ts';
import { EmptyState, ErrorState, formatCount, Instant, Panel, RowsSkeleton, ScrollRegion } from '../../../ui/index.ts';
import classes from '../connections.module.css';
import { messages } from '../messages.ts';
import { type DeadLetter, useDeadLetters, useRetry } from '../use-connections.ts';

const words = messages.letters;

export function LettersPart({ connection: { id, health } }: { connection: Connection }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDeadLetters(id, health.deadLetters);
  const retry = useRetry(id);
  const letters = data?.pages.flatMap((page) => page.letters);
  return (
    <Panel
      title={words.title}
      sentence={words.text}
      flush
      actions={
        letters &&
        letters.length > 0 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={15} aria-hidden="true" />}
            loading={retry.isPending && retry.variables === null}
            onClick={() => retry.mutate(null)}
          >
            {words.all}
          </Button>
        )
      }
    >
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={3} />}
      {retry.error && <ErrorState error={retry.error} compact />}
      {retry.isSuccess && (
        <p className={classes['said']} role="status">
          {words.tried(retry.data.tried)}
        </p>
      )}
      {letters?.length === 0 && (
        <EmptyState icon={IconMailCheck} title={words.none} compact>
          {words.noneText}
        </EmptyState>
      )}
      {letters && letters.length > 0 && (
        <ul className={classes['letters']}>
          {[...Map.groupBy(letters, ({ stream, field, reason }) => [stream, field, reason].join('\0'))].map(([why, alike]) => (
            <Alike key={why} letters={alike} isBusy={retry.isPending} onRetry={(ids) => retry.mutate(ids)} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <div className={classes['onward']}>
          <Button size="xs" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </Panel>
  );
}

interface AlikeProps {
  /** At least one; all of one stream and one reason, the newest first. */
  letters: readonly DeadLetter[];
  isBusy: boolean;
  onRetry: (ids: string[]) => void;
}

function Alike({ letters, isBusy, onRetry }: AlikeProps) {
  const [{ stream, field, reason, at, attempts }] = letters as [DeadLetter];
  const what = [field, reason].filter(Boolean).join(' ');
  const isOne = letters.length === 1;
  return (
    <li>
      <div className={classes['letter']}>
        <div>
          <p className={classes['reason']}>{what}</p>
          <p className={classes['quiet']}>
            {!isOne && <b>{words.count(formatCount(letters.length))} · </b>}
            {stream !== null && <>{stream} · </>}
            {!isOne && words.newest} <Instant at={at} />
            {isOne && <> · {words.attempts(attempts)}</>}
          </p>
        </div>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={words.retryOf(what)}
          disabled={isBusy}
          onClick={() => onRetry(letters.map(({ id }) => id))}
        >
          {words.retry}
        </Button>
      </div>
      <details className={classes['more']}>
        <summary>{isOne ? words.item : words.items(formatCount(letters.length))}</summary>
        <ul className={classes['items']}>
          {letters.map((letter) => (
            <li key={letter.id}>
              {!isOne && (
                <p className={classes['quiet']}>
                  <Instant at={letter.at} /> · {words.attempts(letter.attempts)}
                </p>
              )}
              <ScrollRegion label={words.item}>
                <pre className={classes['json']}>{inLines(letter.item)}</pre>
              </ScrollRegion>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** A long item is cut off, and then no JSON any more. */
function inLines(item: string): string {
  try {
    return JSON.stringify(JSON.parse(item), null, 2);
  } catch {
    return item;
  }
}
