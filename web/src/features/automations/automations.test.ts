/** The pure parts of the builder: the tree of conditions, steps, templates, what differs, and where faults stand. */
import { automationSpec, TEMPLATES } from '@watchdesk/domain/automation';
import { describe, expect, test } from 'vitest';
import type { AutomationCondition, AutomationSpec } from '../../api/client.ts';
import { BLANK, fromTemplate, openAsks } from './editor/blank.ts';
import { changesBetween, faultAt, placed } from './editor/changes.ts';
import { STEP_GROUPS, stepOf, withDetail } from './editor/steps.ts';
import { compared, groupAt, leafOf, MODES, nodeOf, operatorOf, operatorsFor, withPart } from './editor/tree.ts';
import { valueLabel } from './editor/value-label.ts';
import { moved } from './order.ts';

const P1: AutomationCondition = { field: 'priority', is: ['P1'] };
const VIP: AutomationCondition = { field: 'vip', is: ['yes'] };
const faultsOf = (spec: unknown) =>
  automationSpec.safeParse(spec).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

describe('the tree of conditions', () => {
  test.each<[AutomationCondition, string, string[]]>([
    [P1, 'all', ['c']],
    [{ all: [P1, VIP] }, 'all', ['c.all.0', 'c.all.1']],
    [{ any: [P1] }, 'any', ['c.any.0']],
    [{ not: P1 }, 'none', ['c.not']],
    [{ not: { any: [P1, VIP] } }, 'none', ['c.not.any.0', 'c.not.any.1']],
    [{ not: { all: [P1, VIP] } }, 'notAll', ['c.not.all.0', 'c.not.all.1']],
    [{ not: { not: P1 } }, 'none', ['c.not']],
  ])('%j is a group, whose parts keep their paths', (node, mode, paths) => {
    const group = groupAt(node, 'c');
    expect([group.mode, group.parts.map(({ path }) => path)]).toEqual([mode, paths]);
  });

  test('every way of a group is read as it was written, and nothing is left of one without parts', () => {
    for (const mode of MODES) {
      const { mode: read, parts } = groupAt(nodeOf(mode, [P1, VIP])!, 'c');
      expect([read, parts.map(({ node }) => node)]).toEqual([mode, [P1, VIP]]);
      expect(nodeOf(mode, [])).toBeNull();
    }
  });

  test('a part is changed or taken away in its place', () => {
    const group = groupAt({ any: [P1, VIP] }, 'c');
    expect(withPart(group, 0, null)).toEqual([VIP]);
    expect(withPart(group, 1, P1)).toEqual([P1, P1]);
  });

  test('whatever is chosen, what it lacks is said at its own field and nowhere else', () => {
    for (const group of ['status', 'tags', 'customField', 'subject', 'vip', 'mrr', 'similarTicket', 'openHours', 'timeOfDay'] as const) {
      const leaf = leafOf(group);
      for (const operator of operatorsFor(group)) {
        const next = compared(leaf, operator);
        expect(operatorOf(next)).toBe(operator);
        const strays = faultsOf({ ...BLANK, conditions: next }).filter(
          (fault) => !/^conditions\.(is|isNot|contains|name|calendar) must (have|not be empty)/.test(fault) && !fault.includes('at least'),
        );
        expect(strays).toEqual([]);
      }
    }
  });

  test('other comparisons keep what was typed', () => {
    expect(compared(P1, 'isNot')).toEqual({ field: 'priority', isNot: ['P1'] });
    expect(compared({ field: 'mrr', atLeast: 5 }, 'atMost')).toEqual({ field: 'mrr', atMost: 5 });
    expect(compared({ field: 'mrr', atLeast: 5 }, 'between')).toEqual({ field: 'mrr', atLeast: 5, atMost: 5 });
    expect(compared(VIP, 'no')).toEqual({ field: 'vip', is: ['no'] });
  });
});

describe('steps', () => {
  test('there is one for everything that an automation does', () => {
    const kinds = Object.values(STEP_GROUPS).flat();
    expect(new Set(kinds).size).toBe(17);
    for (const kind of kinds) expect(stepOf(kind).do).toBe(kind);
  });

  test('an empty detail is none', () => {
    const told = stepOf('notify');
    if (told.do !== 'notify') throw new Error('another step');
    expect(withDetail({ ...told, title: 'x' }, 'title', '')).toEqual(told);
    expect(withDetail(told, 'title', 'y')).toEqual({ ...told, title: 'y' });
  });

  test('they move, and not past the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});

describe('beginning', () => {
  test('what one begins with is whole, and off', () => {
    expect(faultsOf(BLANK)).toEqual([]);
    expect(BLANK.enabled).toBe(false);
  });

  test('a template asks until something else is said', () => {
    const { spec, asks } = TEMPLATES.find(({ id }) => id === 'sorting.authentication')!;
    const template = { spec: automationSpec.parse(spec) as AutomationSpec, asks: [...asks] };
    const draft = fromTemplate(template);
    expect(draft.enabled).toBe(false);
    expect(openAsks(draft, template).map(({ label }) => label)).toEqual(['the category', 'the team']);
    const said = { ...draft, actions: draft.actions.with(1, { do: 'team', to: 'identity' }) };
    expect(openAsks(said, template).map(({ label }) => label)).toEqual(['the category']);
    expect(openAsks(draft, undefined)).toEqual([]);
  });
});

describe('what is said of it', () => {
  const nameOf = (_kind: string, id: string) => (id === 't1' ? 'Billing' : id);

  test('what differs, in the words of the editor', () => {
    const after: AutomationSpec = {
      ...BLANK,
      name: 'Money',
      enabled: true,
      conditions: P1,
      actions: [{ do: 'team', to: 't1' }, ...BLANK.actions],
    };
    expect(changesBetween(BLANK, after, nameOf)).toEqual([
      { what: 'Name', before: 'New automation', after: 'Money' },
      { what: 'State', before: 'off', after: 'on' },
      { what: 'If', before: 'every ticket', after: 'the priority is P1' },
      { what: 'Step 1', before: 'Tell the leads of its team', after: 'Give it to the team Billing' },
      { what: 'Step 2', before: 'none', after: 'Tell the leads of its team' },
    ]);
    expect(changesBetween(after, structuredClone(after), nameOf)).toEqual([]);
    expect(changesBetween(BLANK, { ...BLANK, trigger: { events: ['ticket.created'], kind: 'event' } }, nameOf)).toEqual([]);
  });

  test('what is half typed has words as well', () => {
    const half = (part: Partial<AutomationSpec>) => changesBetween(BLANK, { ...BLANK, ...part }, nameOf).map(({ after }) => after);
    expect(half({ trigger: { kind: 'time', since: 'update', seconds: Number.NaN, calendar: null } })).toEqual([
      'nothing has happened for …',
    ]);
    expect(half({ trigger: { kind: 'time', since: 'update', seconds: 0.5, calendar: null } })).toEqual([
      'nothing has happened for 0.5 seconds',
    ]);
    expect(half({ actions: [{ do: 'wait', seconds: Number.NaN, calendar: null, recheck: true }] })).toContain('Wait …');
    expect(half({ conditions: { field: 'similarTicket', is: ['yes'], withinDays: Number.NaN } })[0]).toMatch(/within …$/);
    expect(half({ conditions: { field: 'reopens', atLeast: Number.NaN } })[0]).toMatch(/is at least …$/);
    for (const field of ['vip', 'openHours', 'timeOfDay', 'customField', 'similarTicket'] as const)
      expect(half({ conditions: { field } })).toHaveLength(1);
  });

  test('faults stand at their fields, and are called as the editor calls them', () => {
    const faults = [
      { field: 'automation.actions.0.audience.channels', message: 'must be x' },
      { field: 'automation.conditions.all.0.is', message: 'must have at least one value' },
      { field: 'automation.trigger.seconds', message: 'must be at least 1 minute' },
      { field: 'automation.name', message: 'must not be empty' },
    ];
    expect(faultAt(faults, 'actions.0.audience')).toBe('must be x');
    expect(faultAt(faults, 'conditions.all.0.is')).toBe('must have at least one value');
    expect(faultAt(faults, 'conditions.all.01')).toBeUndefined();
    expect(placed(faults, BLANK).map(({ place }) => place)).toEqual(['Step 1, tell somebody', 'If', 'When', 'Name']);
  });

  test('values are called as elsewhere', () => {
    expect([valueLabel('status', 'on_hold'), valueLabel('priority', 'P1'), valueLabel('sentiment', 'negative')]).toEqual([
      'On hold',
      'P1',
      'Negative',
    ]);
  });
});
