/** What comes in more than it usually does. Where nothing does, that is said in a line. */
import { UnstyledButton } from '@mantine/core';
import { IconCircleCheck, IconTrendingUp } from '@tabler/icons-react';
import { useExplain, valueName } from '../../numbers/index.ts';
import { formatChange, formatCount, formatNumber, Panel, sentenceCase } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './overview.module.css';
import { useTrends } from './use-overview.ts';

const words = messages.trending;

export function Trending() {
  const { data } = useTrends();
  const explain = useExplain();
  if (!data) return null;
  return (
    <Panel title={words.title} sentence={data.trends.length > 0 ? words.sentence : undefined} className={classes['full'] ?? ''}>
      {data.trends.length === 0 ? (
        <p className={classes['calm']}>
          {data.periods < 2 ? (
            words.young
          ) : (
            <>
              <IconCircleCheck size={16} stroke={1.7} aria-hidden="true" /> {words.none}
            </>
          )}
        </p>
      ) : (
        <ul className={classes['trends']} aria-label={words.title}>
          {data.trends.map(({ category, count, usual, ratio }) => (
            <li key={category}>
              <UnstyledButton
                className={classes['trend']}
                onClick={() => explain({ metric: 'created', filters: [{ dimension: 'category', values: [category] }] })}
              >
                <IconTrendingUp size={16} stroke={1.7} aria-hidden="true" className={classes['up']} />
                <span className={classes['trendName']}>
                  {category === '' ? words.noCategory : sentenceCase(valueName('category', category, category))}
                </span>
                <b>{formatCount(count)}</b>
                <span className={classes['quiet']}>
                  {words.usual(formatNumber(usual, usual < 10 && !Number.isInteger(usual) ? 1 : 0))}
                  {ratio !== null && `, ${formatChange(ratio)}`}
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
