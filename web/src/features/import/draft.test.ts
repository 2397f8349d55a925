import { describe, expect, it } from 'vitest';
import type { ImportColumn } from '../../api/client.ts';
import { answer, missing, openQuestions, take, targetOf, type Target } from './draft.ts';

const target = (path: string, more: Partial<Target> = {}): Target => ({ path, isNeeded: false, isTime: false, meanings: [], ...more });
const TARGETS = [
  target('ticket', { isNeeded: true }),
  target('createdAt', { isNeeded: true, isTime: true }),
  target('fields.status', { meanings: ['open', 'closed'] }),
  target('fields.team'),
  target('actor.id'),
];
const column = (name: string, more: Partial<ImportColumn> = {}): ImportColumn => ({
  name,
  kind: 'text',
  filled: 1,
  distinct: 1,
  samples: [],
  values: [],
  time: null,
  maps: {},
  ...more,
});
const OPEN_TIME = { format: null, candidates: ['day first', 'month first'], isNaive: true, unread: 0, example: null };
const BASE = { shape: 'tickets', source: 'x', label: 'kept' };

describe('a column', () => {
  it('is taken for one thing at a time, and one thing is of one column', () => {
    let mapping: Record<string, unknown> = take(BASE, TARGETS, column('a'), 'ticket');
    mapping = take(mapping, TARGETS, column('b'), 'ticket');
    expect(mapping).toEqual({ ...BASE, ticket: 'b' });
    mapping = take(mapping, TARGETS, column('b'), 'fields.team');
    expect([mapping, targetOf(mapping, TARGETS, 'b'), missing(mapping, TARGETS)]).toEqual([
      { ...BASE, fields: { team: 'b' } },
      'fields.team',
      ['ticket', 'createdAt'],
    ]);
    expect(take(mapping, TARGETS, column('b'), null)).toEqual(BASE);
  });

  it('brings what is known of it', () => {
    expect(take(BASE, TARGETS, column('s', { maps: { status: { Open: 'open' } } }), 'fields.status')).toEqual({
      ...BASE,
      fields: { status: { column: 's', map: { Open: 'open' } } },
    });
    expect(take(BASE, TARGETS, column('t', { time: { ...OPEN_TIME, format: 'iso' } }), 'createdAt')).toEqual({
      ...BASE,
      createdAt: { column: 't', format: 'iso' },
    });
    expect(take(BASE, TARGETS, column('w'), 'actor.id')).toEqual({ ...BASE, actor: { kind: 'agent', id: 'w' } });
  });

  it('may be a field of one’s own, whatever its name', () => {
    const mapping = take(BASE, TARGETS, column('a.b', { kind: 'number' }), 'custom');
    expect([mapping, targetOf(mapping, TARGETS, 'a.b')]).toEqual([
      { ...BASE, fields: { customFields: { 'a.b': { column: 'a.b', as: 'number' } } } },
      'custom',
    ]);
    expect(take(mapping, TARGETS, column('a.b'), null)).toEqual(BASE);
  });

  it('of times that nothing decides is a question until it is answered', () => {
    const columns = [column('t', { time: OPEN_TIME })];
    const mapping = take(BASE, TARGETS, columns[0]!, 'createdAt');
    expect(openQuestions(mapping, TARGETS, columns)).toEqual(['t']);
    expect(openQuestions({ ...mapping, createdAt: { column: 't', format: 'day first' } }, TARGETS, columns)).toEqual([]);
  });

  it('answers for the others that are asked the same, and not over what they were answered', () => {
    const targets = [...TARGETS, target('resolvedAt', { isTime: true }), target('closedAt', { isTime: true })];
    const columns = ['t', 'u', 'v'].map((name) => column(name, { time: OPEN_TIME }));
    const mapping = { ...BASE, createdAt: 't', resolvedAt: 'u', closedAt: { column: 'v', format: 'month first' } };
    expect(answer(mapping, targets, columns, 'createdAt', 'day first')).toEqual({
      ...BASE,
      createdAt: { column: 't', format: 'day first' },
      resolvedAt: { column: 'u', format: 'day first' },
      closedAt: { column: 'v', format: 'month first' },
    });
  });
});
