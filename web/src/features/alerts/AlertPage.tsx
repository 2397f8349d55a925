/** One alert: how it stands and what can be done, why it fired, the tickets that caused it, what has happened since, and who was told. */
import { getRouteApi, Link } from '@tanstack/react-router';
import { SeverityMark } from '../../notices/index.ts';
import { AlertState, Deeds, isOver } from '../../alerts/index.ts';
import { BlockSkeleton, EmptyState, ErrorState, problemOf, SectionTitle } from '../../ui/index.ts';
import classes from './alerts.module.css';
import { words } from './messages.ts';
import { Moments } from './Moments.tsx';
import { TicketsPanel } from './TicketsPanel.tsx';
import { Playbook, ToDo } from './ToDo.tsx';
import { ToldPanel } from './ToldPanel.tsx';
import { type AlertDetail, useAlert } from './use-alerts.ts';
import { Why } from './Why.tsx';

const route = getRouteApi('/inside/alerts/$alertId');

function Shown({ alert }: { alert: AlertDetail }) {
  return (
    <>
      <SectionTitle order={1} title={<bdi>{alert.title}</bdi>} actions={<Deeds alert={alert} />} />
      <p className={classes['standing']}>
        <SeverityMark severity={alert.severity} {...(isOver(alert) && { event: 'resolved' as const })} />
        <AlertState alert={alert} isLine />
        <span className={classes['said']}>{alert.what}</span>
      </p>
      {alert.further && (
        <p className={classes['further']}>
          {words.one.further}{' '}
          <Link to="/alerts/$alertId" params={{ alertId: alert.further.id }}>
            <bdi>{alert.further.name}</bdi>
          </Link>
        </p>
      )}
      <div className={classes['one']}>
        <div className={classes['parts']}>
          <Why alert={alert} />
          <ToDo advice={alert.advice} />
          <TicketsPanel alert={alert} />
        </div>
        <div className={classes['parts']}>
          <Moments alert={alert} />
          <Playbook alert={alert} />
        </div>
      </div>
      <ToldPanel alert={alert} />
    </>
  );
}

export function AlertPage() {
  const { alertId } = route.useParams();
  const { data, error, refetch } = useAlert(alertId);
  const isUnknown = error !== null && problemOf(error).status === 404;
  return (
    <div className={classes['page']}>
      <Link to="/alerts" className={classes['back']}>
        {words.back}
      </Link>
      {isUnknown && !data && <EmptyState title={words.unknown}>{words.unknownText}</EmptyState>}
      {error && !isUnknown && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <BlockSkeleton height={420} />}
      {data && <Shown alert={data} />}
    </div>
  );
}
