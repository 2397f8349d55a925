import { describe, expect, test } from 'vitest';
import { keptSources, nextSource } from './sources.ts';

const of = (source: string, kind: 'system' | 'api' | 'csv') => ({ source, kind, label: source, since: '2026-03-01T00:00:00Z' });
const connections = [{ source: 'zendesk-2' }];

describe('the name before tickets', () => {
  test('left empty it is the system, with a number where that was ever used', () => {
    expect(nextSource('zendesk', { connections: [], sources: [] })).toBe('zendesk');
    expect(nextSource('zendesk', { connections, sources: [] })).toBe('zendesk');
    expect(nextSource('zendesk', { connections, sources: [of('zendesk', 'system')] })).toBe('zendesk-3');
    expect(nextSource('api', { connections, sources: [of('api', 'api')] })).toBe('api-2');
  });

  test('of those that were removed each is offered, the ones after this system first', () => {
    const sources = [of('api', 'api'), of('support', 'system'), of('zendesk', 'system'), of('old', 'csv')];
    expect(keptSources('zendesk', { sources }).map(({ source }) => source)).toEqual(['zendesk', 'support']);
    expect(keptSources('jira', { sources: [] })).toEqual([]);
  });
});
