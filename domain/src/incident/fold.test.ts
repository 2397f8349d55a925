import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOrder, type IncidentEvent } from '../event/index.ts';
import { incidentEvents } from './arbitrary.ts';
import { applyToIncident, foldIncident, toldOfIncident } from './fold.ts';
import { declared, MINUTE, START, told, update } from './scenario.ts';
import { owesEnd, resolvedAtOf, stageOf } from './state.ts';
import { STANDARD_POLICY } from './policy.ts';

const fold = (...events: IncidentEvent[]) => foldIncident('INC-1', events)!;

describe('an incident', () => {
  it('is declared with the severity that follows from what is hit', () => {
    const state = fold(declared({ users: 'multiple', block: 'complete', services: ['Sign-in'] }));
    expect(state).toMatchObject({
      severity: 'SEV2',
      severityReason: 'Several users, completely blocked',
      declaredAt: START,
      declaredBy: 'ann',
    });
    expect(state.affected.services).toEqual(['Sign-in']);
    expect(stageOf(state)).toBe('investigating');
  });

  it('keeps the policy that was in force when it was declared', () => {
    const policy = structuredClone({ ...STANDARD_POLICY, version: 3 });
    expect(fold(declared({ policy })).policy.version).toBe(3);
    expect(fold(declared()).policy).toEqual(STANDARD_POLICY);
  });

  it('is proposed first, and its declaration is what its clocks run from', () => {
    const proposed = told('incident.proposed', -20, { title: 'Many cannot sign in' });
    expect(stageOf(fold(proposed))).toBe('proposed');
    expect(fold(proposed, declared())).toMatchObject({ proposedAt: START - 20 * MINUTE, declaredAt: START, title: 'Sign-in fails' });
    expect(stageOf(fold(proposed, told('incident.dismissed', 1, { reason: 'A test' })))).toBe('dismissed');
  });

  it('has one commander and several experts', () => {
    const assigned = (minute: number, role: string, agent: string, is = true) =>
      told('incident.role_assigned', minute, { role, agent, is });
    const state = fold(
      declared(),
      assigned(1, 'commander', 'ann'),
      assigned(2, 'commander', 'bo'),
      assigned(3, 'expert', 'cy'),
      assigned(4, 'expert', 'di'),
      assigned(5, 'expert', 'cy', false),
    );
    expect(state.roles).toMatchObject({ commander: ['bo'], expert: ['di'] });
    expect(state.respondedAt).toBe(START + MINUTE);
  });

  it('is responded to by a person who takes part, and not by naming somebody or by what a machine says', () => {
    const role = (minute: number, agent: string, by: string) => told('incident.role_assigned', minute, { role: 'commander', agent }, by);
    const byMachine = (event: IncidentEvent): IncidentEvent => ({ ...event, actor: { kind: 'system' } });
    const respondedAt = (...events: IncidentEvent[]) => fold(declared(), ...events).respondedAt;
    expect(respondedAt(role(0, 'bo', 'ann'), role(2, 'bo', 'ann'))).toBeNull();
    expect(respondedAt({ ...role(0, 'ann', 'ann'), seq: 1 })).toBeNull();
    expect(respondedAt(role(0, 'bo', 'ann'), role(4, 'bo', 'bo'))).toBe(START + 4 * MINUTE);
    expect(respondedAt(byMachine(update(3)), byMachine(told('incident.status_changed', 5, { to: 'identified' })))).toBeNull();
    expect(respondedAt(update(3))).toBe(START + 3 * MINUTE);
  });

  it('that is declared is not rewritten by a proposal that comes late', () => {
    const late = told('incident.proposed', 5, { title: 'A guess', users: 'one', block: 'minor', services: ['Mail'] });
    const { title, severity, affected, proposedAt } = fold(declared(), late);
    expect({ title, severity, services: affected.services, proposedAt }).toEqual({
      title: 'Sign-in fails',
      severity: 'SEV1',
      services: [],
      proposedAt: START + 5 * MINUTE,
    });
  });

  it('was resolved when it was resolved last', () => {
    const to = (minute: number, status: string) => told('incident.status_changed', minute, { to: status });
    expect(resolvedAtOf(fold(declared(), to(10, 'resolved')))).toBe(START + 10 * MINUTE);
    expect(resolvedAtOf(fold(declared(), to(10, 'resolved'), to(12, 'investigating')))).toBeNull();
    expect(resolvedAtOf(fold(declared(), to(10, 'resolved'), to(12, 'investigating'), to(30, 'resolved'), to(40, 'closed')))).toBe(
      START + 30 * MINUTE,
    );
  });

  it('tracks each action item to its end', () => {
    const action = (minute: number, data: object) => told('incident.action_changed', minute, { action: 'a1', ...data });
    const state = fold(declared(), action(5, { title: 'Alert on it', owner: 'bo', dueOn: '2026-03-09' }), action(9, { state: 'done' }));
    expect(state.actions).toEqual([
      {
        id: 'a1',
        title: 'Alert on it',
        owner: 'bo',
        dueOn: '2026-03-09',
        state: 'done',
        createdAt: START + 5 * MINUTE,
        endedAt: START + 9 * MINUTE,
      },
    ]);
  });

  it('does not hear what the timer says of it', () => {
    const skipped = told('incident.update_skipped', 15, { severity: 'SEV1', due: START });
    expect(fold(declared(), skipped)).toEqual(fold(declared()));
    expect(foldIncident('INC-1', [skipped])).toBeNull();
  });

  it('is none where nobody has declared or proposed it, and all that was said of it once somebody has', () => {
    const [note, told1] = [told('incident.note', 1, { text: 'x' }), update(2)];
    expect(foldIncident('INC-1', [note, told1])).toBeNull();
    expect(fold(note, told1, declared({}, 3)).updates).toHaveLength(1);
  });

  it('is not dismissed once it is resolved or customers know of it, whoever says so', () => {
    const dismissed = told('incident.dismissed', 30);
    const resolved = told('incident.status_changed', 20, { to: 'resolved' });
    expect(stageOf(fold(declared(), dismissed))).toBe('dismissed');
    expect(stageOf(fold(told('incident.proposed', 0, { title: 'A guess' }), dismissed))).toBe('dismissed');
    expect(stageOf(fold(declared(), resolved, dismissed))).toBe('resolved');
    expect(stageOf(fold(declared(), update(5), dismissed))).toBe('investigating');
  });

  it('owes customers its end once they know of it, until they hear of it', () => {
    const resolved = told('incident.status_changed', 20, { to: 'resolved' });
    const over = (minute: number) =>
      told('incident.update_posted', minute, { audience: 'customers', text: 'Over', template: 'customers.resolved' });
    expect(owesEnd(fold(declared(), resolved))).toBe(false);
    expect(owesEnd(fold(declared(), update(5), resolved))).toBe(true);
    expect(owesEnd(fold(declared(), update(5), over(19), resolved))).toBe(false);
    expect(owesEnd(fold(declared(), update(5), resolved, update(21)))).toBe(false);
    expect(owesEnd(fold(declared(), update(5), over(19), update(20, 'internal')))).toBe(false);
    expect(owesEnd(fold(declared(), over(5), update(6), resolved))).toBe(true);
  });

  it('knows who had which role when', () => {
    const role = (minute: number, agent: string, is = true) => told('incident.role_assigned', minute, { role: 'commander', agent, is });
    expect(fold(declared(), role(1, 'bo'), role(4, 'cy'), role(9, 'cy', false)).stints).toEqual([
      { role: 'commander', agent: 'bo', from: START + MINUTE, to: START + 4 * MINUTE },
      { role: 'commander', agent: 'cy', from: START + 4 * MINUTE, to: START + 9 * MINUTE },
    ]);
  });
});

describe('the fold', () => {
  it('gives the same state for any order of arrival', () => {
    fc.assert(
      fc.property(
        incidentEvents.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
        ([events, shuffled]) => {
          expect(foldIncident('INC-1', shuffled)).toEqual(foldIncident('INC-1', events));
        },
      ),
    );
  });

  it('gives the same by one event at a time as by all of them', () => {
    fc.assert(
      fc.property(incidentEvents, (events) => {
        const sorted = events.toSorted(compareOrder);
        const known = sorted.findIndex((_, place) => foldIncident('INC-1', sorted.slice(0, place + 1)) !== null) + 1;
        const state = foldIncident('INC-1', sorted.slice(0, known))!;
        for (const event of sorted.slice(known)) applyToIncident(state, event);
        expect(state).toEqual(foldIncident('INC-1', events));
      }),
    );
  });

  it('counts what each did, and nothing of machines', () => {
    const byMachine = { ...update(4), actor: { kind: 'system', id: 'monitor' } } as IncidentEvent;
    expect(fold(declared(), update(3), byMachine).deeds).toEqual({ ann: 2 });
  });

  it('tells what an incident was after each of its events', () => {
    const raised = told('incident.severity_changed', 5, { to: 'SEV1' });
    const after = toldOfIncident('INC-1', [raised, declared({ users: 'one' })], ({ type }, { severity }, before) => [
      type,
      before,
      severity,
    ]);
    expect(after).toEqual([
      ['incident.declared', 'SEV3', 'SEV3'],
      ['incident.severity_changed', 'SEV3', 'SEV1'],
    ]);
  });
});
