/** The whole of it on real engines: weeks of a simulated centre are learnt, a day without an outage comes out like them, and one with it does not. */
import type { SimulationSpec } from '@watchdesk/domain/outage-simulation';
import { DO_NOTHING } from '@watchdesk/domain/outage-simulation';
import { createContactCentre } from '@watchdesk/simulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import { createIncidents } from '../incidents/index.ts';
import { createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { createOutageSimulations, type Player } from './index.ts';

/** Not looked at while it was built. */
const SEED = 90_217;
const DAYS = 30;
const DAY = 86_400_000;
/** A Monday, so that the whole weeks before it are most of the days. */
const NOW = Date.UTC(2026, 5, 8, 9);
const clock = { now: () => NOW };

const loaded = await openLoaded();
const { postgres, analytics, loader } = loaded;
const door = createDoor({ postgres, clock });
const incidents = createIncidents({
  postgres,
  clock,
  door,
  onTrouble: (error) => {
    throw error;
  },
});
const simulations = createOutageSimulations({ postgres, analytics, clock, incidents });
const ALL = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } as const;
let player: Player;
/** Some join while the history goes on. */
let joined = 0;
const never = new AbortController().signal;

beforeAll(async () => {
  const workspaceId = await loaded.newWorkspace();
  player = { workspaceId, owner: 'person anna', name: 'Anna', who: { kind: 'person', id: 'anna', name: 'Anna', from: null }, scope: ALL };
  await ensureRules(postgres, workspaceId);
  const centre = createContactCentre({ seed: SEED, startAt: NOW - DAYS * DAY, liveFrom: NOW });
  const customers = new Set<unknown>();
  for (const events of [centre.directory(), ...centre.history({ to: NOW })]) {
    for (const { type, data } of events) if (type === 'customer.upserted') customers.add((data as { customer: string }).customer);
    for (let first = 0; first < events.length; first += 2_000) await door.bulk(workspaceId, 's', events.slice(first, first + 2_000));
  }
  joined = customers.size;
  await loader.drain();
}, 600_000);

afterAll(async () => {
  simulations.stop();
  await incidents.close();
  await loaded.close();
});

const SPEC: SimulationSpec = {
  scenario: {
    kind: 'outage',
    size: { by: 'customers', percent: 40 },
    severity: 'SEV1',
    service: 'Identity',
    regions: ['EMEA'],
    startAt: '2026-06-10T09:30:00Z',
    durationMinutes: 180,
    curve: 'front',
  },
  responses: [DO_NOTHING, { ...DO_NOTHING, name: 'Hands', extraAgents: 8 }],
  assumptions: {},
  runs: 40,
  days: 1,
  seed: 3,
};

/** How far apart, as a share of what was. */
const off = (simulated: number | null, actual: number | null) => Math.abs(simulated! / actual! - 1);

test(
  'weeks without an outage have the volume and the waits of the weeks that were, within five per cent',
  { timeout: 300_000 },
  async () => {
    const { all, channels, weeks, staffFrom, workFrom, regions, satisfaction } = await simulations.baseline(player);
    expect({ weeks, staffFrom, workFrom }).toEqual({ weeks: 4, staffFrom: 'presence', workFrom: 'activity' });
    expect(off(all.simulated.tickets, all.actual.tickets)).toBeLessThan(0.05);
    expect(off(all.simulated.meanWait, all.actual.meanWait)).toBeLessThan(0.05);
    expect(off(all.simulated.medianWait, all.actual.medianWait)).toBeLessThan(0.05);
    for (const one of channels) expect([one.channel, off(one.simulated.tickets, one.actual.tickets) < 0.05]).toEqual([one.channel, true]);
    expect(regions.reduce((sum, { customers }) => sum + customers, 0)).toBe(joined);
    expect(satisfaction!.perDoubling).toBeLessThanOrEqual(0);
  },
);

test('an outage brings tickets, waits and breaches; more agents less of them; the same seed the same', { timeout: 300_000 }, async () => {
  const one = await simulations.run(player, SPEC, never);
  const [nothing, hands] = one.result.responses;
  expect(nothing!.numbers.moreTickets.low).toBeGreaterThan(20);
  expect(nothing!.numbers.meanWait.middle).toBeGreaterThan(one.result.usual.meanWait.middle!);
  expect(nothing!.numbers.breaches.middle).toBeGreaterThan(one.result.usual.breaches.middle!);
  expect(hands!.difference.meanWait.middle).toBeLessThan(0);
  expect(one.result.hours).toHaveLength(24);
  const again = await simulations.run(player, SPEC, never);
  expect(again.result).toEqual(one.result);
  expect(again.id).not.toBe(one.id);
});

test('one that is kept can be found, renamed and removed, by whoever kept it alone', { timeout: 300_000 }, async () => {
  const { id, name } = await simulations.run(player, { ...SPEC, runs: 10 }, never);
  expect(name).toBeNull();
  expect(await simulations.list(player)).toEqual([]);
  await simulations.keep(player, id, 'Monday’s plan');
  const other = { ...player, owner: 'person bert' };
  expect(await simulations.list(other)).toMatchObject([{ id, name: 'Monday’s plan', isMine: false, savedBy: 'Anna' }]);
  await expect(simulations.keep(other, id, 'Mine')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(simulations.remove(other, id)).rejects.toMatchObject({ code: 'forbidden' });
  await simulations.keep(player, id, 'Tuesday’s plan');
  expect(await simulations.get(other, id)).toMatchObject({ name: 'Tuesday’s plan', result: { hours: expect.any(Array) } });
  await simulations.remove(player, id);
  expect(await simulations.list(player)).toEqual([]);
});

test('whoever hangs up ends it, and nobody runs two at once', { timeout: 300_000 }, async () => {
  const leaving = new AbortController();
  const long = simulations.run(player, { ...SPEC, runs: 500, days: 7 }, leaving.signal);
  const ended = long.catch((error: unknown) => error);
  await expect(simulations.run(player, SPEC, never)).rejects.toMatchObject({ code: 'in_progress' });
  expect(simulations.running(player)).toMatchObject({ of: 500 });
  leaving.abort();
  expect(await ended).toMatchObject({ code: 'unavailable' });
  expect(simulations.running(player)).toBeNull();
});

test.each([
  [{ scenario: { ...SPEC.scenario, service: 'Telepathy' } }, 'scenario.service'],
  [{ scenario: { ...SPEC.scenario, regions: ['Atlantis'] } }, 'scenario.regions'],
  [{ scenario: { ...SPEC.scenario, durationMinutes: 3000 } }, 'days'],
])('a mistake is refused by its field: %o', async (change, field) => {
  await expect(simulations.run(player, { ...SPEC, ...change }, never)).rejects.toMatchObject({ code: 'invalid', fields: [{ field }] });
});

test('whoever sees a part of the figures is refused, and so is a workspace without a past', async () => {
  const some = { ...player, scope: { ...ALL, aggregate: { to: 'teams', teams: ['team-live'] } } as const };
  await expect(simulations.baseline(some)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(simulations.run(some, SPEC, never)).rejects.toMatchObject({ code: 'forbidden' });
  const empty = { ...player, workspaceId: await loaded.newWorkspace() };
  await expect(simulations.baseline(empty)).rejects.toMatchObject({ code: 'not_possible' });
});
