/** Weeks of a simulated centre with outages planted in them, heard ticket by ticket, and which of them were found. */
import type { SentEvent } from '@watchdesk/domain/event';
import {
  createDetection,
  type HeardTicket,
  type HourOfRegion,
  type Proposal,
  usualRates,
  wordsOf,
} from '@watchdesk/domain/incident/detection';
import { zoneOf } from '@watchdesk/domain/zone';
import { createContactCentre, type Outage, SERVICES, type Struck } from '@watchdesk/simulator';
import { seeded } from './events.ts';

export const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WEEK_MS = 168 * HOUR_MS;
/** A Monday; the weeks from here see ends of months, releases and both changes of the clocks. */
const START = Date.UTC(2026, 7, 3);
const HISTORY_WEEKS = 8;
const ZONES = { EMEA: 'Europe/Berlin', Americas: 'America/Chicago', APAC: 'Asia/Singapore' } as const;
const REGIONS = ['EMEA', 'Americas', 'APAC'] as const;
const SITES = { EMEA: 'site-dublin', Americas: 'site-virginia', APAC: 'site-sydney' } as const;
export const SHARES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.4] as const;
/** Over how long customers meet it. */
export const ONSETS = { sudden: 0, ramp: 20 * MINUTE_MS, slow: 90 * MINUTE_MS } as const;
export type Shape = keyof typeof ONSETS;
/** Far enough apart for one to be over before the next. */
const EVERY_MS = 11 * HOUR_MS;

export interface Planted {
  readonly outage: Outage;
  readonly shape: Shape;
  readonly isByDay: boolean;
  /** The share of its regions' customers who met it, and when a twentieth had. */
  readonly share: number;
  readonly twentiethAt: number | null;
  readonly written: number;
  readonly foundAt: number | null;
  /** How many proposals it was cut into. */
  readonly proposals: number;
}

export interface Weeks {
  readonly weeks: number;
  readonly planted: readonly Planted[];
  readonly falseAlarms: readonly Proposal[];
  readonly tickets: number;
  readonly processorMs: number;
  readonly stateBytes: number;
}

export interface Wanted {
  readonly seed: number;
  readonly weeks: number;
  readonly isQuiet: boolean;
  /** How many of those who meet an outage write. */
  readonly reporting?: number;
  /** Whether the words of subjects are heard. */
  readonly hearsWords?: boolean;
}

/** Eight weeks to learn from, and then the weeks that count. */
export function listen({ seed, weeks, isQuiet, reporting = 0.4, hearsWords = true }: Wanted): Weeks {
  const from = START + HISTORY_WEEKS * WEEK_MS;
  const to = from + weeks * WEEK_MS;
  const plans = isQuiet ? [] : plansOf(seed, from, to, reporting);
  const centre = createContactCentre({ seed, startAt: START, outages: plans.map(({ outage }) => outage) });
  const people = new Map<string, { region: string; since: number }>();
  const heard = [...centre.directory(), ...centre.advance(to)].flatMap((event) => heardOf(event, people, hearsWords));
  const zone = zoneOf('Europe/Berlin');
  const localOf = (at: number) => at + zone.offset(Math.floor(at / 1000)) * 1000;
  const customersAt = (at: number) =>
    Object.fromEntries(
      REGIONS.map((name) => [name, [...people.values()].filter(({ region, since }) => region === name && since <= at).length]),
    );
  const past = heard.filter(({ at }) => at < from);
  const usual = usualRates(hoursOf(past), customersAt(from), from, localOf)!;
  const detection = createDetection({ usual, localOf });
  for (const ticket of past) detection.learn(ticket);

  const found = new Map<string, Proposal>();
  const before = process.cpuUsage();
  for (const ticket of heard.slice(past.length)) {
    for (const proposal of detection.hear(ticket, ticket.at).proposals) found.set(proposal.id, proposal);
    for (const proposal of detection.pass(ticket.at)) found.set(proposal.id, proposal);
  }
  const { user, system } = process.cpuUsage(before);
  const isOf = reasons(centre.struck());
  const of = Map.groupBy(found.values(), isOf);
  return {
    weeks,
    planted: plans.map(({ outage, shape, isByDay }, place) => {
      const struck = centre.struck()[place]!;
      const there = customersAt(outage.startAt);
      const all = outage.regions.reduce((sum, region) => sum + there[region]!, 0);
      const own = of.get(place) ?? [];
      return {
        outage,
        shape,
        isByDay,
        share: struck.length / all,
        twentiethAt: struck[Math.round(all / 20) - 1]?.metAt ?? null,
        written: struck.filter(({ writesAt }) => writesAt !== null).length,
        foundAt: own.length === 0 ? null : Math.min(...own.map(({ foundAt }) => foundAt)),
        proposals: own.filter(({ partOf }) => partOf === null).length,
      };
    }),
    falseAlarms: of.get(-1) ?? [],
    tickets: heard.length - past.length,
    processorMs: (user + system) / 1000,
    stateBytes: JSON.stringify(detection.state()).length,
  };
}

function plansOf(seed: number, from: number, to: number, reporting: number) {
  const random = seeded(seed * 7919);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const plans: { outage: Outage; shape: Shape; isByDay: boolean }[] = [];
  for (let slot = from + 3 * HOUR_MS; slot < to - 6 * HOUR_MS; slot += EVERY_MS) {
    const startAt = Math.round(slot + random() * 3 * HOUR_MS);
    const region = any(REGIONS);
    const shape = any(Object.keys(ONSETS) as Shape[]);
    const where = random();
    const outage: Outage = {
      service: any(SERVICES),
      regions: where < 0.1 ? REGIONS : [region],
      ...(where > 0.7 && { site: SITES[region] }),
      startAt,
      durationMs: (2 + Math.round(random() * 2)) * HOUR_MS,
      share: any(SHARES),
      onsetMs: ONSETS[shape],
      reporting,
    };
    plans.push({ outage, shape, isByDay: isDay(startAt, ZONES[region]) });
  }
  return plans;
}

/** Between seven and ten in the evening. */
function isDay(at: number, name: string): boolean {
  const hour = Math.floor(zoneOf(name).local(Math.floor(at / 1000)) / 3600) % 24;
  return hour >= 7 && hour < 22;
}

/** The place of the outage whose customers wrote most of the tickets of a proposal; -1 where none did. */
function reasons(struck: readonly (readonly Struck[])[]): (proposal: Proposal) => number {
  const writers = new Map<string, { place: number; at: number }[]>();
  for (const [place, list] of struck.entries())
    for (const { customer, writesAt } of list)
      if (writesAt !== null) writers.set(customer.id, [...(writers.get(customer.id) ?? []), { place, at: writesAt }]);
  const placeOf = ({ customer, at }: HeardTicket) =>
    writers.get(customer ?? '')?.find((one) => at >= one.at && at < one.at + 3 * HOUR_MS)?.place ?? -1;
  return ({ tickets }) => {
    const [place, most] = [...Map.groupBy(tickets, placeOf)]
      .filter(([of]) => of >= 0)
      .reduce(([best, count], [of, list]) => (list.length > count ? [of, list.length] : [best, count]), [-1, 0]);
    return most >= 0.4 * tickets.length ? place : -1;
  };
}

function heardOf(event: SentEvent, people: Map<string, { region: string; since: number }>, hearsWords: boolean): HeardTicket[] {
  if (event.type === 'customer.upserted' && event.data.region)
    people.set(event.data.customer, { region: event.data.region, since: Number(event.at) });
  if (event.type !== 'ticket.created') return [];
  const { requester = null, serviceSite = null, category = null, product = null, subject = '' } = event.data;
  const region = people.get(requester ?? '')?.region ?? null;
  return [
    {
      id: event.ticket!,
      at: Number(event.at),
      region,
      site: serviceSite,
      category,
      product,
      customer: requester,
      words: hearsWords ? wordsOf(subject) : [],
    },
  ];
}

function hoursOf(tickets: readonly HeardTicket[]): HourOfRegion[] {
  return [...Map.groupBy(tickets, ({ region, at }) => `${region} ${Math.floor(at / HOUR_MS)}`).values()].map((list) => ({
    region: list[0]!.region,
    at: Math.floor(list[0]!.at / HOUR_MS) * HOUR_MS,
    tickets: list.length,
  }));
}
