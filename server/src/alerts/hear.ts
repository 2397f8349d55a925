/**
 * What rules have heard becomes alerts: within one transaction the alerts concerned are locked, stepped by the domain, written with their
 * moments, and those who are to be told are told. Everything that makes or ends an alert comes through here.
 */
import { randomUUID } from 'node:crypto';
import {
  type AlertState,
  hear,
  isRuleOf,
  type KeyedSignal,
  membersBetween,
  type Moment,
  promiseThread,
  type Rule,
  type Stepped,
  stepWords,
  tickDueAt,
} from '@watchdesk/domain/alerting';
import type { Calendar } from '@watchdesk/domain/calendar';
import type pg from 'pg';
import { ring } from '../store/postgres/index.ts';
import { createOpen } from './promises.ts';
import {
  type AlertRecord,
  type Evidence,
  lockOpen,
  type MemberRow,
  type MomentRow,
  writeAlerts,
  writeMembers,
  writeMoments,
  type Written,
} from './records.ts';
import { ofRule } from './rule-fault.ts';
import { tell, type Telling, type Told } from './tell.ts';

export interface Heard {
  readonly rule: Rule;
  readonly signal: KeyedSignal;
  readonly evidence?: Evidence | undefined;
  readonly group?: { readonly id: string; readonly name: string } | null | undefined;
  /** It is recorded and nobody is told of it by itself: it is history, or came after a long stop. */
  readonly isSilent?: boolean | undefined;
  /** So it is, and its incident goes on: all that is owed of it is told together (owed.ts). */
  readonly isOwed?: boolean | undefined;
}

/** One step of one alert. */
interface Taken {
  readonly rule: Rule;
  /** Null of one that begins. */
  readonly record: AlertRecord | null;
  readonly key: string;
  readonly stepped: Stepped;
  readonly at: number;
  readonly ticket?: string | undefined;
  /** Of one that begins: the thread of the promise that it is about. */
  readonly promise?: string | null | undefined;
  readonly isPulse?: boolean;
  readonly evidence?: Evidence | undefined;
  readonly group?: Heard['group'];
  readonly isSilent?: boolean;
  readonly isOwed?: boolean;
  /** The calendar of the rule's active hours. */
  readonly hours: Calendar | null;
}

export interface Kept {
  readonly moments: number;
  /** How often what would have been told was not, by rule. */
  readonly silenced: ReadonlyMap<Rule, number>;
}

/** Gathers the steps of alerts, and writes them at once. */
export function createKeeping() {
  const [alerts, members] = [new Map<string, Written>(), new Map<string, MemberRow>()];
  const [moments, told]: [MomentRow[], Told[]] = [[], []];
  return {
    /** The alert as it is after the step; null where nothing holds it any more. */
    take({
      rule,
      record: replaced,
      key,
      stepped,
      at,
      ticket,
      promise = null,
      isPulse = false,
      evidence,
      group,
      isSilent = false,
      isOwed = false,
      hours,
    }: Taken): AlertRecord | null {
      if (replaced === null && stepped.state === null && stepped.moments.length === 0) return null;
      if (replaced && stepped.ended)
        this.take({ rule, record: replaced, key, stepped: { state: null, moments: stepped.ended }, at, hours });
      const before = stepped.ended ? null : replaced;
      const counted = before?.moments ?? 0;
      // Something new of an alert of which nobody was told, as it began too late.
      const joins = before !== null && before.silent && !isSilent && (stepped.state?.times ?? 0) > before.state.times;
      const isOwedAnew = before !== null && before.silent && isOwed;
      const isToldAnew = joins && before.state.status === 'firing';
      const happened: readonly Moment[] = isToldAnew ? [...stepped.moments, { kind: 'fired', at, by: null }] : stepped.moments;
      const record: AlertRecord = {
        ...(before ?? begun(rule, { key, promise, group: group ?? null, silent: isSilent, owed: isOwed })),
        ...(isOwedAnew && { owed: true }),
        ...(joins && { silent: false, owed: false }),
        state: stepped.state ?? finishedState(before?.state ?? null, stepped.moments, at),
        moments: counted + happened.length,
      };
      const begins = before === null || stepped.moments.some(({ kind }) => kind === 'fired');
      const kept = evidence && begins ? { ...record, evidence } : record;
      for (const [index, moment] of happened.entries()) {
        moments.push({
          alert: kept.id,
          ordinal: counted + index,
          kind: moment.kind,
          at: moment.at,
          actor: moment.by,
          note: moment.note ?? null,
        });
        told.push({ record: kept, rule, moment, ordinal: counted + index, isSilent });
      }
      for (const member of membersOf(kept.id, before?.state ?? null, kept.state, { at, ticket: ticket ?? null, isPulse })) {
        const name = `${member.alert} ${member.member}`;
        // What overtakes an alert says nothing of the ticket by which it began a moment before.
        const known = members.get(name);
        members.set(name, known ? { ...known, releasedAt: member.releasedAt } : member);
      }
      const finished = stepped.state === null;
      alerts.set(kept.id, { ...kept, finished, tickAt: finished ? null : tickDueAt(rule.spec, kept.state, hours) });
      return finished ? null : kept;
    },

    /** And tells those who are to be told, and whoever watches. */
    async write(client: pg.ClientBase, workspaceId: string, telling: Telling): Promise<Kept> {
      const silenced = new Map<Rule, number>();
      if (alerts.size === 0) return { moments: 0, silenced };
      await writeAlerts(client, workspaceId, [...alerts.values()]);
      await writeMembers(client, workspaceId, [...members.values()]);
      await writeMoments(client, workspaceId, moments);
      await tell(client, workspaceId, told, telling, silenced);
      await ring(client, 'alerts', workspaceId);
      return { moments: moments.length, silenced };
    },
  };
}

interface Hearing {
  /** The calendar of a rule's active hours. */
  readonly hoursOf: (rule: Rule) => Calendar | null;
  /** As the rule is now, where it is enabled. */
  readonly ruleOf: (id: string) => Rule | undefined;
  readonly telling: Telling;
}

/** Signals are heard in the order of their instants. */
export async function hearAll(
  client: pg.ClientBase,
  workspaceId: string,
  heard: readonly Heard[],
  { hoursOf, ruleOf, telling }: Hearing,
): Promise<Kept> {
  if (heard.length === 0) return { moments: 0, silenced: new Map() };
  const wanted = new Map(heard.map(({ rule, signal: { key } }) => [`${rule.id} ${key}`, { rule: rule.id, key }]));
  const threads = new Set(heard.flatMap(({ rule, signal }) => promiseOf(rule, signal) ?? []));
  const open = createOpen(await lockOpen(client, workspaceId, [...wanted.values()], [...threads]), ruleOf);
  const keeping = createKeeping();
  for (const { rule, signal, isSilent, isOwed, evidence = evidenceOf(signal), ...more } of heard.toSorted(
    (a, b) => a.signal.at - b.signal.at,
  )) {
    const { key, at, ticket, type } = signal;
    const promise = promiseOf(rule, signal);
    if (open.isOvertaken(rule, promise, isSilent === true)) continue;
    const record = open.of(rule.id, key);
    const hours = hoursOf(rule);
    const stepped = ofRule(rule, () => hear(rule.spec, record?.state ?? null, signal, hours));
    const taken = {
      ...more,
      evidence,
      rule,
      record,
      key,
      stepped,
      at,
      ticket,
      promise,
      hours,
      isPulse: type === 'pulse',
      ...(isSilent && { isSilent }),
      ...(isOwed && { isOwed }),
    };
    const after = keeping.take(taken);
    open.put(rule.id, key, after);
    const fired = stepped.moments.find(({ kind }) => kind === 'fired');
    if (!after || !fired) continue;
    for (const one of open.overtakenBy(rule, after)) {
      const left: KeyedSignal = { type: 'overtake', at: fired.at, note: reachedBy(rule), key: one.record.key };
      const overtaken = hear(one.rule.spec, one.record.state, left, null);
      open.put(one.rule.id, left.key, keeping.take({ ...one, key: left.key, stepped: overtaken, at: fired.at, hours: null }));
    }
  }
  return keeping.write(client, workspaceId, telling);
}

const reachedBy = ({ spec }: Rule): string => (isRuleOf(spec, 'sla') ? stepWords(spec.subject.step) : spec.name);

/** The thread of the promise that it is about; null where it is about none, or several. */
const promiseOf = ({ spec }: Rule, signal: KeyedSignal): string | null =>
  signal.type === 'hold' ? promiseThread(spec, signal.member) : null;

/** What a signal says of itself. */
const evidenceOf = (signal: KeyedSignal): Evidence | undefined =>
  signal.type === 'pulse' && signal.happened ? { figure: null, unusual: null, happened: signal.happened } : undefined;

interface Begins extends Pick<AlertRecord, 'key' | 'group' | 'silent' | 'owed'> {
  readonly promise: string | null;
}
function begun({ id: rule, version, spec }: Rule, { promise, ...begins }: Begins): Omit<AlertRecord, 'state'> {
  const id = randomUUID();
  const thread = promise ?? `alert:${id}`;
  return { id, rule, ruleVersion: version, thread, severity: spec.severity, evidence: null, moments: 0, ...begins };
}

/** The state of one that nothing holds any more, which the domain forgets. */
function finishedState(before: AlertState | null, moments: readonly Moment[], at: number): AlertState {
  const last = moments.findLast(({ kind }) => kind === 'resolved' || kind === 'superseded' || kind === 'overtaken' || kind === 'lapsed');
  const fired = moments.find(({ kind }) => kind === 'fired');
  const base = before ?? {
    status: 'resolved',
    since: at,
    firedAt: null,
    endedAt: null,
    members: [],
    quietAt: null,
    snoozedUntil: null,
    at,
    times: 1,
  };
  return {
    ...base,
    status: last ? (last.kind === 'superseded' || last.kind === 'overtaken' ? 'superseded' : 'resolved') : base.status,
    firedAt: base.firedAt ?? fired?.at ?? null,
    endedAt: base.endedAt ?? last?.at ?? at,
    members: [],
    quietAt: null,
    snoozedUntil: null,
    at: Math.max(base.at, at),
  };
}

function membersOf(
  alert: string,
  before: AlertState | null,
  after: AlertState,
  signal: { readonly at: number; readonly ticket: string | null; readonly isPulse: boolean },
): MemberRow[] {
  const { ticket } = signal;
  if (signal.isPulse) return ticket === null ? [] : [{ alert, member: `of ${ticket}`, ticket, since: signal.at, releasedAt: signal.at }];
  const { begins, ends } = membersBetween(before?.members ?? [], after.members);
  return [
    ...begins.map((member) => ({ alert, member, ticket, since: signal.at, releasedAt: null })),
    ...ends.map((member) => ({ alert, member, ticket, since: signal.at, releasedAt: signal.at })),
  ];
}
