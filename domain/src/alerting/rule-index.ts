/**
 * Which rules an event may concern. Rules are filed under the type of event and, where their conditions name the values they want, under each of those of the one that
 * the fewest want: of ten thousand rules about single customers an event looks at those of its customer alone, and of as many about teams, tags and priorities at few.
 */
import type { EventType } from '../event/index.ts';
import { comparedIn, isMet, type Condition, type ConditionField, type Known, type KnownOf } from './conditions.ts';
import { isRuleOf, type Rule, type RuleOf } from './rule.ts';
import { type Announced, announcedBy } from './sla-step.ts';

type Heard = Rule<RuleOf<'event'> | RuleOf<'sla'>>;
type OnAbsence = Rule<RuleOf<'absence'>>;

interface Drawer<R> {
  /** Of no condition that could be looked up. */
  readonly all: R[];
  readonly by: Map<ConditionField, Map<string, R[]>>;
}

export interface RuleIndex {
  /** The types of events that any rule is about. */
  readonly types: ReadonlySet<string>;
  /** The rules that the event is about, with what is known of it and its ticket. */
  matching(event: { readonly type: EventType; readonly data: unknown }, known: KnownOf): Heard[];
}

export interface AbsenceIndex {
  /** The rules on what is missed that are about a ticket of which this is known. */
  matching(known: KnownOf): OnAbsence[];
}

export function indexRules(rules: readonly Rule[]): RuleIndex {
  const heard = rules.filter((rule): rule is Heard => rule.spec.enabled && isHeard(rule));
  const drawers = new Map([...Map.groupBy(heard, ({ spec }) => nameOf(spec))].map(([name, own]) => [name, drawerOf(own)]));
  return {
    types: new Set([...drawers.keys()].map((name) => name.split(' ')[0]!)),
    matching(event, known) {
      const announced = announcedBy(event);
      const names = announced ? namesOf(event.type, announced) : [event.type];
      return names.flatMap((name) => {
        const drawer = drawers.get(name);
        return drawer ? candidates(drawer, known).filter((rule) => isMet(rule.spec.subject.where, known)) : [];
      });
    },
  };
}

const isHeard = (rule: Rule): rule is Heard => isRuleOf(rule.spec, 'event') || isRuleOf(rule.spec, 'sla');

/** An announcement is filed by its step, and by its clock or under any. A rule on the event itself hears of every step. */
const namesOf = (type: string, { clock, step }: Announced): string[] => [type, `${type} ${step}`, `${type} ${step} ${clock}`];

function nameOf({ subject }: Heard['spec']): string {
  if (subject.kind === 'event') return subject.event;
  const type = subject.step === 'breach' ? 'sla.breached' : 'sla.warned';
  return subject.clock === null ? `${type} ${subject.step}` : `${type} ${subject.step} ${subject.clock}`;
}

export function indexAbsences(rules: readonly OnAbsence[]): AbsenceIndex {
  const drawer = drawerOf(rules);
  return { matching: (known) => candidates(drawer, known).filter((rule) => isMet(rule.spec.subject.where, known)) };
}

/** Each rule is filed under the one of its conditions whose values the fewest rules want, so that few are looked at in vain whatever they are about. */
function drawerOf<R extends Heard | OnAbsence>(rules: readonly R[]): Drawer<R> {
  const wanted = new Map<string, number>();
  const nameIn = ({ field }: Condition, value: string): string => `${field} ${value}`;
  for (const { spec } of rules)
    for (const one of spec.subject.where.filter(canFile))
      for (const value of valuesOf(one)) wanted.set(nameIn(one, value), (wanted.get(nameIn(one, value)) ?? 0) + 1);
  const crowd = (one: Condition): number => valuesOf(one).reduce((sum, value) => sum + wanted.get(nameIn(one, value))!, 0);
  const drawer: Drawer<R> = { all: [], by: new Map() };
  for (const rule of rules) {
    const able = rule.spec.subject.where.filter(canFile);
    if (able.length === 0) drawer.all.push(rule);
    else file(drawer, rule, able.length === 1 ? able[0]! : able.toSorted((a, b) => crowd(a) - crowd(b))[0]!);
  }
  return drawer;
}

/** Nothing is looked up by nothing: that is true of whatever is not known. */
const canFile = ({ is }: Condition): boolean => is !== undefined && !is.includes('');

/** As they are compared, each once. */
const valuesOf = ({ field, is = [] }: Condition): readonly string[] =>
  is.length === 1 ? [comparedIn(field, is[0]!)] : [...new Set(is.map((one) => comparedIn(field, one)))];

function file<R>(drawer: Drawer<R>, rule: R, by: Condition): void {
  const values = drawer.by.get(by.field) ?? new Map<string, R[]>();
  drawer.by.set(by.field, values);
  for (const value of valuesOf(by)) {
    const own = values.get(value) ?? [];
    values.set(value, own);
    own.push(rule);
  }
}

function candidates<R>({ all, by }: Drawer<R>, known: KnownOf): R[] {
  const found = [...all];
  for (const [field, values] of by) {
    const own = textsOf(comparedIn(field, known(field))).flatMap((value) => values.get(value) ?? []);
    // Of several tags a rule may want more than one; of anything else there is one value.
    found.push(...(typeof known(field) === 'object' ? new Set(own) : own));
  }
  return found;
}

const textsOf = (known: Known): readonly string[] =>
  known === null || known === undefined ? [] : typeof known === 'object' ? known : [String(known)];
