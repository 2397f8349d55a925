/** The person's key figures: each with its badge in words, its change, what was expected, the team's median, and its course. */
import { UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import type { ComparedFigure, Metric, PersonProfile } from '../../api/client.ts';
import { Spark } from '../../charts/index.ts';
import {
  changeUnitOf,
  numberMessages,
  targetSign,
  targetWords,
  useAnswer,
  useCatalogue,
  useExplain,
  usualGrain,
  valueWords,
  type Filter,
  type Question,
} from '../../numbers/index.ts';
import { usePeriod, useTimeZone } from '../../period/viewing.ts';
import { Change, formatCount } from '../../ui/index.ts';
import { ENOUGH, fairWords, figureSentence, FIGURES, ordinal, whyNotFair } from './compared.ts';
import classes from './figures.module.css';
import { messages } from './messages.ts';

/** On target is well; on target and clearly better than others with the same cases is excellent. */
function badgeOf({ standing, fair }: ComparedFigure): { tone: string; text: string } | null {
  if (standing === null) return null;
  const isExcellent = standing === 'met' && fair?.verdict === 'better';
  return { tone: standing, text: messages.badge[isExcellent ? 'excellent' : standing] };
}

interface CardProps {
  metric: Metric;
  figure: ComparedFigure;
  median: { value: number; people: number } | null;
  points: readonly { value: number | null; incomplete: boolean }[];
  filters: readonly Filter[];
}

function Card({ metric, figure, median, points, filters }: CardProps) {
  const explain = useExplain();
  const { value, previous, n, fair, percentile } = figure;
  const isCount = metric.unit === 'count';
  const badge = !isCount && n < ENOUGH ? null : badgeOf(figure);
  const [name, ...which] = metric.label.split(', ');
  return (
    <UnstyledButton
      className={classes['card']}
      title={figureSentence(figure, metric)}
      aria-haspopup="dialog"
      onClick={() => explain({ metric: metric.id, filters })}
    >
      <span className={classes['label']}>
        {name}
        {which.length > 0 && <small>{which.join(', ')}</small>}
      </span>
      <span className={classes['value']} data-few={(!isCount && n < ENOUGH) || undefined}>
        {value === null ? numberMessages.noData : valueWords(value, metric.unit)}
      </span>
      <span className={classes['line']}>
        {previous !== null && <Change value={value} previous={previous} betterWhen={metric.betterWhen} unit={changeUnitOf(metric)} />}
        {!isCount && <span>{messages.fair.n(formatCount(n))}</span>}
      </span>
      {badge && (
        <span className={classes['badge']} data-tone={badge.tone}>
          {badge.text}
          {metric.target !== null && ` ${targetSign(metric)} ${targetWords(metric.target, metric.unit)}`}
        </span>
      )}
      <span className={classes['facts']}>
        {!isCount && value !== null && <span data-verdict={fair?.verdict}>{fair ? fairWords(fair, metric.unit) : whyNotFair(figure)}</span>}
        {median && <span>{messages.agent.median(valueWords(median.value, metric.unit))}</span>}
        {percentile !== null && <span>{messages.fair.percentile(ordinal(Math.round(percentile * 100)))}</span>}
      </span>
      <Spark points={points} />
    </UnstyledButton>
  );
}

export function AgentFigures({ profile, filters }: { profile: PersonProfile; filters: readonly Filter[] }) {
  const [period, timeZone] = [usePeriod(), useTimeZone()];
  const { data: catalogue } = useCatalogue();
  const question = useMemo<Question>(
    () => ({ metrics: FIGURES, period, timeZone, filters, grain: usualGrain(period) }),
    [period, timeZone, filters],
  );
  const { data: answer } = useAnswer(question);
  return (
    <section className={classes['cards']} aria-label={messages.agent.figures}>
      {FIGURES.map((id) => {
        const [metric, figure] = [catalogue?.metric(id), profile.figures[id]];
        const points = answer?.total.series.map(({ values, incomplete }) => ({ value: values[id]?.value ?? null, incomplete })) ?? [];
        return (
          metric &&
          figure && <Card key={id} metric={metric} figure={figure} median={profile.medians[id] ?? null} points={points} filters={filters} />
        );
      })}
    </section>
  );
}
