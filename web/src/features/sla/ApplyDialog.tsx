/** After a change was saved: what applying it to the clocks that run would do, and only then the doing. */
import { Button, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import type { Applied } from '../../api/client.ts';
import { ErrorState, formatCount, Instant, NONE, TextSkeleton, TicketLink } from '../../ui/index.ts';
import { messages as words } from './apply-messages.ts';
import classes from './dialogs.module.css';
import { clockName } from './terms.ts';
import { useApply, useApplyPreview, type Kind, type Mode } from './use-rules.ts';

const MODES = Object.keys(words.modes) as Mode[];

function What({ applied: { cycles, tickets, moved, breachedByIt, examples } }: { applied: Applied }) {
  if (cycles === 0) return <p className={classes['lead']}>{words.nothing}</p>;
  return (
    <>
      <p className={classes['lead']}>
        <b>{words.would(cycles, tickets)}</b> {words.moved(formatCount(moved))}{' '}
        <span data-bad={breachedByIt > 0 || undefined}>
          {breachedByIt > 0 ? words.breached(formatCount(breachedByIt)) : words.noneBreached}
        </span>
      </p>
      {examples.length > 0 && (
        <div className={classes['scroll']}>
          <table className={classes['table']}>
            <thead>
              <tr>
                {[words.ticket, words.clock, words.before, words.after].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {examples.slice(0, 10).map(({ ticket, metric, dueBefore, dueAfter }) => (
                <tr key={`${ticket} ${metric} ${dueBefore}`}>
                  <td>
                    <TicketLink id={ticket} />
                  </td>
                  <td>{clockName(metric)}</td>
                  <td>{dueBefore ? <Instant at={dueBefore} /> : NONE}</td>
                  <td>{dueAfter ? <Instant at={dueAfter} /> : NONE}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

interface ApplyDialogProps {
  kind: Kind;
  id: string;
  /** What was just saved, in a sentence. */
  saved: string;
  onClose: () => void;
}

export function ApplyDialog({ kind, id, saved, onClose }: ApplyDialogProps) {
  const [mode, setMode] = useState<Mode>('segment');
  const preview = useApplyPreview(kind, id, mode);
  const apply = useApply(kind, id);
  const cycles = preview.data?.cycles ?? 0;
  return (
    <Modal opened onClose={onClose} title={words.title} size="lg">
      <p className={classes['text']}>
        <b>{saved}</b> {words.text}
      </p>
      {apply.data ? (
        <p className={classes['lead']} role="status">
          {words.done(apply.data.cycles)} {apply.data.refused > 0 && words.refused(formatCount(apply.data.refused))}
        </p>
      ) : (
        <>
          <Radio.Group label={words.mode} value={mode} onChange={(value) => setMode(value)} className={classes['modes'] ?? ''}>
            {MODES.map((one) => (
              <Radio key={one} value={one} label={words.modes[one]} />
            ))}
          </Radio.Group>
          <div aria-live="polite" className={classes['what']}>
            {preview.isPending && <TextSkeleton />}
            {preview.data && <What applied={preview.data} />}
          </div>
          {(preview.error ?? apply.error) && <ErrorState error={preview.error ?? apply.error} compact />}
        </>
      )}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {apply.data || cycles === 0 ? words.close : words.leave}
        </Button>
        {!apply.data && cycles > 0 && (
          <Button loading={apply.isPending} onClick={() => apply.mutate(mode)}>
            {words.apply(cycles)}
          </Button>
        )}
      </div>
    </Modal>
  );
}
