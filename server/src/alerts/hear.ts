/**
 * What rules have heard becomes alerts: within one transaction the alerts concerned are locked, stepped by the domain, written with their
 * moments, and those who are to be told are told. Everything that makes or ends an alert comes through here.
 */
import { randomUUID } from 'node:crypto';
import {
  type AlertState,
  closingOf,
  hear,
  type KeyedSignal,
  membersBetween,
  type Moment,
  noticeOf,
  type Rule,
  type Stepped,
  tickDueAt,
} from '@watchdesk/domain/alerting';
import type { Calendar } from '@watchdesk/domain/calendar';
import type { Audience, Notice } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { zoneOfWorkspace } from '../metrics/index.ts';
import { ring } from '../store/postgres/index.ts';
import {
  type AlertRecord,
  type Evidence,
  lockOpen,
  type MemberRow,
  type MomentRow,
  ticketsOf,
  writeAlerts,
  writeMembers,
  writeMoments,
  type Written,
} from './records.ts';
import { ticketFacts } from './ticket-facts.ts';
import { mentionedBy, mentionedIn, mentionedOf, toldNames } from './told-names.ts';

/** How people are told: by the outbox of notifications, within the transaction of what they are told of. */
export interface Telling {
  post(tx: pg.ClientBase, workspaceId: string, notice: Notice, audience: Audience): Promise<void>;
  /** Nobody further up the ladder of this thread is told, and programs and pagers that were told hear by `last` that it is over. */
  settle(tx: pg.ClientBase, workspaceId: string, thread: string, last: Notice): Promise<void>;
}

/** Where nobody is told. */
export const UNTOLD: Telling = { post: async () => {}, settle: async () => {} };

export interface Heard {
  readonly rule: Rule;
  readonly signal: KeyedSignal;
  readonly evidence?: Evidence | undefined;
  readonly group?: { readonly id: string; readonly name: string } | null | undefined;
  /** It is recorded and nobody is told of it by itself: it is history, or came after a long stop. */
  readonly isSilent?: boolean | undefined;
}

/** The alert, and its moment with its place in it. */
interface Told {
  readonly record: AlertRecord;
  readonly rule: Rule;
  readonly moment: Moment;
  readonly ordinal: number;
  readonly isSilent: boolean;
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
  readonly isPulse?: boolean;
  readonly evidence?: Evidence | undefined;
  readonly group?: Heard['group'];
  readonly isSilent?: boolean;
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
      isPulse = false,
      evidence,
      group,
      isSilent = false,
      hours,
    }: Taken): AlertRecord | null {
      if (replaced === null && stepped.state === null && stepped.moments.length === 0) return null;
      if (replaced && stepped.ended)
        this.take({ rule, record: replaced, key, stepped: { state: null, moments: stepped.ended }, at, hours });
      const before = stepped.ended ? null : replaced;
      const counted = before?.moments ?? 0;
      // Something new of an alert of which nobody was told, as it began too late.
      const joins = before !== null && before.silent && !isSilent && (stepped.state?.times ?? 0) > before.state.times;
      const isToldAnew = joins && before.state.status === 'firing';
      const happened: readonly Moment[] = isToldAnew ? [...stepped.moments, { kind: 'fired', at, by: null }] : stepped.moments;
      const record: AlertRecord = {
        ...(before ?? begun(rule, key, group ?? null, isSilent)),
        ...(joins && { silent: false }),
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
      for (const member of membersOf(kept.id, before?.state ?? null, kept.state, { at, ticket: ticket ?? null, isPulse }))
        members.set(`${member.alert} ${member.member}`, member);
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

/** `hoursOf`: the calendar of a rule's active hours. Signals are heard in the order of their instants. */
export async function hearAll(
  client: pg.ClientBase,
  workspaceId: string,
  heard: readonly Heard[],
  { hoursOf, telling }: { hoursOf: (rule: Rule) => Calendar | null; telling: Telling },
): Promise<Kept> {
  if (heard.length === 0) return { moments: 0, silenced: new Map() };
  const nameOf = (rule: string, key: string) => `${rule} ${key}`;
  const wanted = new Map(heard.map(({ rule, signal: { key } }) => [nameOf(rule.id, key), { rule: rule.id, key }]));
  const open = new Map<string, AlertRecord | null>();
  for (const record of await lockOpen(client, workspaceId, [...wanted.values()])) open.set(nameOf(record.rule, record.key), record);
  const keeping = createKeeping();
  for (const { rule, signal, isSilent, evidence = evidenceOf(signal), ...more } of heard.toSorted((a, b) => a.signal.at - b.signal.at)) {
    const { key, at, ticket, type } = signal;
    const record = open.get(nameOf(rule.id, key)) ?? null;
    const hours = hoursOf(rule);
    const stepped = hear(rule.spec, record?.state ?? null, signal, hours);
    const taken = {
      ...more,
      evidence,
      rule,
      record,
      key,
      stepped,
      at,
      ticket,
      hours,
      isPulse: type === 'pulse',
      ...(isSilent && { isSilent }),
    };
    open.set(nameOf(rule.id, key), keeping.take(taken));
  }
  return keeping.write(client, workspaceId, telling);
}

/** What a signal says of itself. */
const evidenceOf = (signal: KeyedSignal): Evidence | undefined =>
  signal.type === 'pulse' && signal.happened ? { figure: null, unusual: null, happened: signal.happened } : undefined;

const begun = ({ id, version, spec }: Rule, key: string, group: AlertRecord['group'], silent: boolean): Omit<AlertRecord, 'state'> => ({
  id: randomUUID(),
  rule: id,
  ruleVersion: version,
  key,
  group,
  severity: spec.severity,
  evidence: null,
  silent,
  moments: 0,
});

/** The state of one that nothing holds any more, which the domain forgets. */
function finishedState(before: AlertState | null, moments: readonly Moment[], at: number): AlertState {
  const last = moments.findLast(({ kind }) => kind === 'resolved' || kind === 'superseded' || kind === 'lapsed');
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
    status: last ? (last.kind === 'superseded' ? 'superseded' : 'resolved') : base.status,
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

/** One notice for each moment that is one, in order; what is silent is counted. */
async function tell(
  client: pg.ClientBase,
  workspaceId: string,
  told: readonly Told[],
  telling: Telling,
  silenced: Map<Rule, number>,
): Promise<void> {
  if (told.length === 0) return;
  const tickets = await ticketsOf(client, workspaceId, [...new Set(told.map(({ record }) => record.id))]);
  const known = await ticketFacts(client, workspaceId, [...new Set([...tickets.values()].map(({ first }) => first))], { clocks: true });
  const timeZone = await zoneOfWorkspace({ pool: client }, workspaceId);
  const nameOf = await toldNames(client, workspaceId, [
    ...[...new Set(told.map(({ rule }) => rule))].flatMap(({ spec }) => mentionedIn(spec)),
    ...[...known.values()].flatMap(({ facts }) => mentionedOf(facts)),
    ...told.flatMap(({ record: { evidence } }) => (evidence?.happened ? mentionedBy(evidence.happened) : [])),
  ]);
  for (const { record, rule, moment, ordinal, isSilent } of told) {
    const own = tickets.get(record.id);
    const { figure = null, unusual = null, happened = null } = record.evidence ?? {};
    const alert = {
      id: record.id,
      rule,
      state: record.state,
      ordinal,
      group: record.group,
      figure,
      unusual,
      ticket: own?.first ?? null,
      tickets: own?.count ?? 0,
      known: (own && known.get(own.first)) ?? null,
      member: own?.member ?? null,
      happened,
      nameOf,
      timeZone,
    };
    const notice = noticeOf(alert, moment);
    const isOver = moment.kind === 'superseded' || moment.kind === 'resolved';
    if (isOver && !notice) await telling.settle(client, workspaceId, `alert:${record.id}`, closingOf(alert, moment));
    if (!notice) continue;
    if (isSilent || record.silent) {
      if (notice.event === 'fired') silenced.set(rule, (silenced.get(rule) ?? 0) + 1);
      continue;
    }
    await telling.post(client, workspaceId, notice, rule.spec.audience);
  }
}
