/** A few planted outages, and whether detection finds them from the tickets alone. bench/detection.bench.ts does it for hundreds. */
import { createDetection, type HeardTicket, type Proposal, usualRates, wordsOf } from '@watchdesk/domain/incident/detection';
import type { SentEvent } from '@watchdesk/domain/event';
import { expect, test } from 'vitest';
import { createContactCentre } from '../centre.ts';
import { START } from '../example.ts';
import { DAY, HOUR, MINUTE } from '../zone.ts';
import type { Outage } from './outage.ts';

const QUIET_FROM = START + 35 * DAY;
const BUSY_FROM = QUIET_FROM + 7 * DAY;
const OUTAGES: readonly Outage[] = [
  { service: 'Identity', regions: ['EMEA'], startAt: BUSY_FROM + 9 * HOUR, durationMs: 2 * HOUR, share: 0.1, onsetMs: 0 },
  {
    service: 'API',
    regions: ['Americas'],
    site: 'site-oregon',
    startAt: BUSY_FROM + 41 * HOUR,
    durationMs: 3 * HOUR,
    share: 0.1,
    onsetMs: 20 * MINUTE,
  },
  { service: 'Dashboards', regions: ['APAC'], startAt: BUSY_FROM + 53 * HOUR, durationMs: 3 * HOUR, share: 0.2, onsetMs: 0 },
];

const centre = createContactCentre({ seed: 23, startAt: START, outages: OUTAGES });
const regions = new Map<string, string>();
const tickets = [...centre.directory(), ...centre.advance(BUSY_FROM + 3 * DAY)].flatMap((event) => heard(event));
const past = tickets.filter(({ at }) => at < QUIET_FROM);
const hours = [...Map.groupBy(past, ({ region, at }) => `${region} ${Math.floor(at / HOUR)}`).values()].map((list) => ({
  region: list[0]!.region,
  at: Math.floor(list[0]!.at / HOUR) * HOUR,
  tickets: list.length,
}));
const detection = createDetection({ usual: usualRates(hours, {}, QUIET_FROM, (at) => at)!, localOf: (at) => at });
for (const ticket of past) detection.learn(ticket);
const found = new Map<string, Proposal>();
for (const ticket of tickets.slice(past.length)) {
  for (const proposal of detection.hear(ticket, ticket.at).proposals) found.set(proposal.id, proposal);
  for (const proposal of detection.pass(ticket.at)) found.set(proposal.id, proposal);
}
const proposals = [...found.values()].filter(({ partOf }) => partOf === null).toSorted((a, b) => a.foundAt - b.foundAt);

test('a week without an outage proposes nothing, and each outage of the next is proposed once', () => {
  expect(
    proposals.map(({ foundAt }) => OUTAGES.findIndex(({ startAt, durationMs }) => foundAt > startAt && foundAt < startAt + durationMs)),
  ).toEqual([0, 1, 2]);
});

test('within fifteen minutes of a tenth of the region meeting it', () => {
  const late = proposals.map(({ foundAt }, place) => (foundAt - OUTAGES[place]!.startAt - OUTAGES[place]!.onsetMs) / MINUTE);
  expect(late.filter((minutes) => minutes > 15)).toEqual([]);
});

test('with the region it is in and those who wrote of it as its evidence', () => {
  for (const [place, proposal] of proposals.entries()) {
    expect(proposal.regions[0]!.region).toBe(OUTAGES[place]!.regions[0]);
    const struck = new Set(centre.struck()[place]!.flatMap(({ customer, writesAt }) => (writesAt === null ? [] : customer.id)));
    const right = proposal.tickets.filter(({ customer }) => struck.has(customer!)).length;
    expect(right / proposal.ticketCount).toBeGreaterThan(0.8);
    expect(proposal.words.length).toBeGreaterThan(0);
    expect(proposal.endedAt).toBeGreaterThan(OUTAGES[place]!.startAt);
  }
});

function heard(event: SentEvent): HeardTicket[] {
  if (event.type === 'customer.upserted') regions.set(event.data.customer, event.data.region!);
  if (event.type !== 'ticket.created') return [];
  const { requester, serviceSite = null, category = null, product = null, subject } = event.data;
  const region = regions.get(requester!) ?? null;
  return [
    {
      id: event.ticket!,
      at: Number(event.at),
      region,
      site: serviceSite,
      category,
      product,
      customer: requester!,
      words: wordsOf(subject!),
    },
  ];
}
