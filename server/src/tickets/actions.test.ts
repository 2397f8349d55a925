import { expect, test } from 'vitest';
import { foldTicket } from '@watchdesk/domain/ticket';
import type { TicketEvent } from '@watchdesk/domain/event';
import { type Action, deedsOf } from './actions.ts';

const at = Date.UTC(2026, 0, 5);
let events = 0;
const event = (type: string, data: object): TicketEvent =>
  ({ id: `e${(events += 1)}`, source: 's', at: at + events, seq: 0, actor: { kind: 'system' }, ticket: 's:1', type, data }) as TicketEvent;
const created = event('ticket.created', { subject: '', channel: 'email', requester: 'c', status: 'new', priority: 'P3', tags: [] });
const after = (...more: TicketEvent[]) => foldTicket('s:1', [created, ...more])!;
const typesOf = (state: ReturnType<typeof after>, action: Action) =>
  deedsOf(state, 'me', action, 'm1').map(({ type, data }) => [type, data]);

const held = event('assignee.changed', { to: 'you' });
const mine = event('assignee.changed', { to: 'me' });
const resolved = event('status.changed', { to: 'resolved' });
const open = event('status.changed', { to: 'open' });

test.each<[string, ReturnType<typeof after>, Action, unknown[]]>([
  [
    'a claim of a new ticket opens it',
    after(),
    { name: 'claim' },
    [
      ['assignee.changed', { to: 'me' }],
      ['status.changed', { to: 'open' }],
    ],
  ],
  ['a claim of an open one only assigns', after(open), { name: 'claim' }, [['assignee.changed', { to: 'me' }]]],
  ['a claim of one’s own is nothing', after(open, mine), { name: 'claim' }, []],
  ['giving it to nobody leaves it new', after(mine), { name: 'assign', assignee: null }, [['assignee.changed', { to: null }]]],
  ['the same priority is nothing', after(), { name: 'priority', priority: 'P3' }, []],
  ['the same status is nothing', after(open), { name: 'status', status: 'open' }, []],
  [
    'an escalation hands over',
    after(open, mine),
    { name: 'escalate', toTier: 'L2', kind: 'technical', team: 't' },
    [
      ['ticket.escalated', { toTier: 'L2', kind: 'technical', to: 't' }],
      ['assignee.changed', { to: null }],
    ],
  ],
  [
    'tags: only what changes them',
    after(event('tag.changed', { added: ['vip', 'bug'], removed: [] })),
    { name: 'tag', added: ['hot', 'vip', 'hot'], removed: ['bug', 'gone'] },
    [['tag.changed', { added: ['hot'], removed: ['bug'] }]],
  ],
  [
    'tags that are there already are nothing',
    after(event('tag.changed', { added: ['vip'], removed: [] })),
    { name: 'tag', added: ['vip'], removed: ['x'] },
    [],
  ],
])('%s', (_name, state, action, deeds) => {
  expect(typesOf(state, action)).toEqual(deeds);
});

test.each<[string, ReturnType<typeof after>, Action, string]>([
  ['somebody else has it', after(held), { name: 'claim' }, 'already_claimed'],
  ['a claim of a resolved one', after(resolved), { name: 'claim' }, 'not_possible'],
  ['an escalation of a resolved one', after(resolved), { name: 'escalate', toTier: 'L2', kind: 'other' }, 'not_possible'],
  ['a deleted one', after(event('ticket.deleted', {})), { name: 'note', text: 'x' }, 'not_possible'],
  ['a merged one', after(event('ticket.merged', { into: 's:2' })), { name: 'note', text: 'x' }, 'not_possible'],
  ['a tag that comes and goes', after(), { name: 'tag', added: ['a'], removed: ['a'] }, 'invalid'],
  ['more tags than a ticket holds', after(), { name: 'tag', added: Array.from({ length: 101 }, (_, n) => `${n}`), removed: [] }, 'invalid'],
  ['a merge into itself', after(), { name: 'merge', into: 's:1' }, 'invalid'],
])('refused: %s', (_name, state, action, code) => {
  expect(() => typesOf(state, action)).toThrow(expect.objectContaining({ code }));
});
