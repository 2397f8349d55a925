/** Exceptions: how much time clocks stood still and why, what was taken out of the figures, and what deserves a second look. */
import type { SlaAudit } from '../../../api/client.ts';
import { BlockSkeleton, ErrorState, formatCount, formatDuration, TextSkeleton } from '../../../ui/index.ts';
import { SightNote } from '../../../session/SightNote.tsx';
import { Headline } from '../Headline.tsx';
import classes from './audit.module.css';
import { ExceptionList, SuspicionList } from './AuditLists.tsx';
import { messages } from './messages.ts';
import { useAudit } from './use-audit.ts';

export function AuditPage() {
  const { data, error, refetch, isPlaceholderData } = useAudit();
  if (!data)
    return error ? (
      <ErrorState error={error} retry={() => void refetch()} />
    ) : (
      <div className={classes['page']} aria-busy="true">
        <TextSkeleton lines={1} />
        <BlockSkeleton height={120} />
        <BlockSkeleton height={320} />
      </div>
    );
  return (
    <div className={classes['page']} aria-busy={isPlaceholderData} data-old={isPlaceholderData || undefined}>
      <Headline
        isWell={data.suspected === 0}
        title={data.suspected === 0 ? messages.titleNone : messages.title(formatCount(data.suspected), data.suspected === 1)}
      >
        {messages.text}
        <SightNote />
      </Headline>
      <Totals totals={data.totals} />
      <SuspicionList audit={data} />
      <ExceptionList audit={data} />
    </div>
  );
}

function Totals({ totals }: Pick<SlaAudit, 'totals'>) {
  return (
    <section className={classes['totals']} aria-label={messages.totals.title}>
      <dl>
        {totals.map(({ kind, count, seconds, withoutReason }) => (
          <div key={kind} className={classes['total']}>
            <dt>{messages.kinds[kind].name}</dt>
            <dd className={classes['figure']}>{formatCount(count)}</dd>
            <dd className={classes['note']}>{noteOf(count, seconds, withoutReason)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function noteOf(count: number, seconds: number | null, withoutReason: number | null): string {
  if (seconds === null || withoutReason === null) return messages.totals.outside;
  if (count === 0) return '';
  const reasons = withoutReason === 0 ? messages.totals.allWithReason : messages.totals.withoutReason(formatCount(withoutReason));
  return `${messages.totals.inAll(formatDuration(seconds))}, ${reasons}`;
}
