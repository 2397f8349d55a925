/** The composition root: people, queues, conversations and the clock that drives them. */
import type { SentEvent } from '@watchdesk/domain/event';
import { startArrivals } from './arrivals/arrivals.ts';
import { createIntensity, REGION_ZONES } from './arrivals/intensity.ts';
import { createClock } from './clock.ts';
import type { Floor } from './conversation/floor.ts';
import { unassign, wantAttention } from './conversation/floor.ts';
import { openTicket } from './conversation/open.ts';
import { personReplied, personResolved, yieldTicket } from './conversation/person.ts';
import { takeUp, workDone } from './conversation/work.ts';
import { customerData, directoryEvents } from './directory.ts';
import { REGIONS } from './geography.ts';
import { byDay, newestFirst } from './history.ts';
import { createJournal, finish } from './journal.ts';
import type { Agent, Draft, Ticket } from './model.ts';
import { checkOutages, type Outage } from './outages/outage.ts';
import { strike, type Struck } from './outages/strike.ts';
import { createCustomers } from './people/customers.ts';
import { createOrganisations } from './people/organisations.ts';
import { createRoster, type TeamId } from './people/roster.ts';
import { type Size, sizeOf } from './size.ts';
import { createWriter } from './texts/writer.ts';
import { createDesk, type Desk } from './workforce/desk.ts';
import { createPresenceBoard, type PresenceBoard } from './workforce/presence.ts';
import { startPulse } from './workforce/pulse.ts';
import { startRota } from './workforce/rota.ts';
import { createZone } from './zone.ts';

export interface CentreOptions {
  /** Any whole number; the same seed and start give the same centre for ever. */
  readonly seed: number;
  /** When the centre opens its doors, in milliseconds since 1970. */
  readonly startAt: number;
  /**
   * From when on everything is told as it happens: attention in pieces of at most a minute, and every change between busy
   * and free. Before, attention is told of when it ends. `history` sets it to its end unless it is given here.
   */
  readonly liveFrom?: number;
  /** Whose midnights cut the history into days; UTC unless given. */
  readonly timeZone?: string;
  readonly size?: Partial<Size>;
  /** What fails when; nothing unless given. */
  readonly outages?: readonly Outage[];
}

export interface ContactCentre {
  /** Teams, sites, agents, organisations and the customers of the first day; about 2,700 events. Always the same. */
  directory(): SentEvent[];
  /**
   * Everything from the present simulated instant up to `to`, in days, newest first: each ticket whole, with the day of its
   * creation, tickets still open at `to` with the newest day. The simulation runs when the first day is asked for and then
   * stands at `to`, so the live stream may go on while older days are still being taken.
   */
  history(span: { readonly to: number }): Generator<SentEvent[]>;
  /** Runs on to `to` and gives what happened, in order of time. An instant that has passed gives nothing. */
  advance(to: number): SentEvent[];
  /** Runs on to `to` without giving events: how a restart gets back to where it was. */
  skip(to: number): void;
  /** The simulated instant. */
  now(): number;
  /** Of each outage, all who meet it, in that order: what really happened, to hold against what is found from the tickets. */
  struck(): readonly (readonly Struck[])[];
  /** How much work waits for each team. */
  waiting(): Readonly<Record<TeamId, number>>;
  /**
   * A person took the ticket: simulated agents leave it alone from `at` on. A ticket that is unknown or over is ignored.
   * A restart has to repeat these three calls, with the same instants, before it skips past them.
   */
  yieldTicket(ticketId: string, at: number): void;
  /** A person wrote to the customer, who mostly answers within minutes. */
  personReplied(ticketId: string, at: number): void;
  /** A person resolved it: there may be thanks, a rating two hours later, or a reopening. */
  personResolved(ticketId: string, at: number): void;
}

/** A simulated contact centre that stands at `startAt`. Throws a RangeError for a size or an outage that makes no sense. */
export function createContactCentre(options: CentreOptions): ContactCentre {
  const { seed, startAt, outages = [] } = options;
  const size = sizeOf(options.size);
  checkOutages(outages, startAt);
  const dayZone = createZone(options.timeZone ?? 'UTC');
  const clock = createClock(startAt);
  const journal = createJournal(clock);
  let liveFrom = Number.POSITIVE_INFINITY;

  const organisations = createOrganisations(seed, size.organisations, startAt);
  const customers = createCustomers(seed, size.customers, organisations, startAt);
  const profiles = createRoster(seed, size.agents, startAt);
  const agents = profiles.map((profile, number): Agent => ({
    profile,
    zone: createZone(profile.timeZone),
    number,
    told: 0,
    presence: 'offline',
    onShift: false,
    shiftEndsAt: 0,
    nextShiftAt: 0,
    awayDue: null,
    stretch: null,
    sessions: new Set(),
    own: [],
  }));
  const writer = createWriter(seed, startAt, new Map(profiles.map(({ id, name }) => [id, name])));

  const board: PresenceBoard = createPresenceBoard({
    clock,
    journal,
    liveFrom: () => liveFrom,
    back: (agent) => desk.next(agent),
    left: (agent) => clearDesk(floor, agent),
  });
  const desk: Desk = createDesk({
    clock,
    journal,
    agents,
    board,
    liveFrom: () => liveFrom,
    taken: (agent, item) => takeUp(floor, agent, item),
    done: (agent, item) => workDone(floor, agent, item),
  });
  const floor: Floor = { seed, clock, journal, desk, zone: createZone, tickets: new Map(), asked: new Map(), nextNumber: 1 };

  const goLive = (from: number): void => {
    liveFrom = from;
    startPulse(clock, journal, agents, from);
  };
  if (options.liveFrom !== undefined) goLive(options.liveFrom);

  const run = (to: number, listener: ((draft: Draft) => void) | null): void => {
    journal.listen(listener);
    clock.runUntil(to);
    journal.listen(null);
  };
  const collect = (to: number): Draft[] => {
    const drafts: Draft[] = [];
    run(to, (draft) => drafts.push(draft));
    return drafts;
  };

  // The first shifts are published when the doors open, within the first span that somebody asks for.
  clock.at(startAt, () => startRota({ seed, clock, journal, agents, board, next: (agent) => desk.next(agent) }));
  for (const region of REGIONS) {
    const there = customers.filter(({ organisation }) => organisation.region === region);
    const intensity = createIntensity(region, createZone(REGION_ZONES[region]), size.conversationsPerDay, startAt);
    startArrivals(clock, seed, region, intensity, there, (arrival) => openTicket(floor, writer, arrival));
  }
  const struck = outages.map((outage, number) => strike(seed, number, outage, customers, createZone));
  for (const [number, outage] of outages.entries())
    for (const { writesAt, ...arrival } of struck[number]!)
      if (writesAt !== null) clock.at(writesAt, () => openTicket(floor, writer, { ...arrival, outage }));
  for (const customer of customers)
    if (customer.sinceAt > startAt) clock.at(customer.sinceAt, () => journal.joined(customer.id, customerData(customer)));

  const withTicket = (id: string, at: number, act: (floor: Floor, ticket: Ticket) => void) =>
    clock.at(at, () => {
      const ticket = floor.tickets.get(Number(id.slice(id.indexOf(':') + 1)));
      if (ticket) act(floor, ticket);
    });

  return {
    directory: () => directoryEvents({ organisations, customers, agents: profiles }, startAt),
    *history({ to }) {
      if (liveFrom === Number.POSITIVE_INFINITY) goLive(to);
      yield* newestFirst(byDay(collect(to), dayZone, to), writer.write);
    },
    advance: (to) => collect(to).map((draft) => finish(draft, writer.write)),
    skip: (to) => run(to, null),
    now: clock.now,
    struck: () => struck,
    waiting: () => Object.fromEntries(profiles.map(({ team }) => [team, desk.waiting(team)])) as Record<TeamId, number>,
    yieldTicket: (id, at) => withTicket(id, at, yieldTicket),
    personReplied: (id, at) => withTicket(id, at, personReplied),
    personResolved: (id, at) => withTicket(id, at, personResolved),
  };
}

/** The shift is over: open conversations and own work are for whoever is there. */
function clearDesk(floor: Floor, agent: Agent): void {
  const left = agent.own;
  agent.own = [];
  agent.sessions.clear();
  for (const { ticket, turn, purpose } of left) {
    if (ticket.turn !== turn || ticket.isGone || ticket.isYielded) continue;
    if (ticket.assignee === agent) unassign(floor, ticket, 'Off shift');
    wantAttention(floor, ticket, purpose);
  }
}
