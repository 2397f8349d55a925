/**
 * Which rules an event may concern. Rules are filed under the type of event and, where one of their conditions names the values it
 * wants, under each of those: of ten thousand rules about single customers an event of one customer looks at that one's alone.
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

/** What is looked up first tells most events apart. */
const TELLING: readonly ConditionField[] = [
  'requester',
  'organisation',
  'assignee',
  'team',
  'category',
  'product',
  'event.to',
  'customerTier',
  'priority',
];

export function indexRules(rules: readonly Rule[]): RuleIndex {
  const drawers = new Map<string, Drawer<Heard>>();
  for (const rule of rules) if (rule.spec.enabled && isHeard(rule)) file(drawerOf(drawers, nameOf(rule.spec)), rule);
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
  const drawer: Drawer<OnAbsence> = emptyDrawer();
  for (const rule of rules) file(drawer, rule);
  return { matching: (known) => candidates(drawer, known).filter((rule) => isMet(rule.spec.subject.where, known)) };
}

const emptyDrawer = <R>(): Drawer<R> => ({ all: [], by: new Map() });

function drawerOf(drawers: Map<string, Drawer<Heard>>, name: string): Drawer<Heard> {
  const drawer = drawers.get(name) ?? emptyDrawer<Heard>();
  drawers.set(name, drawer);
  return drawer;
}

function file<R extends Heard | OnAbsence>(drawer: Drawer<R>, rule: R): void {
  const key = keyOf(rule.spec.subject.where);
  if (!key) return void drawer.all.push(rule);
  const values = drawer.by.get(key.field) ?? new Map<string, R[]>();
  drawer.by.set(key.field, values);
  for (const value of new Set(key.is!.map((one) => comparedIn(key.field, one)))) {
    const own = values.get(value) ?? [];
    values.set(value, own);
    own.push(rule);
  }
}

/** Nothing is looked up by nothing: that is true of whatever is not known. */
const keyOf = (where: readonly Condition[]): Condition | undefined =>
  TELLING.map((field) => where.find((one) => one.field === field && one.is && !one.is.includes(''))).find((one) => one !== undefined);

function candidates<R>({ all, by }: Drawer<R>, known: KnownOf): R[] {
  const found = [...all];
  for (const [field, values] of by) for (const value of textsOf(comparedIn(field, known(field)))) found.push(...(values.get(value) ?? []));
  return found;
}

const textsOf = (known: Known): readonly string[] =>
  known === null || known === undefined ? [] : typeof known === 'object' ? known : [String(known)];
