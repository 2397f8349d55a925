/** Privacy: redaction, one customer, retention. */
import { ErrorState, PlaceHead, RowsSkeleton } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import classes from '../settings.module.css';
import { CustomerPanel } from './CustomerPanel.tsx';
import { RetentionPanel } from './RetentionPanel.tsx';
import { RulesPanel } from './RulesPanel.tsx';
import { usePrivacy } from './use-privacy.ts';

export function PrivacyPage() {
  const { data, error, refetch } = usePrivacy();
  return (
    <div className={classes['page']}>
      <PlaceHead title={messages.privacy.title} text={messages.privacy.text} />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={8} />}
      {data && (
        <>
          <RulesPanel saved={data.redaction} />
          <CustomerPanel />
          <RetentionPanel saved={data.retention} />
        </>
      )}
    </div>
  );
}
