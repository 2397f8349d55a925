/** What demands attention now, what needs a person next first; below, what has just ended. */
import { Button } from '@mantine/core';
import { IconBellOff, IconCircleCheck } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMayAct } from '../../alerts/index.ts';
import { EmptyState, ErrorState, formatCount, Panel, PlaceHead, RowsSkeleton } from '../../ui/index.ts';
import { AlertFilters } from './AlertFilters.tsx';
import { AlertRow } from './AlertRow.tsx';
import { inOrder } from './alert-words.ts';
import classes from './alerts.module.css';
import { ChosenBar } from './ChosenBar.tsx';
import { words } from './messages.ts';
import { useRules } from './rules/use-rules.ts';
import { useAlertCount } from './use-alert-count.ts';
import { useAlertKeys } from './use-alert-keys.ts';
import { type Alert, type AlertList, useInForce, useJustOver } from './use-alerts.ts';
import { type Chosen, useChosen } from './use-chosen.ts';

const route = getRouteApi('/inside/alerts/');
const said = words.now;

/** The one answer of the place, in words: does anything wait for somebody, and how bad is it. */
function Headline({ inForce }: { inForce: AlertList['inForce'] }) {
  const { firing, critical, acknowledged, snoozed } = inForce;
  return (
    <>
      {firing === 0 ? (
        <span className={classes['calm']}>
          <IconCircleCheck size={22} stroke={1.8} aria-hidden="true" />
          {said.calm}
        </span>
      ) : (
        said.firing(firing)
      )}
      {critical > 0 && <span className={classes['critical']}>{said.critical(critical)}</span>}
      <span className={classes['aside']}>{said.inHand(acknowledged, snoozed)}</span>
    </>
  );
}

const countIn =
  (alerts: readonly Alert[]) =>
  (kind: 'severity' | 'rule', value: string): number =>
    alerts.filter((alert) => (kind === 'rule' ? alert.rule.id : alert.severity) === value).length;

function Rows({ alerts, chosen }: { alerts: readonly Alert[]; chosen?: Chosen | false }) {
  return (
    <ul className={classes['rows']}>
      {alerts.map((alert) => (
        <AlertRow
          key={alert.id}
          alert={alert}
          {...(chosen && { choice: { isChosen: chosen.has(alert.id), onToggle: () => chosen.toggle(alert.id) } })}
        />
      ))}
    </ul>
  );
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const { data: rules } = useRules();
  if (isNarrowed) return <EmptyState title={said.nothingOf}>{said.nothingOfText}</EmptyState>;
  if (!rules) return <RowsSkeleton rows={3} height={56} />;
  if (rules.some(({ spec }) => spec.enabled))
    return (
      <EmptyState icon={IconCircleCheck} title={said.none}>
        {said.noneText}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={IconBellOff}
      title={said.noRules}
      action={
        <Button component={Link} to="/alerts/rules" size="xs">
          {said.toRules}
        </Button>
      }
    >
      {said.noRulesText}
    </EmptyState>
  );
}

export function NowPage() {
  const { severity, rule } = route.useSearch();
  const search = { ...(severity !== undefined && { severity }), ...(rule !== undefined && { rule }) };
  const { data, error, refetch } = useInForce(search);
  const { data: over } = useJustOver(search);
  const { data: count } = useAlertCount();
  useAlertKeys();
  const isNarrowed = Object.keys(search).length > 0;
  const inForce = count ?? data?.inForce;
  const alerts = inOrder(data?.alerts ?? []);
  const mayAct = useMayAct();
  const chosen = useChosen(alerts);
  return (
    <div className={classes['page']}>
      <PlaceHead title={inForce ? <Headline inForce={inForce} /> : words.tabs.now} text={null} />
      <AlertFilters search={search} countOf={countIn(alerts)} />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <RowsSkeleton rows={6} height={64} />}
      {data && alerts.length === 0 && <Nothing isNarrowed={isNarrowed} />}
      {alerts.length > 0 && (
        <Panel title={said.list} flush>
          {mayAct && <ChosenBar chosen={chosen} count={alerts.length} />}
          <Rows alerts={alerts} chosen={mayAct && chosen} />
          {data?.next && (
            <p className={classes['cut']}>
              {said.cut(formatCount(alerts.length))}{' '}
              <Link to="/alerts/history" search={search as never} className={classes['more']}>
                {said.all}
              </Link>
            </p>
          )}
        </Panel>
      )}
      {over && over.alerts.length > 0 && (
        <Panel
          title={said.over}
          actions={
            <Link to="/alerts/history" search={search as never} className={classes['more']}>
              {said.all}
            </Link>
          }
          flush
        >
          <Rows alerts={over.alerts} />
        </Panel>
      )}
    </div>
  );
}
