/** The digest of what came late, to a real pager's shape: over with the last that it counted, and a new incident each time. */
import { ruleSpec } from '@watchdesk/domain/alerting';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTold, type Told, WHO } from '../../test/told.ts';
import { createDoor, type Door } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { type Alerts, createAlerts } from './index.ts';

const MINUTE = 60_000;
let told: Told;
let door: Door;
let alerts: Alerts;
let events = 0;

beforeAll(async () => {
  told = await startTold();
  const { postgres, clock, notifications, http } = told;
  door = createDoor({ postgres, clock });
  alerts = createAlerts({
    postgres,
    clock,
    telling: notifications,
    query: () => Promise.reject(new Error('no number is asked for here')),
    factsAsOf: async () => clock.now(),
    connectionsOf: async () => [],
    onTrouble: (error) => {
      throw error;
    },
  });
  await ensureRules(postgres, 'a');
  await postgres.pool.query(`insert into connection (workspace_id, source, kind, label, writable) values ('a', 's', 'api', 'Ours', true)`);
  http.behave({ status: 202 });
  notifications.start();
});
afterAll(() => told.close());

const happen = async (tickets: string[], type: string, data: object, ago = 0) => {
  const sent = tickets.map((ticket) => {
    events += 1;
    return { id: `e${events}`, at: told.clock.now() - ago, ticket, type, data, actor: { kind: 'customer', id: 'c' } };
  });
  await door.accept('a', 's', sent);
  await alerts.watch.catchUp();
};
const deeds = () => told.http.received.map(({ body }) => (JSON.parse(body) as { event_action: string }).event_action);
const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 20_000, interval: 30 });

test('is over once nothing that it counted asks for anything, and called anew by the next', { timeout: 60_000 }, async () => {
  const credentials = { routingKey: 'R0123456789012345678901234567890', region: 'us' } as const;
  const settings = { from: 'info', isPersonal: false, template: null, quiet: null, timeZone: null } as const;
  const { channel } = await told.notifications.channels.create('a', { kind: 'pagerduty', name: 'Pager', credentials, ...settings }, WHO);
  await alerts.watch.catchUp();
  const scope = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } as const;
  await alerts.rules.create(
    { workspaceId: 'a', scope, writesRules: true, who: WHO },
    ruleSpec.parse({
      name: 'Nobody has answered',
      severity: 'critical',
      subject: { kind: 'absence', of: 'reply', seconds: 60 * 60 },
      audience: { channels: [channel.id] },
    }),
  );
  // Both are two hours old as they come, so that nobody is told of either by itself.
  await happen(['s:1', 's:2'], 'ticket.created', { requester: 'c' }, 120 * MINUTE);
  await eventually(() => expect(deeds()).toEqual(['trigger']));
  await happen(['s:1'], 'status.changed', { to: 'resolved' });
  await happen(['s:2'], 'status.changed', { to: 'resolved' });
  await eventually(() => expect(deeds()).toEqual(['trigger', 'resolve']));
  await happen(['s:3'], 'ticket.created', { requester: 'c' }, 120 * MINUTE);
  await eventually(() => expect(deeds()).toEqual(['trigger', 'resolve', 'trigger']));
});
