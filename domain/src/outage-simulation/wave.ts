/**
 * Who writes because of it, and when. All of the wave is drawn before any response is looked at, each ticket with a lot of its own: a notice
 * or a bot then takes away those whose lot is low, so that every response meets the same wave.
 */
import type { Assumptions } from './assumptions.ts';
import { type Baseline, HOURS_OF_WEEK } from './baseline.ts';
import { around1, type Chance, chanceOf, drawn, exponential, logNormal, poisson, sumsOf } from './chance.ts';
import { type Drawn, drawTicket, type Hours } from './ordinary.ts';
import type { Scenario } from './scenario.ts';

/** What happens, in minutes since the run began. */
export interface Event {
  readonly size: Scenario['size'];
  readonly curve: Scenario['curve'];
  readonly startsAt: number;
  readonly endsAt: number;
  /** The customers of its regions. */
  readonly customers: number;
  /** What a ticket of its service takes, as against all. */
  readonly slower: number;
}

const LIVE = ['chat', 'phone', 'bot'];
/** Until somebody who was reminded by an update writes again, on average. */
const REMINDED_MINUTES = 10;
/** A wish to fall into the event is drawn so often before it falls anywhere in it. */
const TRIES = 50;

/** By arrival. */
export function waveOf(baseline: Baseline, hours: Hours, event: Event, assumptions: Assumptions, seed: number, run: number): Drawn[] {
  const chance = chanceOf(seed, run, 3);
  const factor = around1(chance, Math.sqrt(Math.log(1 + (assumptions.spread / 100) ** 2)));
  const instants =
    event.size.by === 'customers'
      ? byCustomers(chance, baseline, hours, event, assumptions, factor)
      : byRise(chance, baseline, hours, event, assumptions, factor);
  const channels = channelSums(baseline, event, hours, assumptions.liveShift);
  const slower = event.slower * assumptions.handling;
  return instants
    .map((at) => drawTicket(chance, baseline, drawn(chance, channels), at, { isOutage: true, slower }))
    .toSorted((a, b) => a.at - b.at);
}

const YIELD_RUNS = 20;
const YIELD_CUSTOMERS = 20_000;

/**
 * How many tickets an outage of all customers brings for each of them: what night, delays, its length and its updates make of the contact
 * rate. Drawn, without the spread of the rate, from so many wishes that chance moves it by about a hundredth.
 */
export function waveYield(baseline: Baseline, hours: Hours, event: Omit<Event, 'size' | 'customers'>, assumptions: Assumptions): number {
  const whole: Event = { ...event, size: { by: 'customers', percent: 100 }, customers: YIELD_CUSTOMERS };
  let tickets = 0;
  for (let run = 0; run < YIELD_RUNS; run += 1) tickets += byCustomers(chanceOf(1, run, 3), baseline, hours, whole, assumptions, 1).length;
  return tickets / (YIELD_RUNS * YIELD_CUSTOMERS);
}

/** The mix of the hours of the event, leaning towards where somebody is there. A flat rise comes as what is usual does. */
function channelSums({ channels }: Baseline, { startsAt, endsAt, curve }: Event, hours: Hours, liveShift: number): number[] {
  const own = hours.filter((_, hour) => (hour + 1) * 60 > startsAt && hour * 60 < endsAt);
  const weights = channels.map(({ channel, hourly }) => {
    const usual = own.reduce((sum, hour) => sum + hourly[hour]!, 0);
    return usual * (curve === 'front' && LIVE.includes(channel) ? liveShift : 1);
  });
  return sumsOf(weights.some((one) => one > 0) ? weights : weights.map(() => 1));
}

/** Tickets an hour in that hour of the week, all channels together. */
const usualIn = ({ channels }: Baseline, ofWeek: number) => channels.reduce((sum, { hourly }) => sum + hourly[ofWeek]!, 0);

/**
 * Of those hit, a share would write; each after a while of their own, and only while it lasts, so that a longer one brings more. By night,
 * when fewer write than on average, as many fewer notice. Each update, and the end, makes some of those who wrote do so again.
 */
function byCustomers(chance: Chance, baseline: Baseline, hours: Hours, event: Event, assumptions: Assumptions, factor: number): number[] {
  const { size, customers, startsAt, endsAt } = event;
  const mean =
    Array.from({ length: HOURS_OF_WEEK }, (_, hour) => usualIn(baseline, hour)).reduce((sum, one) => sum + one, 0) / HOURS_OF_WEEK;
  const awake = hours.map((ofWeek) => (mean === 0 ? 1 : Math.min(1, usualIn(baseline, ofWeek) / mean)));
  const instants: number[] = [];
  const wishes = poisson(chance, customers * (size.percent / 100) * (assumptions.contactRate / 100) * factor);
  for (let wish = 0; wish < wishes; wish += 1) {
    const own = chanceFrom(chance);
    const at = startsAt + logNormal(own, assumptions.delayMinutes, assumptions.delaySpread);
    if (own() >= (awake[Math.floor(at / 60)] ?? 0) || at >= endsAt) continue;
    instants.push(at);
    for (let update = startsAt + assumptions.updateEveryMinutes; ; update += assumptions.updateEveryMinutes) {
      const told = Math.min(update, endsAt);
      if (told > at && own() < assumptions.secondWaveShare / 100) instants.push(told + exponential(own, REMINDED_MINUTES));
      if (update >= endsAt) break;
    }
  }
  return instants;
}

/** A stream of its own, so that how much one customer draws moves nobody else. */
const chanceFrom = (chance: Chance): Chance => chanceOf(Math.floor(chance() * 2 ** 31), 7);

/** So many per cent more than usual comes in that time. */
function byRise(chance: Chance, baseline: Baseline, hours: Hours, event: Event, assumptions: Assumptions, factor: number): number[] {
  const { size, curve, startsAt, endsAt } = event;
  const instants: number[] = [];
  for (const [hour, ofWeek] of hours.entries()) {
    const [from, to] = [Math.max(startsAt, hour * 60), Math.min(endsAt, (hour + 1) * 60)];
    if (to <= from) continue;
    const more = (usualIn(baseline, ofWeek) * (to - from) * Math.max(0, size.percent) * factor) / 6000;
    for (let left = poisson(chance, more); left > 0; left -= 1) {
      const usual = from + chance() * (to - from);
      instants.push(curve === 'flat' ? usual : soon(chance, event, assumptions));
    }
  }
  return instants;
}

function soon(chance: Chance, { startsAt, endsAt }: Event, { delayMinutes, delaySpread }: Assumptions): number {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const at = startsAt + logNormal(chance, delayMinutes, delaySpread);
    if (at < endsAt) return at;
  }
  return startsAt + chance() * (endsAt - startsAt);
}

interface Answer {
  readonly noticeMinutes: number | null;
  readonly deflection: number;
}

/** What is left of the ordinary tickets and the wave under a response, by arrival: who has read the notice does not write, whom the bot helps wants nobody. */
export function underResponse(
  ordinary: readonly Drawn[],
  wave: readonly Drawn[],
  event: Event,
  { noticeMinutes, deflection }: Answer,
  { noticeEffect }: Assumptions,
): Drawn[] {
  const noticedAt = noticeMinutes === null ? Number.POSITIVE_INFINITY : event.startsAt + noticeMinutes;
  // Of what is fewer than usual the lots decide as well.
  const fewer = event.size.by === 'rise' ? -event.size.percent / 100 : 0;
  const stays = ordinary.filter(({ at, lot }) => at < event.startsAt || at >= event.endsAt || lot >= fewer);
  const writes = wave.filter(({ at, lot }) => at < noticedAt || lot >= noticeEffect / 100);
  // The place of a lot among those that are left is uniform again.
  const again = ({ at, lot }: Drawn) =>
    at < noticedAt || noticeEffect >= 100 ? lot : (lot - noticeEffect / 100) / (1 - noticeEffect / 100);
  const helped = writes.map((one) => (again(one) < deflection / 100 ? { ...one, wantsPerson: false } : one));
  return [...stays, ...helped].toSorted((a, b) => a.at - b.at);
}
