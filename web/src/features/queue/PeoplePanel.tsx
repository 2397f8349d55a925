/** Who can help: presence with its reason, what each one holds, and what they did today. */
import { useState } from 'react';
import type { QueueAgent } from '../../api/client.ts';
import { AgentLink } from '../../reach/index.ts';
import { useSession } from '../../session/session.ts';
import { Age, Duration, EmptyState, formatCount, Instant, PersonFace, sentenceCase } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './people.module.css';

const words = messages.people;

/** A load is read against the fullest colleague; alone, one ticket should not look like everything. */
const LEAST_SCALE = 5;

function Presence({ agent }: { agent: QueueAgent }) {
  return (
    <span className={classes['presence']} data-state={agent.state}>
      {words.presence[agent.state]}
      {agent.reason && <> · {sentenceCase(agent.reason).toLowerCase()}</>}
      {agent.until ? (
        <>
          , {words.until} <Instant at={agent.until} />
        </>
      ) : (
        agent.since &&
        agent.state !== 'offline' && (
          <>
            {' '}
            {words.since} <Age since={agent.since} />
          </>
        )
      )}
    </span>
  );
}

function Load({ open, most }: { open: number; most: number }) {
  return (
    <span className={classes['load']} title={words.load(open)}>
      <span className={classes['bar']} aria-hidden="true">
        <span style={{ width: `${(100 * open) / most}%` }} />
      </span>
      {words.load(open)}
    </span>
  );
}

function PersonRow({ agent, most }: { agent: QueueAgent; most: number }) {
  const { resolvedToday: resolved, repliesToday: replies } = agent;
  const skills = [agent.supportTier, agent.team?.name].filter(Boolean).join(' · ');
  return (
    <li className={classes['row']} title={agent.skills.map(sentenceCase).join(', ') || undefined}>
      <PersonFace person={agent} presence={agent.state} size={32} />
      <div className={classes['text']}>
        <div className={classes['line']}>
          <span className={classes['name']}>
            <AgentLink id={agent.id}>{agent.name}</AgentLink>
          </span>
          <span className={classes['team']}>{skills}</span>
        </div>
        <Presence agent={agent} />
        {(agent.state !== 'offline' || agent.openTickets > 0) && <Load open={agent.openTickets} most={most} />}
        {resolved !== null && replies !== null && resolved + replies > 0 && (
          <span className={classes['today']}>
            {words.today(formatCount(resolved), formatCount(replies))}, {words.median}{' '}
            <Duration seconds={agent.medianReplySecondsToday} why={words.medianWhy} />
          </span>
        )}
      </div>
    </li>
  );
}

export function PeoplePanel({ agents }: { agents: readonly QueueAgent[] }) {
  const { person } = useSession();
  const [offlineShown, setOfflineShown] = useState(false);
  const online = agents.filter(({ state }) => state !== 'offline');
  const offline = agents.filter(({ state }) => state === 'offline');
  const missing = offline.filter(({ onShift }) => onShift).length;
  const most = Math.max(LEAST_SCALE, ...agents.map(({ openTickets }) => openTickets));
  return (
    <section className={classes['panel']} aria-labelledby="people">
      <header className={classes['head']}>
        <h2 id="people">{words.title}</h2>
        <p>
          {words.sentence(formatCount(online.length), formatCount(agents.length))}
          {missing > 0 && <> · {words.onShiftOff(missing)}</>}
          {person.role === 'agent' && <> · {words.dayOfOthers}</>}
        </p>
      </header>
      <ul className={classes['list']}>
        {[...online, ...(offlineShown ? offline : [])].map((agent) => (
          <PersonRow key={agent.id} agent={agent} most={most} />
        ))}
        {offline.length > 0 && (
          <li className={classes['more']}>
            <button type="button" onClick={() => setOfflineShown(!offlineShown)} aria-expanded={offlineShown}>
              {offlineShown ? words.hideOffline : words.showOffline(offline.length)}
            </button>
          </li>
        )}
        {agents.length === 0 && (
          <li>
            <EmptyState title={words.empty} compact>
              {words.emptyText}
            </EmptyState>
          </li>
        )}
      </ul>
    </section>
  );
}
