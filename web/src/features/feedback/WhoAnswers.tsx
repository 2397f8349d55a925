/** Who answers at all: where few do, or late ones say something else than prompt ones, the scores speak for some and not for all. */
import { QueryChart, type Question } from '../../numbers/index.ts';
import type { View } from '../../tiles/index.ts';
import classes from './feedback.module.css';
import { messages } from './messages.ts';

const words = messages.whoAnswers;

export function WhoAnswers({ view: { period, timeZone } }: { view: View }) {
  const ask = (question: Omit<Question, 'period' | 'timeZone'>): Question => ({ ...question, period, timeZone });
  return (
    <section aria-label={words.title}>
      <h2 className={classes['heading']}>{words.title}</h2>
      <p className={classes['lead']}>{words.text}</p>
      <div className={classes['three']}>
        <QueryChart kind="bar" title={words.channel} question={ask({ metrics: ['survey_response'], dimensions: ['channel'], limit: 10 })} />
        <QueryChart
          kind="bar"
          title={words.tier}
          question={ask({ metrics: ['survey_response'], dimensions: ['customer_tier'], limit: 10 })}
        />
        <QueryChart kind="number" title={words.when} note={words.whenNote} question={ask({ metrics: ['csat_prompt', 'csat_late'] })} />
      </div>
    </section>
  );
}
