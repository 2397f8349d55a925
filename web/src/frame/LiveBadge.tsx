/**
 * Whether what one sees is live: a dot and a word; the hover says what it means and when the server was last heard. The queue can be
 * live while the numbers have fallen behind, and then it says how old they are.
 */
import { Tooltip } from '@mantine/core';
import { useHeardAt, useLiveState } from '../live/live.tsx';
import { behindWords, useAge } from '../live/use-age.ts';
import { formatDuration, useTicking } from '../ui/index.ts';
import classes from './LiveBadge.module.css';
import { messages } from './messages.ts';

const HINTS = {
  live: messages.live.liveHint,
  connecting: messages.live.connectingHint,
  polling: messages.live.pollingHint,
  away: messages.live.awayHint,
  behind: messages.live.behindHint,
} as const;

function Hint({ state }: { state: keyof typeof HINTS }) {
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
  const line = useLiveState();
  const behind = useAge(behindWords);
  const state = line === 'live' && behind !== '' ? 'behind' : line;
  return (
    <Tooltip label={<Hint state={state} />}>
      <output className={classes['badge']} data-state={state} data-compact={compact || undefined}>
        <span className={classes['dot']} aria-hidden="true" />
        <span className={classes['word']}>{state === 'behind' ? messages.live.behind(behind) : messages.live[state]}</span>
      </output>
    </Tooltip>
  );
}
