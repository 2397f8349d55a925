/** The period in numbers, under the questions they answer. Each explains itself. */
import type { QueryAnswer } from '../../api/client.ts';
import { FigureCard, type Catalogue, type Question } from '../../numbers/index.ts';
import classes from './figures.module.css';
import { messages } from './messages.ts';
import type { RoleView } from './roles.ts';

interface FiguresProps {
  view: RoleView;
  answer: QueryAnswer;
  question: Question;
  catalogue: Catalogue;
}

export function Figures({ view: { groups, isOwn }, answer, question, catalogue }: FiguresProps) {
  return (
    <section className={classes['figures']} aria-label={isOwn ? messages.own : messages.period}>
      {groups.map(({ question: name, metrics }) => (
        <section key={name} className={classes['group']} style={{ gridColumn: `span ${metrics.length}` }} aria-label={name}>
          <h2 className={classes['question']}>{name}</h2>
          <div className={classes['members']} style={{ gridTemplateColumns: `repeat(${metrics.length}, minmax(0, 1fr))` }}>
            {metrics.map((id) => {
              const metric = catalogue.metric(id);
              return metric && id in answer.total.values ? (
                <div key={id} className={classes['figure']}>
                  <FigureCard metric={metric} answer={answer} question={question} />
                </div>
              ) : null;
            })}
          </div>
        </section>
      ))}
    </section>
  );
}
