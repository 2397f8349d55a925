/** Whom an automation tells by a ladder or a policy is told until somebody says that they have it in hand, or the ticket is resolved. */
import { type AutomationInput, automationSpec } from '@watchdesk/domain/automation';
import { policySpec } from '@watchdesk/domain/on-call';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { BERT, DESK, startTold, type Told, WHO } from '../../test/told.ts';
import { createDoor, type Door } from '../ingest/index.ts';
import { createOnCall, type OnCall } from '../on-call/index.ts';
import { ensureRules } from '../rules/index.ts';
import { type Automations, createAutomations } from './index.ts';

let told: Told;
let onCall: OnCall;
let door: Door;
let automations: Automations;
const MINUTE = 60_000;
const UNASKED = () => Promise.reject(new Error('no automation asks customers'));
const saver = { workspaceId: 'a', who: WHO, name: 'Anna' };
let channels: string[] = [];
let events = 0;

beforeAll(async () => {
  told = await startTold({
    onCall: { standing: (...asked) => onCall.standing(...asked), policyOf: (...asked) => onCall.policyOf(...asked) },
  });
  const { postgres, clock, vault, notifications } = told;
  onCall = createOnCall({ postgres, clock, vault, address: DESK, colleagues: notifications.colleagues, post: notifications.post });
  door = createDoor({ postgres, clock });
  automations = createAutomations({
    postgres,
    clock,
    door,
    commands: { areTaken: async () => ({ isOn: false, offAt: null }), ask: async () => {} },
    post: notifications.postAll,
    surveys: { factsOf: UNASKED, ask: UNASKED },
    onTrouble: (error) => {
      throw error;
    },
  });
  await postgres.pool.query(`insert into connection (workspace_id, source, kind, label, writable) values ('a', 's', 'api', 'Ours', true)`);
  await ensureRules(postgres, 'a');
  const channel = async (path: string) => {
    const draft = { kind: 'slack', name: path, credentials: { url: `${told.http.url}/${path}` } };
    return (await notifications.channels.create('a', draft as never, WHO)).channel.id;
  };
  channels = [await channel('first'), await channel('second'), await channel('third')];
  notifications.start();
});
afterAll(() => told.close());
beforeEach(async () => {
  await told.postgres.pool.query(
    'update automation set enabled_at = null, deleted_at = now(); delete from notice; delete from outbox_message',
  );
  told.http.received.length = 0;
});

const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 20_000, interval: 30 });
const sent = (path: string): string[] => told.http.to(`/${path}`).map(({ body }) => body);
const happens = async (ticket: string, type: string, data: object) => {
  events += 1;
  const event = { id: `e${events}`, at: told.clock.now(), ticket, type, data, actor: { kind: 'customer', id: 'c' } };
  await door.accept('a', 's', [event]);
  await automations.turn();
};
async function tells(audience: Extract<AutomationInput['actions'][number], { do: 'notify' }>['audience']) {
  await automations.turn();
  const trigger = { kind: 'event', events: ['ticket.created'] } as const;
  await automations.create(
    saver,
    automationSpec.parse({ name: 'Look', trigger, actions: [{ do: 'notify', audience, severity: 'warning' }] }),
  );
}
const steps = async () => {
  const { rows } = await told.postgres.pool.query<{ ended: string | null }>('select ended from notice_step order by step');
  return rows.map(({ ended }) => ended);
};
const ladder = () => [
  { channels: [channels[1]!], people: [BERT], afterMs: 5 * MINUTE },
  { channels: [channels[2]!], afterMs: 10 * MINUTE },
];

test('a ladder goes on until somebody follows the link of its message', async () => {
  await tells({ channels: [channels[0]!], ladder: ladder() });
  await happens('s:1', 'ticket.created', { requester: 'c' });
  await eventually(() => expect(sent('first')).toHaveLength(1));
  const links = [...sent('first')[0]!.matchAll(/https:\/\/desk\.example\/notice\/([^"\\|>]+)/g)].map(([, token]) => token!);
  expect(links).toHaveLength(1);
  expect(await told.notifications.showLink(links[0]!)).toMatchObject({ deed: 'acknowledge', standing: { status: 'open' } });
  told.clock.move(6 * MINUTE);
  await eventually(() => expect(sent('second')).toHaveLength(1));
  expect(sent('second')[0]).toContain('Nobody has acknowledged this for 6 minutes');
  const follow = () => told.notifications.follow(links[0]!, { deed: 'acknowledge', from: '127.0.0.1' });
  expect(await follow()).toMatchObject({ done: true, standing: { status: 'acknowledged', by: 'somebody in first' } });
  expect(await follow()).toMatchObject({ done: false, standing: { status: 'acknowledged', by: 'somebody in first' } });
  // Whoever was told is told that somebody has it.
  await eventually(() => expect([sent('first').length, sent('second').length]).toEqual([2, 2]));
  told.clock.move(10 * MINUTE);
  await happens('s:1', 'ticket.message', { messageId: 'm', visibility: 'public' });
  expect([await steps(), sent('third')]).toEqual([['told', 'settled'], []]);
});

test('the page of a policy is acknowledged in the inbox, by whoever was told', async () => {
  const writer = { ...saver, writesRules: true, self: [] };
  const { id } = await onCall.policies.save(
    writer,
    null,
    policySpec.parse({ name: 'P1', steps: [{ tell: { people: [BERT] } }, { tell: { channels: [channels[2]!] } }] }),
  );
  await tells({ policy: id });
  await happens('s:2', 'ticket.created', { requester: 'c' });
  const inbox = async () => (await told.notifications.inbox('a', BERT, { limit: 5 })).items;
  await eventually(async () => expect(await inbox()).toMatchObject([{ event: 'fired', asks: true, alertId: null }]));
  const notice = (await inbox())[0]!.id;
  const who = { kind: 'person', id: BERT, name: 'Bert', from: null } as const;
  await expect(told.notifications.acknowledge('a', WHO.id, { notice, who: WHO })).rejects.toThrow('There is no');
  // What others have acknowledged of something else is no answer to it.
  await happens('s:9', 'ticket.created', { requester: 'c' });
  await eventually(async () => expect(await inbox()).toHaveLength(2));
  const another = (await inbox()).find(({ ticketId }) => ticketId === 's:9')!.id;
  expect(await told.notifications.acknowledge('a', BERT, { notice: another, who })).toBe(true);
  expect((await inbox()).find(({ id: one }) => one === notice)).toMatchObject({ asks: true });
  expect(await told.notifications.acknowledge('a', BERT, { notice, who })).toBe(true);
  expect(await told.notifications.acknowledge('a', BERT, { notice, who })).toBe(false);
  const own = (await inbox()).filter(({ ticketId }) => ticketId === 's:2');
  expect(own.map(({ event, asks, what, acknowledged }) => [event, asks, what, acknowledged?.by])).toEqual([
    ['acknowledged', false, 'Bert has acknowledged this.', undefined],
    ['fired', false, expect.any(String), 'Bert'],
  ]);
  expect(new Set(await steps())).toEqual(new Set(['settled']));
});

test('a pager hears that the ticket is over, and is called anew where it is opened and told of again', async () => {
  const credentials = { routingKey: 'R0123456789012345678901234567890', region: 'us' } as const;
  const settings = { from: 'info', isPersonal: false, template: null, quiet: null, timeZone: null } as const;
  const { channel } = await told.notifications.channels.create('a', { kind: 'pagerduty', name: 'Pager', credentials, ...settings }, WHO);
  await automations.turn();
  await automations.create(
    saver,
    automationSpec.parse({
      name: 'Urgent',
      trigger: { kind: 'event', events: ['priority.changed'] },
      conditions: { field: 'priority', is: ['P1'] },
      actions: [{ do: 'notify', audience: { channels: [channel.id] }, severity: 'critical' }],
    }),
  );
  const deeds = () => told.http.to('/v2/enqueue').map(({ body }) => (JSON.parse(body) as { event_action: string }).event_action);
  await happens('s:7', 'ticket.created', { requester: 'c', priority: 'P3' });
  await happens('s:7', 'priority.changed', { to: 'P1' });
  await eventually(() => expect(deeds()).toEqual(['trigger']));
  await happens('s:7', 'status.changed', { to: 'resolved' });
  await eventually(() => expect(deeds()).toEqual(['trigger', 'resolve']));
  await happens('s:7', 'status.changed', { to: 'open' });
  await happens('s:7', 'priority.changed', { to: 'P3' });
  await happens('s:7', 'priority.changed', { to: 'P1' });
  await eventually(() => expect(deeds()).toEqual(['trigger', 'resolve', 'trigger']));
  await happens('s:7', 'priority.changed', { to: 'P2' });
  await happens('s:7', 'priority.changed', { to: 'P1' });
  // As nobody knows whether somebody has the first in hand.
  await eventually(() => expect(deeds()).toEqual(['trigger', 'resolve', 'trigger', 'resolve', 'trigger']));
});

test('a ladder is over with its ticket, and what is told without one asks for nothing', async () => {
  await tells({ channels: [channels[0]!], ladder: ladder() });
  await happens('s:3', 'ticket.created', { requester: 'c' });
  await eventually(() => expect(sent('first')).toHaveLength(1));
  await happens('s:3', 'status.changed', { to: 'resolved' });
  told.clock.move(6 * MINUTE);
  await eventually(async () => expect((await steps()).every((ended) => ended !== null)).toBe(true));
  told.clock.move(6 * MINUTE);
  await tells({ channels: [channels[2]!] });
  await happens('s:4', 'ticket.created', { requester: 'c' });
  await eventually(() => expect(sent('third')).toHaveLength(1));
  expect(sent('third')[0]).not.toContain('/notice/');
  expect(sent('second')).toEqual([]);
});
