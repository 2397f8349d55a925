/** What free agents do while nothing is to be done anywhere: told so that the live centre never stands still for long. */
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { Agent } from '../model.ts';

const EVERY_MS = 4_000;
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
      tellPastime(journal, agents, count);
      beat(count + 1);
    });
  };
  beat(Math.max(0, Math.ceil((clock.now() - from) / EVERY_MS)));
}

function tellPastime(journal: Journal, agents: readonly Agent[], count: number): void {
  if (agents.some(({ stretch }) => stretch !== null)) return;
  const free = agents.filter(({ presence }) => presence === 'available');
  const agent = free[count % Math.max(1, free.length)];
  if (!agent) return;
  journal.agent(agent, 'agent.presence', {
    agent: agent.profile.id,
    state: 'available',
    reason: PASTIMES[(count + agent.number) % PASTIMES.length]!,
  });
}
