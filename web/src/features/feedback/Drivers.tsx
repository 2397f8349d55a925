/** What moves satisfaction: the effect of each driver with the others as they are, how sure it is, and how much it is all worth. */
import type { FeedbackDrivers } from '../../api/client.ts';
import { ChartPanel } from '../../charts/index.ts';
import { EmptyState, formatCount, formatNumber, formatShare } from '../../ui/index.ts';
import { choiceEffects, driversSentence, leftOutWords, amountEffects } from './driver-words.ts';
import { EffectBars } from './EffectBars.tsx';
import classes from './feedback.module.css';
import { messages } from './messages.ts';

const words = messages.drivers;

/** Why there is nothing to show. */
function Nothing({ drivers: { outcome, used, needed } }: { drivers: FeedbackDrivers }) {
  if (outcome === 'withheld')
    return (
      <EmptyState title={words.withheld} compact>
        {words.withheldText}
      </EmptyState>
    );
  return outcome === 'all_alike' ? (
    <EmptyState title={words.alike} compact />
  ) : (
    <EmptyState title={words.tooFew} compact>
      {words.tooFewText(formatCount(used), formatCount(needed))}
    </EmptyState>
  );
}

export function Drivers({ drivers }: { drivers: FeedbackDrivers }) {
  const { outcome, used, explained, period, choices } = drivers;
  const file = (name: string) => `${name}-${period.from.slice(0, 10)}`;
  if (outcome !== 'computed')
    return (
      <ChartPanel
        title={words.title}
        definition={words.definition}
        file={file('drivers')}
        table={{ columns: [...words.columns], rows: [] }}
      >
        <Nothing drivers={drivers} />
        <LeftOut drivers={drivers} />
      </ChartPanel>
    );
  const effects = amountEffects(drivers);
  return (
    <>
      <ChartPanel
        title={words.title}
        definition={words.definition}
        sentence={driversSentence(drivers)}
        file={file('drivers')}
        format={(value) => formatNumber(value, 3)}
        table={{
          columns: [...words.columns],
          rows: effects.map(({ label, effect, low, high, step, explained: share }) => [label, effect, low, high, step, share]),
        }}
      >
        <EffectBars label={words.title} effects={effects} />
        <p className={classes['caution']}>
          {words.caution} {words.rests(formatCount(used), formatShare(explained))}
        </p>
        <LeftOut drivers={drivers} />
      </ChartPanel>
      <div className={classes['pair']}>
        {choices
          .filter(({ values }) => values.length > 0)
          .map((choice) => {
            const values = choiceEffects(choice);
            const title = words.choices[choice.id] ?? choice.id;
            return (
              <ChartPanel
                key={choice.id}
                title={title}
                definition={words.choiceDefinition}
                sentence={words.choiceSentence(values.reference, formatShare(choice.explained))}
                file={file(`drivers-${choice.id}`)}
                format={(value, column) => (column === 4 ? formatCount(value) : formatNumber(value, 3))}
                table={{
                  columns: [title, ...words.choiceColumns],
                  rows: values.effects.map(({ label, effect, low, high, n }) => [label, effect, low, high, n ?? null]),
                }}
              >
                <EffectBars label={title} effects={values.effects} />
              </ChartPanel>
            );
          })}
      </div>
    </>
  );
}

function LeftOut({ drivers }: { drivers: FeedbackDrivers }) {
  const left = leftOutWords(drivers);
  return left === null ? null : <p className={classes['caution']}>{left}</p>;
}
