/** How fresh the facts are and what the period is compared with; loud only when they have fallen behind. */
import type { Overview } from '../../api/client.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { formatInstant, Relative, useTicking } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './overview.module.css';

/** The loader writes within a second or two, and where nothing happens that is told each minute; after this something is wrong. */
const BEHIND_MS = 90_000;

export function Freshness({ overview: { asOf, period } }: { overview: Overview }) {
  const zone = useTimeZone();
  const behind = useTicking((now) => asOf === null || now - Date.parse(asOf) > BEHIND_MS);
  const compared = useTicking((now) =>
    messages.fresh.compared(formatInstant(period.previous.from, now, zone), formatInstant(period.previous.to, now, zone)),
  );
  return (
    <p className={classes['fresh']} data-behind={behind || undefined}>
      {asOf === null ? (
        messages.fresh.none
      ) : (
        <>
          {messages.fresh.asOf} <Relative at={asOf} />
          {behind && <>, {messages.fresh.behind}</>}
        </>
      )}
      <span> · {compared}</span>
    </p>
  );
}
