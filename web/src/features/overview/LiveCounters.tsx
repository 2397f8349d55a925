/** The numbers of this moment, each of which says on a click what is counted, of whose tickets, and how fresh it is. */
import { Popover, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Overview } from '../../api/client.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { formatCount, formatTimeToSecond } from '../../ui/index.ts';
import classes from './fire.module.css';
import { messages } from './messages.ts';

const words = messages.now;
type Counted = keyof typeof words.meanings;

interface CounterProps {
  id: Counted;
  count: number | null;
  name: string;
  now: Overview;
}

function Explanation({ id, count, now: { seesTickets, asOf } }: CounterProps) {
  const zone = useTimeZone();
  return (
    <div className={classes['explained']}>
      <strong>{words.labels[id]}</strong>
      <p>{words.meanings[id]}</p>
      {count === null && <p>{words.withheld}.</p>}
      <p className={classes['from']}>
        {seesTickets ? words.inSight : words.inSum} {words.asOf(formatTimeToSecond(asOf, zone))}
      </p>
      {seesTickets && <Link to="/queue">{messages.fire.seeQueue}</Link>}
    </div>
  );
}

function Counter(props: CounterProps) {
  const { id, count, name } = props;
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} width={280} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes['counter']} onClick={() => setOpened(!opened)}>
          <b>{formatCount(count)}</b> {name}
          <VisuallyHidden>{count === null ? words.explainWithheld : words.explain}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.labels[id]}>
        <Explanation {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}

export function LiveCounters({ now }: { now: Overview }) {
  return (
    <div className={classes['now']} role="group" aria-label={words.label}>
      <Counter id="waiting" count={now.waiting} name={words.waiting} now={now} />
      <Counter id="handling" count={now.handling} name={words.handling} now={now} />
      <Counter id="unassigned" count={now.unassigned} name={words.unassigned} now={now} />
      <Counter id="available" count={now.available} name={words.available(formatCount(now.online))} now={now} />
      {now.seesTickets && (
        <Link to="/queue" className={classes['see']}>
          {words.queue}
          <VisuallyHidden>: {messages.fire.seeQueue}</VisuallyHidden>
        </Link>
      )}
    </div>
  );
}
