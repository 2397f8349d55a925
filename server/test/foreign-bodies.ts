/** Bodies by which something is made that another workspace must not see, and that get as far as the id they are sent to. */
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
  'PUT schedules': { schedule: ROTA },
  'POST overrides': STAND_IN,
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
export const OUTAGES = {
  outages: [
    { source: 'theirs', externalId: 'only-b', title: 'Theirs', severity: 'SEV3', site: 'only-b', startedAt: '2026-03-10T00:00:00Z' },
  ],
};
