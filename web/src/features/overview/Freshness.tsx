/** How fresh the facts are and what the period is compared with; loud only when they have fallen behind. */
import type { QueryAnswer } from '../../api/client.ts';
import { BEHIND_MS } from '../../live/use-age.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { formatInstant, Relative, useTicking } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './overview.module.css';

export function Freshness({ answer: { asOf, period } }: { answer: QueryAnswer }) {
  const zone = useTimeZone();
  const behind = useTicking((now) => now - Date.parse(asOf) > BEHIND_MS);
  const compared = useTicking((now) =>
    period.compared
      ? messages.fresh.compared(formatInstant(period.compared.from, now, zone), formatInstant(period.compared.to, now, zone))
      : '',
  );
  return (
    <p className={classes['fresh']} data-behind={behind || undefined}>
      {messages.fresh.asOf} <Relative at={asOf} />
      {behind && <>, {messages.fresh.behind}</>}
      <span> · {compared}</span>
    </p>
  );
}
