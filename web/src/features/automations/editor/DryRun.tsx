/** What the draft would have done in the past: how often, about which tickets, why, and what. */
import { Button, Checkbox, Loader, SegmentedControl } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answered, api } from '../../../api/index.ts';
import type { AutomationDryRun, AutomationSpec } from '../../../api/client.ts';
import { OutcomeWord, RunBody } from '../../../automation-runs/index.ts';
import editor from '../../../drafts/editor.module.css';
import { TicketSelect } from '../../../ticket-search/index.ts';
import { ErrorState, Instant, Panel, TicketLink } from '../../../ui/index.ts';
import classes from './builder.module.css';
import { messages } from './messages.ts';

const words = messages.dry;
const PERIODS = [7, 30, 90];
/** The rest on request: what each would have done is long. */
const FIRST = 10;

interface Asked {
  automation: AutomationSpec;
  days: number;
  ticket: string | null;
  also: boolean;
}

interface DryRunProps {
  /** Null of one that is being made. */
  id: string | null;
  draft: AutomationSpec;
  faults: number;
  isSound: boolean;
}

export function DryRun({ id, draft, faults, isSound }: DryRunProps) {
  const [days, setDays] = useState(30);
  const [ticket, setTicket] = useState<string | null>(null);
  const [also, setAlso] = useState(false);
  // Whoever leaves the page waits no longer.
  const leaving = useRef<AbortController>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const run = useMutation({
    mutationFn: ({ ticket: one, ...asked }: Asked) => {
      leaving.current = new AbortController();
      const body = { ...asked, ...(id !== null && { id }), ...(one !== null && { ticket: one }) };
      return answered(api.POST('/api/v1/automations/dry-run', { body, signal: leaving.current.signal }));
    },
  });
  const now: Asked = { automation: draft, days, ticket, also };
  const isOf = ({ automation, days: over, ticket: one, also: others }: Asked) =>
    automation === draft && over === days && one === ticket && others === also;
  return (
    <Panel title={words.title} sentence={words.text}>
      <div className={classes['dry']}>
        <SegmentedControl
          size="xs"
          aria-label={words.period}
          data={PERIODS.map((period) => ({ value: String(period), label: words.days(period) }))}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
        />
        <TicketSelect
          size="xs"
          className={classes['one'] ?? ''}
          aria-label={words.ticket}
          placeholder={words.anyTicket}
          clearable
          value={ticket}
          nothing={messages.deeds.noTicket}
          onChange={setTicket}
        />
        <Checkbox size="xs" label={words.also} checked={also} onChange={({ currentTarget: { checked } }) => setAlso(checked)} />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconHistory size={14} aria-hidden="true" />}
          disabled={!isSound || run.isPending}
          onClick={() => run.mutate(now)}
        >
          {words.run}
        </Button>
        {faults > 0 && <span className={editor['hint']}>{words.mend}</span>}
        {run.data && !isOf(run.variables) && !run.isPending && <span className={editor['hint']}>{words.stale}</span>}
      </div>
      <div aria-live="polite">
        {run.isPending && (
          <p className={classes['running']}>
            <Loader size={14} /> {words.running}
          </p>
        )}
        {run.error && <ErrorState error={run.error} retry={() => run.mutate(now)} compact />}
        {run.data && !run.isPending && (
          <Result result={run.data} days={run.variables.days} waits={run.variables.automation.actions.some((step) => step.do === 'wait')} />
        )}
      </div>
    </Panel>
  );
}

interface ResultProps {
  result: AutomationDryRun;
  days: number;
  /** It waits somewhere. */
  waits: boolean;
}

function Result({ result: { count, endedAtWait, tickets, bound, runs }, days, waits }: ResultProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? runs : runs.slice(0, FIRST);
  return (
    <>
      <p className={classes['lead']}>
        <b>{words.would(count, days)}</b> {endedAtWait > 0 && words.ended(endedAtWait)} {words.looked(tickets)}{' '}
        {bound && words.bound(bound.why)} {isWhole && runs.length < count && words.few(runs.length)}
      </p>
      {waits && count > 0 && <p className={editor['hint']}>{words.waits}</p>}
      {runs.length > 0 && (
        <ul className={classes['would']} aria-label={words.list}>
          {shown.map((one) => (
            <li key={`${one.ticket} ${one.at}`}>
              <div className={classes['wouldHead']}>
                <TicketLink id={one.ticket} at={one.at} />
                <OutcomeWord outcome={one.outcome} isDry />
                <span className={classes['when']}>
                  <Instant at={one.at} />
                </span>
              </div>
              <RunBody run={one} isDry />
            </li>
          ))}
        </ul>
      )}
      {shown.length < runs.length && (
        <Button size="xs" variant="default" mt={8} onClick={() => setWhole(true)}>
          {words.all(runs.length)}
        </Button>
      )}
    </>
  );
}
