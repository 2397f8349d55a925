/** The chosen clock in four numbers, each with the one before it and with what it counts, in words. */
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Compliance } from '../../../api/client.ts';
import { useExplain } from '../../../numbers/index.ts';
import { Change, formatCount, formatShare, NONE, SectionTitle } from '../../../ui/index.ts';
import { clockMeaning, clockName } from '../terms.ts';
import classes from './compliance.module.css';
import { decided, FEW, goalWords, ofClock } from './kept.ts';
import { messages } from './messages.ts';

const words = messages.facts;

interface FactProps {
  /** The metric of the catalogue that it is, of the clock. */
  metric: string;
  clock: string;
  name: string;
  value: string;
  before: string;
  change: ReactNode;
  meaning: string;
  few?: boolean;
}

function Fact({ metric, clock, name, value, before, change, meaning, few = false }: FactProps) {
  const explain = useExplain();
  return (
    <div className={classes['fact']}>
      <dt>{name}</dt>
      <dd className={classes['figure']} data-few={few || undefined}>
        <UnstyledButton
          className={classes['explains']}
          aria-label={words.explain(name, value)}
          onClick={() => explain({ metric, filters: ofClock(clock) })}
        >
          {value}
        </UnstyledButton>
      </dd>
      <dd className={classes['moved']}>
        {change} <span>{words.before(before)}</span>
      </dd>
      <dd className={classes['meaning']}>{meaning}</dd>
    </div>
  );
}

export function ClockFacts({ metric: { metric, current, previous, goal } }: { metric: Compliance['metrics'][number] }) {
  const n = decided(current);
  const counts = (value: number, before: number): ReactNode => (
    <Change value={value} previous={before} betterWhen="lower" unit={before === 0 ? 'index' : 'other'} />
  );
  const few = n < FEW;
  return (
    <section className={classes['facts']}>
      <SectionTitle title={clockName(metric)} sentence={clockMeaning(metric)} />
      <dl>
        <Fact
          metric="sla_compliance"
          clock={metric}
          name={words.kept}
          value={formatShare(current.compliance)}
          before={formatShare(previous.compliance)}
          change={<Change value={current.compliance} previous={previous.compliance} betterWhen="higher" unit="share" />}
          meaning={words.keptMeaning(formatCount(current.met), formatCount(n), goalWords(goal.compliance))}
          few={few}
        />
        <Fact
          metric="sla_breached"
          clock={metric}
          name={words.breached}
          value={formatCount(current.breached)}
          before={formatCount(previous.breached)}
          change={previous.breached === 0 ? null : counts(current.breached, previous.breached)}
          meaning={words.breachedMeaning}
        />
        <Fact
          metric="sla_severe"
          clock={metric}
          name={words.severe}
          value={formatCount(current.severe)}
          before={formatCount(previous.severe)}
          change={previous.severe === 0 ? null : counts(current.severe, previous.severe)}
          meaning={words.severeMeaning}
        />
        <Fact
          metric="sla_share_of_target"
          clock={metric}
          name={words.share}
          value={current.shareOfTarget === null ? NONE : formatShare(current.shareOfTarget)}
          before={formatShare(previous.shareOfTarget)}
          change={<Change value={current.shareOfTarget} previous={previous.shareOfTarget} betterWhen="lower" unit="share" />}
          meaning={words.shareMeaning(goalWords(goal.shareOfTarget))}
          few={few}
        />
      </dl>
    </section>
  );
}
