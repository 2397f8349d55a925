/** Of what happened to alerts those are told who are to be: a notice for each moment that is one, with what is known of its tickets. */
import { type AlertTold, closingOf, type Moment, noticeOf, type Rule } from '@watchdesk/domain/alerting';
import type { Notice } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { zoneOfWorkspace } from '../metrics/index.ts';
import type { News } from '../notifications/index.ts';
import { audiencesOf, type UsuallyCalled } from './incident-path.ts';
import { ALONE, othersOf } from './promises.ts';
import { type AlertRecord, ticketsOf } from './records.ts';
import { ofRule } from './rule-fault.ts';
import { type KnownTicket, ticketFacts } from './ticket-facts.ts';
import { mentionedBy, mentionedIn, mentionedOf, toldNames } from './told-names.ts';

/** How people are told: by the outbox of notifications, within the transaction of what they are told of. */
export interface Telling {
  postAll(tx: pg.ClientBase, workspaceId: string, news: readonly News[]): Promise<void>;
  /** Left out, there is no on-call. */
  readonly usuallyCalled?: UsuallyCalled;
}

/** Where nobody is told. */
export const UNTOLD: Telling = { postAll: async () => {} };

/** The alert, and its moment with its place in it. */
export interface Told {
  readonly record: AlertRecord;
  readonly rule: Rule;
  readonly moment: Moment;
  readonly ordinal: number;
  readonly isSilent: boolean;
}

/** One notice for each moment that is one, in order, posted together; what is silent is counted. */
export async function tell(
  client: pg.ClientBase,
  workspaceId: string,
  told: readonly Told[],
  telling: Telling,
  silenced: Map<Rule, number>,
): Promise<void> {
  if (told.length === 0) return;
  const { tickets, known, ofRecord } = await knownOf(client, workspaceId, told);
  const callingOf = await audiencesOf(client, workspaceId, told, telling.usuallyCalled);
  const news: News[] = [];
  const ends = endsAtOnce(told);
  const untold = new Set<Told>();
  for (const one of told) {
    const { record, rule, moment, ordinal, isSilent } = one;
    const own = tickets.get(record.id);
    const alert = { ...ofRecord(record, rule), ordinal };
    const end = ends.get(one);
    if (end && ofRule(rule, () => noticeOf(alert, end.moment)) !== null) {
      untold.add(end);
      continue;
    }
    const notice = ofRule(rule, () => noticeOf(alert, moment, true, untold.has(one)));
    const isOver = moment.kind === 'superseded' || moment.kind === 'resolved';
    if (isOver && !notice) news.push({ settles: closingOf(alert, moment) });
    if (!notice) continue;
    if (isSilent || record.silent) {
      if (notice.event === 'fired' && !record.owed) silenced.set(rule, (silenced.get(rule) ?? 0) + 1);
      continue;
    }
    news.push({ notice: own && own.count > 1 ? ofSeveral(notice, own.all, known) : notice, ...callingOf({ rule, record }) });
  }
  await telling.postAll(client, workspaceId, news);
}

/** The end of what began and was over by itself in the same breath: it is told alone, as nobody can do anything about it any more. */
function endsAtOnce(told: readonly Told[]): ReadonlyMap<Told, Told> {
  const ends = new Map<Told, Told>();
  for (const own of Map.groupBy(told, ({ record }) => record.id).values()) {
    let fired: Told | null = null;
    for (const one of own.toSorted((a, b) => a.ordinal - b.ordinal)) {
      if (fired && one.moment.kind === 'resolved' && one.moment.by === null && !one.isSilent) ends.set(fired, one);
      fired = one.moment.kind === 'fired' && !one.isSilent ? one : null;
    }
  }
  return ends;
}

/** What is known of these alerts and their tickets, as notices tell it. */
export async function knownOf(client: pg.ClientBase, workspaceId: string, told: readonly Pick<Told, 'record' | 'rule'>[]) {
  const tickets = await ticketsOf(client, workspaceId, [...new Set(told.map(({ record }) => record.id))]);
  const known = await ticketFacts(client, workspaceId, [...new Set([...tickets.values()].flatMap(({ all }) => all))], { clocks: true });
  const others = await othersOf(client, workspaceId, told);
  const timeZone = await zoneOfWorkspace({ pool: client }, workspaceId);
  const nameOf = await toldNames(client, workspaceId, [
    ...[...new Set(told.map(({ rule }) => rule))].flatMap(({ spec }) => mentionedIn(spec)),
    ...[...tickets.values()].flatMap(({ first, holding }) =>
      [first, ...holding].flatMap((one) => mentionedOf(known.get(one)?.facts ?? {})),
    ),
    ...told.flatMap(({ record: { evidence } }) => (evidence?.happened ? mentionedBy(evidence.happened) : [])),
  ]);
  const ofRecord = (record: AlertRecord, rule: Rule): AlertTold => {
    const own = tickets.get(record.id);
    const { figure = null, unusual = null, happened = null } = record.evidence ?? {};
    return {
      id: record.id,
      thread: record.thread,
      earlier: (others.get(record.id) ?? ALONE).earlier.map(({ id }) => id),
      rule,
      state: record.state,
      ordinal: record.moments,
      group: record.group,
      figure,
      unusual,
      ticket: own?.first ?? null,
      tickets: own?.count ?? 0,
      several: (own?.holding ?? []).flatMap((ticket) => {
        const facts = known.get(ticket)?.facts;
        return facts ? [{ ticket, facts }] : [];
      }),
      known: (own && known.get(own.first)) ?? null,
      member: own?.member ?? null,
      happened,
      nameOf,
      timeZone,
    };
  };
  return { tickets, known, ofRecord };
}

/** Whoever has one of them is found by it, and a P1 among them makes it urgent. */
const ofSeveral = (notice: Notice, tickets: readonly string[], known: ReadonlyMap<string, KnownTicket>): Notice => ({
  ...notice,
  tickets,
  ...(tickets.some((one) => known.get(one)?.facts.priority === 'P1') && { priority: 'P1' }),
});
