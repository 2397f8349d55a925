/** A replay beside what really happened in those days. */
import type { Simulation } from '../../api/client.ts';
import { CardTable, formatCount, formatDuration, Panel } from '../../ui/index.ts';
import { bandWords, figureWords } from './figures.ts';
import { words } from './messages.ts';
import classes from './simulation.module.css';
import type { Replay } from './use-simulation.ts';

const labels = words.beside;

export function Beside({ replay: { title, actual, linked }, result }: { replay: Replay; result: Simulation['result'] }) {
  const { numbers } = result.responses[0]!;
  const row = (figure: 'tickets' | 'meanWait', name: string, really: string) => (
    <tr>
      <td data-wide className={classes['name']}>
        {name}
      </td>
      <td data-label={labels.really}>{really}</td>
      <td data-label={labels.simulated}>
        {figureWords(figure, numbers[figure].middle)}
        <span className={classes['band']}>{bandWords(figure, numbers[figure])}</span>
      </td>
    </tr>
  );
  return (
    <Panel title={labels.title(title)} flush>
      <p className={`${classes['quiet']} ${classes['inset']}`}>{labels.linked(linked.tickets, linked.customers)}</p>
      <CardTable columns={{ figure: words.figure, really: labels.really, simulated: labels.simulated }}>
        {row('tickets', labels.tickets, formatCount(actual.tickets))}
        {row('meanWait', labels.wait, formatDuration(actual.meanWait === null ? null : Math.round(actual.meanWait * 60)))}
      </CardTable>
    </Panel>
  );
}
