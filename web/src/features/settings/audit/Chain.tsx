/** Whether the log is as it was written, and the seal to note elsewhere. */
import { IconAlertTriangle, IconLink } from '@tabler/icons-react';
import { CopyButton } from '../../../numbers/CopyButton.tsx';
import { ErrorState, formatCount } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import classes from '../settings.module.css';
import { useAuditCheck } from './use-audit.ts';

const words = messages.audit.chain;

export function Chain() {
  const { data, error, refetch } = useAuditCheck();
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} compact />;
  if (!data) return <div className={classes['chain']}>{words.checking}</div>;
  const { entries, head, findings } = data;
  const isBroken = findings.length > 0;
  const Shape = isBroken ? IconAlertTriangle : IconLink;
  return (
    <div className={classes['chain']} data-broken={isBroken || undefined} role="status">
      <Shape size={18} stroke={1.8} aria-hidden="true" />
      <b>{isBroken ? words.broken(findings.length) : entries === 0 ? words.empty : words.holds(formatCount(entries))}</b>
      {entries > 0 && (
        <span className={classes['seal']} title={words.headHint}>
          <span className={classes['quiet']}>{words.head}</span>
          <span className={classes['code']}>{head.slice(0, 12)}…</span>
          <CopyButton what={words.head} text={() => head} />
        </span>
      )}
      {isBroken && (
        <ul>
          {findings.slice(0, 20).map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
