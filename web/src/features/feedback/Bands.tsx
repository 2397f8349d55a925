/** The same answers without any arithmetic: how satisfied those were whose tickets went through this or that. */
import type { FeedbackDrivers } from '../../api/client.ts';
import { ChartPanel } from '../../charts/index.ts';
import { formatCount, formatNumber, formatShare, NONE } from '../../ui/index.ts';
import classes from './feedback.module.css';
import { messages } from './messages.ts';

const words = messages.bands;
const FEW = 20;

type Banding = FeedbackDrivers['bands'][number];

const bandName = (by: string, band: string): string => words.names[by]?.[band] ?? band;

function Band({ by, bands }: Banding) {
  return (
    <div className={classes['banding']}>
      <h3>{words.by[by]}</h3>
      <ul aria-label={words.by[by]}>
        {bands
          .filter(({ n, withheld }) => n > 0 || withheld)
          .map(({ band, n, mean, satisfied, withheld }) => (
            <li key={band} data-few={n < FEW || undefined}>
              <span>{bandName(by, band)}</span>
              <span className={classes['meter']} aria-hidden="true">
                <span style={{ width: `${mean === null ? 0 : 25 * (mean - 1)}%` }} />
              </span>
              <b>{withheld ? NONE : formatNumber(mean, 1)}</b>
              <span className={classes['quiet']}>{withheld ? words.withheld : words.rests(formatShare(satisfied), formatCount(n))}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}

export function Bands({ drivers: { bands, period } }: { drivers: FeedbackDrivers }) {
  const filled = bands.filter((one) => one.bands.some(({ n, withheld }) => n > 0 || withheld));
  if (filled.length === 0) return null;
  return (
    <ChartPanel
      title={words.title}
      definition={words.definition}
      sentence={words.sentence}
      file={`satisfaction-by-course-${period.from.slice(0, 10)}`}
      format={(value, column) => (column === 3 ? formatShare(value) : column === 4 ? formatCount(value) : formatNumber(value, 2))}
      table={{
        columns: [...words.columns],
        rows: filled.flatMap(({ by, bands: own }) =>
          own.map(({ band, mean, satisfied, n }) => [words.by[by] ?? by, bandName(by, band), mean, satisfied, n]),
        ),
      }}
    >
      <div className={classes['bandings']}>
        {filled.map((one) => (
          <Band key={one.by} {...one} />
        ))}
      </div>
    </ChartPanel>
  );
}
