/** A table on a wall: so many rows and numbers as can be read from afar, and how many there are besides. */
import type { Metric, QueryAnswer } from '../api/client.ts';
import { groupName, valueWords, whyNone, type Question } from '../numbers/index.ts';
import { formatCount } from '../ui/index.ts';
import { messages } from './messages.ts';
import { toneOf } from './WallFigure.tsx';
import classes from './Wall.module.css';

const MOST_ROWS = 7;
const MOST_NUMBERS = 3;

interface WallTableProps {
  title: string;
  answer: QueryAnswer;
  question: Question;
  metrics: readonly Metric[];
}

export function WallTable({ title, answer, question: { dimensions = [] }, metrics }: WallTableProps) {
  const rows = answer.groups.slice(0, MOST_ROWS);
  const shown = metrics.slice(0, MOST_NUMBERS);
  const all = answer.groups.length + (answer.rest?.groups ?? 0);
  const part = messages.part(formatCount(rows.length), formatCount(all), shown.length, metrics.length);
  return (
    <section className={classes['tabled']} aria-label={title}>
      <table className={classes['table']}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <td aria-label={messages.what} />
            {shown.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((group) => (
            <tr key={Object.values(group.key).join('\n')}>
              <th scope="row">{groupName(group, dimensions)}</th>
              {shown.map((metric) => {
                const figure = group.values[metric.id] ?? { value: null, withheld: false };
                return (
                  <td key={metric.id} data-tone={toneOf(metric, figure)} title={whyNone(figure) ?? undefined}>
                    {figure.withheld ? messages.withheld : valueWords(figure.value, metric.unit)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{rows.length === 0 ? messages.noRows : part && messages.partOf(part)}</p>
    </section>
  );
}
