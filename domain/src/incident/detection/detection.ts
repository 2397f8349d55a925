/**
 * Sees an outage while it is a few odd tickets. Each new ticket makes one look at the cells it is in (look.ts); a look proposes where
 * what came is less likely by chance than the share of the false alarms allowed a week that falls to it: looks a week × threshold =
 * false alarms a week at most, whatever the cells have in common (Bonferroni). Of nested cells the one that explains most is the proposal's.
 *
 * Deterministic and serialisable: the same tickets in the same order give the same proposals, and one that is made of a `state` goes on as
 * the one it was taken from. A ticket costs the same however many came before.
 */
import { type Cell, cellsOf, isIn, topicKey } from './cell.ts';
import { createExpectation, type ExpectationState } from './expectation.ts';
import { judged, lenience, type Leniency } from './leniency.ts';
import { goesOn, lookAt, LONGEST_WINDOW_MS, WINDOWS_MS } from './look.ts';
import { areAlike, explaining, isSameMatter, opened, seenAs, ticketsIn, withTickets } from './matter.ts';
import type { Peak, Proposal, Verdict } from './proposal.ts';
import { createRecent, type RecentState } from './recent.ts';
import { createTally, type Tally, type TallyState } from './tally.ts';
import type { HeardTicket } from './ticket.ts';
import type { UsualRates } from './usual-rates.ts';

/** All it has to remember, as JSON; about 100 kB. */
export interface DetectionState {
  readonly newestAt: number;
  readonly recent: RecentState;
  readonly expectation: ExpectationState;
  readonly proposals: readonly Proposal[];
  /** What is counted of each proposal; what was kept before they were counted has none. */
  readonly tallies?: Readonly<Record<string, TallyState>>;
  readonly leniency: Leniency;
}

export interface DetectionParts {
  readonly usual: UsualRates;
  /** Local milliseconds of an instant, in the zone the usual rates were taken in. */
  readonly localOf: (at: number) => number;
  /** At most so many are to be expected; 1 unless given. */
  readonly falseAlarmsPerWeek?: number;
  readonly state?: DetectionState;
}

export interface Hearing {
  /** `known` has been heard already; `late` is an hour older than the newest, and nothing comes of it. */
  readonly outcome: 'heard' | 'known' | 'late';
  /** Proposals that are new or have changed, as they are now. */
  readonly proposals: readonly Proposal[];
  /** By the id of the proposal the tickets that belong to it from now on. */
  readonly joined: ReadonlyMap<string, readonly string[]>;
}

export interface Detection {
  /** A new ticket, and the present instant; one from the future is taken as of now. Within the last hour any order will do. */
  hear(ticket: HeardTicket, now: number): Hearing;
  /** Learns what is usual from a ticket of the past, in order, and proposes nothing. */
  learn(ticket: HeardTicket): void;
  /** Lets time pass, once all that happened until then has been heard: gives the proposals that have ended by it. */
  pass(now: number): Proposal[];
  /** Learns from what somebody made of a proposal. One that is open goes on growing; dismissed, it keeps its matter from being proposed again. */
  judge(proposal: Proposal, verdict: Verdict): void;
  /** Those that have not ended. */
  open(): readonly Proposal[];
  state(): DetectionState;
}

/** Of fewer tickets learned from lately it says nothing: neither words nor kinds have a share yet. */
const FEWEST_KNOWN = 300;
/** A proposal ends when nothing has been unusual for so long. */
const QUIET_MS = 90 * 60_000;

export function createDetection({ usual, localOf, falseAlarmsPerWeek = 1, state }: DetectionParts): Detection {
  const expectation = createExpectation(usual, localOf, state?.expectation);
  const recent = createRecent(state?.recent);
  let proposals: readonly Proposal[] = state?.proposals ?? [];
  const tallies = new Map(proposals.map((one) => [one.id, talliedBefore(one, state?.tallies?.[one.id], recent.has)]));
  let joined = new Map<string, string[]>();
  let leniency: Leniency = state?.leniency ?? [];
  let lenienceTo = lenience(leniency);
  let newestAt = state?.newestAt ?? Number.NEGATIVE_INFINITY;
  const looking = () => ({ recent, expectation, to: newestAt });
  const sight = { customers: usual.customers, background: (word: string) => expectation.word(word, newestAt) };

  const tallyOf = ({ id }: Proposal): Tally => {
    const tally = tallies.get(id) ?? createTally();
    tallies.set(id, tally);
    return tally;
  };
  const grow = (proposal: Proposal, tickets: readonly HeardTicket[]): Proposal =>
    withTickets(proposal, tallyOf(proposal), tickets, sight, ({ id }) => joined.set(proposal.id, [...(joined.get(proposal.id) ?? []), id]));
  const talliesNow = () => Object.fromEntries([...tallies].map(([id, tally]) => [id, tally.state()]));
  const leave = (gone: ReadonlySet<string>): void => {
    proposals = proposals.filter(({ id }) => !gone.has(id));
    for (const id of gone) tallies.delete(id);
  };

  /** How unlikely it has to be, for a ticket that is in so many cells. */
  const thresholdOf = (cell: Cell, cells: number): number =>
    (lenienceTo(cell) * falseAlarmsPerWeek) / (expectation.perWeek() * cells * WINDOWS_MS.length);

  /** Two that fail at once stand out more together than each: a cell that holds both makes no one matter of what is not alike. */
  const isBridge = (cell: Cell, { from }: Peak): boolean => {
    if (proposals.length < 2) return false;
    const tickets = ticketsIn(cell, recent.tickets(), from);
    const [first, ...others] = proposals.filter((one) => isSameMatter(one, tallyOf(one), cell, tickets));
    return first !== undefined && others.some((one) => !areAlike(first, one));
  };

  /** The cell of the ticket that explains most of those that stand out; where a smaller place holds the same customers, that one. */
  const oddest = (ticket: HeardTicket): Odd | null => {
    const cells = cellsOf(ticket);
    let best: Odd | null = null;
    for (const cell of cells) {
      const peak = lookAt(looking(), cell, thresholdOf(cell, cells.length));
      if (peak && !isBridge(cell, peak) && (!best || peak.likelihood > best.peak.likelihood || isWithin({ cell, peak }, best)))
        best = { cell, peak };
    }
    return best;
  };

  const propose = (ticket: HeardTicket, { cell, peak }: Odd, now: number): Proposal[] => {
    const tickets = ticketsIn(cell, recent.tickets(), peak.from);
    const related = proposals.filter((one) => isSameMatter(one, tallyOf(one), cell, tickets));
    const into = related.find(({ verdict }) => verdict !== null) ?? related[0];
    if (!into) {
      const one = grow(opened(ticket.id, cell, peak, now), tickets);
      proposals = [...proposals, one];
      return [one];
    }
    const own = lookAt(looking(), into.cell, 1);
    const seen =
      own && own.likelihood >= peak.likelihood
        ? grow(
            seenAs(into, into.cell, { ...own, threshold: thresholdOf(into.cell, cellsOf(ticket).length) }),
            ticketsIn(into.cell, recent.tickets(), own.from),
          )
        : grow(seenAs(into, cell, peak), tickets);
    const grown = { ...seen, unusualAt: seen.lastAt };
    // Where nothing came to it, it stays as it was told.
    const isSame = grown.ticketCount === into.ticketCount && grown.peak === into.peak;
    const parts = related
      .filter((one) => one !== into && one.verdict === null)
      .map((one) => ({ ...one, endedAt: one.unusualAt, partOf: into.id }));
    leave(new Set(parts.map(({ id }) => id)));
    proposals = proposals.map((one) => (one === into && !isSame ? grown : one));
    return [...(isSame ? [] : [grown]), ...parts];
  };

  /** What is in the cell of a proposal belongs to it. */
  const join = (ticket: HeardTicket, told: readonly Proposal[]): Proposal[] => {
    const known = new Set(told.map(({ id }) => id));
    const larger: Proposal[] = [];
    proposals = proposals.map((one) => {
      if (known.has(one.id) || !isIn(one.cell, ticket)) return one;
      const grown = grow({ ...one, unusualAt: goesOn(looking(), one.cell) ? newestAt : one.unusualAt }, [ticket]);
      larger.push(grown);
      return grown;
    });
    return larger;
  };

  /** What is an hour old is learned from, unless an outage brought it, which is not to become usual. */
  const learnUpTo = (at: number): void => {
    expectation.pass(at);
    const odd = proposals.filter(({ verdict }) => verdict !== 'dismissed');
    for (const ticket of recent.prune(at)) {
      for (const tally of tallies.values()) tally.letGo(ticket.id);
      if (!odd.some(({ from, cell }) => ticket.at >= from && isIn(cell, ticket))) expectation.learn(ticket);
    }
  };

  return {
    hear(sent, now) {
      if (recent.has(sent.id)) return { outcome: 'known', ...NOTHING };
      const ticket = { ...sent, at: Math.min(sent.at, now) };
      if (ticket.at <= newestAt - LONGEST_WINDOW_MS) return { outcome: 'late', ...NOTHING };
      newestAt = Math.max(newestAt, ticket.at);
      learnUpTo(newestAt - LONGEST_WINDOW_MS);
      recent.add(ticket);
      joined = new Map();
      const odd = expectation.known(newestAt) >= FEWEST_KNOWN ? oddest(ticket) : null;
      const told = odd ? propose(ticket, odd, now) : [];
      return { outcome: 'heard', proposals: [...told, ...join(ticket, told)], joined };
    },
    learn(ticket) {
      newestAt = Math.max(newestAt, ticket.at);
      expectation.pass(newestAt);
      expectation.learn(ticket);
    },
    pass(now) {
      const ended = proposals.filter(({ unusualAt }) => unusualAt < now - QUIET_MS).map((one) => ({ ...one, endedAt: one.unusualAt }));
      leave(new Set(ended.map(({ id }) => id)));
      return ended;
    },
    judge(proposal, verdict) {
      // What is nothing is usual, and what is still recent is learned in its time.
      if (verdict === 'dismissed' && proposal.verdict !== 'dismissed')
        for (const ticket of proposal.tickets) if (!recent.has(ticket.id)) expectation.learn(ticket);
      for (const cell of explaining(proposal)) leniency = judged(leniency, cell, verdict);
      lenienceTo = lenience(leniency);
      proposals = proposals.map((one) => (one.id === proposal.id ? { ...one, verdict } : one));
    },
    open: () => proposals,
    state: () => ({ newestAt, recent: recent.state(), expectation: expectation.state(), proposals, tallies: talliesNow(), leniency }),
  };
}

const NOTHING = { proposals: [], joined: new Map<string, string[]>() };

function talliedBefore({ tickets }: Proposal, known: TallyState | undefined, isRecent: (id: string) => boolean): Tally {
  const tally = createTally(known);
  if (known) return tally;
  for (const ticket of tickets) tally.add(ticket);
  for (const { id } of tickets) if (!isRecent(id)) tally.letGo(id);
  return tally;
}

interface Odd {
  readonly cell: Cell;
  readonly peak: Peak;
}

/** Of the cells of a ticket, which are looked at from the largest place to the smallest. */
const isWithin = (one: Odd, other: Odd): boolean =>
  topicKey(one.cell.topic) === topicKey(other.cell.topic) && one.peak.observed >= other.peak.observed && one.peak.from >= other.peak.from;
