import { EVENTS } from '@watchdesk/domain/event';
import { expect, test } from 'vitest';
import type { TimelineItem } from '../../api/client.ts';
import { sentenceOf } from './sentence.ts';
import type { EventLine, FieldChange } from './timeline.ts';

const line = (type: string, data: Record<string, unknown> = {}, change: FieldChange | null = null): EventLine => ({
  change,
  item: { type, data, personal: null, actor: { kind: 'agent', id: 'agent-1', name: 'Ada' } } as unknown as TimelineItem,
});
const NAMES = { 'agent-1': 'Ada', 'agent-2': 'Bob', 'team-1': 'Payments' };
const words = (said: EventLine): string => sentenceOf(said, NAMES).words.replaceAll('\u00a0', ' ');

test.each([
  [line('assignee.changed', {}, { field: 'assignee', from: null, to: 'agent-1' }), 'took it'],
  [line('assignee.changed', {}, { field: 'assignee', from: null, to: 'agent-2' }), 'assigned it to Bob'],
  [line('assignee.changed', {}, { field: 'assignee', from: 'agent-2', to: null }), 'took the assignee away'],
  [line('team.changed', {}, { field: 'team', from: null, to: 'team-1' }), 'moved it to Payments'],
  [line('ticket.escalated', { toTier: 'L2', to: 'team-1' }), 'escalated to L2, Payments'],
  [line('tag.changed', { added: ['vat'], removed: ['new', 'odd'] }), 'tagged it vat and took the tag new, odd away'],
  [line('survey.answered', { survey: 'csat', score: 4, scale: 5 }), 'answered CSAT: 4 of 5'],
  [
    line('agent.activity', { agent: 'agent-2', from: '2026-03-10T09:00:00Z', to: '2026-03-10T09:04:12Z' }),
    'noted that Bob worked on it for 4 m 12 s',
  ],
  [line('sla.warned', { clock: 'first_response', step: 80 }), 'First response: 80 % of its time used'],
  [line('sla.breached', { clock: 'resolution' }), 'Resolution breached'],
  [line('policy.applied', { policy: 'standard', version: 2 }), 'applied the policy standard'],
  [
    line('policy.applied', { policy: 'standard', version: 2, calendar: { id: 'office', version: 3 } }),
    'applied version 3 of the calendar office',
  ],
  [line('something.new'), 'something.new'],
])('%#: %s', (said, expected) => {
  expect(words(said)).toBe(expected);
});

test('a change says from what to what, in people’s words', () => {
  const said = sentenceOf(line('status.changed', { reason: 'asked twice' }, { field: 'status', from: 'open', to: 'on_hold' }), NAMES);
  expect(said).toMatchObject({ from: 'Open', to: 'On hold', reason: 'asked twice' });
});

test('every event of the vocabulary about tickets has words of its own, even without its data', () => {
  const types = Object.keys(EVENTS).filter(
    (type) => !/^(customer|organisation|agent|team|site|incident)\./.test(type) || type === 'agent.activity',
  );
  const wordless = types.filter((type) => {
    const field =
      type.endsWith('.changed') && type !== 'tag.changed' && type !== 'customField.changed' ? type.slice(0, -'.changed'.length) : null;
    return words(line(type, {}, field ? { field, from: null, to: 'x' } : null)) === type;
  });
  expect(wordless).toEqual([]);
});
