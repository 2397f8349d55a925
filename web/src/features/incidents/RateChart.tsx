/** What came every five minutes, as bars, and what usually does, as a line: enough to see that it is no chance. */
import type { Proposal } from '../../api/client.ts';
import { formatNumber } from '../../ui/index.ts';
import { proposalWords } from './proposal-messages.ts';
import classes from './evidence.module.css';

const said = proposalWords.evidence;
const HEIGHT = 64;
const BAR = 8;
const GAP = 2;

export function RateChart({ chart: { steps, usual } }: Pick<Proposal, 'chart'>) {
  const usualWords = usual < 0.05 ? said.hardly : formatNumber(usual, 1);
  const most = Math.max(1, usual, ...steps.map(({ tickets }) => tickets));
  const high = (value: number) => (value / most) * (HEIGHT - 2);
  const width = Math.max(1, steps.length) * (BAR + GAP) - GAP;
  if (steps.length === 0) return null;
  const peak = Math.max(...steps.map(({ tickets }) => tickets));
  return (
    <figure className={classes['chart']}>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={said.chart(peak, usualWords)}>
        {steps.map(({ from, tickets }, place) => (
          <rect
            key={from}
            x={place * (BAR + GAP)}
            y={HEIGHT - high(tickets)}
            width={BAR}
            height={high(tickets)}
            data-odd={tickets > usual + 2 || undefined}
          />
        ))}
        <line x1="0" x2={width} y1={HEIGHT - high(usual)} y2={HEIGHT - high(usual)} />
      </svg>
      <figcaption>
        <span data-key="bars">{said.bars}</span>
        <span data-key="line">
          {said.line} {usualWords}
        </span>
      </figcaption>
    </figure>
  );
}
