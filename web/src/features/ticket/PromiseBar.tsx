/**
 * The course of a clock: where it counted, stood still or was closed; the steps of the ladder, the due instant, the
 * breach, and now. The pointer or the arrow keys pick a point, whose words stand below; all of them are a list elsewhere.
 */
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import type { TicketClock } from '../../api/client.ts';
import { metricName } from '../../clocks/index.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { useTicking } from '../../ui/index.ts';
import { barOf, labelled, type Bar, type Point } from './promise-bar.ts';
import { messages } from './promise-messages.ts';
import { pointName, pointWords, whyWords } from './promise-words.ts';
import classes from './promises.module.css';

const SECOND_MS = 1_000;
/** A number needs so much of the width for itself. */
const LABEL_ROOM = 0.085;

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;

/** The bar as of this moment; what is over does not move any more. */
function useBar(clock: TicketClock): { bar: Bar; now: number } {
  const now = useTicking((at) => Math.floor(at / SECOND_MS)) * SECOND_MS;
  return { bar: barOf(clock, now), now };
}

function Mark({ point, isPicked, label }: { point: Point; isPicked: boolean; label: ReactNode }) {
  return (
    <span
      className={classes['mark']}
      data-kind={point.kind}
      data-step={point.step}
      data-picked={isPicked || undefined}
      style={{ left: percent(point.place) }}
    >
      {label && <span className={classes['number']}>{label}</span>}
    </span>
  );
}

const DRAWN: ReadonlySet<Point['kind']> = new Set(['step', 'due', 'breach', 'now', 'ended']);

function useMoving(points: readonly Point[]) {
  const [picked, setPicked] = useState<number | null>(null);
  const resting = Math.max(
    0,
    points.findLastIndex(({ kind }) => kind === 'now' || kind === 'ended'),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = picked ?? resting;
    const next = { ArrowLeft: from - 1, ArrowDown: from - 1, ArrowRight: from + 1, ArrowUp: from + 1, Home: 0, End: points.length - 1 }[
      event.key
    ];
    if (next === undefined) return;
    event.preventDefault();
    setPicked(Math.min(points.length - 1, Math.max(0, next)));
  };
  const onPointerMove = ({ currentTarget, clientX }: PointerEvent<HTMLElement>): void => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const place = (clientX - left) / width;
    const distance = (point: Point): number => Math.abs(point.place - place);
    setPicked(points.reduce((best, point, index) => (distance(point) < distance(points[best]!) ? index : best), 0));
  };
  const leave = (): void => setPicked(null);
  return {
    picked,
    resting,
    handlers: { onKeyDown, onPointerMove, onPointerLeave: leave, onBlur: leave, onFocus: () => setPicked(resting) },
  };
}

interface PromiseBarProps {
  clock: TicketClock;
  /** Stands below while no point is picked. */
  by: ReactNode;
  /** Stands at the end of the line below. */
  children: ReactNode;
}

export function PromiseBar({ clock, by, children }: PromiseBarProps) {
  const zone = useTimeZone();
  const { bar, now } = useBar(clock);
  const { picked, resting, handlers } = useMoving(bar.points);
  const shown = bar.points[picked ?? resting];
  const numbers = labelled(bar.points, LABEL_ROOM);
  return (
    <>
      <div
        className={classes['course']}
        role="slider"
        tabIndex={0}
        aria-label={messages.bar(metricName(clock.metric))}
        aria-valuemin={0}
        aria-valuemax={bar.points.length - 1}
        aria-valuenow={picked ?? resting}
        aria-valuetext={shown && pointWords(shown, now, zone)}
        {...handlers}
      >
        <span className={classes['track']}>
          {bar.spans.map(({ kind, from, to, why }) => (
            <span
              key={`${kind} ${from}`}
              data-span={kind}
              title={why ? whyWords(why) : undefined}
              style={{ left: percent(from), width: percent(to - from) }}
            />
          ))}
        </span>
        {bar.points.map((point, index) =>
          (DRAWN.has(point.kind) || index === picked) && point.place <= 1 ? (
            <Mark
              key={`${point.kind} ${point.step ?? ''} ${point.at}`}
              point={point}
              isPicked={index === picked}
              label={numbers.has(point) ? point.step : null}
            />
          ) : null,
        )}
      </div>
      <div className={classes['readout']}>
        <span aria-hidden={picked !== null || undefined}>{picked !== null && shown ? <b>{pointWords(shown, now, zone)}</b> : by}</span>
        {children}
      </div>
    </>
  );
}

/** The same as a list: every point with its instant. */
export function PromiseCourse({ clock }: { clock: TicketClock }) {
  const zone = useTimeZone();
  const { bar, now } = useBar(clock);
  return (
    <ol className={classes['points']}>
      {bar.points.map((point) => (
        <li key={`${point.kind} ${point.step ?? ''} ${point.at}`} data-kind={point.kind} data-ahead={point.at > now || undefined}>
          <span>{pointName(point)}</span>
          <span>{pointWords(point, now, zone).slice(pointName(point).length + 2)}</span>
        </li>
      ))}
    </ol>
  );
}
