import { describe, expect, test } from 'vitest';
import { createContactCentre } from '../centre.ts';
import { START } from '../example.ts';
import { REGIONS } from '../geography.ts';
import { OUTAGE_PROBLEMS } from '../texts/problems/outage.ts';
import { HOUR, MINUTE } from '../zone.ts';
import { SERVICES } from './outage.ts';
import { type WaveOptions, waveOf } from './wave.ts';

const OPTIONS: WaveOptions = {
  centre: { seed: 7, startAt: START },
  seed: 3,
  at: START + 34 * HOUR,
  service: 'Identity',
  regions: ['EMEA'],
  share: 0.2,
  durationMs: HOUR,
  onsetMs: 0,
};
const { messages: wave, replyTo } = waveOf(OPTIONS);
const tickets = wave.filter(({ created }) => created !== null);
const people = new Map(
  createContactCentre({ seed: 7, startAt: START })
    .directory()
    .flatMap((event) => (event.type === 'customer.upserted' ? [[event.data.customer, event.data.region ?? '']] : [])),
);

describe('a wave', () => {
  test('is of the centre’s own customers of the region, each with one ticket, and the same for the same seed', () => {
    expect(tickets.length).toBeGreaterThan(40);
    expect(new Set(tickets.map(({ requester }) => requester)).size).toBe(tickets.length);
    expect([...new Set(wave.map(({ requester }) => people.get(requester)))]).toEqual(['EMEA']);
    expect(waveOf(OPTIONS).messages).toEqual(wave);
    expect(waveOf({ ...OPTIONS, seed: 4 }).messages).not.toEqual(wave);
  });

  test('comes while the outage lasts, in order, a ticket before what asks for it, and speaks of the service', () => {
    expect(wave.map(({ afterMs }) => afterMs)).toEqual(wave.map(({ afterMs }) => afterMs).toSorted((a, b) => a - b));
    expect(wave.every(({ afterMs }) => afterMs >= 0 && afterMs < HOUR)).toBe(true);
    const seen = new Set<number>();
    for (const { ticket, ordinal } of wave) {
      expect(seen.has(ticket)).toBe(ordinal > 0);
      seen.add(ticket);
    }
    const subjects = OUTAGE_PROBLEMS.Identity.map(({ subject }) => subject);
    expect(tickets.every(({ created }) => subjects.includes(created!.subject))).toBe(true);
    expect(wave.every(({ text }) => text.length > 0 && !/[{}]/.test(text))).toBe(true);
    expect(wave.length).toBeGreaterThan(1.5 * tickets.length);
  });

  test('is answered in the words of the moment, by the name of who answers', () => {
    const said = (['looking', 'known', 'over'] as const).flatMap((kind) =>
      [0, 1].map((place) => replyTo(0, kind, place, 'agent-amara-eze')),
    );
    expect(said.every((text) => text.length > 20 && !/[{}]/.test(text))).toBe(true);
    expect(replyTo(0, 'over', 0, 'agent-amara-eze')).toContain('The service is back');
    expect(replyTo(0, 'looking', 0, 'agent-amara-eze')).toBe(said[0]);
    const emailed = tickets.find(({ created }) => created!.channel === 'email')!.ticket;
    expect(replyTo(emailed, 'known', 0, 'agent-amara-eze')).toContain('Amara');
  });

  test('comes at any hour, for every service and region, slower where it is met slowly', () => {
    for (const service of SERVICES)
      for (const hour of [3, 15])
        expect(waveOf({ ...OPTIONS, service, regions: REGIONS, at: START + hour * HOUR }).messages.length).toBeGreaterThan(100);
    const half = (all: typeof wave) => all.filter(({ created }) => created !== null).at(Math.floor(tickets.length / 2))!.afterMs;
    expect(half(waveOf({ ...OPTIONS, onsetMs: 40 * MINUTE }).messages)).toBeGreaterThan(half(wave));
  });

  test('of what makes no sense is refused', () => {
    expect(() => waveOf({ ...OPTIONS, share: 2 })).toThrow('share must be above 0 and at most 1');
  });
});
