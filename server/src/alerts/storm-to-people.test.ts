/** The whole way of a storm: thousands of promises breached within a minute, heard by the standard rules, told to people; on the real engines, door, mail server and receiver. */
import { TEMPLATES, ruleSpec, type RuleInput } from '@watchdesk/domain/alerting';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ANNA, BERT, CLEO, startTold, type Told, WHO } from '../../test/told.ts';
import { announceDue, createDoor, type Door } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { type Alerts, createAlerts } from './index.ts';

const BREACHES = 5_000;
const MINUTE = 60_000;
/** Of a storm, to one person by one way. */
const HANDFUL = 8;
/** Anna has those of billing, Bert leads tech, and nobody has those of sales. */
const TEAMS = ['billing', 'tech', 'sales', 'returns'];

let told: Told;
let door: Door;
let alerts: Alerts;
beforeAll(async () => {
  told = await startTold();
  door = createDoor({ postgres: told.postgres, clock: told.clock });
  alerts = createAlerts({
    postgres: told.postgres,
    clock: told.clock,
    telling: told.notifications,
    query: () => Promise.reject(new Error('no rule here asks for numbers')),
    factsAsOf: async () => told.clock.now(),
    connectionsOf: async () => [],
  });
  await ensureRules(told.postgres, 'a');
});
afterAll(() => told.close());

const scope = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } as const;
const maker = { workspaceId: 'a', scope, writesRules: true, who: WHO };
const make = (spec: RuleInput) => alerts.rules.create(maker, ruleSpec.parse(spec));

/** P1 has a quarter of an hour to be answered. */
async function storm(): Promise<void> {
  for (let from = 0; from < BREACHES; from += 500)
    await door.accept(
      'a',
      's',
      Array.from({ length: 500 }, (_, index) => {
        const number = from + index;
        const team = TEAMS[number % TEAMS.length]!;
        return {
          id: `e${number}`,
          at: told.clock.now(),
          ticket: `s:${number}`,
          type: 'ticket.created',
          actor: { kind: 'customer', id: 'c' },
          data: { priority: 'P1', requester: 'c', channel: 'email', team, ...(team === 'billing' && { assignee: 'a1' }) },
        };
      }),
    );
}

async function pass(minutes: number): Promise<void> {
  told.clock.move(minutes * MINUTE);
  while ((await announceDue(told.postgres.pool, 'live', told.clock.now(), 500)).tickets > 0);
  await alerts.watch.catchUp();
}

interface Line {
  readonly way: string;
  readonly recipient: string;
  readonly outcome: string;
  readonly notices: number;
  /** Of how many alerts. */
  readonly threads: number;
  readonly messages: number;
}

/** What became of all that each was to be told of, but for what stands in the inbox, and in how many messages. */
async function accounted(event: 'fired' | 'escalated'): Promise<Line[]> {
  const { rows } = await told.postgres.pool.query<Line>(
    `select d.way, d.recipient, case when d.state = 'packed' then m.state else d.state end as outcome, count(*)::int as notices,
       count(distinct n.thread)::int as threads, count(distinct d.message)::int as messages
     from notice_delivery d join notice n on n.workspace_id = d.workspace_id and n.id = d.notice left join outbox_message m on m.id = d.message
     where n.body->>'event' = $1 and d.way in ('mail', 'channel') group by 1, 2, 3 order by 1, 2, 3`,
    [event],
  );
  return rows;
}

const allTold = (event: 'fired' | 'escalated', notices: number): Promise<Line[]> =>
  vi.waitFor(
    async () => {
      // Some wait until a minute has passed since the last message.
      told.clock.move(1_000);
      const lines = await accounted(event);
      expect(lines.filter(({ outcome }) => outcome !== 'sent')).toEqual([]);
      expect(lines.reduce((sum, one) => sum + one.notices, 0)).toBe(notices);
      return lines;
    },
    { timeout: 60_000, interval: 200 },
  );

const slack = async (): Promise<string> => {
  const credentials = { url: `${told.http.url}/slack` };
  const settings = { from: 'info', isPersonal: false, template: null, quiet: null, timeZone: null } as const;
  return (await told.notifications.channels.create('a', { kind: 'slack', name: 'desk', credentials, ...settings }, WHO)).channel.id;
};

test(`${BREACHES} breaches within a minute are a handful of messages to each, and every one is accounted for`, async () => {
  const channel = await slack();
  const ladder = [{ people: [CLEO], afterMs: 5 * MINUTE }];
  await alerts.watch.catchUp();
  for (const { id, group, spec } of TEMPLATES) {
    if (group !== 'sla' || spec.subject.kind !== 'sla' || spec.subject.where) continue;
    const audience = { ...spec.audience, ...(spec.subject.step === 'breach' && { channels: [channel], ladder }) };
    await make({ ...spec, template: id, audience });
  }
  const byTeam = await make({
    name: 'By team',
    severity: 'critical',
    subject: { kind: 'sla', clock: 'first_response', step: 'breach' },
    dedupe: ['team'],
    audience: { people: [BERT] },
  });

  await storm();
  await pass(16);
  told.notifications.start();
  told.mail.start();

  // 80 and 90 percent and the breach of each ticket: all to who has it, the last two to the leads, the breach to the manager and the channel. Bert is
  // also told once of each team, and of which tickets those are, the alerts say.
  const own = BREACHES / TEAMS.length;
  const expected = { [ANNA]: 3 * own, [BERT]: 2 * BREACHES + TEAMS.length, [CLEO]: BREACHES, [channel]: BREACHES };
  const lines = await allTold(
    'fired',
    Object.values(expected).reduce((sum, one) => sum + one, 0),
  );
  expect(Object.fromEntries(lines.map(({ recipient, notices }) => [recipient, notices]))).toEqual(expected);
  // The steps of one promise are one conversation.
  const talks = { [ANNA]: own, [BERT]: BREACHES + TEAMS.length, [CLEO]: BREACHES, [channel]: BREACHES };
  expect(Object.fromEntries(lines.map(({ recipient, threads }) => [recipient, threads]))).toEqual(talks);
  for (const { messages } of lines) expect(messages).toBeLessThanOrEqual(HANDFUL);
  expect(told.smtp.delivered.length + told.http.received.length).toBeLessThanOrEqual(4 * HANDFUL);

  // The log says of any of them with how many others it went.
  const { deliveries } = await told.notifications.log('a', { person: CLEO, ticket: 's:4711', limit: 10 });
  const mailed = deliveries.filter(({ way }) => way === 'mail');
  expect(mailed).toMatchObject([{ outcome: 'grouped', notice: { ticketId: 's:4711', title: expect.any(String) } }]);
  expect(mailed[0]!.together).toBeGreaterThan(BREACHES / HANDFUL);

  // By team there is one alert of each, which holds all of its breaches.
  const { alerts: ofTeams } = await alerts.list({ workspaceId: 'a', scope, sight: { to: 'all' } }, { rule: [byTeam.id] }, { limit: 10 });
  expect(ofTeams.map(({ status, tickets }) => [status, tickets])).toEqual(TEAMS.map(() => ['firing', own]));

  // Nobody acknowledges: up the ladder it is as much, and as few.
  await pass(5);
  const escalated = await allTold('escalated', BREACHES);
  expect(escalated).toMatchObject([{ way: 'mail', recipient: CLEO, threads: BREACHES }]);
  expect(escalated[0]!.messages).toBeLessThanOrEqual(HANDFUL);
}, 180_000);
