/** How many ran over the day, above the slider: in steps, as they began and ended, and no further than is known. */
import { useMemo } from 'react';
import type { Shown } from '../../outage-map/index.ts';
import classes from './map.module.css';
import { words } from './messages.ts';

const text = words.time;
/** A quarter of an hour each. */
const SAMPLES = 96;
const HEIGHT = 36;

interface CourseProps {
  shown: Shown | null;
  from: number;
  to: number;
  now: number;
}

export function Course({ shown, from, to, now }: CourseProps) {
  const known = Math.max(0, Math.min(SAMPLES, Math.ceil((SAMPLES * (now - from)) / (to - from))));
  const { line, most } = useMemo(() => {
    const counts = Array.from({ length: known }, (_, place) => shown?.at(from + ((to - from) * place) / SAMPLES).length ?? 0);
    const peak = Math.max(0, ...counts);
    const steps = counts.map((count, place) => `${place},${y(count, peak)} ${place + 1},${y(count, peak)}`);
    return { line: steps.join(' '), most: peak };
  }, [shown, from, to, known]);
  return (
    <>
      <p className={classes['caption']}>
        {text.course}
        <b>{text.peak(most)}</b>
      </p>
      <svg className={classes['course']} viewBox={`0 0 ${SAMPLES} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {most > 0 && (
          <>
            <polygon points={`0,${HEIGHT} ${line} ${known},${HEIGHT}`} />
            <polyline points={line} />
          </>
        )}
      </svg>
    </>
  );
}

const y = (count: number, peak: number): string => (HEIGHT - ((HEIGHT - 3) * count) / Math.max(1, peak)).toFixed(1);
