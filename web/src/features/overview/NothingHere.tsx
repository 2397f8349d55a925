/** Said above the tiles when a period holds no ticket though there are some elsewhere, with the ways to where they are. */
import { Link } from '@tanstack/react-router';
import type { Overview } from '../../api/client.ts';
import { usePeriod } from '../../period/viewing.ts';
import { messages } from './messages.ts';
import classes from './overview.module.css';

const words = messages.nothing;

/** Nothing came and nothing was solved, and the facts are there to know it. */
const isBare = ({ arrivals, asOf }: Overview): boolean =>
  asOf !== null && arrivals.every(({ created, resolved }) => created + resolved === 0);

export function NothingHere({ overview }: { overview: Overview }) {
  const period = usePeriod();
  if (!isBare(overview)) return null;
  return (
    <p className={classes['nothing']} role="status">
      <strong>{words.title}.</strong> {words.text}{' '}
      <Link to="/tickets" search={{ sort: 'created', direction: 'desc' } as never}>
        {words.newest}
      </Link>
      {period !== '90d' && (
        <>
          {' '}
          {words.or}{' '}
          <Link to="/overview" search={(previous) => ({ ...previous, period: '90d' }) as never}>
            {words.wider}
          </Link>
        </>
      )}
      .
    </p>
  );
}
