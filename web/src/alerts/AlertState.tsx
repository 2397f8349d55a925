/** How an alert stands, in a word, and by whom. */
import type { Alert } from '../api/client.ts';
import { Instant, StateWord } from '../ui/index.ts';
import { STATUS_MEANINGS, STATUS_WORDS, TONES } from './alert-status.ts';
import classes from './alerts.module.css';
import { messages } from './messages.ts';

interface AlertStateProps {
  alert: Pick<Alert, 'status' | 'acknowledged' | 'snoozedUntil'>;
  /** In a line, where there is room for one only. */
  isLine?: boolean;
}

export function AlertState({ alert: { status, acknowledged, snoozedUntil }, isLine = false }: AlertStateProps) {
  return (
    <span className={classes['status']} data-line={isLine || undefined} title={STATUS_MEANINGS[status]}>
      <StateWord tone={TONES[status]}>{STATUS_WORDS[status]}</StateWord>
      {status === 'acknowledged' && acknowledged?.by && <bdi>{messages.by(acknowledged.by)}</bdi>}
      {status === 'snoozed' && (
        <span>
          {messages.until} <Instant at={snoozedUntil} />
        </span>
      )}
    </span>
  );
}
