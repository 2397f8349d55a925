/** Until when a rule tells nobody; nothing once that is over. */
import type { RuleSpec } from '@watchdesk/domain/alerting';
import { Instant, useTicking } from '../../../ui/index.ts';
import { words } from './messages.ts';

/** A snooze that is over stays in the version that said it, and says nothing any more. */
export const useIsSnoozed = ({ snoozedUntil }: Pick<RuleSpec, 'snoozedUntil'>): boolean =>
  useTicking((now) => snoozedUntil !== null && snoozedUntil > now);

export function Snoozed({ spec }: { spec: Pick<RuleSpec, 'snoozedUntil'> }) {
  if (!useIsSnoozed(spec)) return null;
  return (
    <span>
      {words.snoozed} <Instant at={spec.snoozedUntil} />
    </span>
  );
}
