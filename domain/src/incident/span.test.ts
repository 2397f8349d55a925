import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '../event/index.ts';
import { pageOf, statusPageSettings } from '../status-page/index.ts';
import { incidentEvents } from './arbitrary.ts';
import { foldIncident } from './fold.ts';
import { impactSeconds } from './review.ts';
import { declared, MINUTE, START, told, update } from './scenario.ts';
import { severeSpansOf, spanOf } from './span.ts';
import { fillTemplate, TEMPLATES } from './templates.ts';

const fold = (...events: IncidentEvent[]) => foldIncident('INC-1', events)!;
const at = (minute: number) => START + minute * MINUTE;
const status = (minute: number, to: string) => told('incident.status_changed', minute, { to });
const minutes = (state: ReturnType<typeof fold>) =>
  severeSpansOf(state).map(({ from, to, severity }) => [(from - START) / MINUTE, to === null ? null : (to - START) / MINUTE, severity]);

describe('how long it lasted', () => {
  const resolved = [declared({ startedAt: at(-20) }), update(5), status(60, 'resolved')];

  it('is from when it began, as somebody said, to the resolve; none while it goes on', () => {
    expect(spanOf(fold(...resolved))).toEqual({ from: at(-20), to: at(60) });
    expect(spanOf(fold(declared()))).toEqual({ from: at(0), to: null });
    expect(spanOf(fold(told('incident.proposed', -5, { title: 'x', users: 'all', block: 'complete' }), declared()))?.from).toBe(at(-5));
  });

  it('is as the review corrects it, and everybody who tells it tells the same', () => {
    const state = fold(...resolved, told('incident.review_changed', 90, { reportedAt: at(-30), impactEndedAt: at(50) }));
    expect(spanOf(state)).toEqual({ from: at(-30), to: at(50) });
    expect(impactSeconds(state)).toBe(80 * 60);
    const facts = {
      now: at(100),
      instant: (one: number) => `minute ${(one - START) / MINUTE}`,
      by: '',
      customers: 0,
      tickets: 0,
      breached: 0,
    };
    const notice = fillTemplate(
      TEMPLATES.find(({ id }) => id === 'customers.resolved')!,
      state,
      {
        ...facts,
        notes: [],
        nameOf: String,
        statusPage: null,
      },
    );
    expect(notice.text).toContain('Duration: minute -30 to minute 50');
    const settings = statusPageSettings.parse({
      enabled: true,
      slug: 'acme',
      title: 'Acme',
      timeZone: 'UTC',
      components: [{ id: 'app', name: 'App', since: '2026-03-02', services: ['checkout'] }],
    });
    const hit = { ...state, affected: { services: ['checkout'], regions: [], customers: [] } };
    const updates = [{ id: 'u', incident: 'INC-1', at: at(5), subject: null, text: 'Told' }];
    const page = pageOf({ settings, incidents: [hit], past: [], updates, maintenances: [], byHand: [], now: at(100) });
    expect(page.incidents[0]!.startedAt).toBe(at(-30));
    // Of the eleven hours less twenty minutes since midnight.
    expect(page.components[0]!.up).toBeCloseTo(1 - 80 / 640, 10);
  });
});

describe('its severity at an instant', () => {
  it('is the one it had then, and it had none while it was taken for resolved', () => {
    const state = fold(
      declared({ startedAt: at(-20) }),
      told('incident.severity_changed', 30, { to: 'SEV3' }),
      status(60, 'resolved'),
      status(80, 'investigating'),
      told('incident.severity_changed', 90, { to: 'SEV2' }),
    );
    expect(minutes(state)).toEqual([
      [-20, 30, 'SEV1'],
      [30, 60, 'SEV3'],
      [80, 90, 'SEV3'],
      [90, null, 'SEV2'],
    ]);
    expect(minutes(fold(told('incident.proposed', 0, { title: 'x', users: 'all', block: 'complete' })))).toEqual([]);
  });

  it('lies within how long it lasted, whatever happens, each stretch after the one before', () => {
    fc.assert(
      fc.property(incidentEvents, (events) => {
        const state = foldIncident('INC-1', events)!;
        const span = spanOf(state);
        let last = -Infinity;
        for (const { from, to } of severeSpansOf(state)) {
          expect(from).toBeGreaterThanOrEqual(Math.max(last, span!.from));
          expect(to ?? Infinity).toBeLessThanOrEqual(span!.to ?? Infinity);
          last = to ?? Infinity;
        }
      }),
    );
  });
});
