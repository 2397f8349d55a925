import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '../event/index.ts';
import { antiPatternsIn } from './anti-patterns.ts';
import { CHECKLISTS } from './checklists.ts';
import { costOf } from './cost.ts';
import { foldIncident } from './fold.ts';
import { impactOf, type LinkedTicket } from './impact.ts';
import { impactSeconds, keptOpenBy, lacksOf, stampsOf } from './review.ts';
import { declared, MINUTE, START, told, update } from './scenario.ts';
import { fillTemplate, type TemplateFacts, TEMPLATES } from './templates.ts';

const fold = (...events: IncidentEvent[]) => foldIncident('INC-1', events)!;
const status = (minute: number, to: string) => told('incident.status_changed', minute, { to });
const at = (minute: number) => START + minute * MINUTE;
const facts: TemplateFacts = {
  now: at(20),
  instant: (one: number) => `minute ${(one - START) / MINUTE}`,
  by: 'Ann',
  customers: 12,
  tickets: 14,
  breached: 2,
  notes: ['It began with the release.'],
  nameOf: (agent: string) => agent.toUpperCase(),
  statusPage: null,
};
const template = (id: string) => TEMPLATES.find((one) => one.id === id)!;

describe('a template', () => {
  it('is filled from the incident, and promises the next update that the policy does', () => {
    const { subject, text } = fillTemplate(
      template('customers.initial'),
      fold(declared({ services: ['Sign-in', 'Reports'], summary: 'Nobody gets in.' })),
      facts,
    );
    expect(subject).toBe('Sign-in and Reports: service disruption');
    expect(text).toContain('Impact: Nobody gets in.');
    expect(text).toContain('Next update: within 15 minutes');
  });

  it('leaves text what it is: what somebody wrote is no template', () => {
    const { text } = fillTemplate(template('customers.initial'), fold(declared({ summary: '{{by}} $& <b>x</b>' })), facts);
    expect(text).toContain('Impact: {{by}} $& <b>x</b>');
  });

  it.each(TEMPLATES.map((one) => [one.id, one] as const))('%s names nothing that is not filled', (_, one) => {
    expect(fillTemplate(one, fold(declared(), status(18, 'resolved')), facts).text).not.toMatch(/\{\{|undefined|null/);
  });

  it('hands an incident on with all that requirement 223 asks for', () => {
    const state = fold(
      declared({ services: ['Sign-in'], summary: 'Nobody gets in.', overrides: ['security'], detectedBy: 'Monitoring', startedAt: at(-4) }),
      told('incident.role_assigned', 1, { role: 'commander', agent: 'bo' }),
      told('incident.checklist_item_done', 2, { item: 'initiation.page' }),
      told('incident.checklist_item_done', 3, { item: 'initiation.status_page' }),
      update(5),
    );
    const url = 'https://status.example';
    const page = { url, isShown: true, components: ['App', 'Web'], without: [], postedAt: at(5) };
    expect(fillTemplate(template('internal.escalation'), state, { ...facts, statusPage: page }).text).toBe(`Escalation summary
Severity: SEV1 (All users, completely blocked)
Time detected: minute -4, by Monitoring
Escalated by: Ann
Escalated to: On-call engineer

Issue description
Nobody gets in.

Customer impact
- Affected customers: 12 known so far (all users)
- Impact type: Outage, security
- Symptoms: Sign-in: Nobody gets in.
- Tickets: 14, 2 with a breached promise

Investigation so far
- Our team is investigating
- It began with the release.

Immediate actions taken
- Page on-call and backup, at minute 2
- Post to the status page, at minute 3
- Incident commander: BO

Communication status
- Status page: posted at minute 5 under App and Web (${url})
- Customers: told at minute 5
- Inside: not told yet`);
    expect(fillTemplate(template('customers.initial'), state, { ...facts, statusPage: page }).text).toMatch(
      /Status page: https:\S+example$/,
    );
  });

  it('says of the status page what stands there, whatever somebody ticked, and sends nobody where nothing is', () => {
    const state = fold(declared(), told('incident.checklist_item_done', 3, { item: 'initiation.status_page' }), update(5));
    const page = { url: 'https://status.example', isShown: true, components: [], without: [], postedAt: null };
    const inside = (statusPage: typeof facts.statusPage) =>
      fillTemplate(template('internal.escalation'), state, { ...facts, statusPage }).text;
    expect(inside(null)).toContain('Status page: none is public');
    expect(inside(page)).toContain('Status page: nothing posted yet (https://status.example)');
    const elsewhere = { ...page, isShown: false, without: ['Checkout', 'Bills'] };
    expect(inside(elsewhere)).toContain('Status page: not shown, no component for Checkout and Bills (https://status.example)');
    expect(fillTemplate(template('customers.initial'), state, { ...facts, statusPage: elsewhere }).text).not.toContain('status.example');
  });

  it('tells inside whether customers know', () => {
    expect(fillTemplate(template('internal.escalation'), fold(declared()), facts).text).toContain('Customers: not told, and overdue');
    expect(fillTemplate(template('internal.escalation'), fold(declared(), update(5)), facts).text).toContain('Customers: told at minute 5');
    expect(fillTemplate(template('customers.resolved'), fold(declared(), status(18, 'resolved')), facts).text).toContain(
      'report follows within 48 hours',
    );
  });
});

const ticket = (id: string, more: Partial<LinkedTicket> = {}): LinkedTicket => ({
  id,
  mergedInto: null,
  isHidden: false,
  requester: `customer of ${id}`,
  organisation: null,
  customerTier: null,
  region: null,
  mrr: null,
  currency: null,
  breached: 0,
  breachedClocks: [],
  isOpen: true,
  ...more,
});

describe('the impact', () => {
  it('counts who asked in a merged ticket, and not the ticket (D.7)', () => {
    const merged = ticket('b', { mergedInto: 'a', isHidden: true });
    expect(impactOf([ticket('a'), merged, ticket('a')], [])).toMatchObject({ tickets: 1, duplicates: 1, customers: 2 });
    expect(impactOf([ticket('a'), { ...merged, mergedInto: null, isHidden: false }], [])).toMatchObject({
      tickets: 2,
      duplicates: 0,
      customers: 2,
    });
  });

  it('counts each customer once, named or not, and nothing of spam', () => {
    expect(
      impactOf([ticket('a', { requester: 'x' }), ticket('b', { requester: 'x' }), ticket('s', { isHidden: true })], ['x', 'y']),
    ).toMatchObject({ tickets: 2, customers: 2 });
  });

  it('sums what organisations pay once each, by currency', () => {
    const paying = (id: string, organisation: string, mrr: number | null, currency: string | null = 'USD') =>
      ticket(id, { organisation, mrr, currency, breached: 1 });
    const impact = impactOf(
      [paying('a', 'o1', 500), paying('b', 'o1', 500), paying('c', 'o2', 300), paying('d', 'o3', 100, 'EUR'), paying('e', 'o4', null)],
      [],
    );
    expect(impact.revenue).toEqual([
      { currency: 'USD', amount: 800, organisations: 2 },
      { currency: 'EUR', amount: 100, organisations: 1 },
    ]);
    expect(impact).toMatchObject({ breachedTickets: 5, breachedPromises: 5, organisations: 4 });
  });

  it('says by region and tier who was hit, the most first', () => {
    const impact = impactOf([ticket('a', { region: 'EMEA' }), ticket('b', { region: 'EMEA' }), ticket('c', { region: 'APAC' })], []);
    expect(impact.byRegion).toEqual([
      { value: 'EMEA', customers: 2, tickets: 2 },
      { value: 'APAC', customers: 1, tickets: 1 },
    ]);
  });
});

it('pays credits for the very breaches that the impact counts: none of a ticket that was merged into another', () => {
  const asked = { isHidden: false, requester: 'c', customerTier: null, region: null, mrr: 1000, currency: 'EUR', isOpen: true };
  const whole = { ...asked, id: 'a', organisation: 'o', mergedInto: null, breached: 0, breachedClocks: [] };
  const part = { ...asked, id: 'b', organisation: 'p', mergedInto: 'a', breached: 1, breachedClocks: ['first_response'] };
  const own = { ...part, id: 'c', organisation: 'q', mergedInto: null };
  const terms = { currency: 'EUR', perTicket: null, perHour: null, overheadPercent: 0, creditPercent: 10 };
  const state = foldIncident('INC-1', [declared()])!;
  expect([impactOf([whole, part], []).breachedPromises, costOf(state, [whole, part], terms).credits]).toEqual([0, []]);
  expect(costOf(state, [whole, part, own], terms).credits).toEqual([{ organisation: 'q', currency: 'EUR', mrr: 1000, amount: 100 }]);
});

describe('a review', () => {
  const resolved = [declared({ startedAt: at(-10) }), status(20, 'identified'), status(40, 'resolved')];
  const review = told('incident.review_changed', 50, {
    summary: 'It failed.',
    rootCause: 'A certificate ran out.',
    toImprove: ['Watch certificates'],
  });
  const action = (minute: number, state: string) => told('incident.action_changed', minute, { action: 'a', title: 'Watch them', state });

  it('tells the six instants, by what happened unless somebody knows better', () => {
    expect(stampsOf(fold(...resolved))).toEqual({
      reportedAt: at(-10),
      pagedAt: at(20),
      declaredAt: START,
      causeFoundAt: at(20),
      fixedAt: at(40),
      impactEndedAt: at(40),
    });
    expect(stampsOf(fold(...resolved, told('incident.review_changed', 50, { fixedAt: at(30) }))).fixedAt).toBe(at(30));
    expect(impactSeconds(fold(...resolved))).toBe(50 * 60);
  });

  it('keeps a SEV1 open until it is complete and its actions have ended', () => {
    const completed = told('incident.review_completed', 60);
    expect(keptOpenBy(fold(declared()))).toBe('unresolved');
    expect(keptOpenBy(fold(...resolved))).toBe('review');
    expect(lacksOf(fold(...resolved))).toEqual(['summary', 'rootCause', 'toImprove', 'actions']);
    expect(lacksOf(fold(...resolved, review, action(51, 'open')))).toEqual([]);
    expect(keptOpenBy(fold(...resolved, review, action(51, 'open'), completed))).toBe('actions');
    expect(keptOpenBy(fold(...resolved, review, action(51, 'open'), completed, action(70, 'done')))).toBeNull();
    expect(keptOpenBy(fold(declared({ users: 'one' }), status(40, 'resolved')))).toBeNull();
  });
});

describe('anti-patterns', () => {
  const many = (make: (index: number) => IncidentEvent[]) => [0, 1, 2, 3].map((index) => ({ ...fold(...make(index)), id: `INC-${index}` }));
  const found = (incidents: ReturnType<typeof many>, minute = 5) => antiPatternsIn(incidents, at(minute)).map(({ pattern }) => pattern);
  const lead = (agent: string, by = 'zoe') => told('incident.role_assigned', 2, { role: 'commander', agent }, by);

  it('are none where all is well', () => {
    expect(found(many((index) => [declared({ users: index === 0 ? 'all' : 'one' }), update(3), lead(`agent ${index}`)]))).toEqual([]);
  });

  it('see that everything is severe, and that one person leads it all', () => {
    const [inflation, burnout] = antiPatternsIn(
      many(() => [declared(), update(3), lead('bo')]),
      at(5),
    );
    expect(inflation).toEqual({ pattern: 'severity_inflation', incidents: ['INC-0', 'INC-1', 'INC-2', 'INC-3'], of: 4, agent: null });
    expect(burnout).toMatchObject({ pattern: 'on_call_burnout', agent: 'bo' });
  });

  it('see whoever led, also who handed over; a review that came late; and work that went on before customers heard', () => {
    const one = (...events: IncidentEvent[]) => [fold(declared(), ...events)];
    const handed = antiPatternsIn(
      many(() => [declared(), update(3), lead('bo'), told('incident.role_assigned', 4, { role: 'commander', agent: 'cy' })]),
      at(5),
    );
    expect(handed.filter(({ pattern }) => pattern === 'on_call_burnout').map(({ agent }) => agent)).toEqual(['bo', 'cy']);
    const late = told('incident.review_completed', 60 + 48 * 60);
    expect(found(one(status(10, 'resolved'), lead('bo'), late), 100 * 60)).toContain('no_review');
    expect(found(one(status(10, 'resolved'), lead('bo'), told('incident.review_completed', 48 * 60)), 100 * 60)).not.toContain('no_review');
    expect(found(one(lead('bo'), status(12, 'identified'), status(40, 'resolved'), update(41)), 60)).toContain('customer_last');
    expect(found(one(lead('bo'), status(12, 'identified'), update(14)), 60)).not.toContain('customer_last');
  });

  it('see a review that never came, customers told last, one who is alone, and a crowd', () => {
    const one = (...events: IncidentEvent[]) => [fold(declared(), ...events)];
    const expert = (index: number) => told('incident.role_assigned', 3, { role: 'expert', agent: `expert ${index}` });
    expect(found(one(status(10, 'resolved'), lead('bo')), 10 + 48 * 60 + 1)).toContain('no_review');
    expect(found(one(status(10, 'resolved'), lead('bo')), 60)).not.toContain('no_review');
    expect(found(one(update(3, 'internal'), update(40)), 60)).toContain('customer_last');
    expect(found(one(update(3), update(4, 'internal')), 60)).not.toContain('customer_last');
    expect(found(one(lead('ann', 'ann')))).toContain('hero_culture');
    expect(found(one(...Array.from({ length: 12 }, (_, index) => expert(index))))).toContain('war_room_theatre');
  });
});

it('the checklists are those of requirement 225, and each item has a name of its own', () => {
  const ids = CHECKLISTS.flatMap(({ items }) => items.map(({ id }) => id));
  expect(new Set(ids).size).toBe(15);
});
