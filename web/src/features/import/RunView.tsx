/** An import that runs, and one that ended before it was through. */
import { Button, Progress } from '@mantine/core';
import { IconPlayerPlay, IconX } from '@tabler/icons-react';
import type { ImportFile } from '../../api/client.ts';
import { ErrorState, formatCount, Panel } from '../../ui/index.ts';
import classes from './import.module.css';
import { messages } from './messages.ts';
import { useCancel, useRun } from './use-imports.ts';

const words = messages.run;

export function RunView({ of: { id, state, progress } }: { of: ImportFile }) {
  const cancel = useCancel(id);
  const share = !progress || progress.ofBytes === 0 ? 0 : (progress.bytes / progress.ofBytes) * 100;
  return (
    <Panel title={words.title} sentence={words.going}>
      <div className={classes['run']}>
        <Progress value={share} animated aria-label={words.title} size="lg" />
        <p className={classes['text']} role="status">
          {cancel.isSuccess
            ? words.cancelling
            : state === 'waiting'
              ? words.waiting
              : progress && progress.ofBytes > 0
                ? words.read(`${Math.floor(share)} %`, formatCount(progress.events))
                : words.starting}
        </p>
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconX size={15} aria-hidden="true" />}
            loading={cancel.isPending}
            disabled={cancel.isSuccess}
            onClick={() => cancel.mutate()}
          >
            {words.cancel}
          </Button>
        </div>
        {cancel.error && <ErrorState error={cancel.error} compact />}
      </div>
    </Panel>
  );
}

export function StoppedView({ of: { id, state, problem, hasFile }, onMend }: { of: ImportFile; onMend: () => void }) {
  const run = useRun(id);
  const title = state === 'failed' ? words.failed : state === 'cancelled' ? words.cancelled : words.stopped;
  return (
    <Panel title={title}>
      <div className={classes['run']} data-tone={state === 'failed' ? 'bad' : 'warning'}>
        {problem && <p className={classes['problem']}>{problem.detail}</p>}
        {state !== 'failed' && <p className={classes['text']}>{hasFile ? words.stoppedText : messages.removed}</p>}
        {hasFile && (
          <div className={classes['deeds']}>
            {state !== 'failed' && (
              <Button
                size="xs"
                leftSection={<IconPlayerPlay size={15} aria-hidden="true" />}
                loading={run.isPending}
                onClick={() => run.mutate(null)}
              >
                {words.goOn}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={onMend}>
              {words.mend}
            </Button>
          </div>
        )}
        {run.error && <ErrorState error={run.error} compact />}
      </div>
    </Panel>
  );
}
