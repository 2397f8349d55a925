/** Recorded answers of a real Zendesk account through the mapper, and the tables of another: what is read of them, what is not, and where promises differ. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readEvent, type TicketEvent } from '@watchdesk/domain/event';
import { compareVerdicts, createRulebook, policySpec, vendorClaims, type VendorEvent, wholeClocks } from '@watchdesk/domain/sla';
import { foldTicket } from '@watchdesk/domain/ticket';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Given, MappedEvent } from '../../src/connectors/connector.ts';
import { schedule, slaPolicy } from '../../src/connectors/zendesk/api-types.ts';
import { rulesOffer } from '../../src/connectors/zendesk/import-rules.ts';
import { zendesk } from '../../src/connectors/zendesk/index.ts';
import { FIRST_MAPS } from '../../src/connectors/zendesk/words.ts';

const REAL = process.env['WATCHDESK_REAL_DATA']!;
const ANSWERS = resolve(REAL, 'data/zendesk-api-answers');
const FIXTURES = resolve(REAL, 'fixtures/zendesk');
const rowsOf = (table: string): Record<string, string>[] =>
  parse(readFileSync(resolve(REAL, `data/zendesk-tables/${table}.csv`)), { columns: true });
const tell = (line: string) => process.stdout.write(`${line}\n`);

/** Where the rows of an answer go; the others have no stream. */
const STREAMS: Readonly<Record<string, string>> = {
  tickets: 'tickets',
  ticket: 'tickets',
  audits: 'audits',
  users: 'users',
  user: 'users',
  groups: 'groups',
  group: 'groups',
  organizations: 'organizations',
  organization: 'organizations',
  satisfaction_ratings: 'ratings',
  ticket_events: 'ticket-events',
  ticket_metric_events: 'metric-events',
};

type Row = Record<string, unknown>;
/** By the name under which they stand in an answer. */
function rowsByName(bodies: Iterable<unknown>): Map<string, Row[]> {
  const rows = new Map<string, Row[]>();
  for (const body of bodies)
    for (const [name, value] of Object.entries(body ?? {}))
      if (value !== null && typeof value === 'object') rows.set(name, [...(rows.get(name) ?? []), ...([value].flat() as Row[])]);
  return rows;
}
const recorded = rowsByName(
  readdirSync(ANSWERS).flatMap((file) =>
    readFileSync(resolve(ANSWERS, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { body: unknown }).body),
  ),
);

const known: Record<string, unknown> = {};
const given: Given = { source: 'zd', maps: FIRST_MAPS, known };
const idOf = (row: Row) => row['id'] as number;

function mapped(rows: ReadonlyMap<string, readonly Row[]>) {
  const events: MappedEvent[] = [];
  const dead: unknown[] = [];
  const warnings = new Set<string>();
  for (const [name, own] of rows) {
    // What came back from a create or a delete is not always a whole record.
    const whole = own.filter((row) => typeof row['id'] === 'number');
    if (!STREAMS[name] || whole.length === 0) continue;
    const result = zendesk.map(STREAMS[name], whole, given);
    events.push(...result.events);
    dead.push(...result.dead.map(({ item, field, reason }) => ({ name, id: idOf(item as Row), field, reason })));
    for (const { what, value } of result.warnings) warnings.add(`${what} ${value}`);
    Object.assign(known, result.remember);
  }
  return { events, dead, warnings };
}

describe('recorded answers', () => {
  test('are read without one that could not be, and make events that the door takes', () => {
    mapped(recorded);
    const { events, dead, warnings } = mapped(recorded);
    expect(dead).toEqual([]);
    for (const event of events) expect(readEvent(event, 'zd')).toMatchObject({ ok: true });
    const types = Map.groupBy(events, ({ type }) => type);
    tell(`Zendesk answers: ${[...types].map(([type, own]) => `${type} ${own.length}`).join(', ')}`);
    tell(`  warnings: ${[...warnings].join(', ')}`);
    tell(
      `  answers without a stream: ${[...recorded]
        .filter(([name]) => !STREAMS[name])
        .map(([name, own]) => `${name} ${own.length}`)
        .join(', ')}`,
    );
    expect(types.get('ticket.message')!.length).toBeGreaterThan(15);
    expect(types.get('survey.requested')!.length).toBeGreaterThan(50);
  });

  test('of the documentation are read, too', () => {
    const files = readdirSync(FIXTURES).filter((file) =>
      /^(airbyte|openapi_Cursor|openapi_TimeBased|openapi_ExportIncrementalOrg).*\.json$/.test(file),
    );
    const { dead, events } = mapped(rowsByName(files.map((file) => JSON.parse(readFileSync(resolve(FIXTURES, file), 'utf8')) as unknown)));
    expect(dead).toEqual([]);
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set(['ticket.message', 'sla.vendor', 'survey.requested', 'survey.answered', 'agent.upserted', 'organisation.upserted']),
    );
    const { body } = JSON.parse(readFileSync(resolve(FIXTURES, 'prismatic_webhook_ticket_created.json'), 'utf8')) as { body: unknown };
    const request = { method: 'POST', url: '', headers: {}, body: Buffer.from(JSON.stringify(body)), receivedAt: 0 };
    expect(zendesk.webhook!.read(request)).toEqual({ hints: ['35436'] });
  });

  test('of one ticket fold to what the account shows of it', () => {
    const audits = zendesk.map('audits', recorded.get('audits')!.slice(0, 100), given).events;
    const events = audits.flatMap((event) => {
      const read = readEvent(event, 'zd');
      return read.ok && read.event.ticket === 'zd:1' ? [read.event] : [];
    });
    const ticket = foldTicket('zd:1', events)!;
    const shown = recorded.get('tickets')!.find((row) => idOf(row) === 1)!;
    // The first hundred of 6,310 audits: tags went on changing.
    expect(ticket.now).toMatchObject({
      status: 'pending',
      priority: 'P2',
      assignee: `zd:${shown['assignee_id'] as number}`,
      team: `zd:${shown['group_id'] as number}`,
      requester: `zd:${shown['requester_id'] as number}`,
    });
    expect(ticket.createdAt).toBe(Date.parse('2012-09-06T20:17:09Z'));
    const metric = recorded.get('ticket_metric')!.find((row) => row['ticket_id'] === 1)!;
    tell(
      `  ticket 1: reply time there ${JSON.stringify(metric['reply_time_in_minutes'])} min, here ${ticket.firstReply ? `${(ticket.firstReply.at - ticket.createdAt) / 1000} s` : 'none'}, outbound ${ticket.outbound}: the requester is an agent, who counts as one here`,
    );
    expect(ticket.outbound).toBe(true);
  });
});

/** Two more words that these tables have: on-hold is theirs for hold, medium is none of Zendesk's priorities. */
const MAPS = { ...FIRST_MAPS, status: { ...FIRST_MAPS.status, 'on-hold': 'on_hold' } } as const;
const utc = (text: string) => `${text.trim().slice(0, 19).replace(' ', 'T')}Z`;
const seconds = (text: string) => Date.parse(utc(text)) / 1000;

describe('the tables of another account', () => {
  const policyRows = rowsOf('sla_policy_metric_history_data');
  const intervals = rowsOf('schedule_data').map((row) => ({ start_time: Number(row['start_time']), end_time: Number(row['end_time']) }));
  const holidays = rowsOf('schedule_holiday_data').map((row) => ({
    name: row['name'],
    start_date: row['start_date'],
    end_date: row['end_date'],
  }));
  const [named] = rowsOf('schedule_data');
  const schedules = [schedule.parse({ id: 1, name: named!['name'], time_zone: named!['time_zone'], intervals, holidays })];
  /** As the policies were at an instant. */
  const policiesAt = (at: string) =>
    ['1001', '1002'].map((id, position) => {
      const past = policyRows.filter((row) => row['sla_policy_id'] === id && row['sla_policy_updated_at']! <= at);
      const latest = new Map(past.map((row) => [`${row['metric']} ${row['priority']}`, row]));
      const metrics = [...latest.values()].map((row) => ({
        metric: row['metric'],
        priority: row['priority'],
        target: Number(row['target']),
        business_hours: row['business_hours'] === 'TRUE',
      }));
      return slaPolicy.parse({ id, title: id, position, filter: {}, policy_metrics: metrics });
    });

  test('policies and the schedule are offered, and their promises stand beside ours', () => {
    const notes = new Set<string>();
    let different = 0;
    for (const applied of rowsOf('ticket_sla_policy_data')) {
      const offer = rulesOffer(
        policiesAt(applied['policy_applied_at']!).filter(({ id }) => id === applied['sla_policy_id']),
        schedules,
        { source: 'zd', maps: MAPS },
      );
      for (const { about, what } of offer.notes) notes.add(`${about}: ${what}`);
      const rulebook = createRulebook(
        offer.policies.map((spec, index) => ({ id: String(index), version: 1, from: null, spec: policySpec.parse(spec) })),
        offer.calendars.map(({ key, spec }) => ({ id: key, version: 1, from: null, spec })),
      );
      const own = ticketOf(applied['ticket_id']!);
      const clocks = wholeClocks(own.clockLog, rulebook, () => '', seconds('2021-06-01 00:00:00')).map((one) => ({
        ...one,
        isAlways: one.calendar.id === 'always',
      }));
      const claims = vendorClaims(theirEvents(applied, own.priorityThen));
      for (const { theirs, ours, isSame, reasons } of compareVerdicts(claims, clocks)) {
        if (!isSame) different += 1;
        tell(
          `  ticket ${applied['ticket_id']}: ${theirs?.metric ?? '—'} there ${theirs ? `${theirs.state}, target ${theirs.targetSeconds ?? 'none'}` : 'nothing'}; ${ours?.metric ?? '—'} here ${ours ? `${ours.state}, target ${ours.target}, elapsed ${ours.elapsed}` : 'nothing'}${isSame ? '' : `: ${reasons.join(', ')}${own.priorityThen === null ? ' (no priority there, P3 here)' : ''}`}`,
        );
      }
    }
    for (const note of notes) tell(`  ${note}`);
    expect([...notes]).toContain('1002: The priority "medium" is none of the map of priorities.');
    expect(different).toBeGreaterThan(0);
  });

  const history = rowsOf('ticket_field_history_data');
  /** From the table of tickets and the history of fields, which tells of one of them only. */
  function ticketOf(id: string) {
    const row = rowsOf('ticket_data').find((one) => one['id'] === id)!;
    const fields = { requester_id: row['requester_id'], group_id: row['group_id'], subject: row['subject'], status: 'new' };
    const changes = history
      .filter((one) => one['ticket_id'] === id)
      .map((one) => ({ at: utc(one['updated']!), field: one['field_name']!, value: one['value']! }));
    // Without a history there is only what it is in the end.
    if (changes.length === 0) changes.push({ at: utc(row['updated_at']!), field: 'status', value: row['status']! });
    const begin = [utc(row['created_at']!), ...changes.map(({ at }) => at)].toSorted()[0]!;
    const audits = [
      {
        id: 1,
        at: begin,
        events: Object.entries(fields).map(([field, value], place) => ({ id: 10 + place, type: 'Create', field_name: field, value })),
      },
      ...changes.map(({ at, field, value }, place) => ({
        id: 100 + place,
        at,
        events: [{ id: 1000 + place, type: 'Change', field_name: field, value }],
      })),
    ];
    const items = audits.map(({ id: audit, at, events }) => ({
      id: audit,
      ticket_id: id,
      created_at: at,
      author_id: null,
      via: { channel: row['via_channel'] },
      events,
    }));
    const events = zendesk.map('audits', items, { ...given, maps: MAPS }).events.flatMap((event) => {
      const read = readEvent(event, 'zd');
      return read.ok ? [read.event as TicketEvent] : [];
    });
    const priority = changes.find(({ field }) => field === 'priority')?.value ?? (row['priority'] || null);
    return { ...foldTicket(`zd:${id}`, events)!, priorityThen: priority };
  }

  /** The tables say which policy was applied, and no verdict: what is known of theirs is the target. */
  function theirEvents(applied: Record<string, string>, priority: string | null): VendorEvent[] {
    const at = seconds(applied['policy_applied_at']!);
    const policy = policiesAt(applied['policy_applied_at']!).find(({ id }) => id === applied['sla_policy_id'])!;
    const metrics = [...new Set(policy.policy_metrics.map(({ metric }) => metric))];
    const event = (metric: string, kind: string, detail: object = {}) => ({
      at,
      metric,
      kind,
      verdict: JSON.stringify({ instance: 1, ...detail }),
    });
    return metrics.flatMap((metric) => {
      const promised = policy.policy_metrics.find((one) => one.metric === metric && one.priority === priority);
      const terms = promised && { targetSeconds: promised.target! * 60, isBusiness: promised.business_hours };
      // A ticket without a priority is measured, and nothing is promised.
      return [event(metric, 'activate'), ...(terms ? [event(metric, 'apply_sla', terms)] : [])];
    });
  }
});
