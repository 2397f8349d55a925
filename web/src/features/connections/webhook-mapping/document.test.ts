import { describe, expect, test } from 'vitest';
import { foundIn, inForm, labelOf, sourceOf, withValue } from './document.ts';
import { inWords, lookAt, pointersOf, step } from './sample.ts';

const sample = {
  ticket: { id: 7, 'a/b~c': 'odd', tags: [{ id: 1, name: 'vip' }], at: 1_783_080_300, html: '<p>Hi</p>' },
  notes: [{ id: 1, by: 'us' }],
};

describe('a payload', () => {
  test('has a pointer for every place, and each leads there', () => {
    const pointers = pointersOf(sample);
    expect(pointers.slice(0, 3)).toEqual(['/ticket', '/notes', '/ticket/id']);
    expect(pointers).toContain('/ticket/a~1b~0c');
    for (const pointer of pointers) expect(lookAt(sample, pointer)).not.toBeUndefined();
    expect(lookAt(sample, step(step('', 'ticket'), 'a/b~c'))).toBe('odd');
  });

  test('has nothing where nothing is, and nothing that it inherits', () => {
    for (const pointer of ['/nothing', '/ticket/id/x', 'ticket', '/constructor', '/notes/1'])
      expect(lookAt(sample, pointer)).toBeUndefined();
  });

  test('is said in one line', () => {
    expect([inWords({ a: [1] }), inWords('text'), inWords(undefined), inWords('x'.repeat(70))]).toEqual([
      '{"a":[1]}',
      'text',
      '',
      `${'x'.repeat(60)}…`,
    ]);
  });
});

describe('a mapping document', () => {
  test('is changed at a place, and what is taken out is gone', () => {
    const rules = withValue({ form: 'events', rules: [{ type: 'a' }, { type: 'b' }] }, ['rules', 1, 'data', 'to'], { pointer: '/x' });
    expect(rules).toEqual({ form: 'events', rules: [{ type: 'a' }, { type: 'b', data: { to: { pointer: '/x' } } }] });
    expect(withValue(rules, ['rules', 0], undefined)).toEqual({ form: 'events', rules: [{ type: 'b', data: { to: { pointer: '/x' } } }] });
    expect(withValue(rules, ['rules', 1, 'data', 'to'], undefined).rules[1]).toEqual({ type: 'b', data: {} });
  });

  test('keeps what it can where its form becomes the other', () => {
    const snapshot = {
      form: 'snapshot',
      zone: 'UTC',
      ticket: { pointer: '/t' },
      at: { pointer: '/a' },
      fields: { subject: { pointer: '/s' } },
    };
    expect(inForm(inForm(snapshot, 'events'), 'snapshot')).toEqual(snapshot);
  });
});

describe('what is picked', () => {
  test.each([
    ['/ticket/id', 'text', undefined, { pointer: '/ticket/id' }],
    ['/ticket/at', 'moment', undefined, { pointer: '/ticket/at', format: 'epoch seconds' }],
    ['/ticket/tags', 'list', undefined, { pointer: '/ticket/tags', pick: '/name' }],
    ['/ticket/html', 'text', undefined, { pointer: '/ticket/html', html: true }],
    ['/notes/0/by', 'word', '/notes', { item: '/by' }],
    ['/ticket/id', 'text', '/notes', { pointer: '/ticket/id' }],
  ])('%s as %s inside %s', (pointer, kind, each, expected) => {
    expect(sourceOf(pointer, sample, kind, each, undefined)).toEqual(expected);
  });

  test('keeps the meanings that were given, and is found again', () => {
    const source = sourceOf('/notes/0/by', sample, 'word', '/notes', { pointer: '/x', map: { us: 'agent' } });
    expect(source).toEqual({ item: '/by', map: { us: 'agent' } });
    expect(foundIn(source, sample, undefined, '/notes')).toBe('us');
  });
});

test('names of fields are read as words', () => {
  expect([labelOf('rawStatus'), labelOf('to')]).toEqual(['Raw status', 'To']);
});
