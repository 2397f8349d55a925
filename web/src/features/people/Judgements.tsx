/** Strengths and growth areas: what is clearly better or worse than others achieve with cases that are alike, and how sure that is. */
import { UnstyledButton } from '@mantine/core';
import type { Metric, PersonProfile, SpokenFigure } from '../../api/client.ts';
import { useCatalogue, useExplain, valueName, valueWords, type Filter } from '../../numbers/index.ts';
import { formatCount, Panel } from '../../ui/index.ts';
import { apartWords } from './compared.ts';
import classes from './agent.module.css';
import { messages } from './messages.ts';

const words = messages.agent;

/** Of one kind of work durations are typical ones, which no explanation has; the whole has its median. */
const nameOf = (metric: Metric, isOfKind: boolean): string =>
  isOfKind && metric.unit === 'seconds' ? `${metric.label.split(',')[0]}, ${words.typical}` : metric.label;

function Judgement({ spoken, filters }: { spoken: SpokenFigure; filters: readonly Filter[] }) {
  const { data: catalogue } = useCatalogue();
  const explain = useExplain();
  const metric = catalogue?.metric(spoken.metric);
  if (!metric) return null;
  const say = (value: number) => valueWords(value, metric.unit);
  const of = spoken.of ? valueName(spoken.of.dimension, spoken.of.value, spoken.of.value) : words.overall;
  const ofKind = spoken.of ? [{ dimension: spoken.of.dimension, values: [spoken.of.value] }] : [];
  return (
    <li>
      <UnstyledButton
        className={classes['spoken']}
        onClick={() => explain({ metric: metric.id, filters: [...filters, ...ofKind] })}
        aria-haspopup="dialog"
      >
        <strong>{nameOf(metric, spoken.of !== null)}</strong>{' '}
        {words.spoken(apartWords(spoken.value, spoken.expected, metric.unit), of, say(spoken.value), say(spoken.expected))}
        <small>{words.certain(say(spoken.low), say(spoken.high), formatCount(spoken.n))}</small>
      </UnstyledButton>
    </li>
  );
}

interface SideProps {
  title: string;
  sentence: string;
  none: string;
  spoken: readonly SpokenFigure[];
  filters: readonly Filter[];
}

function Side({ title, sentence, none, spoken, filters }: SideProps) {
  return (
    <Panel title={title} sentence={sentence}>
      {spoken.length === 0 ? (
        <p className={classes['text']}>{none}</p>
      ) : (
        <ul className={classes['list']}>
          {spoken.map((one) => (
            <Judgement key={`${one.metric} ${one.of?.dimension} ${one.of?.value}`} spoken={one} filters={filters} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function Judgements({ profile: { strengths, growth, figures }, filters }: { profile: PersonProfile; filters: readonly Filter[] }) {
  const isJudged = Object.values(figures).some(({ fair }) => fair !== null);
  const [noStrengths, noGrowth] = isJudged ? [words.noStrengths, words.noGrowth] : [words.few, words.few];
  return (
    <div className={classes['halves']}>
      <Side title={words.strengths} sentence={words.strengthsSentence} none={noStrengths} spoken={strengths} filters={filters} />
      <Side title={words.growth} sentence={words.growthSentence} none={noGrowth} spoken={growth} filters={filters} />
    </div>
  );
}
