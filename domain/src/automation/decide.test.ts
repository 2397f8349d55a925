/** What an automation does about a ticket: the worked rules of the handbook, loops that end, and the laws of deciding. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvent, type TicketEvent } from '../event/index.ts';
import { ticketEvents } from '../ticket/arbitrary.ts';
import { asks, created, note, priority, reply, type Short, status } from '../ticket/example.ts';
import type { ActionInput } from './actions.ts';
import { decide, decideInOrder, type Decision, deedsOf, goOn } from './decide.ts';
import { withDeeds } from './effects.ts';
import { after, automation, factsOf, HOUR_MS, passed } from './example.ts';
import { MOST_CHAINED, MOST_OF_ONE, MOST_OF_TICKET } from './limits.ts';
import { dueAt, sinceOf } from './since.ts';
import { TEMPLATES } from './templates/index.ts';
import { SINCE } from './trigger.ts';

const template = (id: string) => automation(TEMPLATES.find((one) => one.id === id)!.spec, id);
const told = (decision: Decision) =>
  decision.effects.map((one) => (one.kind === 'change' ? one.deeds.map(({ type, data }) => [type, data]) : one.kind));

describe('whoever has the ticket', () => {
  const said = (actor: string, spec = TEMPLATES.find((one) => one.id === 'time.status_changed')!.spec) =>
    told(decide(automation(spec), after([created(0, { assignee: 'anna' }), status(5, 'pending', actor)])));
  const waiting: ActionInput[] = [
    { do: 'wait', seconds: 60 },
    { do: 'notify', audience: { ticketAssignee: true } },
  ];
  const alsoLeads: ActionInput[] = [{ do: 'notify', audience: { ticketAssignee: true, roles: ['lead'] } }];
  const onStatus = (actions: ActionInput[]) => ({
    name: 'n',
    description: '',
    trigger: { kind: 'event' as const, events: ['status.changed' as const] },
    actions,
  });

  test.each(['agent bert', 'customer c', 'bot b', 'system s'])('is told that %s changed the status', (actor) =>
    expect(said(actor)).toEqual(['tell']),
  );
  test('is not told of what they did themselves, others are', () => {
    expect(said('agent anna')).toEqual(['none']);
    expect(said('agent anna', onStatus(alsoLeads))).toEqual(['tell']);
    for (const more of [{ onCall: ['primary'] }, { policy: 'critical' }])
      expect(said('agent anna', onStatus([{ do: 'notify', audience: { ticketAssignee: true, ...more } }]))).toEqual(['tell']);
  });
  test('is told of it after a wait all the same', () => {
    const own = automation(onStatus(waiting));
    const looking = after([created(0, { assignee: 'anna' }), status(5, 'pending', 'agent anna')]);
    expect(told(goOn(own, looking, 1))).toEqual(['tell']);
  });
});

describe('the worked rules of the handbook', () => {
  test.each(['Forgot my Password', 'LOGIN fails', 'I can’t access my account', 'passwords?'])(
    '%s is sorted, routed and helped',
    (subject) => {
      expect(told(decide(template('sorting.authentication'), after([created(0)], { subject })))).toEqual([
        [['category.changed', { to: 'Authentication' }]],
        [['team.changed', { to: 'Authentication Team' }]],
        [['ticket.message', { messageId: 'run:2', visibility: 'internal', text: 'Suggested article: Password Reset Guide' }]],
      ]);
    },
  );

  test.each(['The blogin page', 'Accessible colours', null])('%s is left alone, and why is said without the words', (subject) => {
    const { outcome, conditions } = decide(template('sorting.authentication'), after([created(0)], { subject }));
    expect([outcome, conditions!.met, conditions!.saw]).toEqual(['not_met', false, null]);
  });

  test.each(['new', 'open'] as const)('high, %s and two hours old: told, noted, and given to who is on call', (was) => {
    const onCall = (called: object, at: number) => ({ agent: `${JSON.stringify(called)} at ${at}` });
    const looking = after([created(0, { priority: 'P2', status: was })], { onCall });
    const due = dueAt(looking.facts.ticket, { since: 'creation', seconds: 7200, calendar: null }, new Map())!;
    const decision = decide(template('time.high_two_hours'), { ...passed(looking, looking.now), now: due });
    expect(due - looking.now).toBe(2 * HOUR_MS);
    expect(told(decision)).toEqual([
      'tell',
      [['ticket.message', { messageId: 'run:1', visibility: 'internal', text: 'Approaching SLA breach' }]],
      [['assignee.changed', { to: `{"schedule":"managers"} at ${due}` }]],
    ]);
    expect(decide(template('time.high_two_hours'), passed(after([created(0, { priority: 'P3', status: 'open' })]), 0)).outcome).toBe(
      'not_met',
    );
  });

  test.each([
    ['stays with whoever has it', {}, { kind: 'none', why: 'nobody is on call in Leads' }],
    ['goes to whom is named besides', { to: 'b' }, { kind: 'change', found: { agent: 'b', why: 'nobody is on call in Leads' } }],
    ['goes back into the queue', { to: null }, { kind: 'change', found: { agent: null, why: 'nobody is on call in Leads' } }],
    ['is left where it is already', { to: 'a' }, { kind: 'none', why: 'it is so already', found: { agent: 'a' } }],
  ] as const)('where nobody is on call, a ticket %s', (_, besides, expected) => {
    const onCall = () => ({ agent: null, why: 'nobody is on call in Leads' });
    const leads = automation({ actions: [{ do: 'assignee', policy: 'leads', ...besides }] });
    const { effects } = decide(leads, after([created(0, { assignee: 'a' })], { onCall }));
    expect(effects).toMatchObject([{ action: 0, ...expected }]);
  });

  test('resolved: two hours later the customer is asked, once, unless it was opened again', () => {
    const survey = template('surveys.csat');
    const looking = after([created(0, { requester: 'c' }), reply(5), status(10, 'resolved')]);
    const waiting = decide(survey, looking);
    expect(waiting).toMatchObject({ outcome: 'waits', effects: [], wait: { at: looking.now + 2 * HOUR_MS, next: 1 } });
    const later = { ...looking, now: waiting.wait!.at };
    expect(told(goOn(survey, later, 1))).toEqual([[['survey.requested', { survey: 'csat', surveyId: 'run:1' }]]]);
    const { facts } = after([created(0), reply(5), status(10, 'resolved'), asks(20), status(20, 'open', 'customer c')]);
    expect(goOn(survey, { ...later, facts }, 1)).toMatchObject({ outcome: 'not_met', effects: [] });
    const twice = withDeeds(looking.facts, deedsOf(goOn(survey, later, 1)), { kind: 'automation' }, later.now);
    expect(goOn(survey, { ...later, facts: twice }, 1).effects).toEqual([
      { kind: 'none', action: 1, why: 'it was asked for already since the last resolve or reopening' },
    ]);
    expect(decide(survey, after([created(0, { tags: ['no-survey'] }), status(10, 'resolved')])).outcome).toBe('not_met');
  });
});

describe('what keeps automations from each other', () => {
  const looking = after();
  const chained = (...chain: string[]) => decide(automation(), after([created(0)], {}, chain));
  test('none answers what it did, nor what came of it', () => {
    expect(chained('a')).toMatchObject({ outcome: 'stopped', why: 'It would answer what it did itself.', effects: [] });
    expect(chained('a', 'b')).toMatchObject({ outcome: 'stopped', why: 'It would answer what came of what it did itself.' });
    expect(chained('b').outcome).toBe('ran');
  });
  test('a chain has an end', () => {
    const others = Array.from({ length: MOST_CHAINED }, (_, index) => `o${index}`);
    expect(chained(...others)).toMatchObject({ outcome: 'stopped', why: '5 automations have answered each other already; there it ends.' });
    expect(chained(...others.slice(1)).outcome).toBe('ran');
  });
  test.each([
    [{ own: MOST_OF_ONE, all: MOST_OF_ONE }, 'stopped'],
    [{ own: MOST_OF_ONE - 1, all: MOST_OF_TICKET }, 'stopped'],
    [{ own: MOST_OF_ONE - 1, all: MOST_OF_TICKET - 1 }, 'ran'],
  ])('of %o runs within the hour: %s', (recentRuns, outcome) =>
    expect(decide(automation(), { ...looking, recentRuns }).outcome).toBe(outcome),
  );
});

test('several look in their order, each at what those before it leave', () => {
  const sorts = automation({ actions: [{ do: 'category', to: 'Billing' }] }, 'sorts');
  const routes = automation({ conditions: { field: 'category', is: ['Billing'] }, actions: [{ do: 'team', to: 'billing' }] }, 'routes');
  const ofBoth = (...all: (typeof sorts)[]) =>
    decideInOrder(
      all.map((one) => ({ automation: one, recentRuns: { own: 0, all: 0 }, idOf: String })),
      after(),
    ).map((one) => `${one.automation} ${one.outcome}`);
  expect(ofBoth(sorts, routes)).toEqual(['sorts ran', 'routes ran']);
  expect(ofBoth(routes, sorts)).toEqual(['routes not_met', 'sorts ran']);
});

test.each<[ActionInput, Short[], unknown]>([
  [{ do: 'category', to: 'x' }, [created(0, { category: 'x' })], 'none'],
  [{ do: 'priority', raiseBy: 1 }, [created(0, { priority: 'P1' })], 'none'],
  [{ do: 'priority', raiseBy: 3 }, [created(0, { priority: 'P3' })], [['priority.changed', { to: 'P1' }]]],
  [{ do: 'tag', add: ['a', 'b'], remove: ['c'] }, [created(0, { tags: ['a'] })], [['tag.changed', { added: ['b'], removed: [] }]]],
  [{ do: 'tier', to: 'next' }, [created(0, { supportTier: 'L1' })], [['supportTier.changed', { to: 'L2' }]]],
  [{ do: 'escalate', to: 'next' }, [created(0, { supportTier: 'L3' })], 'none'],
  [{ do: 'escalate', to: 'L1' }, [created(0, { supportTier: 'L2' })], 'none'],
  [
    { do: 'escalate', to: 'next', team: 'senior' },
    [created(0, { supportTier: 'L1', assignee: 'ann' })],
    [
      ['ticket.escalated', { toTier: 'L2', kind: 'other', to: 'senior' }],
      ['assignee.changed', { to: null }],
    ],
  ],
  [{ do: 'link', to: 'similar', kind: 'duplicate' }, [created(0)], 'none'],
  [{ do: 'link', to: 't:1', kind: 'duplicate' }, [created(0)], 'none'],
  [{ do: 'survey', survey: 'csat' }, [created(0)], 'none'],
  [{ do: 'customField', name: 'n', to: 1 }, [created(0)], [['customField.changed', { name: 'n', to: 1 }]]],
])('%o of %o', (action, shorts, wanted) => expect(told(decide(automation({ actions: [action] }), after(shorts)))).toEqual([wanted]));

test('a similar ticket of the customer is found by its category or its words, and not for ever', () => {
  const recent = [{ id: 't:0', createdAt: Date.UTC(2026, 2, 1), category: null, subject: 'Invoice export fails again' }];
  const of = (subject: string, withinDays?: number) =>
    decide(
      automation({ conditions: { field: 'similarTicket', is: ['yes'], ...(withinDays && { withinDays }) } }),
      after([created(0)], { subject, recent }),
    ).outcome;
  expect([of('The invoice export fails'), of('Colours of the logo'), of('The invoice export fails', 1)]).toEqual([
    'ran',
    'not_met',
    'not_met',
  ]);
});

test('time counts from where it says, within the hours of a calendar, while there is work to do', () => {
  const { facts } = after([created(0, { priority: 'P1' }), reply(30), note(60)]);
  const minute = (at: number | null) => at && (at - facts.ticket.createdAt) / 60_000;
  expect(SINCE.map((since) => minute(sinceOf(facts.ticket, since)))).toEqual([0, 60, null, 0, 30]);
  expect(SINCE.map((since) => sinceOf(after([created(0), reply(1), status(2, 'resolved')]).facts.ticket, since))).toEqual(
    Array(5).fill(null),
  );
  // Nine to five in UTC: eight hours from nine are over at five, nine end at ten the next day.
  const due = (hours: number) =>
    minute(dueAt(facts.ticket, { since: 'creation', seconds: hours * 3600, calendar: 'office' }, facts.calendars));
  expect([due(8), due(9)]).toEqual([8 * 60, 25 * 60]);
});

const ACTIONS: ActionInput[] = [
  { do: 'category', to: 'x' },
  { do: 'priority', raiseBy: 1 },
  { do: 'priority', to: 'P4' },
  { do: 'tier', to: 'next' },
  { do: 'escalate', to: 'next', team: 'technical' },
  { do: 'team', to: 'billing' },
  { do: 'assignee', to: 'a-1' },
  { do: 'tag', add: ['bug'], remove: ['vip'] },
  { do: 'customField', name: 'f', to: 'v' },
  { do: 'status', to: 'pending' },
  { do: 'note', body: 'n' },
  { do: 'reply', body: 'r' },
  { do: 'survey', survey: 'csat' },
  { do: 'link', to: 't:9', kind: 'known_issue' },
  { do: 'suggest', article: 'A' },
];
const someActions = fc.array(fc.constantFrom(...ACTIONS), { minLength: 1, maxLength: 6 });

describe('laws', () => {
  const run = (events: TicketEvent[], actions: ActionInput[]) => {
    const event = events.find(({ ticket }) => ticket === 't:1')!;
    const looking = {
      ...after(),
      facts: factsOf(events.filter(({ ticket }) => ticket === 't:1')),
      happened: { kind: 'event' as const, event, chain: [] },
    };
    return {
      looking,
      decision: decide(automation({ trigger: { kind: 'event', events: [event.type as 'status.changed'] }, actions }), looking),
    };
  };
  const ofTicket = ticketEvents().filter((events) => events.some(({ ticket, type }) => ticket === 't:1' && type !== 'ticket.unmerged'));

  test('it is the same decision of the same, changes nothing it looks at, and every change passes the door', () =>
    fc.assert(
      fc.property(ofTicket, someActions, (events, actions) => {
        const { looking, decision } = run(events, actions);
        const before = structuredClone(looking.facts.ticket);
        expect(run(events, actions).decision).toEqual(decision);
        expect(looking.facts.ticket).toEqual(before);
        for (const deed of deedsOf(decision))
          expect(
            readEvent({ ...deed, data: structuredClone(deed.data), id: 'i', at: 1_770_000_000_000, ticket: 't:1' }, 's'),
          ).toMatchObject({ ok: true });
      }),
    ));

  test('done once more it does no more, but for what is written and for what goes up by steps', () =>
    fc.assert(
      fc.property(
        ofTicket,
        fc.constantFrom(
          ...ACTIONS.filter(({ do: what }) => !['note', 'reply', 'suggest', 'tier', 'escalate'].includes(what)).filter(
            (one) => !('raiseBy' in one),
          ),
        ),
        (events, action) => {
          const { looking, decision } = run(events, [action]);
          const facts = withDeeds(looking.facts, deedsOf(decision), { kind: 'automation' }, looking.now);
          const again = decide(
            automation({
              trigger: { kind: 'event', events: [(looking.happened as { event: TicketEvent }).event.type as 'status.changed'] },
              actions: [action],
            }),
            { ...looking, facts },
          );
          expect(deedsOf(again)).toEqual([]);
        },
      ),
    ));

  test('a wait between cuts it in two parts that do together what it does without', () =>
    fc.assert(
      fc.property(ofTicket, someActions, someActions, (events, first, second) => {
        const { looking, decision } = run(events, [...first, ...second]);
        fc.pre(decision.outcome === 'ran');
        const parted = automation({
          trigger: { kind: 'event', events: [(looking.happened as { event: TicketEvent }).event.type as 'status.changed'] },
          actions: [...first, { do: 'wait', seconds: 60 }, ...second],
        });
        const before = decide(parted, looking);
        expect(before.outcome).toBe('waits');
        const facts = withDeeds(looking.facts, deedsOf(before), { kind: 'automation', id: 'a' }, looking.now);
        const then = goOn(parted, { ...looking, facts, idOf: (index) => `run:${index - 1}` }, before.wait!.next);
        const kinds = (one: Decision) => deedsOf(one).map(({ type }) => type);
        expect([...kinds(before), ...kinds(then)]).toEqual(kinds(decision));
      }),
    ));

  test('all, any and not are what they are called, and every part is explained', () =>
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }), (wanted) => {
        const leaf = (is: boolean) => ({ field: 'priority' as const, is: [is ? 'P1' : 'P5'] });
        const outcome = (conditions: object) => decide(automation({ conditions }), after([created(0, { priority: 'P1' })]));
        expect(outcome({ all: wanted.map(leaf) }).outcome === 'ran').toBe(wanted.every(Boolean));
        expect(outcome({ any: wanted.map(leaf) }).outcome === 'ran').toBe(wanted.some(Boolean));
        expect(outcome({ not: { any: wanted.map(leaf) } }).outcome === 'ran').toBe(!wanted.some(Boolean));
        expect(outcome({ all: wanted.map(leaf) }).conditions!.parts!.map(({ met }) => met)).toEqual(wanted);
      }),
    ));
});

test('what is shown of deeds is what the fold makes of them', () => {
  const { facts } = after([created(0), priority(1, 'P4')]);
  const shown = withDeeds(facts, [{ type: 'priority.changed', data: { to: 'P1' } }], { kind: 'automation' }, facts.ticket.lastEventAt);
  expect(shown.ticket.now.priority).toBe('P1');
  expect(facts.ticket.now.priority).toBe('P4');
});
