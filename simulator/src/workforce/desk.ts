/**
 * Where work meets people. An agent gives attention to one thing at a time, but may keep up to three live
 * conversations open and answers whichever customer has spoken; a call wants the agent alone.
 * Waiting is never drawn: it is the time until somebody who may take the work is free.
 */
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { Agent, Ticket, WorkItem } from '../model.ts';
import type { TeamId } from '../people/roster.ts';
import { MINUTE } from '../zone.ts';
import { handleSeconds } from './handle-time.ts';
import { createTeamQueue, isValid, type Lane, laneOf, type TeamQueue } from './queue.ts';
import type { PresenceBoard } from './presence.ts';
import { beatMs, tellActivity } from './activity.ts';

const MOST_CHATS = 3;
/** Live agents leave mail to the others for this long. */
const MAIL_WAITS_MS = 8 * MINUTE;
/** A lead steps in for what is this late. */
const LEAD_STEPS_IN_MS = 20 * MINUTE;

/** The first line helps itself out: whoever is idle takes what waits for the other team. */
const SISTERS: { readonly [K in TeamId]?: TeamId } = { 'team-care': 'team-live', 'team-live': 'team-care' };

export interface Desk {
  /** Work for a team or, when given, for one agent of it who is on shift. */
  offer(item: WorkItem, to: Agent | null): void;
  /** The agent looks for something to do; called whenever that may have changed. */
  next(agent: Agent): void;
  /** The customer is no longer in the conversation. */
  hangUp(agent: Agent | null, ticket: Ticket): void;
  /** How many pieces of work wait for a team. */
  waiting(team: TeamId): number;
}

export interface DeskParts {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly agents: readonly Agent[];
  readonly board: PresenceBoard;
  /** From then on attention is told of while it lasts, before only when it ends. */
  readonly liveFrom: () => number;
  readonly taken: (agent: Agent, item: WorkItem) => void;
  readonly done: (agent: Agent, item: WorkItem) => void;
}

export function createDesk({ clock, journal, agents, board, liveFrom, taken, done }: DeskParts): Desk {
  const queues = new Map<TeamId, TeamQueue>();
  const queueOf = (team: TeamId): TeamQueue => {
    if (!queues.has(team)) queues.set(team, createTeamQueue());
    return queues.get(team)!;
  };
  const members = Map.groupBy(agents, ({ profile }) => profile.team);
  let attentive = 0;

  const next = (agent: Agent): void => {
    if (agent.stretch || !agent.onShift || agent.presence === 'away') return;
    if (clock.now() >= agent.shiftEndsAt) return board.leave(agent);
    if (agent.awayDue && agent.sessions.size === 0) return board.goAway(agent);
    const item = choose(agent);
    if (item) begin(agent, item);
    else board.idle(agent);
  };

  const choose = (agent: Agent): WorkItem | undefined => {
    const isFree = agent.sessions.size === 0;
    const own = firstOwn(agent, isFree);
    const allowed = (lane: Lane) => (lane === 'live' ? agent.sessions.size < MOST_CHATS : isFree);
    const { team, isLead } = agent.profile;
    // Whoever is due for a break ends what is open and begins nothing new.
    if (agent.awayDue) return own && take(agent, own);
    const shared = queueOf(team).peek(allowed);
    const late = isLead && shared && clock.now() < shared.deadline + LEAD_STEPS_IN_MS ? undefined : shared;
    if (own && (!late || own.deadline <= late.deadline)) return take(agent, own);
    if (late) return takeFrom(queueOf(team), late);
    if (isLead || !SISTERS[team]) return undefined;
    const sister = queueOf(SISTERS[team]);
    const other = sister.peek((lane) => allowed(lane) && (lane !== 'deferred' || team !== 'team-live'));
    if (other) return takeFrom(sister, other);
    // Those who sit at the chat keep free for it, and help with the mail only when it has waited a while.
    const mail = team === 'team-live' ? sister.peek(allowed) : undefined;
    return mail && clock.now() > mail.since + MAIL_WAITS_MS ? takeFrom(sister, mail) : undefined;
  };

  const begin = (agent: Agent, item: WorkItem): void => {
    const from = clock.now();
    taken(agent, item);
    if (laneOf(item.ticket) !== 'deferred') agent.sessions.add(item.ticket);
    const to = from + Math.round(handleSeconds(item.ticket, agent, item.purpose) * 1000);
    attentive += 1;
    agent.stretch = { item, from, to, toldTo: from };
    board.busy(agent);
    if (from >= liveFrom()) beat(agent);
    clock.at(to, () => end(agent));
  };

  const beat = (agent: Agent): void => {
    const stretch = agent.stretch!;
    const at = stretch.toldTo + beatMs(attentive, stretch.toldTo - stretch.from);
    if (at >= stretch.to) return;
    clock.at(at, () => {
      if (agent.stretch !== stretch) return;
      tellActivity(journal, agent, stretch, at);
      beat(agent);
    });
  };

  const end = (agent: Agent): void => {
    const stretch = agent.stretch!;
    tellActivity(journal, agent, stretch, stretch.to);
    agent.stretch = null;
    attentive -= 1;
    if (isValid(stretch.item)) done(agent, stretch.item);
    next(agent);
  };

  const offer = (item: WorkItem, to: Agent | null): void => {
    if (to) {
      to.own.push(item);
      return next(to);
    }
    const team = item.ticket.team!;
    queueOf(team).add(item);
    const lane = laneOf(item.ticket);
    const free = longestFree(members.get(team), lane, item) ?? longestFree(members.get(SISTERS[team] ?? team), lane, item);
    if (free) next(free);
  };

  return {
    offer,
    next,
    hangUp(agent, ticket) {
      if (agent?.sessions.delete(ticket)) next(agent);
    },
    waiting: (team) => queueOf(team).size(),
  };
}

function firstOwn(agent: Agent, isFree: boolean): WorkItem | undefined {
  if (agent.own.length === 0) return undefined;
  agent.own = agent.own.filter(isValid);
  let first: WorkItem | undefined;
  for (const item of agent.own) if ((isFree || item.ticket.live) && (!first || item.deadline < first.deadline)) first = item;
  return first;
}

function take(agent: Agent, item: WorkItem): WorkItem {
  agent.own.splice(agent.own.indexOf(item), 1);
  return item;
}

function takeFrom(queue: TeamQueue, item: WorkItem): WorkItem {
  queue.remove(item);
  return item;
}

/** Who may take it at once: fewest conversations first, then the better command of the subject and the language. */
function longestFree(team: readonly Agent[] | undefined, lane: Lane, { ticket }: WorkItem): Agent | undefined {
  let best: Agent | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const agent of team ?? []) {
    if (agent.stretch || !agent.onShift || agent.presence === 'away' || agent.profile.isLead || agent.awayDue) continue;
    if (lane === 'live' ? agent.sessions.size >= MOST_CHATS : agent.sessions.size > 0) continue;
    const score =
      -10 * agent.sessions.size +
      (agent.profile.skills[ticket.category] ?? 0) +
      (agent.profile.languages.includes(ticket.language) ? 3 : 0) +
      agent.number / 1e6;
    if (score > bestScore) [best, bestScore] = [agent, score];
  }
  return best;
}
