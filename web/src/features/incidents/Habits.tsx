/** Habits that make incidents worse, each with the incidents that show it. Nothing is shown where there is none. */
import { Link } from '@tanstack/react-router';
import { Panel } from '../../ui/index.ts';
import classes from './incidents.module.css';
import { words } from './messages.ts';
import { useHabits } from './use-incident.ts';

const said = words.habits;
const MOST_SHOWN = 8;

export function Habits() {
  const { data } = useHabits();
  if (!data || data.findings.length === 0) return null;
  return (
    <Panel title={said.title} sentence={said.sentence}>
      <ul className={classes['habits']}>
        {data.findings.map(({ pattern, incidents, of, agent }) => (
          <li key={`${pattern} ${agent?.id ?? ''}`}>
            <p>{said.words[pattern](incidents.length, of, agent?.name ?? '')}</p>
            <p className={classes['evidence']}>
              {incidents.slice(0, MOST_SHOWN).map((id) => (
                <Link key={id} to="/incidents/$incidentId" params={{ incidentId: id }}>
                  {id}
                </Link>
              ))}
              {incidents.length > MOST_SHOWN && '…'}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
