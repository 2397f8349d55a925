/** Whether a month of the default centre looks as docs/simulator.md says, within tolerance. */
import type { SentEvent } from '@watchdesk/domain/event';
import { describe, expect, test } from 'vitest';
import { createIntensity } from './arrivals/intensity.ts';
import { createContactCentre } from './centre.ts';
import { byTicket, eventsOf, firstReplyMinutes, isHandover, isReply, mean, median, START } from './example.ts';
import { createZone, DAY, HOUR } from './zone.ts';

const DAYS = 30;
const tickets = [...byTicket(eventsOf(DAYS)).values()];
const ended = tickets.filter((list) => list.some((event) => event.type === 'status.changed' && event.data.to === 'resolved'));
const creationOf = (list: readonly SentEvent[]) => (list[0] as SentEvent<'ticket.created'>).data;

describe('volume', () => {
  test('about 500 conversations a day, weekends quieter but never silent', () => {
    expect(tickets.length / DAYS).toBeGreaterThan(460);
    expect(tickets.length / DAYS).toBeLessThan(540);
    const perHour = Map.groupBy(tickets, (list) => Math.floor(Number(list[0]!.at) / HOUR));
    expect(perHour.size).toBeGreaterThan(DAYS * 24 * 0.98);
    const perDay = Map.groupBy(tickets, (list) => new Date(Number(list[0]!.at)).getUTCDay());
    expect(perDay.get(0)!.length / perDay.get(2)!.length).toBeLessThan(0.65);
  });

  test('the end of a month brings a third more about billing', () => {
    const intensity = createIntensity('EMEA', createZone('Europe/Berlin'), 500, START);
    const billing = (day: number) => intensity.mix(Date.UTC(2026, 7, day, 12))[1]! - intensity.mix(Date.UTC(2026, 7, day, 12))[0]!;
    expect(billing(30) / billing(27)).toBeCloseTo(1.35, 10);
    expect(billing(29) / billing(28)).toBeCloseTo(1.35, 10);
  });
});

describe('the bot', () => {
  test('contains a third of all conversations', () => {
    const contained = ended.filter((list) => !list.some(({ actor }) => actor?.kind === 'agent'));
    expect(contained.length / tickets.length).toBeGreaterThan(0.3);
    expect(contained.length / tickets.length).toBeLessThan(0.37);
  });

  test('hands over for the reasons it should', () => {
    const kinds = tickets.flatMap((list) => list.filter(isHandover).map(({ data }) => data.kind));
    const share = (kind: string) => (100 * kinds.filter((other) => other === kind).length) / kinds.length;
    for (const [kind, percent] of Object.entries({
      low_ai_confidence: 34.2,
      customer_request: 28.7,
      technical: 19.4,
      billing: 12.1,
      content_gap: 5.6,
    }))
      expect({ kind, isNear: Math.abs(share(kind) - percent) < 3 }).toEqual({ kind, isNear: true });
  });

  test('is less sure of itself before it hands over for low confidence than where it suffices', () => {
    const confidences = (wanted: boolean) =>
      tickets
        .filter((list) => list.some((event) => isHandover(event) && event.data.kind === 'low_ai_confidence') === wanted)
        .flatMap((list) =>
          list.flatMap((event) => (event.type === 'ticket.message' && event.data.confidence !== undefined ? [event.data.confidence] : [])),
        );
    expect(Math.max(...confidences(true))).toBeLessThanOrEqual(0.4);
    expect(mean(confidences(true))).toBeCloseTo(0.27, 1);
    expect(mean(confidences(false))).toBeGreaterThan(0.6);
  });
});

describe('people', () => {
  const human = tickets.filter((list) => list.some(isReply));

  test('pass 15 to 30 of 100 on to the next tier, and few to the third', () => {
    const to = (tier: string) =>
      human.filter((list) =>
        list.some((event) => event.type === 'ticket.escalated' && event.actor?.kind === 'agent' && event.data.toTier === tier),
      ).length / human.length;
    expect(to('L2')).toBeGreaterThan(0.12);
    expect(to('L2')).toBeLessThan(0.3);
    expect(to('L3')).toBeGreaterThan(0.01);
    expect(to('L3')).toBeLessThan(0.06);
  });

  test('get back some of what they passed on, mostly for incomplete information', () => {
    const reasons = tickets.flatMap((list) =>
      list.flatMap((event) => (event.type === 'supportTier.changed' && event.data.to === 'L1' ? [event.data.reason] : [])),
    );
    const incomplete = reasons.filter((reason) => reason === 'Incomplete information').length;
    expect(incomplete / reasons.length).toBeGreaterThan(0.45);
  });

  test('see 3 to 10 of 100 come back', () => {
    const reopened = ended.filter((list) =>
      list.some((event) => event.type === 'status.changed' && event.data.reason === 'Reopened by the customer'),
    );
    expect(reopened.length / ended.length).toBeGreaterThan(0.03);
    expect(reopened.length / ended.length).toBeLessThan(0.1);
  });

  test('handle a ticket for minutes, and longer on higher tiers', () => {
    const tierOf = new Map(
      createContactCentre({ seed: 7, startAt: START })
        .directory()
        .flatMap((event) => (event.type === 'agent.upserted' ? [[event.data.agent, event.data.supportTier] as const] : [])),
    );
    const minutes = (tier: string) =>
      tickets.flatMap((list) => {
        const stretches = list.flatMap((event) =>
          event.type === 'agent.activity' && tierOf.get(event.data.agent) === tier ? [Number(event.data.to) - Number(event.data.from)] : [],
        );
        return stretches.length > 0 ? [stretches.reduce((sum, ms) => sum + ms, 0) / 60_000] : [];
      });
    expect(mean(minutes('L1'))).toBeGreaterThan(8);
    expect(mean(minutes('L1'))).toBeLessThan(15);
    expect(mean(minutes('L2'))).toBeGreaterThan(25);
    expect(mean(minutes('L3'))).toBeGreaterThan(60);
  });
});

describe('ratings', () => {
  const rated = tickets.flatMap((list) => {
    const answer = list.find((event) => event.type === 'survey.answered' && event.data.survey === 'csat') as
      | SentEvent<'survey.answered'>
      | undefined;
    return answer ? [{ score: answer.data.score, wait: firstReplyMinutes(list), channel: creationOf(list).channel! }] : [];
  });

  test('are good on the whole, and worse the longer people waited', () => {
    expect(mean(rated.map(({ score }) => score))).toBeGreaterThan(3.8);
    expect(mean(rated.map(({ score }) => score))).toBeLessThan(4.5);
    const live = rated.filter(({ channel, wait }) => (channel === 'chat' || channel === 'bot' || channel === 'phone') && wait !== null);
    const level = (from: number, to: number) => mean(live.filter(({ wait }) => wait! >= from && wait! < to).map(({ score }) => score));
    expect(level(0, 5)).toBeGreaterThan(level(5, 60) + 0.1);
    expect(level(5, 60)).toBeGreaterThan(level(60, 1e9));
  });

  test('are asked for two hours after a resolve, and of one customer at most once a week', () => {
    const asked = new Map<string, number>();
    const requests = tickets.flatMap((list) =>
      list.filter(({ type }) => type === 'survey.requested').map((event) => ({ at: Number(event.at), list })),
    );
    for (const { at, list } of requests.toSorted((a, b) => a.at - b.at)) {
      expect(
        list.some((event) => event.type === 'status.changed' && event.data.to === 'resolved' && Number(event.at) === at - 2 * HOUR),
      ).toBe(true);
      const customer = creationOf(list).requester!;
      expect(at - (asked.get(customer) ?? 0)).toBeGreaterThanOrEqual(7 * DAY);
      asked.set(customer, at);
    }
  });
});

test('waits come out of capacity: with half of the agents they are several times as long', () => {
  const wait = (agents: number) =>
    median([...byTicket(eventsOf(5, { agents })).values()].map(firstReplyMinutes).filter((minutes) => minutes !== null));
  expect(wait(15)).toBeGreaterThan(2 * wait(30));
});

test('the live stream tells of something every five seconds at any hour of the week', () => {
  const from = START + 14 * DAY;
  const centre = createContactCentre({ seed: 7, startAt: START, liveFrom: from });
  centre.skip(from);
  let [before, longest] = [from, 0];
  for (let at = from; at < from + 7 * DAY; at += HOUR) {
    for (const event of centre.advance(at + HOUR)) {
      longest = Math.max(longest, Number(event.at) - before);
      before = Number(event.at);
    }
  }
  expect(longest).toBeLessThanOrEqual(5_000);
});
