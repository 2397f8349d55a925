import type { SentEvent } from '@watchdesk/domain/event';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createContactCentre } from '../centre.ts';
import { byTicket, firstReplyMinutes, mean, START } from '../example.ts';
import { REGIONS, type Region } from '../geography.ts';
import { OUTAGE_PROBLEMS } from '../texts/problems/outage.ts';
import { createZone, HOUR, MINUTE } from '../zone.ts';
import { type Outage, SERVICES } from './outage.ts';

const NOON = START + 34 * HOUR;
const OUTAGE: Outage = { service: 'Identity', regions: ['EMEA'], startAt: NOON, durationMs: 2 * HOUR, share: 0.2, onsetMs: 0 };
const centreOf = (outages: readonly Outage[], agents = 30) => createContactCentre({ seed: 7, startAt: START, outages, size: { agents } });
type Created = SentEvent<'ticket.created'>;
const created = (events: readonly SentEvent[]) => events.filter((event): event is Created => event.type === 'ticket.created');
const arrivals = (events: readonly SentEvent[]) =>
  created(events)
    .filter(({ data }) => data.channel !== 'phone' && !data.tags!.includes('possible-duplicate'))
    .map(({ at, data }) => `${Number(at)} ${data.requester} ${data.category}`);

describe('an outage', () => {
  const centre = centreOf([OUTAGE]);
  const events = centre.advance(NOON + 3 * HOUR);
  const [struck] = centre.struck();
  const quiet = centreOf([]).advance(NOON + 3 * HOUR);

  test('changes nothing before it begins, and takes away nothing afterwards', () => {
    const before = (list: readonly SentEvent[]) => list.filter(({ at }) => Number(at) < NOON);
    expect(before(events)).toEqual(before(quiet));
    const told = new Set(arrivals(events));
    expect(arrivals(quiet).filter((arrival) => !told.has(arrival))).toEqual([]);
  });

  test('strikes the share of the region that was asked for', () => {
    const customers = centre.directory().filter((event) => event.type === 'customer.upserted' && event.data.region === 'EMEA');
    expect(struck!.length / customers.length).toBeCloseTo(0.2, 2);
  });

  test('makes four in ten write while it lasts, half of them within eight minutes', () => {
    const days = Array.from({ length: 20 }, (_, day) => ({ ...OUTAGE, startAt: NOON + day * 24 * HOUR }));
    const each = centreOf(days).struck();
    const written = each.flatMap((list, day) => list.flatMap(({ writesAt }) => (writesAt === null ? [] : writesAt - days[day]!.startAt)));
    expect(written.length / each.flat().length).toBeCloseTo(0.4, 1);
    expect(Math.max(...written)).toBeLessThan(OUTAGE.durationMs);
    expect(written.filter((after) => after < 8 * MINUTE).length / written.length).toBeCloseTo(0.5, 1);
  });

  test('comes out as tickets of those it strikes, that speak of it', () => {
    const more = created(events).filter(({ at }) => Number(at) >= NOON);
    const subjects = new Set(OUTAGE_PROBLEMS.Identity.map(({ subject }) => subject));
    const about = more.filter(({ data }) => subjects.has(data.subject!));
    expect(about.length).toBeGreaterThan(0.8 * struck!.filter(({ writesAt }) => writesAt !== null).length);
    const whom = new Set(struck!.map(({ customer }) => customer.id));
    expect(about.filter(({ data }) => !whom.has(data.requester!))).toEqual([]);
    expect(about.filter(({ data }) => data.product === 'Identity').length / about.length).toBeGreaterThan(0.8);
  });

  test('makes people wait who have nothing to do with it, and longer where fewer agents are', () => {
    const waitOf = (agents: number, outages: readonly Outage[]) => {
      const tickets = [...byTicket(centreOf(outages, agents).advance(NOON + 12 * HOUR)).values()].filter(
        ([first]) => first?.type === 'ticket.created' && isOther(first),
      );
      return mean(tickets.map(firstReplyMinutes).filter((minutes) => minutes !== null));
    };
    const isOther = ({ at, data }: Created) =>
      Number(at) > NOON + 15 * MINUTE && Number(at) < NOON + 2 * HOUR && data.product !== 'Identity' && data.category !== 'Login';
    const large = [{ ...OUTAGE, share: 0.5 }];
    expect(waitOf(30, large)).toBeGreaterThan(1.5 * waitOf(30, []));
    expect(waitOf(20, large)).toBeGreaterThan(waitOf(30, large));
  });
});

test('at a site, tickets that name a site name that one', () => {
  const centre = centreOf([{ ...OUTAGE, service: 'API', site: 'site-dublin' }]);
  const subjects = new Set(centre.struck()[0]!.flatMap(({ customer, writesAt }) => (writesAt ? customer.id : [])));
  const texts = OUTAGE_PROBLEMS.API.map(({ subject }) => subject.split('{')[0]!);
  const sites = created(centre.advance(NOON + 2 * HOUR))
    .filter(({ at, data }) => Number(at) > NOON && subjects.has(data.requester!) && texts.some((text) => data.subject?.startsWith(text)))
    .map(({ data }) => data.serviceSite);
  expect(sites.length).toBeGreaterThan(20);
  expect(new Set(sites)).toEqual(new Set(['site-dublin']));
});

test('nobody writes once it is over', () => {
  const short = { ...OUTAGE, durationMs: 10 * MINUTE, share: 1 };
  const written = centreOf([short])
    .struck()[0]!
    .flatMap(({ writesAt }) => writesAt ?? []);
  expect(written.length).toBeGreaterThan(50);
  expect(Math.max(...written)).toBeLessThan(NOON + 10 * MINUTE);
});

test('whoever sleeps when it begins does not meet it', () => {
  const centre = centreOf([{ ...OUTAGE, startAt: START + 24 * HOUR, share: 1 }]);
  const hours = centre.struck()[0]!.map(({ customer }) => createZone(customer.city.timeZone).local(START + 24 * HOUR).hour);
  expect(hours.every((hour) => hour >= 7 && hour < 22)).toBe(true);
});

const outages = fc.record({
  service: fc.constantFrom(...SERVICES),
  regions: fc.subarray<Region>([...REGIONS], { minLength: 1 }),
  startAt: fc.integer({ min: START, max: START + 168 * HOUR }),
  durationMs: fc.integer({ min: HOUR, max: 6 * HOUR }),
  share: fc.double({ min: 0.01, max: 1, noNaN: true }),
  onsetMs: fc.integer({ min: 0, max: HOUR }),
});

test('strikes nobody twice, within its onset, and the same people whatever else fails', () => {
  fc.assert(
    fc.property(outages, outages, (outage, other) => {
      const [alone] = centreOf([outage]).struck();
      const [first, second] = centreOf([outage, other]).struck();
      expect(first).toEqual(alone);
      for (const [list, of] of [[first!, outage] as const, [second!, other] as const]) {
        expect(new Set(list.map(({ customer }) => customer.id)).size).toBe(list.length);
        const [earliest, latest] = [list[0]?.metAt ?? of.startAt, list.at(-1)?.metAt ?? of.startAt];
        expect(earliest).toBeGreaterThanOrEqual(of.startAt);
        expect(latest).toBeLessThanOrEqual(of.startAt + of.onsetMs);
        expect(list.every(({ customer }) => of.regions.includes(customer.organisation.region))).toBe(true);
      }
    }),
    { numRuns: 12 },
  );
});

test.each([
  [{ service: 'Telepathy' }, /outages\[0\]\.service must be one of Identity,/],
  [{ regions: [] }, /regions must be some of EMEA/],
  [{ site: 'site-tokyo' }, /site must be a site of the only region, not "site-tokyo"/],
  [{ startAt: START - 1 }, /startAt must be a whole number from/],
  [{ durationMs: 0 }, /durationMs must be above 0/],
  [{ share: 1.2 }, /share must be above 0 and at most 1, not 1\.2/],
  [{ onsetMs: 3 * HOUR }, /onsetMs must be from 0 to durationMs/],
  [{ reporting: -1 }, /reporting must be from 0 to 1/],
])('what makes no sense is refused by its name: %o', (fault, message) => {
  expect(() => centreOf([{ ...OUTAGE, ...(fault as Partial<Outage>) }])).toThrow(message);
});
