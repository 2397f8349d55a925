/** What the draft would have meant for the tickets of the past; what could be kept is taken over with a click. */
import { Button, Loader, SegmentedControl } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { use, useState } from 'react';
import { answered, api } from '../../../api/index.ts';
import type { PolicySpec } from '../../../api/client.ts';
import { ClockContext, ErrorState, Panel } from '../../../ui/index.ts';
import editor from '../../../drafts/editor.module.css';
import classes from './backtest.module.css';
import { BacktestResult } from './BacktestResult.tsx';
import { messages } from './messages.ts';

const words = messages.backtest;
const DAY_MS = 86_400_000;
const PERIODS = [30, 90];

interface BacktestProps {
  id: string | null;
  draft: PolicySpec;
  faults: number;
  isSound: boolean;
  /** Null for who may only read. */
  onTake: ((metric: string, priority: string, seconds: number) => void) | null;
}

export function Backtest({ id, draft, faults, isSound, onTake }: BacktestProps) {
  const clock = use(ClockContext);
  const [days, setDays] = useState(30);
  const run = useMutation({
    mutationFn: async ({ spec, days: span }: { spec: PolicySpec; days: number }) => {
      const to = clock.now();
      const body = { id, spec, from: new Date(to - span * DAY_MS).toISOString(), to: new Date(to).toISOString() };
      return answered(api.POST('/api/v1/sla/policies/backtest', { body }));
    },
  });
  return (
    <Panel title={words.title} sentence={words.text}>
      <div className={editor['adding']}>
        <SegmentedControl
          size="xs"
          aria-label={words.period}
          data={PERIODS.map((period) => ({ value: String(period), label: words.days(period) }))}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconHistory size={14} aria-hidden="true" />}
          disabled={!isSound || run.isPending}
          onClick={() => run.mutate({ spec: draft, days })}
        >
          {words.run}
        </Button>
        {faults > 0 && <span className={editor['hint']}>{words.mend}</span>}
        {run.data && (run.variables.spec !== draft || run.variables.days !== days) && !run.isPending && (
          <span className={editor['hint']}>{words.stale}</span>
        )}
      </div>
      <div aria-live="polite">
        {run.isPending && (
          <p className={classes['running']}>
            <Loader size={14} /> {words.running}
          </p>
        )}
        {run.error && <ErrorState error={run.error} retry={() => run.mutate({ spec: draft, days })} compact />}
        {run.data && !run.isPending && <BacktestResult result={run.data} days={run.variables.days} draft={draft} onTake={onTake} />}
      </div>
    </Panel>
  );
}
