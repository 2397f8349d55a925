/**
 * What customers write of an outage, by itself: for drills, which are injected into a centre that does not know of them. Whom it strikes, who
 * of them writes when, and in which words, is as for an outage that is planted; it is struck by day in each region, so that a drill at any
 * hour has its customers.
 */
import type { Channel } from '@watchdesk/domain/event';
import { REGION_ZONES } from '../arrivals/intensity.ts';
import { CATEGORIES, type Category } from '../arrivals/categories.ts';
import { drawPriority } from '../conversation/course.ts';
import { type Region, SITES } from '../geography.ts';
import type { Written } from '../model.ts';
import { createCustomers } from '../people/customers.ts';
import { createOrganisations } from '../people/organisations.ts';
import { createRoster } from '../people/roster.ts';
import { index, logNormal, pick, type Random, stream, uniform } from '../random.ts';
import { DEFAULT_SIZE } from '../size.ts';
import type { TextKind } from '../texts/kinds.ts';
import { createWriter } from '../texts/writer.ts';
import { createZone, MINUTE } from '../zone.ts';
import { checkOutages, type Outage, type Service } from './outage.ts';
import { strike, type Struck } from './strike.ts';

export interface WaveOptions {
  /** Of the centre whose customers they are. */
  readonly centre: { readonly seed: number; readonly startAt: number };
  readonly seed: number;
  /** When the outage begins. */
  readonly at: number;
  readonly service: Service;
  readonly regions: readonly Region[];
  readonly share: number;
  readonly durationMs: number;
  readonly onsetMs: number;
}

/** A message of a customer: the first of each is a ticket. */
export interface WaveMessage {
  /** Of the ticket, from 0. */
  readonly ticket: number;
  /** 0 is the ticket itself; what follows asks how it stands. */
  readonly ordinal: number;
  readonly afterMs: number;
  /** In [0, 1): how likely it is to be written where it need not be. */
  readonly lot: number;
  /** How much work an answer to it is, in times of the usual: log-normal with the median 1. */
  readonly effort: number;
  readonly requester: string;
  readonly text: string;
  /** Of the first message. */
  readonly created: WaveTicket | null;
}

export interface Wave {
  /** All that customers would write if nobody told them anything, in order. */
  readonly messages: readonly WaveMessage[];
  /** What an agent writes on a ticket; `place` counts what agents wrote on it before. */
  replyTo(ticket: number, kind: WaveReply, place: number, agent: string): string;
}

/** While it lasts, before customers were told publicly or since then, or once it is over. */
export type WaveReply = 'looking' | 'known' | 'over';

export interface WaveTicket {
  readonly subject: string;
  readonly channel: Channel;
  readonly organisation: string;
  readonly category: Category;
  readonly product: string;
  readonly priority: string;
  readonly team: string;
  readonly serviceSite: string | null;
}

const FIRST_AGAIN = { medianMs: 14 * MINUTE, sigma: 0.5 };
const MOST_AGAIN = 3;
/** So many tickets are a drill. */
const MOST_TICKETS = 600;
const DAY_HOUR = 14;
const EFFORT_SIGMA = 0.4;
/** Texts are told apart by their number; a customer writes fewer than these. */
const FIRST_REPLY = 100;

/** Throws a RangeError where the outage makes no sense. */
export function waveOf({ centre, seed, at, service, regions, share, durationMs, onsetMs }: WaveOptions): Wave {
  const { organisations: companies, customers: people } = DEFAULT_SIZE;
  const organisations = createOrganisations(centre.seed, companies, centre.startAt);
  const customers = createCustomers(centre.seed, people, organisations, centre.startAt);
  const { write, problemsOf } = createWriter(centre.seed, centre.startAt, namesOf(centre));
  const abouts: Written[] = [];
  const written = regions.flatMap((region, place) => {
    const outage: Outage = { service, regions: [region], startAt: byDay(region, at), durationMs, share, onsetMs };
    checkOutages([outage], Math.min(centre.startAt, outage.startAt));
    return strike(seed, place, outage, customers, createZone).flatMap((struck) =>
      struck.writesAt === null ? [] : [{ struck, outage, afterMs: struck.writesAt - outage.startAt }],
    );
  });
  const messages = written
    .toSorted((a, b) => a.afterMs - b.afterMs || (a.struck.customer.id < b.struck.customer.id ? -1 : 1))
    .slice(0, MOST_TICKETS)
    .flatMap(({ struck, outage, afterMs }, ticket) => {
      const random = stream(seed, 17, ticket);
      const about: Written = {
        number: ticket,
        createdAt: at + afterMs,
        customer: struck.customer,
        category: struck.category,
        problem: index(random, problemsOf(struck.category, outage)),
        outage,
        channel: struck.channel,
        language: 'en',
        isPressing: true,
      };
      abouts.push(about);
      const say = (kind: TextKind, ordinal: number) => write(kind, { ordinal, actor: { kind: 'customer' }, agent: null }, about);
      const message = (ordinal: number, after: number, kind: TextKind, created: WaveTicket | null): WaveMessage => ({
        ticket,
        ordinal,
        afterMs: Math.round(after),
        lot: uniform(random),
        effort: logNormal(stream(seed, 18, ticket, ordinal), 1, EFFORT_SIGMA),
        requester: struck.customer.id,
        text: say(kind, ordinal + 1),
        created,
      });
      return [
        message(0, afterMs, 'opening', ticketOf(random, struck, outage, say('subject', 0))),
        ...againAfter(random, afterMs, durationMs).map((after, place) => message(place + 1, after, 'chaser', null)),
      ];
    })
    .toSorted((a, b) => a.afterMs - b.afterMs || a.ticket - b.ticket || a.ordinal - b.ordinal);
  return {
    messages,
    replyTo: (ticket, kind, place, agent) =>
      write(textOf(kind, place), { ordinal: FIRST_REPLY + place, actor: { kind: 'agent', id: agent }, agent }, abouts[ticket]!),
  };
}

function textOf(kind: WaveReply, place: number): TextKind {
  if (kind === 'over') return 'solution';
  if (kind === 'looking') return place === 0 ? 'outageSeen' : 'outageSeenAgain';
  return place === 0 ? 'outageKnown' : 'outageKnownAgain';
}

const namesOf = ({ seed, startAt }: WaveOptions['centre']): ReadonlyMap<string, string> =>
  new Map(createRoster(seed, DEFAULT_SIZE.agents, startAt).map(({ id, name }) => [id, name]));

/** Early in the afternoon of that day by the region's clock. */
function byDay(region: Region, at: number): number {
  const zone = createZone(REGION_ZONES[region]);
  return zone.instant(zone.local(at).day, DAY_HOUR);
}

/** When whoever is told nothing asks again, as long as it lasts; each time after a longer while. */
function againAfter(random: Random, from: number, end: number): number[] {
  const all: number[] = [];
  for (let turn = 1, at = from; turn <= MOST_AGAIN; turn += 1) {
    at += turn * logNormal(random, FIRST_AGAIN.medianMs, FIRST_AGAIN.sigma);
    if (at >= end) break;
    all.push(at);
  }
  return all;
}

function ticketOf(random: Random, { customer, category, channel }: Struck, { service }: Outage, subject: string): WaveTicket {
  const { products, technical } = CATEGORIES[category];
  const { organisation } = customer;
  return {
    subject,
    channel,
    organisation: organisation.id,
    category,
    product: products.includes(service) ? service : pick(random, products),
    priority: drawPriority(random, category, customer),
    team: channel === 'email' || channel === 'portal' ? 'team-care' : 'team-live',
    serviceSite: technical
      ? pick(
          random,
          SITES.filter(({ region }) => region === organisation.region),
        ).id
      : null,
  };
}
