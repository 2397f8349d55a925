/** Bodies by which something is made that another workspace must not see, and that get as far as the id they are sent to. */
import type { Postgres } from '../src/store/postgres/index.ts';

export const GOAL = {
  metric: 'created',
  whose: { to: 'all' },
  baseline: { from: 'typed', value: 5, source: 'A guess' },
  target: 10,
  startsOn: '2026-03-08',
  endsOn: '2026-03-22',
  windowDays: 7,
  owner: 'Theirs',
};
export const ROTA = {
  name: 'Theirs',
  zone: 'UTC',
  layers: [
    { name: 'Days', people: ['agent:g', 'agent:h'], turn: { count: 1, unit: 'days' }, handOff: { at: '00:00' }, startsOn: '2026-03-01' },
  ],
};
export const STAND_IN = { person: 'agent:g', from: '2026-03-11T00:00:00Z', to: '2026-03-12T00:00:00Z' };
export const LADDER = { name: 'Theirs', steps: [{ tell: { roles: ['lead'] } }] };

export const ON_CALL_BODIES = {
  'PUT outage-simulations': { name: 'Still theirs' },
  'PUT schedules': { schedule: ROTA },
  'POST overrides': STAND_IN,
  'POST swap-offers': { first: '2026-03-13T12:00:00Z', second: '2026-03-14T12:00:00Z' },
  'POST swaps': { first: '2026-03-13T12:00:00Z', second: '2026-03-14T12:00:00Z' },
  'PUT escalation-policies': { policy: LADDER },
};

export const AUTOMATION = {
  name: 'Theirs',
  trigger: { kind: 'event', events: ['ticket.created'] },
  actions: [{ do: 'tag', add: ['theirs'] }],
};
export const RULE = { name: 'Theirs', subject: { kind: 'event', event: 'ticket.created' }, severity: 'warning' };

export const STATUS_PAGE = {
  enabled: false,
  slug: 'theirs',
  title: 'Theirs',
  timeZone: 'UTC',
  components: [{ id: 'app', name: 'App', since: '2026-03-01' }],
};
export const MAINTENANCE = { title: 'Theirs', components: ['app'], startsAt: '2026-03-11T00:00:00Z', endsAt: '2026-03-12T00:00:00Z' };

/** A swap that one agent offers another, since a key has no shift to offer; its id. */
export async function offeredSwap({ pool }: Postgres, workspace: string, schedule: string, now: number): Promise<string> {
  const day = (number: number) => new Date(now + number * 86_400_000);
  await pool.query(
    `insert into on_call_swap (workspace_id, id, schedule, offered_by, offered_to, first_from, first_to, second_from, second_to, reason, made_at, made_by)
     values ($1, 'only-b-swap', $2, 'agent:g', 'agent:h', $3, $4, $4, $5, '', $6, 'G')`,
    [workspace, schedule, day(3), day(4), day(5), new Date(now)],
  );
  return 'only-b-swap';
}

export const OUTAGES = {
  outages: [
    { source: 'theirs', externalId: 'only-b', title: 'Theirs', severity: 'SEV3', site: 'only-b', startedAt: '2026-03-10T00:00:00Z' },
  ],
};

export const SPEC = {
  title: 'Theirs',
  tiles: [{ id: 'a', chart: 'number', question: { metrics: ['created'] }, layout: { x: 0, y: 0, w: 3, h: 2 } }],
};
export const EXPLORATION = { title: 'Theirs', question: { metrics: ['created'] }, chart: 'number' };
export const CALENDAR = { name: 'Theirs', spec: { zone: 'UTC', always: true } };
