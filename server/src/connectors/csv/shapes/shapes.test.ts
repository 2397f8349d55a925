import { foldTicket } from '@watchdesk/domain/ticket';
import { readEvent, type SentEvent, type TicketEvent } from '@watchdesk/domain/event';
import { describe, expect, it } from 'vitest';
import { prepared } from '../../../../test/tables.ts';

/** Events in words: day-of-month hour:minute, type, and what it says. */
const brief = (events: readonly SentEvent[]) =>
  events
    .toSorted((a, b) => (a.at as number) - (b.at as number) || (a.seq ?? 0) - (b.seq ?? 0))
    .map(
      ({ at, type, data, actor }) =>
        `${new Date(at as number).toISOString().slice(8, 16)} ${type} ${JSON.stringify(data)} ${[actor?.kind, actor?.id].filter(Boolean).join(' ')}`,
    );

/** The ticket's state, when all events are what the door would take. */
const stateOf = (events: readonly SentEvent[], source = 'desk') => {
  const read = events.map((event) => readEvent(event, source));
  expect(read.filter(({ ok }) => !ok)).toEqual([]);
  const own = read.flatMap((one) => (one.ok ? [one.event as TicketEvent] : []));
  return foldTicket(own[0]!.ticket, own)!;
};

describe('snapshots', () => {
  const mapping = {
    shape: 'snapshots',
    source: 'desk',
    ticket: 'id',
    at: 'updated',
    createdAt: 'opened',
    sequence: { column: 'n', first: 0 },
    actor: { id: 'by', kind: { column: 'by', map: { robot: 'automation' }, otherwise: 'agent' } },
    fields: {
      status: {
        column: 'state',
        map: { New: 'new', Active: 'open', Resolved: 'resolved', Closed: 'closed', Gone: 'deleted', '-100': null },
      },
      team: 'team',
      priority: { column: 'prio', map: { High: 'P2', Low: 'P4' } },
      tags: { column: 'tags', split: ';' },
      customFields: { code: { column: 'code', readWhen: ['closed'] } },
      slaVendor: { kept: { column: 'sla', readWhen: ['closed'] } },
    },
    atCreation: { subject: { template: '{what}: {team}' }, channel: 'channel' },
  };
  const header = 'id,n,updated,opened,state,team,prio,tags,code,sla,by,what,channel\n';

  it('makes the first row the creation, and of every later one what changed', async () => {
    const { events } = await prepared(
      mapping,
      `${header}A,0,2016-03-01 09:10,2016-03-01 09:00,New,T1,Low,x;y,c9,true,ann,printer,Email
A,2,2016-03-01 10:00,2016-03-01 09:00,Active,T2,High,y;z,c9,true,bob,printer,Email
A,3,2016-03-01 11:00,2016-03-01 09:00,Active,?,High,y;z,c9,true,bob,printer,Email
A,5,2016-03-01 12:00,2016-03-01 09:00,Resolved,T2,High,y;z,c9,true,cat,printer,Email
A,6,2016-03-02 12:00,2016-03-01 09:00,Closed,T2,High,y;z,c9,false,robot,printer,Email\n`,
    );
    expect(brief(events)).toEqual([
      '01T09:00 ticket.created {"status":"new","rawStatus":"New","priority":"P4","team":"T1","tags":["x","y"],"subject":"printer: T1","channel":"email"} customer',
      '01T10:00 tag.changed {"added":["z"],"removed":["x"]} agent bob',
      '01T10:00 team.changed {"to":"T2"} agent bob',
      '01T10:00 priority.changed {"to":"P2"} agent bob',
      '01T10:00 status.changed {"to":"open","rawTo":"Active"} agent bob',
      '01T11:00 team.changed {"to":null} agent bob',
      '01T12:00 team.changed {"to":"T2"} agent cat',
      '01T12:00 status.changed {"to":"resolved","rawTo":"Resolved"} agent cat',
      '02T12:00 customField.changed {"name":"code","to":"c9"} automation robot',
      '02T12:00 sla.vendor {"metric":"kept","kind":"verdict","verdict":"false"} automation robot',
      '02T12:00 status.changed {"to":"closed","rawTo":"Closed"} automation robot',
    ]);
    const { cycles, counts, customFields, rawStatus } = stateOf(events);
    expect(cycles).toMatchObject([
      { resolvedBy: { kind: 'agent', agent: 'cat', team: 'T2' }, resolvedAt: Date.parse('2016-03-01T12:00Z') },
    ]);
    expect([counts.transfers, customFields, rawStatus]).toEqual([1, { code: 'c9' }, 'Closed']);
  });

  it('does not read a final value that every row repeats before its time', async () => {
    const { events } = await prepared(mapping, `${header}A,0,2016-03-01 09:10,2016-03-01 09:00,New,T1,Low,,c9,true,ann,p,Email\n`);
    expect(JSON.stringify(events)).not.toContain('c9');
  });

  it('takes a first row that is resolved already as a change at its own instant', async () => {
    const { events } = await prepared(mapping, `${header}A,0,2016-03-01 09:10,2016-03-01 09:00,Resolved,T1,Low,,?,true,ann,p,Email\n`);
    expect(brief(events)).toEqual([
      expect.stringMatching(/^01T09:00 ticket.created \{"priority"/),
      '01T09:10 status.changed {"to":"resolved","rawTo":"Resolved"} agent ann',
    ]);
    expect(stateOf(events).cycles).toMatchObject([
      { startedAt: Date.parse('2016-03-01T09:00Z'), resolvedAt: Date.parse('2016-03-01T09:10Z') },
    ]);
  });

  it('says the whole state once where the log begins in the middle', async () => {
    const { events } = await prepared(mapping, `${header}A,7,2016-03-05 09:10,2016-03-01 09:00,Active,T1,Low,x,?,true,ann,p,Email\n`);
    expect(events.map(({ type }) => type)).toEqual(['ticket.created', 'status.changed', 'priority.changed', 'team.changed', 'tag.changed']);
  });

  it('orders rows of one minute by their sequence, and tells of unknown statuses', async () => {
    const { events, warnings } = await prepared(
      mapping,
      `${header}A,2,2016-03-01 09:10,2016-03-01 09:00,Resolved,T1,Low,,?,true,ann,p,Email
A,1,2016-03-01 09:10,2016-03-01 09:00,Strange,T1,Low,,?,true,ann,p,Fax
A,0,2016-03-01 09:10,2016-03-01 09:00,-100,T1,Low,,?,true,ann,p,Fax\n`,
    );
    expect(brief(events).slice(1)).toEqual([
      '01T09:10 status.changed {"to":"open","rawTo":"Strange"} agent ann',
      '01T09:10 status.changed {"to":"resolved","rawTo":"Resolved"} agent ann',
    ]);
    expect(new Set(warnings)).toEqual(new Set(['unknown status, taken as open: Strange', 'unknown channel, taken as other: Fax']));
  });

  it('deletes and restores', async () => {
    const rows = ['New', 'Gone', 'Active'].map(
      (state, n) => `A,${n},2016-03-0${n + 1} 09:10,2016-03-01 09:00,${state},T1,Low,,?,true,ann,p,Email\n`,
    );
    const { events } = await prepared(mapping, header + rows.join(''));
    expect(events.map(({ type }) => type)).toEqual(['ticket.created', 'ticket.deleted', 'ticket.undeleted', 'status.changed']);
    expect(stateOf(events)).toMatchObject({ deleted: false, now: { status: 'open' } });
  });

  it('refuses a map to what is no status, and a column that is not there', async () => {
    const wrong = { ...mapping, fields: { status: { column: 'state', map: { New: 'fresh' } } } };
    await expect(prepared(wrong, header)).rejects.toThrow(/fields\.status\.map gives the meaning "fresh", which must be one of new, open/);
    await expect(prepared({ ...mapping, ticket: 'number' }, header)).rejects.toThrow(
      /ticket names the column "number", which the file does not have; it has "id", "n"/,
    );
  });

  it('rejects rows without a ticket, an instant or a number', async () => {
    const { events, rejected } = await prepared(
      mapping,
      `${header},0,2016-03-01 09:10,2016-03-01 09:00,New,,,,,,,,
A,0,yesterday,2016-03-01 09:00,New,,,,,,,,
A,0,2016-03-01 09:10,31/12/2016 25:00,New,,,,,,,,
A,many,2016-03-01 09:10,2016-03-01 09:00,New,,,,,,,,
A,0,,2016-03-01 09:00,New,,,,,,,,
A,0,2016-03-01 09:10\n`,
    );
    expect(events).toEqual([]);
    expect(rejected).toEqual([
      '2 column "id" is empty',
      '3 column "updated" must be an ISO 8601 time, not "yesterday"',
      '4 column "opened" must be day first, not "31/12/2016 25:00"',
      '5 column "n" must be a whole number from 0 to 67108862',
      '6 column "updated" is empty',
      '7 has 3 fields where the header has 13',
    ]);
  });
});

describe('one row per ticket', () => {
  const mapping = {
    shape: 'tickets',
    source: 'desk',
    zone: 'Europe/Berlin',
    ticket: 'id',
    createdAt: 'created',
    firstReplyAt: 'replied',
    resolvedAt: 'resolved',
    closedAt: 'closed',
    fields: { subject: 'subject', requester: 'from', status: 'state', assignee: 'agent', team: 'team', priority: 'prio' },
  };
  const header = 'id,created,replied,resolved,closed,state,subject,from,agent,team,prio\n';
  const row = (text: string, more = {}) => prepared({ ...mapping, ...more }, header + text);

  it('makes the milestones events', async () => {
    const { events } = await row('7,2026-03-02 09:00,2026-03-02 09:30,2026-03-02 12:00,2026-03-05 12:00,closed,Broken,c1,ann,T1,P2\n');
    expect(brief(events)).toEqual([
      '02T08:00 ticket.created {"subject":"Broken","requester":"c1","priority":"P2","team":"T1","assignee":"ann"} customer c1',
      expect.stringMatching(/^02T08:30 ticket.message .*"visibility":"public".* agent ann$/),
      '02T11:00 status.changed {"to":"resolved","reason":"milestone"} agent ann',
      '05T11:00 status.changed {"to":"closed","rawTo":"closed","reason":"milestone"} agent ann',
    ]);
    expect(stateOf(events)).toMatchObject({ firstReply: { agent: 'ann' }, waits: [{ closedBy: 'reply' }], cycles: [{ replies: 1 }] });
  });

  it('tells of custom fields that are not what the mapping says, and keeps their text', async () => {
    const as = (column: string, kind: string) => ({ column, as: kind });
    const customFields = { amount: as('agent', 'number'), refunded: as('team', 'boolean') };
    const fields = { subject: 'subject', requester: 'from', status: 'state', customFields };
    const { events, warnings } = await row(
      '7,2026-03-02 09:00,,,,open,Broken,c1,abc,maybe,\n8,2026-03-02 09:00,,,,open,Broken,c1,12.5,no,\n',
      {
        fields,
      },
    );
    expect(events.flatMap((event) => (event.type === 'ticket.created' ? [event.data.customFields] : []))).toEqual([
      { amount: 'abc', refunded: 'maybe' },
      { amount: 12.5, refunded: false },
    ]);
    expect(new Set(warnings)).toEqual(
      new Set([
        'no number in fields.customFields.amount, kept as text: abc',
        'no boolean in fields.customFields.refunded, kept as text: maybe',
      ]),
    );
  });

  it('does not read a resolve that the status does not confirm', async () => {
    const { events, warnings } = await row('7,2026-03-02 09:00,,2026-03-02 12:00,,open,Broken,c1,,T1,P2\n');
    expect(events.map(({ type }) => type)).toEqual(['ticket.created', 'status.changed']);
    expect(stateOf(events)).toMatchObject({ now: { status: 'open' }, cycles: [{ resolvedAt: null }] });
    expect(warnings).toEqual(['a resolve on a ticket that is not resolved: not read: open']);
  });

  it('takes up what a later export says', async () => {
    const more = { updatedAt: 'replied', firstReplyAt: undefined };
    const first = await row('7,2026-03-02 09:00,2026-03-02 10:00,,,open,Broken,c1,ann,T1,P2\n', more);
    const later = await row('7,2026-03-02 09:00,2026-03-03 10:00,,,pending,Broken,c1,bob,T1,P1\n', more);
    const known = new Set(first.events.map(({ id }) => id));
    expect(later.events.filter(({ type }) => type === 'ticket.created').every(({ id }) => known.has(id))).toBe(true);
    const all = [...first.events, ...later.events.filter(({ id }) => !known.has(id))];
    expect(stateOf(all)).toMatchObject({
      now: { assignee: 'bob', priority: 'P1', status: 'pending' },
      atCreation: { assignee: 'ann', priority: 'P2' },
    });
  });
});

describe('event logs', () => {
  const mapping = {
    shape: 'events',
    source: 'desk',
    ticket: 'case',
    at: 'time',
    activity: 'what',
    actor: { id: 'who', kind: 'agent' },
    atCreation: { channel: { value: 'email' } },
    activities: {
      assign: { type: 'team.changed', data: { to: '{team}' } },
      answer: [
        { type: 'ticket.message', data: { visibility: 'public', text: '{text}' } },
        { type: 'status.changed', data: { to: 'pending' } },
      ],
      ask: { type: 'ticket.message', actor: 'customer', data: { visibility: 'public' } },
      done: { type: 'status.changed', data: { to: 'resolved' } },
    },
  };
  const header = 'case,time,what,who,team,text\n';

  it('makes the first row the creation and of every activity its events', async () => {
    const { events, warnings } = await prepared(
      mapping,
      `${header}1,2026-03-02 10:00,assign,ann,T1,
1,2026-03-02 09:00,ask,c1,,
1,2026-03-02 11:00,Answer,ann,,Hello there
1,2026-03-02 12:00,nap,ann,,
1,2026-03-02 13:00,done,ann,,\n`,
    );
    expect(brief(events)).toEqual([
      '02T09:00 ticket.created {"channel":"email"} customer',
      expect.stringMatching(/^02T09:00 ticket.message \{"messageId":"\S+","visibility":"public"\} customer c1$/),
      '02T10:00 team.changed {"to":"T1"} agent ann',
      expect.stringMatching(/^02T11:00 ticket.message .*"text":"Hello there"/),
      '02T11:00 status.changed {"rawTo":"Answer","to":"pending"} agent ann',
      '02T13:00 status.changed {"rawTo":"done","to":"resolved"} agent ann',
    ]);
    expect(warnings).toEqual(['unknown activity, left out: nap']);
    expect(stateOf(events)).toMatchObject({ firstReply: { agent: 'ann' }, provisional: false });
  });

  it('leaves the creation to an activity, or to another file', async () => {
    const created = { ...mapping, activities: { open: { type: 'ticket.created' } } };
    const { events } = await prepared(created, `${header}1,2026-03-02 09:00,open,ann,,\n`);
    expect(events).toMatchObject([{ type: 'ticket.created', data: { channel: 'email' } }]);
    const none = await prepared({ ...mapping, creation: 'none' }, `${header}1,2026-03-02 09:00,done,ann,,\n`);
    expect(none.events).toMatchObject([{ type: 'status.changed' }]);
  });
});

describe('field histories', () => {
  const mapping = {
    shape: 'history',
    source: 'desk',
    ticket: 'ticket',
    at: 'time',
    field: 'field',
    value: 'value',
    fieldNames: {
      status: { field: 'status', map: { solved: 'resolved' } },
      group_id: { field: 'team', prefix: 'g-' },
      region: { field: 'customFields.region' },
    },
  };

  it('creates with what stands at the first instant, and changes with the rest', async () => {
    const { events, warnings } = await prepared(
      mapping,
      `ticket,time,field,value\n1,2026-03-02 09:00,status,open\n1,2026-03-02 09:00,group_id,5\n1,2026-03-02 10:00,group_id,\n1,2026-03-02 11:00,status,solved\n1,2026-03-02 11:00,colour,red\n1,2026-03-02 12:00,region,north\n`,
    );
    expect(brief(events)).toEqual([
      '02T09:00 ticket.created {"team":"g-5","status":"open","rawStatus":"open"} customer',
      '02T09:00 team.changed {"to":"g-5"} system',
      '02T09:00 status.changed {"to":"open","rawTo":"open"} system',
      '02T10:00 team.changed {"to":null} system',
      '02T11:00 status.changed {"to":"resolved","rawTo":"solved"} system',
      '02T12:00 customField.changed {"name":"region","to":"north"} system',
    ]);
    expect(warnings).toEqual(['unknown field, left out: colour']);
    expect(stateOf(events).counts.transfers).toBe(0);
  });
});
