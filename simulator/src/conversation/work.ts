/** What an agent does with a piece of work: what is told when it is taken up, and what the stretch of attention comes to. */
import type { Priority } from '@watchdesk/domain/event';
import type { Agent, Ticket, WorkItem } from '../model.ts';
import { chance, logNormal } from '../random.ts';
import { HOUR } from '../zone.ts';
import { awaitCustomer, customerSays } from './customer.ts';
import { escalate, sendBack, transfer } from './escalate.ts';
import { ASKED_BY_CUSTOMERS } from './course.ts';
import { agentActor, customerActor, type Floor, later, setStatus, wantAttention } from './floor.ts';
import { tellCreation } from './open.ts';
import { resolve } from './resolve.ts';

/** The agent turns to it: it becomes the agent's, and a call is answered. */
export function takeUp(floor: Floor, agent: Agent, { ticket }: WorkItem): void {
  const actor = agentActor(agent);
  const isCall = ticket.live && ticket.channel === 'phone';
  if (ticket.isUntold) tellCreation(floor, ticket, agent);
  if (ticket.assignee !== agent) {
    ticket.assignee = agent;
    floor.journal.tell(ticket, actor, 'assignee.changed', { to: agent.profile.id });
  }
  if (ticket.status === 'new') setStatus(floor, ticket, actor, 'open');
  if (ticket.experience.agents.size === 0 && !ticket.isSpam && chance(ticket.random, 0.06)) correctPriority(floor, ticket, agent);
  ticket.experience.agents.add(agent.profile.id);
  if (isCall && ticket.experience.firstReplyMs === null && ticket.createdAt < floor.clock.now()) {
    say(floor, ticket, agent, 'callGreeting');
    floor.journal.say(ticket, customerActor(ticket), 'callOpening');
  }
}

/** What triage had put too high or too low, by one step. */
function correctPriority(floor: Floor, ticket: Ticket, agent: Agent): void {
  const step = Number(ticket.priority[1]) + (chance(ticket.random, 0.4) ? -1 : 1);
  if (step < 1 || step > 5) return;
  ticket.priority = `P${step}` as Priority;
  floor.journal.tell(ticket, agentActor(agent), 'priority.changed', { to: ticket.priority, reason: 'Corrected at triage' });
}

function say(floor: Floor, ticket: Ticket, agent: Agent, text: Parameters<Floor['journal']['say']>[2]): void {
  const { experience } = ticket;
  experience.firstReplyMs ??= floor.clock.now() - experience.waitsSince;
  experience.followUps += 1;
  floor.journal.say(ticket, agentActor(agent), text);
}

/** The stretch is over. */
export function workDone(floor: Floor, agent: Agent, { ticket, purpose }: WorkItem): void {
  const { course } = ticket;
  if (ticket.isSpam) return discard(floor, ticket, agent);
  if (ticket.isDuplicateOf && !ticket.isDuplicateOf.isGone) return merge(floor, ticket, ticket.isDuplicateOf, agent);
  if (purpose === 'wrapUp') return resolve(floor, ticket, agentActor(agent), { charm: agent.profile.charm });
  if (course.misrouted && !ticket.live) return transfer(floor, ticket, agent);
  if (Number(agent.profile.tier[1]) < course.tier) return passOn(floor, ticket, agent);
  if (course.comesBack && agent.profile.tier !== 'L1') return sendBack(floor, ticket, agent);
  if (course.pause) return pause(floor, ticket, agent, course.pause);
  if (course.questions > 0 && !isCall(ticket)) return question(floor, ticket, agent);
  solve(floor, ticket, agent);
}

const isCall = (ticket: Ticket) => ticket.live && ticket.channel === 'phone';

/** The first line asks what specialists will want to know, unless it forgets to. */
function passOn(floor: Floor, ticket: Ticket, agent: Agent): void {
  const { course, random } = ticket;
  if (isCall(ticket)) floor.journal.note(ticket, agentActor(agent), 'callNote');
  else if (course.questions > 0 && (course.returnedFor || chance(random, 0.45))) return question(floor, ticket, agent);
  escalate(floor, ticket, agent);
}

const QUESTIONS = ['question', 'questionAgain', 'questionLast'] as const;
const ANSWERS = ['answer', 'answerAgain', 'answerLast'] as const;

function question(floor: Floor, ticket: Ticket, agent: Agent): void {
  const place = Math.min(ticket.course.asked, QUESTIONS.length - 1);
  ticket.course.questions -= 1;
  ticket.course.asked += 1;
  say(floor, ticket, agent, QUESTIONS[place]!);
  setStatus(floor, ticket, agentActor(agent), 'pending');
  awaitCustomer(floor, ticket, 0.93, () => customerSays(floor, ticket, ANSWERS[place]!));
}

/** Something outside of support has to happen first; the agent comes back to it. */
function pause(floor: Floor, ticket: Ticket, agent: Agent, reason: string): void {
  const actor = agentActor(agent);
  ticket.course.pause = null;
  if (isCall(ticket)) floor.journal.note(ticket, actor, 'callNote');
  else say(floor, ticket, agent, 'update');
  // Whom one waits for makes the difference: on others the ticket is on hold, on the customer's wish the clock is.
  const isAsked = ASKED_BY_CUSTOMERS.has(reason);
  if (isAsked) floor.journal.tell(ticket, actor, 'pause.requested', { reason }, 'pauseNote');
  else floor.journal.note(ticket, actor, 'pauseNote');
  setStatus(floor, ticket, actor, 'on_hold', reason);
  ticket.live = false;
  ticket.turn += 1;
  later(floor, ticket, Math.min(120 * HOUR, logNormal(ticket.random, 9 * HOUR, 1)), () => {
    if (isAsked) floor.journal.tell(ticket, { kind: 'automation' }, 'pause.ended', { reason });
    setStatus(floor, ticket, { kind: 'automation' }, 'open');
    wantAttention(floor, ticket, 'resume');
  });
  floor.desk.hangUp(agent, ticket);
}

function solve(floor: Floor, ticket: Ticket, agent: Agent): void {
  const { random } = ticket;
  const actor = agentActor(agent);
  const { charm } = agent.profile;
  if (isCall(ticket)) {
    floor.journal.note(ticket, actor, 'callNote');
    say(floor, ticket, agent, 'callSummary');
    return resolve(floor, ticket, actor, { charm });
  }
  if (chance(random, agent.profile.tier === 'L1' ? 0.16 : 0.6)) floor.journal.note(ticket, actor, 'note');
  say(floor, ticket, agent, 'solution');
  if (ticket.live) {
    return awaitCustomer(floor, ticket, 0.72, () => {
      floor.journal.say(ticket, customerActor(ticket), 'confirmation');
      later(floor, ticket, logNormal(random, 25_000, 0.4), () => resolve(floor, ticket, actor, { charm }));
    });
  }
  if (chance(random, 0.76)) return resolve(floor, ticket, actor, { charm });
  setStatus(floor, ticket, actor, 'pending');
  awaitCustomer(floor, ticket, 0.75, () => {
    const holds = chance(random, 0.8);
    customerSays(floor, ticket, holds ? 'thanks' : 'stillBroken');
    if (holds) wantAttention(floor, ticket, 'wrapUp');
  });
}

function discard(floor: Floor, ticket: Ticket, agent: Agent): void {
  floor.journal.tell(ticket, agentActor(agent), ticket.number % 5 === 0 ? 'ticket.deleted' : 'ticket.spam', {});
  forget(floor, ticket, agent);
}

/** Two tickets about one thing become the older one, whose customer has waited long enough by now to be told something. */
function merge(floor: Floor, ticket: Ticket, into: Ticket, agent: Agent): void {
  floor.journal.note(ticket, agentActor(agent), 'mergeNote');
  floor.journal.tell(ticket, agentActor(agent), 'ticket.merged', { into: into.id });
  forget(floor, ticket, agent);
}

function forget(floor: Floor, ticket: Ticket, agent: Agent): void {
  ticket.isGone = true;
  ticket.turn += 1;
  floor.tickets.delete(ticket.number);
  floor.desk.hangUp(agent, ticket);
}
