/** Alerts as they are shown: what is in force and what was, each with the words in which people were told of it. */
import { type AlertStatus, noticeOf, type RuleSpec, ruleSpec, titleOf } from '@watchdesk/domain/alerting';
import { dimensionOf, fieldOf } from '@watchdesk/domain/metrics';
import { sightSql } from '../accounts/index.ts';
import { namesOf } from '../directory/index.ts';
import { invalid, Refusal } from '../errors.ts';
import { zoneOfWorkspace } from '../metrics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { readSaved } from '../store/saved-spec.ts';
import { subjectsOf } from '../tickets/index.ts';
import { type TicketReader, ticketsOf } from './caused-by.ts';
import { ALONE, othersOf } from './promises.ts';
import { readRow, ROW_COLUMNS, type StoredAlert, THREAD } from './records.ts';
import { type KnownTicket, ticketFacts } from './ticket-facts.ts';
import { mentionedBy, mentionedIn, mentionedOf, nameOfIn } from './told-names.ts';
import { alertSightSql, mayMake } from './whose.ts';

export interface Reader extends TicketReader {
  /** Whoever was told of an alert finds it in the lists, opens it and acts on it, whatever else they see. */
  readonly person?: string | null;
}

export interface AlertQuestion {
  readonly status?: readonly AlertStatus[] | undefined;
  readonly severity?: readonly string[] | undefined;
  readonly rule?: readonly string[] | undefined;
  readonly ticket?: string | undefined;
  /** Of when they began; milliseconds since 1970. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** By what a rule divides its number, and whose names the values are ids of, or whether somebody wrote them. */
const byOf = ({ subject }: RuleSpec) => {
  const by = 'by' in subject ? subject.by : undefined;
  return by === undefined ? null : { dimension: by, names: dimensionOf(by).names ?? null, isWritten: fieldOf(by) !== null };
};

interface Row extends StoredAlert {
  readonly spec: RuleSpec;
  readonly ticket: string | null;
  readonly member: string | null;
  readonly tickets: number;
  readonly acknowledged: { readonly by: string | null; readonly at: string } | null;
}

/** `ticket`: which of its tickets may be named. */
const shownWith = (ticket: string) => `${ROW_COLUMNS}, v.spec,
  (select m.ticket from alert_member m where m.workspace_id = a.workspace_id and m.alert = a.id and m.ticket is not null and ${ticket} order by m.since, m.member limit 1) as ticket,
  (select m.member from alert_member m where m.workspace_id = a.workspace_id and m.alert = a.id order by m.since, m.member limit 1) as member,
  (select count(distinct m.ticket)::int from alert_member m where m.workspace_id = a.workspace_id and m.alert = a.id) as tickets,
  (select json_build_object('by', m.actor, 'at', m.at) from alert_moment m
   where m.workspace_id = a.workspace_id and m.alert = a.id and m.kind = 'acknowledged' order by ordinal desc limit 1) as acknowledged
  from alert a join alert_rule_version v on v.workspace_id = a.workspace_id and v.id = a.rule and v.version = a.rule_version`;

/** What is read of an alert: of its tickets the first that the reader sees, none where they see none. Its parameters come after so many. */
function shownTo({ sight }: Reader, parameters: number) {
  if (sight.to === 'all') return { text: shownWith('true'), values: [] };
  const { text, values } = sightSql(sight, parameters);
  return { text: shownWith(`exists (select from ticket t where t.workspace_id = m.workspace_id and t.id = m.ticket and ${text})`), values };
}

/** As a condition: those in sight, and those that the reader was told of. Its parameters come after so many. */
function foundBy({ sight, scope, person = null }: Reader, parameters: number) {
  const sees = alertSightSql(sight, scope, parameters + 1);
  const wasTold = `exists (select from notice n join notice_delivery d on d.workspace_id = n.workspace_id and d.notice = n.id
    where n.workspace_id = a.workspace_id and n.body->>'alertId' = a.id and n.thread = ${THREAD} and d.way in ('inbox', 'mail') and d.recipient = $${parameters + 1}::text)`;
  return { text: `(${sees.text} or ${wasTold})`, values: [person, ...sees.values] };
}

export function createShowing({ postgres }: { postgres: Postgres }) {
  const { pool } = postgres;

  /** `known`: of a ticket that the reader sees; of others it is not said how they are. */
  const viewsOf = async (
    { workspaceId, scope: { text } }: Reader,
    rows: readonly Row[],
    known: ReadonlyMap<string, KnownTicket> = new Map(),
  ) => {
    const read = rows.map((row) => ({ ...row, spec: readSaved(ruleSpec, row.spec), record: readRow(row) }));
    const groups = read.flatMap(({ spec, record: { group } }) => {
      const names = byOf(spec)?.names ?? null;
      return names !== null && group ? [[names, group.id || null] as const] : [];
    });
    const [names, timeZone] = await Promise.all([
      namesOf(pool, workspaceId, [
        ...groups,
        ...read.flatMap(({ spec, record: { evidence } }) => [
          ...mentionedIn(spec),
          ...(evidence?.happened ? mentionedBy(evidence.happened) : []),
        ]),
        ...[...known.values()].flatMap(({ facts }) => mentionedOf(facts)),
      ]),
      zoneOfWorkspace(postgres, workspaceId),
    ]);
    const nameOf = nameOfIn(names);
    return read.map(({ spec, record, ticket, member, tickets, acknowledged }) => {
      const { id, rule, ruleVersion, group: kept, severity, evidence, state } = record;
      const by = byOf(spec);
      const isHidden = by !== null && !text && kept !== null && (by.names === 'customer' || by.isWritten);
      const group =
        !kept || !by || kept.id === '' || isHidden
          ? kept
          : by.names
            ? names.of(by.names, kept.id)
            : by.isWritten
              ? { ...kept, name: kept.id }
              : kept;
      const told = noticeOf(
        {
          id,
          thread: record.thread,
          rule: { id: rule, version: ruleVersion, spec },
          state,
          ordinal: 0,
          group,
          ticket,
          tickets,
          known: (ticket !== null && known.get(ticket)) || null,
          member,
          happened: evidence?.happened ?? null,
          nameOf,
          timeZone,
          figure: evidence?.figure ?? null,
          unusual: evidence?.unusual ?? null,
        },
        { kind: 'fired', at: state.firedAt ?? state.since, by: null },
        false,
      )!;
      return {
        id,
        rule: { id: rule, version: ruleVersion, name: spec.name },
        kind: spec.subject.kind,
        severity,
        status: state.status,
        title: titleOf({ rule: { id: rule, version: ruleVersion, spec }, group }),
        what: told.what,
        why: told.why,
        advice: told.advice,
        facts: told.facts,
        since: iso(state.since),
        firedAt: isoOr(state.firedAt),
        endedAt: isoOr(state.endedAt),
        snoozedUntil: isoOr(state.snoozedUntil),
        acknowledged: acknowledged && { by: acknowledged.by, at: new Date(acknowledged.at).toISOString() },
        group: group && { dimension: by?.dimension ?? null, ...group, ...(isHidden && { id: group.name }) },
        value: evidence?.figure?.value ?? null,
        n: evidence?.figure?.n ?? null,
        unusual: evidence?.unusual?.status === 'known' ? evidence.unusual : null,
        ticket,
        tickets,
        times: state.times,
      };
    });
  };

  /** With what the ticket is about, of those with one. */
  const shown = async (reader: Reader, rows: readonly Row[], known?: ReadonlyMap<string, KnownTicket>) => {
    const single = rows.flatMap(({ ticket, tickets }) => (ticket !== null && tickets === 1 ? ticket : []));
    const [views, subjects] = await Promise.all([viewsOf(reader, rows, known), subjectsOf(pool, reader, single)]);
    return views.map((view) => ({ ...view, subject: (view.tickets === 1 && view.ticket !== null && subjects.get(view.ticket)) || null }));
  };

  const seen = async (reader: Reader, id: string): Promise<Row> => {
    const found = foundBy(reader, 2);
    const shows = shownTo(reader, 2 + found.values.length);
    const { rows } = await pool.query<Row>(`select ${shows.text} where a.workspace_id = $1 and a.id = $2 and ${found.text}`, [
      reader.workspaceId,
      id,
      ...found.values,
      ...shows.values,
    ]);
    if (!rows[0]) throw new Refusal('not_found', `There is no alert ${JSON.stringify(id)}.`);
    return rows[0];
  };

  return {
    /** Throws `not_found` for one that is not there for the reader. */
    seen,

    /** The latest first; those that were over before they fired are left out. `next` is the cursor of the next part. */
    async list(
      reader: Reader,
      { status, severity, rule, ticket, from, to }: AlertQuestion,
      { cursor, limit }: { cursor?: string | undefined; limit: number },
    ) {
      const after = placeOf(cursor);
      const found = foundBy(reader, 10);
      const shows = shownTo(reader, 10 + found.values.length);
      const { rows } = await pool.query<Row>(
        `select ${shows.text} where a.workspace_id = $1 and (a.fired_at is not null or a.status = 'pending')
           and ($2::text[] is null or a.status = any($2)) and ($3::text[] is null or a.severity = any($3)) and ($4::text[] is null or a.rule = any($4))
           and ($5::text is null or exists (select from alert_member m where m.workspace_id = a.workspace_id and m.alert = a.id and m.ticket = $5))
           and ($6::timestamptz is null or a.since >= $6) and ($7::timestamptz is null or a.since < $7)
           and ($8::timestamptz is null or (a.since, a.id) < ($8, $9)) and ${found.text}
         order by a.since desc, a.id desc limit $10`,
        [
          reader.workspaceId,
          orNull(status),
          orNull(severity),
          orNull(rule),
          ticket ?? null,
          dateOr(from),
          dateOr(to),
          after?.since ?? null,
          after?.id ?? null,
          limit + 1,
          ...found.values,
          ...shows.values,
        ],
      );
      const part = rows.slice(0, limit);
      const last = part.at(-1);
      return {
        alerts: await shown(reader, part),
        next: rows.length > limit && last ? `${last.since.getTime()}.${last.id}` : null,
        inForce: await this.count(reader),
      };
    },

    /** How many demand somebody's attention, by severity; those that are acknowledged or snoozed apart. */
    async count(reader: Reader) {
      const found = foundBy(reader, 1);
      const { rows } = await pool.query<{ severity: string; status: string; count: number }>(
        `select a.severity, a.status, count(*)::int as count
         from alert a join alert_rule_version v on v.workspace_id = a.workspace_id and v.id = a.rule and v.version = a.rule_version
         where a.workspace_id = $1 and a.status in ('firing', 'acknowledged', 'snoozed') and ${found.text} group by 1, 2`,
        [reader.workspaceId, ...found.values],
      );
      const of = (test: (row: (typeof rows)[number]) => boolean) => rows.filter(test).reduce((sum, { count }) => sum + count, 0);
      const firing = (severity: string) => of((row) => row.status === 'firing' && row.severity === severity);
      return {
        firing: of(({ status }) => status === 'firing'),
        critical: firing('critical'),
        warning: firing('warning'),
        info: firing('info'),
        acknowledged: of(({ status }) => status === 'acknowledged'),
        snoozed: of(({ status }) => status === 'snoozed'),
      };
    },

    /** Whether an alert is in sight of which a lead could have made the rule: whom it told is no secret to them. */
    async isOfMaker(reader: Reader, id: string): Promise<boolean> {
      try {
        const { spec } = await seen(reader, id);
        return mayMake({ scope: reader.scope, writesRules: false }, readSaved(ruleSpec, spec));
      } catch (error) {
        if (error instanceof Refusal && error.code === 'not_found') return false;
        throw error;
      }
    },

    /** With its moments, and its tickets as far as they are in sight. */
    async get(reader: Reader, id: string) {
      const row = await seen(reader, id);
      const record = readRow(row);
      const others = await othersOf(pool, reader.workspaceId, [{ record, rule: { spec: readSaved(ruleSpec, row.spec) } }]);
      const { earlier, further } = others.get(id) ?? ALONE;
      const [moments, ofTickets] = await Promise.all([
        pool.query<{ alert: string; kind: string; at: Date; by: string | null; note: string | null }>(
          `select alert, kind, at, actor as by, note from alert_moment where workspace_id = $1 and alert = any($2)
           order by at, array_position($2, alert), ordinal`,
          [reader.workspaceId, [...earlier.map((one) => one.id), id]],
        ),
        ticketsOf(pool, reader, id),
      ]);
      const isSeen = row.tickets === 1 && ofTickets.some((ticket) => ticket.id === row.ticket);
      const known = isSeen ? await ticketFacts(pool, reader.workspaceId, [row.ticket!], { clocks: true }) : undefined;
      const [view] = await shown(reader, [row], known);
      return {
        ...view!,
        thread: record.thread,
        further,
        moments: moments.rows.map(({ alert, at, ...moment }) => ({
          ...moment,
          at: at.toISOString(),
          of: earlier.find((one) => one.id === alert) ?? null,
        })),
        ofTickets,
      };
    },
  };
}

const iso = (at: number): string => new Date(at).toISOString();
const isoOr = (at: number | null): string | null => (at === null ? null : iso(at));
const dateOr = (at: number | undefined): Date | null => (at === undefined ? null : new Date(at));
const orNull = (values: readonly string[] | undefined) => (values?.length ? values : null);

function placeOf(cursor: string | undefined): { since: Date; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [, since, id] = /^(\d{1,15})\.(\S{1,64})$/.exec(cursor) ?? [];
  if (since === undefined || id === undefined) throw invalid('cursor', 'must be the `next` of the answer before');
  return { since: new Date(Number(since)), id };
}
