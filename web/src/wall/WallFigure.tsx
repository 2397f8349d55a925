/** A number of the catalogue on a wall: how it stands in its colour and in words, and where there is none, why. */
import type { ReactNode } from 'react';
import type { Figure, Metric } from '../api/client.ts';
import { aimWords, changeUnitOf, standing, valueWords, whyNone } from '../numbers/index.ts';
import { Change, NONE, problemOf } from '../ui/index.ts';
import { messages } from './messages.ts';
import { WallFact } from './WallFact.tsx';

type Shown = Pick<Figure, 'value' | 'withheld'> & { previous?: number | null | undefined };
export type Tone = 'calm' | 'good' | 'warning' | 'bad';

const TONES = { met: 'calm', missed: 'warning', warns: 'bad' } as const;

/** How loud a number is: by its target and warning, and where it has none, not. */
export const toneOf = (metric: Metric, figure: Shown): Tone => TONES[standing({ ...metric, value: figure.value }) ?? 'met'];

/** A missed target in words, so that colour does not say it alone. */
function targetOf(metric: Metric, tone: Tone): string | null {
  const target = aimWords(metric);
  if (target === null) return null;
  return tone === 'calm' ? target : messages.missed(target);
}

interface WallFigureProps {
  label: string;
  metric: Metric;
  /** Undefined while it is being asked for. */
  figure: Shown | undefined;
  /** Why there is no answer. */
  error?: unknown;
}

export function WallFigure({ label, metric, figure, error }: WallFigureProps) {
  if (!figure)
    return (
      <WallFact label={label} more={error ? (problemOf(error).detail ?? problemOf(error).title) : undefined}>
        {NONE}
      </WallFact>
    );
  const tone = toneOf(metric, figure);
  const why = whyNone(figure);
  const { value, previous } = figure;
  const change: ReactNode = previous !== undefined && why === null && (
    <Change value={value} previous={previous} betterWhen={metric.betterWhen} unit={changeUnitOf(metric)} />
  );
  const target = why === null ? targetOf(metric, tone) : null;
  return (
    <WallFact
      label={label}
      tone={tone}
      more={
        <>
          {why} {change} {target && <span>{target}</span>}
        </>
      }
    >
      {valueWords(value, metric.unit)}
    </WallFact>
  );
}
