/** Clocks at risk now: how many stand where on the ladder, and a list with the next breach first. */
import { Button } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { IconClockCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { OpenClock, OpenClocks } from '../../../api/client.ts';
import { stateMeaning, stateName } from '../../../clocks/index.ts';
import { AgentLink } from '../../../reach/index.ts';
import {
  CustomerName,
  EmptyState,
  ErrorState,
  FacetFilter,
  FilterBar,
  formatCount,
  Instant,
  Person,
  Priority,
  RowsSkeleton,
  ticketNumber,
  TicketLink,
  uiMessages,
  useHeld,
} from '../../../ui/index.ts';
import { SightNote } from '../../../session/SightNote.tsx';
import { Headline } from '../Headline.tsx';
import { RISKS, valuesOf, type ClockSearch } from '../search.ts';
import { clockName } from '../terms.ts';
import classes from './clocks.module.css';
import { Countdown } from './Countdown.tsx';
import { messages } from './messages.ts';
import { FEW, MOST, useOpenClocks } from './use-open-clocks.ts';

const route = getRouteApi('/inside/sla/clocks');
/** The clocks that policies begin with; one chosen in the address stays choosable beside them. */
const CLOCKS = ['first_response', 'next_response', 'resolution', 'pausable_update', 'escalation_response'];

function Row({ clock, left }: { clock: OpenClock; left: boolean }) {
  const { ticket } = clock;
  return (
    <li className={classes['row']} data-left={left || undefined}>
      {left ? <span className={classes['gone']}>{messages.gone}</span> : <Countdown clock={clock} />}
      <span className={classes['ticket']}>
        <span className={classes['number']}>
          <Priority value={ticket.priority} /> {ticketNumber(ticket.id)}
        </span>
        <span className={classes['subject']}>
          <TicketLink id={ticket.id}>{ticket.subject ?? uiMessages.noSubject}</TicketLink>
        </span>
      </span>
      <span className={classes['customer']}>
        <CustomerName organisation={ticket.organisation} requester={ticket.requester} />
      </span>
      <span className={classes['clock']}>
        {clockName(clock.metric)}
        {clock.dueAt && (
          <span className={classes['due']}>
            {messages.due} <Instant at={clock.dueAt} />
          </span>
        )}
      </span>
      <span className={classes['holder']}>
        <AgentLink id={ticket.assignee?.id}>
          <Person person={ticket.assignee} size={20} />
        </AgentLink>
      </span>
    </li>
  );
}

function Filters({ counts, search }: { counts: OpenClocks['counts']; search: ClockSearch }) {
  const navigate = useNavigate({ from: '/sla/clocks' });
  const change = (part: { [Key in keyof ClockSearch]: ClockSearch[Key] | undefined }): void =>
    void navigate({ search: (previous) => ({ ...previous, ...part }), replace: true });
  const chosen = valuesOf(search.risk);
  const toggled = (risk: string): string | undefined =>
    (chosen.includes(risk) ? chosen.filter((one) => one !== risk) : [...chosen, risk]).join(',') || undefined;
  return (
    <>
      <fieldset className={classes['risks']} aria-label={messages.filters.risk}>
        {RISKS.map((risk) => (
          <button
            key={risk}
            type="button"
            className={classes['risk']}
            data-urgency={risk}
            data-empty={(counts[risk] ?? 0) === 0 || undefined}
            aria-pressed={chosen.includes(risk)}
            title={stateMeaning(risk)}
            onClick={() => change({ risk: toggled(risk) })}
          >
            <b>{formatCount(counts[risk] ?? 0)}</b>
            <span>{stateName(risk)}</span>
          </button>
        ))}
      </fieldset>
      <FilterBar
        label={messages.filters.label}
        onClear={search.risk || search.clock ? () => change({ risk: undefined, clock: undefined }) : undefined}
      >
        <FacetFilter
          label={messages.filters.clock}
          options={CLOCKS.map((value) => ({ value, label: clockName(value), count: null }))}
          selected={valuesOf(search.clock)}
          onChange={(values) => change({ clock: values.join(',') || undefined })}
        />
      </FilterBar>
    </>
  );
}

function headlineOf({ counts }: OpenClocks): string {
  const [over, soon] = [counts['breached'] ?? 0, (counts['critical'] ?? 0) + (counts['at_risk'] ?? 0)];
  return over + soon === 0 ? messages.calm : messages.headline(formatCount(over), soon === 0 ? messages.nobodyClose : formatCount(soon));
}

/** The list keeps its order while the pointer or the keyboard is in it, and says how far it is behind. */
function List({ clocks, total, onMore }: Pick<OpenClocks, 'clocks' | 'total'> & { onMore: (() => void) | undefined }) {
  const named = useMemo(() => clocks.map((clock) => ({ ...clock, id: `${clock.ticket.id} ${clock.metric} ${clock.startedAt}` })), [clocks]);
  const { rows, changes, renew, handlers } = useHeld(named);
  return (
    <section className={classes['held']} aria-label={messages.list} {...handlers}>
      <p className={classes['order']}>
        {clocks.length < total ? messages.showing(formatCount(clocks.length), formatCount(total)) : messages.order}
        {changes > 0 && (
          <button type="button" className={classes['changes']} onClick={renew}>
            {messages.changes(changes)}
          </button>
        )}
      </p>
      <ol className={classes['list']} aria-label={messages.list}>
        {rows.map(({ item, left }) => (
          <Row key={item.id} clock={item} left={left} />
        ))}
      </ol>
      {onMore && (
        <Button variant="default" size="xs" className={classes['more'] ?? ''} onClick={onMore}>
          {messages.more}
        </Button>
      )}
    </section>
  );
}

export function ClocksPage() {
  const search = route.useSearch();
  const [limit, setLimit] = useState(FEW);
  const { data, error, refetch, isPlaceholderData } = useOpenClocks(search, limit);
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <RowsSkeleton rows={14} height={52} />;
  return (
    <div className={classes['page']} data-old={isPlaceholderData || undefined}>
      <Headline title={headlineOf(data)}>
        {messages.text}
        <SightNote />
      </Headline>
      <Filters counts={data.counts} search={search} />
      {data.clocks.length === 0 ? (
        <EmptyState icon={IconClockCheck} title={messages.none}>
          {messages.noneText}
        </EmptyState>
      ) : (
        <List
          key={`${search.risk} ${search.clock}`}
          clocks={data.clocks}
          total={data.total}
          onMore={data.clocks.length < data.total && limit < MOST ? () => setLimit(MOST) : undefined}
        />
      )}
    </div>
  );
}
