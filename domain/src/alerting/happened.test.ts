import { describe, expect, it } from 'vitest';
import { knownOf } from './conditions.ts';
import { happenedOf, happenedWords } from './happened.ts';
import { pulseOf } from './history.ts';
import { ruleSpec } from './rule.ts';

const wordsOf = (type: Parameters<typeof happenedOf>[0]['type'], data: object) => {
  const happened = happenedOf({ type, data });
  return happened && happenedWords(happened, () => undefined);
};

describe('what happened to an incident', () => {
  it('is said with its number and severity', () => {
    expect(wordsOf('incident.declared', { incident: 'INC-3', title: 'Sign-in fails', severity: 'SEV1', users: 'all' })).toBe(
      'INC-3 (SEV1) is declared: Sign-in fails',
    );
    expect(wordsOf('incident.update_skipped', { incident: 'INC-3', severity: 'SEV2', due: 1 })).toBe(
      'Customers were not told of INC-3 (SEV2) when they were to be',
    );
    expect(wordsOf('incident.note', { incident: 'INC-3', text: 'x' })).toBeNull();
  });

  it('is told by what the incident comes to, whatever the event says', () => {
    const facts = { severity: 'SEV1', stage: 'investigating', severityChange: 'raised' } as const;
    const happened = happenedOf({ type: 'incident.severity_changed', data: { incident: 'INC-3', to: 'SEV1' } }, facts);
    expect(happened && happenedWords(happened, () => undefined)).toBe('INC-3 is raised to SEV1');
    const data = { incident: 'INC-3', title: 'Down', severity: 'SEV4' };
    const declared = happenedOf({ type: 'incident.declared', data }, { ...facts, severityChange: null });
    expect(declared && happenedWords(declared, () => undefined)).toBe('INC-3 (SEV1) is declared: Down');
    const known = knownOf(null, { actor: { kind: 'agent' }, data }, facts);
    expect(['event.severity', 'event.stage', 'event.severityChange'].map((field) => known(field as 'event.severity'))).toEqual([
      'SEV1',
      'investigating',
      'raised',
    ]);
  });

  it('is another alert for each change of it and for each step up', () => {
    const keysOf = (event: 'incident.severity_changed' | 'incident.escalation_due', all: object[]) => {
      const spec = ruleSpec.parse({ name: 'Mine', subject: { kind: 'event', event }, severity: 'critical' });
      return new Set(
        all.map((data, index) => pulseOf(spec, null, null, { at: index, type: event, data: { incident: 'INC-1', ...data } }).key),
      ).size;
    };
    expect(keysOf('incident.severity_changed', [{ to: 'SEV1' }, { to: 'SEV2' }, { to: 'SEV1' }])).toBe(3);
    expect(
      keysOf('incident.escalation_due', [
        { severity: 'SEV1', step: 1 },
        { severity: 'SEV1', step: 2 },
      ]),
    ).toBe(2);
  });

  it('calls by its path only where it is about an incident, and goes by no other policy', () => {
    const faultOf = (event: string, audience: object) =>
      ruleSpec.safeParse({ name: 'Mine', subject: { kind: 'event', event }, severity: 'info', audience }).error?.issues[0]?.path.join('.');
    expect(faultOf('incident.declared', { incidentPath: true })).toBeUndefined();
    expect(faultOf('ticket.created', { incidentPath: true })).toBe('audience.incidentPath');
    expect(faultOf('incident.declared', { incidentPath: true, policy: 'p' })).toBe('audience.policy');
  });

  it('is an alert for each incident', () => {
    const spec = ruleSpec.parse({ name: 'Skipped', subject: { kind: 'event', event: 'incident.update_skipped' }, severity: 'critical' });
    const keyOf = (incident: string) => pulseOf(spec, null, null, { at: 1, type: 'incident.update_skipped', data: { incident } }).key;
    expect(keyOf('INC-1')).not.toBe(keyOf('INC-2'));
    expect(keyOf('INC-1')).toBe(keyOf('INC-1'));
  });
});
