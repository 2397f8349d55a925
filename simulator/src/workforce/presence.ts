/** Who is there: the state an agent shows to the others, told whenever it changes. Work in hand is finished first. */
import type { Presence } from '@watchdesk/domain/event';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { Agent } from '../model.ts';

export interface PresenceBoard {
  busy(agent: Agent): void;
  /** Nothing to do, though customers of open conversations may be typing. */
  idle(agent: Agent): void;
  arrive(agent: Agent): void;
  goAway(agent: Agent): void;
  /** The shift is over; what the agent still had on the desk is for others. */
  leave(agent: Agent): void;
}

export interface BoardParts {
  readonly clock: Clock;
  readonly journal: Journal;
  /** From then on it is told when somebody turns busy or free; before, only comings, goings and breaks are. */
  readonly liveFrom: () => number;
  /** The agent is back and looks for work. */
  readonly back: (agent: Agent) => void;
  readonly left: (agent: Agent) => void;
}

export function createPresenceBoard({ clock, journal, liveFrom, back, left }: BoardParts): PresenceBoard {
  const show = (agent: Agent, state: Presence, reason?: string, until?: number): void => {
    if (agent.presence === state) return;
    const isFlip = (state === 'busy' || state === 'available') && (agent.presence === 'busy' || agent.presence === 'available');
    agent.presence = state;
    if (isFlip && clock.now() < liveFrom()) return;
    journal.agent(agent, 'agent.presence', { agent: agent.profile.id, state, ...(reason && { reason }), ...(until && { until }) });
  };
  return {
    busy: (agent) => show(agent, 'busy', 'In conversation'),
    idle: (agent) => show(agent, agent.sessions.size > 0 ? 'busy' : 'available', agent.sessions.size > 0 ? 'In conversation' : undefined),
    arrive(agent) {
      if (agent.onShift) return; // still at work from the shift before
      agent.onShift = true;
      show(agent, 'available');
      back(agent);
    },
    goAway(agent) {
      const { reason, ms } = agent.awayDue!;
      agent.awayDue = null;
      show(agent, 'away', reason, clock.now() + ms);
      clock.after(ms, () => {
        show(agent, 'available');
        back(agent);
      });
    },
    leave(agent) {
      agent.onShift = false;
      agent.awayDue = null;
      show(agent, 'offline', 'Off shift', agent.nextShiftAt);
      left(agent);
    },
  };
}
