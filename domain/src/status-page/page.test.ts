import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldIncident } from '../incident/index.ts';
import { incidentEvents } from '../incident/arbitrary.ts';
import { declared, MINUTE, START, told } from '../incident/scenario.ts';
import type { Maintenance } from './maintenance.ts';
import { type CustomerUpdate, type PageFacts, pageOf } from './page.ts';
import { affects, placedOn } from './placed.ts';
import { statusPageSettings } from './settings.ts';

const at = (minute: number) => START + minute * MINUTE;
const component = (id: string, more: object = {}) => ({ id, name: id.toUpperCase(), since: '2026-03-01', ...more });
const settings = statusPageSettings.parse({
  enabled: true,
  slug: 'acme',
  title: 'Acme',
  timeZone: 'Europe/Berlin',
  components: [
    component('app', { services: ['checkout'] }),
    component('eu', { services: ['checkout'], regions: ['eu'] }),
    component('docs'),
  ],
});
const incident = (...more: Parameters<typeof foldIncident>[1]) =>
  foldIncident('INC-1', [declared({ services: ['checkout'], regions: ['us'] }), ...more])!;
const update = (minute: number, more: Partial<CustomerUpdate> = {}): CustomerUpdate => ({
  id: `u${minute}`,
  incident: 'INC-1',
  at: at(minute),
  subject: null,
  text: `Told at ${minute}`,
  ...more,
});
const page = (facts: Partial<PageFacts>, minute = 60) =>
  pageOf({ settings, incidents: [], past: [], updates: [], maintenances: [], byHand: [], now: at(minute), ...facts });
const states = (shown: ReturnType<typeof page>) => shown.components.map(({ state }) => state);
const maintenance = (more: Partial<Maintenance> = {}): Maintenance => ({
  id: 'm',
  title: 'New disks',
  text: '',
  components: ['docs'],
  startsAt: at(30),
  endsAt: at(90),
  begunAt: null,
  endedAt: null,
  cancelledAt: null,
  madeAt: at(-60),
  moved: null,
  ...more,
});

describe('what a page says of an incident', () => {
  it('is nothing before customers were told, and nothing that only colleagues were told', () => {
    const quiet = page({ incidents: [incident()] });
    expect([quiet.incidents, states(quiet)]).toEqual([[], ['operational', 'operational', 'operational']]);
    const shown = page({ incidents: [incident(told('incident.note', 5, { text: 'db-3 is dead' }))], updates: [update(10)] });
    expect(states(shown)).toEqual(['major_outage', 'operational', 'operational']);
    expect(shown.incidents).toMatchObject([{ title: 'A problem with APP', components: ['APP'], resolvedAt: null }]);
    expect(JSON.stringify(shown)).not.toMatch(/Sign-in fails|db-3|ann/);
  });

  it('is each update with the status of its moment, the newest first, under the first subject that was given', () => {
    const facts = {
      incidents: [
        incident(told('incident.status_changed', 15, { to: 'identified' }), told('incident.status_changed', 50, { to: 'resolved' })),
      ],
      updates: [update(10, { subject: 'Payments are slow' }), update(20, { subject: 'More' }), update(51)],
    };
    const [shown] = page(facts).incidents;
    expect(shown).toMatchObject({ title: 'Payments are slow', status: 'resolved', state: 'major_outage', resolvedAt: at(50) });
    expect(shown!.updates.map(({ id, status }) => [id, status])).toEqual([
      ['u51', 'resolved'],
      ['u20', 'identified'],
      ['u10', 'investigating'],
    ]);
    expect(page(facts, 60 + 91 * 1440).incidents).toEqual([]);
  });

  it('counts in the history, listed or not', () => {
    const { id: _, ...past } = incident(told('incident.status_changed', 30, { to: 'resolved' }));
    const shown = page({ past: [past] });
    expect([shown.incidents, states(shown), shown.components[0]!.days.at(-1)!.state]).toEqual([
      [],
      ['operational', 'operational', 'operational'],
      'major_outage',
    ]);
    expect(shown.components[0]!.up).toBeLessThan(1);
  });

  it('is left out where none of its components is on the page', () => {
    const elsewhere = foldIncident('INC-1', [declared({ services: ['payroll'] })])!;
    expect(page({ incidents: [elsewhere], updates: [update(1)] }).incidents).toEqual([]);
    const anywhere = foldIncident('INC-1', [declared()])!;
    expect(page({ incidents: [anywhere], updates: [update(1)] }).incidents).toMatchObject([
      { title: 'A problem with our service', components: [] },
    ]);
  });

  it('is the state of the whole page where it is of no component, as long as it goes on', () => {
    const shown = (...more: Parameters<typeof foldIncident>[1]) =>
      page({ incidents: [foldIncident('INC-1', [declared(), ...more])!], updates: [update(1)] });
    expect([shown().state, states(shown())]).toEqual(['major_outage', ['operational', 'operational', 'operational']]);
    expect(shown(told('incident.severity_changed', 5, { to: 'SEV2' })).state).toBe('partial_outage');
    expect(shown(told('incident.status_changed', 5, { to: 'resolved' })).state).toBe('operational');
    expect(page({ incidents: [foldIncident('INC-1', [declared()])!] }).state).toBe('operational');
    const elsewhere = foldIncident('INC-1', [declared({ services: ['payroll'] })])!;
    expect(page({ incidents: [elsewhere], updates: [update(1)] }).state).toBe('operational');
  });

  it('is no state of the page where somebody says so by hand of each of its components', () => {
    const facts = { incidents: [incident()], updates: [update(1)] };
    const byHand = [{ component: 'app', at: at(2), state: 'degraded' as const }];
    expect([page(facts).state, page({ ...facts, byHand }).state]).toEqual(['major_outage', 'degraded']);
  });

  it('whatever happens to it, the page holds together', () => {
    fc.assert(
      fc.property(incidentEvents, fc.integer({ min: 0, max: 700 }), (events, minute) => {
        const shown = page({ incidents: [foldIncident('INC-1', events)!], updates: [update(0)] }, minute);
        expect(shown.nextAt).toBeGreaterThan(shown.at);
        for (const { days } of shown.components) expect(days).toHaveLength(90);
      }),
    );
  });
});

it.each([
  [['checkout'], [], ['checkout'], ['us'], true],
  [['checkout'], ['eu'], [' Checkout'], ['EU'], true],
  [['checkout'], ['eu'], ['checkout'], ['us'], false],
  [['checkout'], ['eu'], ['checkout'], [], true],
  [[], ['eu'], ['anything'], ['eu'], true],
  [[], ['eu'], ['anything'], [], false],
  [['checkout'], [], [], ['us'], false],
  [[], [], ['checkout'], [], false],
] as const)('a component of services %j in regions %j is hit by services %j in regions %j: %s', (services, regions, hit, where, is) => {
  expect(affects({ affected: { services: hit, regions: where, customers: [] } }, { services: [...services], regions: [...regions] })).toBe(
    is,
  );
});

it.each([
  [['checkout'], ['us'], true, ['app'], []],
  [['CHECKOUT ', 'payroll'], [], true, ['app', 'eu'], ['payroll']],
  [['payroll'], ['eu'], false, [], ['payroll']],
  [[], ['eu'], false, [], ['eu']],
  [[], [], true, [], []],
] as const)('an incident of %j in %j is shown: %s, under %j, without a component for %j', (services, regions, isShown, ids, without) => {
  const placed = placedOn(settings.components, { affected: { services, regions, customers: [] } });
  expect({ ...placed, components: placed.components.map(({ id }) => id) }).toEqual({ isShown, components: ids, without });
});

describe('a maintenance', () => {
  it('begins and ends as planned, or as somebody says', () => {
    const stages = (more: Partial<Maintenance>, ...minutes: number[]) =>
      minutes.map((minute) => {
        const shown = page({ maintenances: [maintenance(more)] }, minute);
        return [shown.maintenances[0]?.stage, states(shown)[2]];
      });
    expect(stages({}, 29, 30, 89, 90)).toEqual([
      ['planned', 'operational'],
      ['running', 'maintenance'],
      ['running', 'maintenance'],
      ['ended', 'operational'],
    ]);
    expect(stages({ begunAt: at(10), endedAt: at(20) }, 5, 15, 20)).toEqual([
      ['planned', 'operational'],
      ['running', 'maintenance'],
      ['ended', 'operational'],
    ]);
    // Whoever planned around it reads so until it would have been over.
    expect(stages({ cancelledAt: at(1) }, 40, 89, 90)).toEqual([
      ['cancelled', 'operational'],
      ['cancelled', 'operational'],
      [undefined, 'operational'],
    ]);
  });

  it('that takes longer than was planned stays under way, and its share of the day is no outage', () => {
    const shown = page({ maintenances: [maintenance({ endsAt: at(200), moved: { at: at(80), from: at(30), to: at(90) } })] }, 150);
    expect([shown.maintenances[0]!.stage, states(shown)[2], shown.components[2]!.up]).toEqual(['running', 'maintenance', 1]);
    expect(shown.nextAt).toBeLessThanOrEqual(at(200));
  });

  it('is when the page says something else by itself', () => {
    expect(page({ maintenances: [maintenance()] }, 0).nextAt).toBe(at(30));
    expect(new Date(page({}).nextAt).toISOString()).toBe('2026-03-02T23:00:00.000Z');
  });
});

it('what was set by hand holds until it is let go of', () => {
  const byHand = [
    { component: 'docs', at: at(1), state: 'degraded' as const },
    { component: 'docs', at: at(5), state: null },
  ];
  expect([page({ byHand }, 3).state, page({ byHand }, 6).state]).toEqual(['degraded', 'operational']);
});

describe('the settings', () => {
  const faultsOf = (more: object) =>
    statusPageSettings.safeParse({ ...settings, ...more }).error?.issues.map(({ path, message }) => [path.join('.'), message]);
  it.each([
    [{ slug: '-acme' }, 'slug'],
    [{ slug: 'a/b' }, 'slug'],
    [{ host: 'localhost' }, 'host'],
    [{ host: 'https://status.example.com' }, 'host'],
    [{ title: 'Two\nlines' }, 'title'],
    [{ timeZone: 'Mars' }, 'timeZone'],
    [{ components: [component('a'), component('a')] }, 'components.1.id'],
  ])('refuse %j, and say what it should be', (more, field) => {
    expect(faultsOf(more)).toEqual([[field, expect.stringMatching(/^must /)]]);
  });
});

it('says something else at the end of the day, also of one of 25 hours', () => {
  const next = (now: string) =>
    new Date(
      pageOf({ settings, incidents: [], past: [], updates: [], maintenances: [], byHand: [], now: Date.parse(now) }).nextAt,
    ).toISOString();
  expect([next('2026-10-24T22:30:00Z'), next('2026-03-28T23:30:00Z')]).toEqual(['2026-10-25T23:00:00.000Z', '2026-03-29T22:00:00.000Z']);
});
