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
import type { HeardTicket } from './ticket.ts';
import type { UsualRates } from './usual-rates.ts';

/** All it has to remember, as JSON; about 100 kB. */
export interface DetectionState {
  readonly newestAt: number;
  readonly recent: RecentState;
  readonly expectation: ExpectationState;
  readonly proposals: readonly Proposal[];
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
  let leniency: Leniency = state?.leniency ?? [];
  let lenienceTo = lenience(leniency);
  let newestAt = state?.newestAt ?? Number.NEGATIVE_INFINITY;
  const looking = () => ({ recent, expectation, to: newestAt });
  const sight = { customers: usual.customers, background: (word: string) => expectation.word(word, newestAt) };

  /** How unlikely it has to be, for a ticket that is in so many cells. */
  const thresholdOf = (cell: Cell, cells: number): number =>
    (lenienceTo(cell) * falseAlarmsPerWeek) / (expectation.perWeek() * cells * WINDOWS_MS.length);

  /** Two that fail at once stand out more together than each: a cell that holds both makes no one matter of what is not alike. */
  const isBridge = (cell: Cell, { from }: Peak): boolean => {
    if (proposals.length < 2) return false;
    const tickets = ticketsIn(cell, recent.tickets(), from);
    const [first, ...others] = proposals.filter((one) => isSameMatter(one, cell, tickets));
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
    const related = proposals.filter((one) => isSameMatter(one, cell, tickets));
    const into = related.find(({ verdict }) => verdict !== null) ?? related[0];
    if (!into) {
      const one = opened(ticket.id, cell, peak, tickets, now, sight);
      proposals = [...proposals, one];
      return [one];
    }
    const own = lookAt(looking(), into.cell, 1);
    const seen =
      own && own.likelihood >= peak.likelihood
        ? withTickets(
            seenAs(into, into.cell, { ...own, threshold: thresholdOf(into.cell, cellsOf(ticket).length) }),
            ticketsIn(into.cell, recent.tickets(), own.from),
            sight,
          )
        : withTickets(seenAs(into, cell, peak), tickets, sight);
    const grown = { ...seen, unusualAt: seen.lastAt };
    // Where nothing came to it, it stays as it was told.
    const isSame = grown.ticketCount === into.ticketCount && grown.peak === into.peak;
    const parts = related
      .filter((one) => one !== into && one.verdict === null)
      .map((one) => ({ ...one, endedAt: one.unusualAt, partOf: into.id }));
    const gone = new Set(parts.map(({ id }) => id));
    proposals = proposals.filter(({ id }) => !gone.has(id)).map((one) => (one === into && !isSame ? grown : one));
    return [...(isSame ? [] : [grown]), ...parts];
  };

  /** What is in the cell of a proposal belongs to it. */
  const join = (ticket: HeardTicket, told: readonly Proposal[]): Proposal[] => {
    const known = new Set(told.map(({ id }) => id));
    const joined: Proposal[] = [];
    proposals = proposals.map((one) => {
      if (known.has(one.id) || !isIn(one.cell, ticket)) return one;
      const grown = withTickets({ ...one, unusualAt: goesOn(looking(), one.cell) ? newestAt : one.unusualAt }, [ticket], sight);
      joined.push(grown);
      return grown;
    });
    return joined;
  };

  /** What is an hour old is learned from, unless an outage brought it, which is not to become usual. */
  const learnUpTo = (at: number): void => {
    expectation.pass(at);
    const odd = proposals.filter(({ verdict }) => verdict !== 'dismissed');
    for (const ticket of recent.prune(at))
      if (!odd.some(({ from, cell }) => ticket.at >= from && isIn(cell, ticket))) expectation.learn(ticket);
  };

  return {
    hear(sent, now) {
      if (recent.has(sent.id)) return { outcome: 'known', proposals: [] };
      const ticket = { ...sent, at: Math.min(sent.at, now) };
      if (ticket.at <= newestAt - LONGEST_WINDOW_MS) return { outcome: 'late', proposals: [] };
      newestAt = Math.max(newestAt, ticket.at);
      learnUpTo(newestAt - LONGEST_WINDOW_MS);
      recent.add(ticket);
      const odd = expectation.known(newestAt) >= FEWEST_KNOWN ? oddest(ticket) : null;
      const told = odd ? propose(ticket, odd, now) : [];
      return { outcome: 'heard', proposals: [...told, ...join(ticket, told)] };
    },
    learn(ticket) {
      newestAt = Math.max(newestAt, ticket.at);
      expectation.pass(newestAt);
      expectation.learn(ticket);
    },
    pass(now) {
      const ended = proposals.filter(({ unusualAt }) => unusualAt < now - QUIET_MS).map((one) => ({ ...one, endedAt: one.unusualAt }));
      const gone = new Set(ended.map(({ id }) => id));
      proposals = proposals.filter(({ id }) => !gone.has(id));
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
    state: () => ({ newestAt, recent: recent.state(), expectation: expectation.state(), proposals, leniency }),
  };
}

interface Odd {
  readonly cell: Cell;
  readonly peak: Peak;
}

/** Of the cells of a ticket, which are looked at from the largest place to the smallest. */
const isWithin = (one: Odd, other: Odd): boolean =>
  topicKey(one.cell.topic) === topicKey(other.cell.topic) && one.peak.observed >= other.peak.observed && one.peak.from >= other.peak.from;
