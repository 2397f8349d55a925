/** What makes the comparison fair, in words, and what it cannot see. */
import { Link } from '@tanstack/react-router';
import type { PeopleComparison } from '../../api/client.ts';
import { useCatalogue } from '../../numbers/index.ts';
import { usePeriod } from '../../period/viewing.ts';
import { Panel } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './people.module.css';

const words = messages.notes;

export function FairNotes({ comparison: { alike, medians } }: { comparison: PeopleComparison }) {
  const { data: catalogue } = useCatalogue();
  const period = usePeriod();
  const named = (dimension: string) => (catalogue?.dimension(dimension)?.label ?? dimension).toLowerCase();
  const listed = (dimensions: readonly string[]) =>
    [dimensions.slice(0, -1).map(named).join(', '), named(dimensions.at(-1) ?? '')].filter(Boolean).join(words.and);
  // Metrics whose cases are alike by the same are said in one line.
  const kinds = Map.groupBy(Object.entries(alike), ([, dimensions]) => listed(dimensions));
  return (
    <Panel title={words.title}>
      <div className={classes['notes']}>
        {words.paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <ul>
          {[...kinds].map(([by, metrics]) => (
            <li key={by}>{words.alike(metrics.map(([id]) => catalogue?.metric(id)?.label ?? id).join(', '), by)}</li>
          ))}
          <li>{words.read}</li>
        </ul>
        {medians['csat'] === null && period !== '90d' && (
          <p>
            {words.few}{' '}
            <Link to="/people" search={(previous) => ({ ...previous, period: '90d' }) as never}>
              {words.widen}
            </Link>
          </p>
        )}
      </div>
    </Panel>
  );
}
