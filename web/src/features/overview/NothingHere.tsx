/** Said above the tiles when a period holds no ticket though there are some elsewhere, with the ways to where they are. */
import { Link } from '@tanstack/react-router';
import type { QueryAnswer } from '../../api/client.ts';
import { usePeriod } from '../../period/viewing.ts';
import { messages } from './messages.ts';
import classes from './overview.module.css';

const words = messages.nothing;

/** Nothing came and nothing was solved, of a view that counts both. */
const isBare = ({ total: { values } }: QueryAnswer): boolean => ['created', 'resolved'].every((id) => values[id]?.value === 0);

export function NothingHere({ answer }: { answer: QueryAnswer }) {
  const period = usePeriod();
  if (!isBare(answer)) return null;
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
