/** A run in a log: what came of it, whose it was, about which ticket, and all that is to be said of it. */
import { Link } from '@tanstack/react-router';
import type { AutomationRun } from '../api/client.ts';
import { Instant, TicketLink } from '../ui/index.ts';
import { messages } from './messages.ts';
import { OutcomeWord } from './OutcomeWord.tsx';
import { RunBody } from './RunBody.tsx';
import classes from './runs.module.css';

/** One that was removed leads nowhere any more, and says so there. */
const AutomationLink = ({ id, name }: { id: string; name: string }) => (
  <Link to="/automations/$automationId" params={{ automationId: id }} className={classes['link']}>
    <bdi>{name}</bdi>
  </Link>
);

interface RunItemProps {
  run: AutomationRun;
  /** What the whole log is of stands above it. */
  of?: 'automation' | 'ticket' | undefined;
}

export function RunItem({ run, of }: RunItemProps) {
  const { automation, name, version, outcome, ticket, at, chain, event, since } = run;
  return (
    <li className={classes['run']}>
      <div className={classes['head']}>
        <OutcomeWord outcome={outcome} />
        <span className={classes['what']}>
          {of !== 'automation' && <AutomationLink id={automation} name={name ?? automation} />}
          {of !== 'ticket' && (
            <span>
              {of !== 'automation' && `${messages.on} `}
              <TicketLink id={ticket} at={event ? at : (since ?? at)} event={event} />
            </span>
          )}
          <span className={classes['saw']}>{messages.version(version)}</span>
        </span>
        <span className={classes['when']}>
          <Instant at={at} />
        </span>
      </div>
      <RunBody run={run} />
      {chain.length > 0 && (
        <p className={classes['chain']}>
          {messages.answers}{' '}
          {chain.map((one, index) => (
            <span key={one.id}>
              {index > 0 && ' → '}
              <AutomationLink {...one} />
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
