/**
 * How a number moved against the period before. The arrow is the direction, the colour is whether that is good:
 * fewer reopens is a green arrow down. The word for it is said to a screen reader.
 */
import { VisuallyHidden } from '@mantine/core';
import { formatChange, formatPoints, NONE } from './format.ts';
import { messages } from './messages.ts';

export type BetterWhen = 'higher' | 'lower' | 'neutral';

interface ChangeProps {
  value: number | null;
  previous: number | null;
  betterWhen: BetterWhen;
  /** Shares change in points, everything else in percent. */
  unit?: 'share' | 'other';
}

const COLOURS = { better: 'var(--good)', worse: 'var(--bad)', unchanged: 'var(--muted)' } as const;

/** Whether a move is for the better; a move where neither way is better, and none at all, are `unchanged`. */
function judge(value: number, previous: number, betterWhen: BetterWhen): keyof typeof COLOURS {
  if (value === previous || betterWhen === 'neutral') return 'unchanged';
  return value > previous === (betterWhen === 'higher') ? 'better' : 'worse';
}

export function Change({ value, previous, betterWhen, unit = 'other' }: ChangeProps) {
  if (value === null || previous === null || (unit === 'other' && previous === 0))
    return <span style={{ color: 'var(--muted)' }}>{NONE}</span>;
  const verdict = judge(value, previous, betterWhen);
  const words = unit === 'share' ? formatPoints(value - previous) : formatChange((value - previous) / Math.abs(previous));
  const arrow = value === previous ? '' : value > previous ? '▲ ' : '▼ ';
  return (
    <span style={{ color: COLOURS[verdict], fontWeight: 600, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{arrow}</span>
      {words}
      {betterWhen !== 'neutral' && <VisuallyHidden> {messages[verdict]}</VisuallyHidden>}
    </span>
  );
}
