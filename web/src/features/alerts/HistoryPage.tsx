/** Every alert that began in the period, the latest first, filtered by the address. */
import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { use } from 'react';
import { SeverityMark } from '../../notices/index.ts';
import { rangeOf } from '../../period/period.ts';
import { usePeriod, useTimeZone } from '../../period/viewing.ts';
import { AlertState, isOver, STATUS_WORDS } from '../../alerts/index.ts';
import {
  CardTable,
  ClockContext,
  Duration,
  EmptyState,
  ErrorState,
  FacetFilter,
  Instant,
  Panel,
  PlaceHead,
  RowsSkeleton,
  SearchField,
  TicketLink,
  useTicking,
} from '../../ui/index.ts';
import { AlertFilters, useNarrow } from './AlertFilters.tsx';
import { lastedSeconds } from './alert-words.ts';
import classes from './alerts.module.css';
import { words } from './messages.ts';
import { useRules } from './rules/use-rules.ts';
import { chosenOf, type HistorySearch, STATUSES, valuesOf } from './search.ts';
import { type Alert, useHistory } from './use-alerts.ts';

const route = getRouteApi('/inside/alerts/history');
const said = words.history;
const { columns } = words;

function Lasted({ alert }: { alert: Alert }) {
  const seconds = useTicking((now) => Math.floor(lastedSeconds(alert, now)));
  return <Duration seconds={seconds} />;
}

function Line({ alert }: { alert: Alert }) {
  const { id, severity, title, what, since, ticket, tickets, subject } = alert;
  return (
    <tr>
      <td data-label={columns.severity}>
        <SeverityMark severity={severity} {...(isOver(alert) && { event: 'resolved' as const })} isShort />
      </td>
      <td data-label={columns.what} data-wide className={classes['told']}>
        <Link to="/alerts/$alertId" params={{ alertId: id }} className={classes['name']}>
          <bdi>{title}</bdi>
        </Link>
        <span>{what}</span>
        {subject !== null && (
          <span>
            <bdi>{subject}</bdi>
          </span>
        )}
      </td>
      <td data-label={columns.state}>
        <AlertState alert={alert} />
      </td>
      <td data-label={columns.since}>
        <Instant at={since} />
      </td>
      <td data-label={columns.lasted}>
        <Lasted alert={alert} />
      </td>
      <td data-label={columns.tickets}>
        {ticket !== null && tickets === 1 ? <TicketLink id={ticket} /> : tickets > 0 ? words.tickets(tickets) : null}
      </td>
    </tr>
  );
}

export function HistoryPage() {
  const { severity, rule, status, ticket } = route.useSearch();
  const search: HistorySearch = {
    ...(severity !== undefined && { severity }),
    ...(rule !== undefined && { rule }),
    ...(status !== undefined && { status }),
    ...(ticket !== undefined && { ticket }),
  };
  const [period, timeZone, clock] = [usePeriod(), useTimeZone(), use(ClockContext)];
  const range = rangeOf(period, clock.now(), timeZone);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useHistory(
    search,
    range,
    `${period} ${timeZone}`,
  );
  const narrow = useNarrow();
  const { data: rules } = useRules();
  const isOfNone = rules !== undefined && rule !== undefined && !valuesOf(rule).some((id) => rules.some((one) => one.id === id));
  const alerts = data?.pages.flatMap((page) => page.alerts) ?? [];
  return (
    <div className={classes['page']}>
      <PlaceHead title={said.title} text={said.text} />
      <AlertFilters search={search}>
        <FacetFilter
          label={words.filters.status}
          options={STATUSES.map((value) => ({ value, label: STATUS_WORDS[value], count: null }))}
          selected={chosenOf(STATUSES, status)}
          onChange={(chosen) => narrow({ status: chosen.join(',') || undefined })}
        />
        <SearchField label={words.filters.ticket} value={ticket ?? ''} onChange={(text) => narrow({ ticket: text.trim() || undefined })} />
      </AlertFilters>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <RowsSkeleton rows={10} />}
      {data && alerts.length === 0 && (
        <EmptyState icon={IconHistory} title={isOfNone ? said.noRule : said.none}>
          {isOfNone ? said.noRuleText : said.noneText}
        </EmptyState>
      )}
      {alerts.length > 0 && (
        <div data-old={isPlaceholderData || undefined}>
          <Panel title={said.list} flush>
            <CardTable columns={columns}>
              {alerts.map((alert) => (
                <Line key={alert.id} alert={alert} />
              ))}
            </CardTable>
          </Panel>
        </div>
      )}
      {hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
          style={{ justifySelf: 'start' }}
        >
          {said.more}
        </Button>
      )}
    </div>
  );
}
