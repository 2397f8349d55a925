/**
 * What customers of a drill and the agents on shift say to each other. It is played from the start each time and looks only at what had
 * happened by then, so that what was told once stays as it was, whatever is done later and however often it is asked.
 */
import { type Intended, isSaid } from './talk.ts';

/** A message that a customer would write if nobody told them anything. Instants are by the clock of the drill, in milliseconds. */
export interface Message extends Intended {
  readonly ticket: number;
  /** The customer looks on while they wait, as in a chat. */
  readonly isLive: boolean;
  /** The work of an answer to it, in times of the usual. */
  readonly effort: number;
}

export interface CrewMember {
  readonly id: string;
  /** Time that they take, in times of the usual. */
  readonly pace: number;
}

/** What people do to a ticket. Taken, the crew leaves it alone. */
export interface Intervention {
  readonly at: number;
  readonly ticket: number;
  readonly kind: 'answered' | 'taken' | 'resolved';
}

export interface Setting<M extends Message> {
  /** In order. */
  readonly messages: readonly M[];
  readonly crew: readonly CrewMember[];
  /** When customers were told publicly. */
  readonly told: readonly number[];
  /** When its incident was taken for resolved, or opened again, in order. */
  readonly turns: readonly { readonly at: number; readonly isResolved: boolean }[];
  /** In order. */
  readonly interventions: readonly Intervention[];
}

/** `looking`: before customers were told; `known`: since then; `over`: with it the ticket is resolved. */
export type AnswerKind = 'looking' | 'known' | 'over';

export interface Answer {
  readonly kind: AnswerKind;
  readonly ticket: number;
  /** How many the crew gave on this ticket before. */
  readonly place: number;
  readonly at: number;
  readonly agent: string;
  /** Whose it was before. */
  readonly from: string | null;
}

/** `reopens`: the ticket was taken for resolved. */
export type Said<M extends Message> =
  | { readonly at: number; readonly message: M; readonly reopens: boolean }
  | { readonly at: number; readonly answer: Answer };

const MINUTE_MS = 60_000;
/**
 * Median work of an answer. About half as much again as on a quiet day, as the agents' other tickets wait too; what is known is said from a
 * template, and that it is over to one after another.
 */
const WORK_MS = { looking: 6 * MINUTE_MS, known: 3 * MINUTE_MS, over: 40_000 } as const satisfies Record<AnswerKind, number>;
const LIVE = 0.5;
/** What is taken up first: whoever looks on is to wait less. */
const ALLOWANCE_MS = { live: 3 * MINUTE_MS, deferred: 20 * MINUTE_MS };

interface Ticket {
  readonly number: number;
  readonly cameAt: number;
  readonly isLive: boolean;
  effort: number;
  isOpen: boolean;
  isTaken: boolean;
  isInHand: boolean;
  /** Since when its customer waits for a word. */
  waitsSince: number | null;
  answeredAt: number | null;
  agent: string | null;
  places: number;
}

interface Job {
  readonly ticket: Ticket;
  readonly from: number;
  readonly doneAt: number;
}

/** All that is said up to `until`, in order. */
export function conversationsOf<M extends Message>(setting: Setting<M>, until: number): Said<M>[] {
  const { messages, crew, told, turns, interventions } = setting;
  const tickets = new Map<number, Ticket>();
  const jobs = new Map<string, Job>();
  const said: Said<M>[] = [];
  const isResolvedAt = (at: number): boolean => turns.findLast((turn) => turn.at <= at)?.isResolved ?? false;
  const isToldAt = (at: number): boolean => told.some((one) => one <= at);
  const kindAt = (at: number): AnswerKind => (isResolvedAt(at) ? 'over' : isToldAt(at) ? 'known' : 'looking');

  const hear = (message: M): void => {
    const { ticket: number, at, isFirst, isLive, effort } = message;
    const ticket = tickets.get(number);
    if (isFirst ? ticket !== undefined : ticket === undefined) return;
    const heard = ticket?.answeredAt == null ? told : [...told, ticket.answeredAt];
    if (!isSaid(message, heard)) return;
    said.push({ at, message, reopens: ticket?.isOpen === false });
    if (ticket) Object.assign(ticket, { isOpen: true, effort, waitsSince: ticket.waitsSince ?? at });
    else tickets.set(number, opened({ number, cameAt: at, isLive, effort }));
  };

  const intervene = ({ ticket: number, at, kind }: Intervention): void => {
    const ticket = tickets.get(number);
    if (!ticket) return;
    if (kind === 'taken') ticket.isTaken = true;
    else Object.assign(ticket, { waitsSince: null, answeredAt: at, ...(kind === 'resolved' && { isOpen: false }) });
  };

  const finish = (agent: string, { ticket, from, doneAt: at }: Job): void => {
    jobs.delete(agent);
    ticket.isInHand = false;
    const kind = kindAt(at);
    const isAnswered = ticket.answeredAt !== null && ticket.answeredAt >= from;
    if (!ticket.isOpen || ticket.isTaken || (isAnswered && kind !== 'over')) return;
    said.push({ at, answer: { kind, ticket: ticket.number, place: ticket.places, at, agent, from: ticket.agent } });
    Object.assign(ticket, { places: ticket.places + 1, waitsSince: null, answeredAt: at, agent, isOpen: kind !== 'over' });
  };

  const takeUp = (at: number): void => {
    const kind = kindAt(at);
    const waiting = [...tickets.values()]
      .filter((one) => one.isOpen && !one.isTaken && !one.isInHand && (kind === 'over' || one.waitsSince !== null))
      .toSorted((a, b) => dueOf(a) - dueOf(b) || a.number - b.number);
    for (const ticket of waiting) {
      // Whoever has answered it goes on with it where they are free.
      const free = crew.filter(({ id }) => !jobs.has(id));
      const member = free.find(({ id }) => id === ticket.agent) ?? free[0];
      if (!member) return;
      const work = WORK_MS[kind] * ticket.effort * member.pace * (ticket.isLive ? LIVE : 1);
      ticket.isInHand = true;
      jobs.set(member.id, { ticket, from: at, doneAt: Math.round(at + work) });
    }
  };

  const inputs = [
    ...messages.map((message) => ({ at: message.at, take: () => hear(message) })),
    ...interventions.map((one) => ({ at: one.at, take: () => intervene(one) })),
    // What is resolved is taken up then, though nobody writes.
    ...turns.map(({ at }) => ({ at, take: () => {} })),
  ].toSorted((a, b) => a.at - b.at);
  for (let next = 0; ;) {
    const [agent, job] = [...jobs].reduce((a, b) => (b[1].doneAt < a[1].doneAt ? b : a), NOBODY);
    const input = inputs[next];
    const at = Math.min(job.doneAt, input?.at ?? Infinity);
    if (at > until || at === Infinity) return said;
    if (job.doneAt === at) finish(agent, job);
    else {
      input!.take();
      next += 1;
    }
    if (jobs.size < crew.length) takeUp(at);
  }
}

const NOBODY: readonly [string, Job] = ['', { doneAt: Infinity } as Job];

const opened = (more: Pick<Ticket, 'number' | 'cameAt' | 'isLive' | 'effort'>): Ticket => ({
  ...more,
  isOpen: true,
  isTaken: false,
  isInHand: false,
  waitsSince: more.cameAt,
  answeredAt: null,
  agent: null,
  places: 0,
});

const dueOf = ({ waitsSince, cameAt, isLive }: Ticket): number =>
  (waitsSince ?? cameAt) + (isLive ? ALLOWANCE_MS.live : ALLOWANCE_MS.deferred);
