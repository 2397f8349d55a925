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
  /** Shares change in percentage points, an index in points, everything else in percent. */
  unit?: 'share' | 'index' | 'other';
}

const COLOURS = { better: 'var(--good)', worse: 'var(--bad)', unchanged: 'var(--muted)' } as const;

/** Whether a move is for the better; a move where neither way is better, and none at all, are `unchanged`. */
function judge(value: number, previous: number, betterWhen: BetterWhen): keyof typeof COLOURS {
  if (value === previous || betterWhen === 'neutral') return 'unchanged';
  return value > previous === (betterWhen === 'higher') ? 'better' : 'worse';
}

function wordsOf(difference: number, previous: number, unit: NonNullable<ChangeProps['unit']>): string {
  if (unit === 'share') return formatPoints(difference);
  if (unit === 'index') return formatPoints(difference / 100).replace('pp', messages.points);
  return formatChange(difference / Math.abs(previous));
}

export function Change({ value, previous, betterWhen, unit = 'other' }: ChangeProps) {
  if (value === null || previous === null || (unit === 'other' && previous === 0))
    return <span style={{ color: 'var(--muted)' }}>{NONE}</span>;
  const words = wordsOf(value - previous, previous, unit);
  // What rounds to nothing has not moved.
  const isSame = !/[1-9]/.test(words);
  const verdict = isSame ? 'unchanged' : judge(value, previous, betterWhen);
  const arrow = isSame ? '' : value > previous ? '▲ ' : '▼ ';
  return (
    <span style={{ color: COLOURS[verdict], fontWeight: 600, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{arrow}</span>
      {isSame ? words.replace(/^[-+−]/, '') : words}
      {betterWhen !== 'neutral' && <VisuallyHidden> {messages[verdict]}</VisuallyHidden>}
    </span>
  );
}
