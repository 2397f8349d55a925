/** Compliance: whether promises are kept, in one line; each clock against its goal; and one of them in detail. */
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { BlockSkeleton, ErrorState, Instant, TextSkeleton } from '../../../ui/index.ts';
import { Headline } from '../Headline.tsx';
import { BreachList } from './BreachList.tsx';
import { Breakdowns } from './Breakdowns.tsx';
import { ClockFacts } from './ClockFacts.tsx';
import { ClockTiles } from './ClockTiles.tsx';
import classes from './compliance.module.css';
import { headline } from './kept.ts';
import { messages } from './messages.ts';
import { Trends } from './Trends.tsx';
import { useCompliance } from './use-compliance.ts';

const route = getRouteApi('/inside/sla/');
/** What customers feel first. */
const FIRST = 'first_response';
const FEW = { title: messages.headline.few, text: messages.headline.fewText, isWell: false };

export function CompliancePage() {
  const { clock = FIRST } = route.useSearch();
  const { data, error, refetch, isPlaceholderData } = useCompliance(clock);
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
  const { title, text, isWell } = data.metrics.length === 0 && data.withheld ? FEW : headline(data.metrics);
  const metric = data.metrics.find((one) => one.metric === data.metric);
  // The clock of the address has no figures: the first that has some is shown instead.
  const other = metric ? undefined : data.metrics[0];
  if (other) return <Navigate to="/sla" search={(previous) => ({ ...previous, clock: other.metric })} replace />;
  return (
    <div className={classes['page']} aria-busy={isPlaceholderData} data-old={isPlaceholderData || undefined}>
      <Headline isWell={isWell} title={title}>
        {text} {data.withheld && data.metrics.length > 0 && `${messages.headline.withheld} `}
        {data.asOf && (
          <>
            {messages.headline.asOf} <Instant at={data.asOf} />.
          </>
        )}
      </Headline>
      <ClockTiles metrics={data.metrics} chosen={data.metric} />
      {metric && (
        <>
          <ClockFacts metric={metric} />
          <div className={classes['grid']}>
            <Trends compliance={data} metric={metric} />
            <BreachList compliance={data} all={metric.current.breached} />
            <Breakdowns compliance={data} metric={metric} />
          </div>
        </>
      )}
    </div>
  );
}
