/** Lets the weeks begin: publishes everybody's shifts two days ahead, and brings people in, to their breaks and out again. */
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { Agent } from '../model.ts';
import { between, chance, stream } from '../random.ts';
import { DAY, HOUR, MINUTE } from '../zone.ts';
import type { PresenceBoard } from './presence.ts';
import { mondayOf, type Shift, shiftsOf, weekOf } from './shifts.ts';

const PUBLISHED_AHEAD_MS = 2 * DAY;
/** Whoever has the centre to himself waits for somebody to come before leaving the desk, and looks again after this. */
const RELIEF_MS = 10 * MINUTE;
/** Leads look over the queue this often. */
const GLANCE_MS = 10 * MINUTE;

interface RotaParts {
  readonly seed: number;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly agents: readonly Agent[];
  readonly board: PresenceBoard;
  readonly next: (agent: Agent) => void;
}

/** Starts with the week that holds the clock's instant and goes on for good. */
export function startRota(parts: RotaParts): void {
  const publish = (week: number): void => {
    for (const agent of parts.agents) publishWeek(parts, agent, week);
    parts.clock.at(mondayOf(week + 1) * DAY - PUBLISHED_AHEAD_MS, () => publish(week + 1));
  };
  publish(weekOf(Math.floor(parts.clock.now() / DAY)));
}

function publishWeek(parts: RotaParts, agent: Agent, week: number): void {
  const { seed, clock, journal, board } = parts;
  const shifts = shiftsOf(seed, agent.profile, agent.zone, agent.number, week).filter(({ to }) => to > clock.now());
  for (const { kind, from, to } of shifts) journal.agent(agent, 'agent.shift', { agent: agent.profile.id, from, to, kind });
  shifts.forEach((shift, position) => {
    const random = stream(seed, 8, agent.number, Math.floor(shift.from / HOUR));
    const following = shifts[position + 1]?.from ?? shift.from + 3 * DAY;
    clock.at(shift.from + between(random, -4, 5) * MINUTE, () => {
      agent.shiftEndsAt = shift.to;
      agent.nextShiftAt = following;
      board.arrive(agent);
    });
    // Whoever has nothing in hand leaves on time; others when it is done.
    clock.at(shift.to, () => parts.next(agent));
    planAway(parts, agent, shift, random);
  });
}

function planAway(parts: RotaParts, agent: Agent, shift: Shift, random: ReturnType<typeof stream>): void {
  const isLong = shift.to - shift.from > 6 * HOUR;
  const due = (afterHours: number, reason: string, minutes: number) => {
    const ms = Math.round(minutes * between(random, 0.9, 1.15)) * MINUTE;
    const from = shift.from + (afterHours + between(random, -0.4, 0.4)) * HOUR;
    const go = (): void => {
      if (!agent.onShift || agent.presence === 'away') return;
      if (isAlone(parts.agents, agent)) return parts.clock.after(RELIEF_MS, go);
      agent.awayDue = { reason, ms };
      parts.next(agent);
    };
    parts.clock.at(from, go);
  };
  due(isLong ? 2 : 1.9, 'Break', 12);
  if (!isLong) return;
  due(4, 'Lunch', 40);
  due(6.3, 'Break', 12);
  if (chance(random, agent.profile.isLead ? 0.9 : 0.2)) due(5.2, 'Meeting', agent.profile.isLead ? 70 : 40);
  if (chance(random, 0.05)) due(3, 'Training', 60);
  if (agent.profile.isLead)
    for (let at = shift.from + GLANCE_MS; at < shift.to; at += GLANCE_MS) parts.clock.at(at, () => parts.next(agent));
}

const isAlone = (agents: readonly Agent[], agent: Agent): boolean =>
  !agents.some((other) => other !== agent && other.onShift && other.presence !== 'away' && other.awayDue === null);
