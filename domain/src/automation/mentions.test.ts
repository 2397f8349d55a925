/** What an automation names, and where; and a reason read with names. */
import { expect, test } from 'vitest';
import { automation, after } from './example.ts';
import { created } from '../ticket/example.ts';
import { decide } from './decide.ts';
import { calendarsOf, mentionsIn } from './mentions.ts';
import { namedReason } from './reason-words.ts';

const { spec } = automation({
  trigger: { kind: 'time', since: 'wait', seconds: 3600, calendar: 'office' },
  conditions: {
    all: [
      { field: 'team', is: ['t1', ''] },
      {
        not: {
          any: [
            { field: 'assignee', isNot: ['a1', 'a2'] },
            { field: 'openHours', is: ['yes'], calendar: 'night' },
          ],
        },
      },
      { field: 'category', is: ['t1'] },
    ],
  },
  actions: [
    { do: 'team', to: 't2' },
    { do: 'assignee', to: null },
    { do: 'escalate', to: 'next', team: 't3' },
    { do: 'notify', audience: { teams: ['t4'], channels: ['c1'], roles: ['lead'] } },
    { do: 'hook', channel: 'c2' },
    { do: 'wait', seconds: 60, calendar: 'office' },
    { do: 'assignee', onCall: 's1', to: 'a3' },
    { do: 'assignee', policy: 'p1' },
    { do: 'notify', audience: { onCall: ['s2'], policy: 'p2' } },
  ],
});

test('what is named by an id is found, with where it stands', () => {
  expect(mentionsIn(spec).map(({ kind, id, path }) => `${kind} ${id} ${path}`)).toEqual([
    'calendar office trigger.calendar',
    'team t1 conditions.all.0.is',
    'agent a1 conditions.all.1.not.any.0.isNot',
    'agent a2 conditions.all.1.not.any.0.isNot',
    'calendar night conditions.all.1.not.any.1.calendar',
    'team t2 actions.0.to',
    'team t3 actions.2.team',
    'team t4 actions.3.audience.teams',
    'channel c1 actions.3.audience.channels',
    'channel c2 actions.4.channel',
    'calendar office actions.5.calendar',
    'agent a3 actions.6.to',
    'schedule s1 actions.6.onCall',
    'policy p1 actions.7.policy',
    'schedule s2 actions.8.audience.onCall',
    'policy p2 actions.8.audience.policy',
  ]);
  expect(calendarsOf(spec)).toEqual(['office', 'night']);
});

test('a reason says names where it was kept with ids, and what was seen as well', () => {
  const one = automation({ conditions: { all: [{ field: 'team', is: ['t1'] }, { not: { field: 'priority', is: ['P1'] } }] } });
  const { conditions } = decide(one, after([created(0, { team: 't2' })]));
  const nameOf = (kind: string, id: string) => `the ${kind} of ${id}`;
  expect(namedReason(conditions!, one.spec.conditions!, nameOf)).toEqual({
    kind: 'all',
    met: false,
    parts: [
      { kind: 'leaf', met: false, words: 'the team is the team of t1', saw: 'the team of t2' },
      { kind: 'not', met: true, parts: [{ kind: 'leaf', met: false, words: 'the priority is P1', saw: expect.any(String) }] },
    ],
  });
});
