/** Whether what one sees is live: a dot and a word; the hover says what it means and when the server was last heard. */
import { Tooltip } from '@mantine/core';
import { useHeardAt, useLiveState } from '../live/live.tsx';
import { formatDuration, useTicking } from '../ui/index.ts';
import classes from './LiveBadge.module.css';
import { messages } from './messages.ts';

const HINTS = {
  live: messages.live.liveHint,
  connecting: messages.live.connectingHint,
  polling: messages.live.pollingHint,
  away: messages.live.awayHint,
} as const;

function Hint() {
  const state = useLiveState();
  const heardAt = useHeardAt();
  const ago = useTicking(() => {
    const at = heardAt();
    return at === null ? null : formatDuration(Math.max(0, (Date.now() - at) / 1000));
  });
  return (
    <>
      {HINTS[state]}
      {ago !== null && <div>{messages.live.heard(ago)}</div>}
    </>
  );
}

export function LiveBadge({ compact }: { compact: boolean }) {
  const state = useLiveState();
  return (
    <Tooltip label={<Hint />}>
      <output className={classes['badge']} data-state={state} data-compact={compact || undefined}>
        <span className={classes['dot']} aria-hidden="true" />
        <span className={classes['word']}>{messages.live[state]}</span>
      </output>
    </Tooltip>
  );
}
