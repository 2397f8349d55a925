/**
 * Small things told while nothing else is, so that the live centre never stands still for five seconds: what a free
 * agent does meanwhile, or how far somebody has come who has no time for that.
 */
import type { Presence } from '@watchdesk/domain/event';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { Agent, Stretch } from '../model.ts';
import { tellActivity } from './activity.ts';

const EVERY_MS = 2_000;
/** With the time until the next look, less than five seconds. */
const SILENCE_MS = 3_000;
const PASTIMES = [
  'Reading release notes',
  'Tidying tags',
  'Writing an article',
  'Reviewing answers',
  'Following up',
  'Testing the new version',
];

/** Starts at an instant and goes on for good. It takes nobody away from work. */
export function startPulse(clock: Clock, journal: Journal, agents: readonly Agent[], from: number): void {
  const beat = (count: number): void => {
    clock.at(from + count * EVERY_MS, () => {
      if (clock.now() - journal.lastAt() >= SILENCE_MS) tellSomething(journal, agents, count, clock.now());
      beat(count + 1);
    });
  };
  beat(Math.max(0, Math.ceil((clock.now() - from) / EVERY_MS)));
}

function tellSomething(journal: Journal, agents: readonly Agent[], count: number, now: number): void {
  const free = agents.filter(({ presence, stretch }) => presence === 'available' && stretch === null);
  const agent = free[count % Math.max(1, free.length)];
  if (agent) return tellPresence(journal, agent, 'available', PASTIMES[(count + agent.number) % PASTIMES.length]!);
  const busy = agents.filter(isTold);
  const other = busy[count % Math.max(1, busy.length)];
  if (other) return tellActivity(journal, other, other.stretch, now);
  const waiting = agents.find(({ presence }) => presence === 'busy');
  if (waiting) tellPresence(journal, waiting, 'busy', 'Waiting for an answer in the chat');
}

const tellPresence = (journal: Journal, agent: Agent, state: Presence, reason: string): void =>
  journal.agent(agent, 'agent.presence', { agent: agent.profile.id, state, reason });

/** Works on something that may be told of. */
const isTold = (agent: Agent): agent is Agent & { stretch: Stretch } =>
  agent.stretch !== null && !agent.stretch.item.ticket.isUntold && !agent.stretch.item.ticket.isYielded;
