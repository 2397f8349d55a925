/** How an alert stands, in a word, and by whom. */
import { Instant, StateWord } from '../../ui/index.ts';
import { TONES } from './alert-words.ts';
import classes from './alerts.module.css';
import { words } from './messages.ts';
import type { Alert } from './use-alerts.ts';

export function AlertState({ alert: { status, acknowledged, snoozedUntil } }: { alert: Alert }) {
  return (
    <span className={classes['status']} title={words.statusMeanings[status]}>
      <StateWord tone={TONES[status]}>{words.statuses[status]}</StateWord>
      {status === 'acknowledged' && acknowledged?.by && <bdi>{words.by(acknowledged.by)}</bdi>}
      {status === 'snoozed' && (
        <span>
          {words.until} <Instant at={snoozedUntil} />
        </span>
      )}
    </span>
  );
}
