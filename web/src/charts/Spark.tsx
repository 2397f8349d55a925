/** A line without axes: the course of a number, and nothing that could be read off. What is not over yet is dashed. */
import classes from './Spark.module.css';

export interface SparkPoint {
  value: number | null;
  incomplete?: boolean;
}

const WIDTH = 120;
const HEIGHT = 32;
const ROOM = 3;

type Place = readonly [x: number, y: number];

const pathOf = (places: readonly Place[]): string =>
  places.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** Stretches of points that follow each other; where nothing was measured there is no line. */
function stretches(points: readonly SparkPoint[], place: (value: number, index: number) => Place): Place[][] {
  const found: Place[][] = [[]];
  points.forEach(({ value }, index) => {
    if (value === null) found.push([]);
    else found.at(-1)!.push(place(value, index));
  });
  return found.filter((stretch) => stretch.length > 0);
}

export function Spark({ points }: { points: readonly SparkPoint[] }) {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < 2) return <div className={classes['spark']} />;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const place = (value: number, index: number): Place => [
    (index / (points.length - 1)) * WIDTH,
    HEIGHT - ROOM - ((value - least) / (most - least || 1)) * (HEIGHT - 2 * ROOM),
  ];
  const lasts = points.at(-1)?.incomplete === true;
  const whole = stretches(lasts ? points.slice(0, -1) : points, place);
  const [before, last] = [points.at(-2)?.value ?? null, points.at(-1)?.value ?? null];
  const running = lasts && before !== null && last !== null ? [place(before, points.length - 2), place(last, points.length - 1)] : null;
  return (
    <svg className={classes['spark']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {whole.map((stretch) => (
        <g key={stretch[0]![0]}>
          <path
            className={classes['ground']}
            d={`${pathOf(stretch)}L${stretch.at(-1)![0].toFixed(1)} ${HEIGHT}L${stretch[0]![0].toFixed(1)} ${HEIGHT}Z`}
          />
          <path className={classes['line']} d={pathOf(stretch)} />
        </g>
      ))}
      {running && <path className={classes['line']} d={pathOf(running)} strokeDasharray="3 3" />}
    </svg>
  );
}
