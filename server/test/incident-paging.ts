/** Incidents whose rules page whoever is on call: on-call, rules and notifications as the product wires them, with real clocks that the test moves. */
import { type RuleInput, ruleSpec, TEMPLATES } from '@watchdesk/domain/alerting';
import { policySpec, scheduleSpec } from '@watchdesk/domain/on-call';
import { createAlerts } from '../src/alerts/index.ts';
import { createIncidents } from '../src/incidents/index.ts';
import { announceIncidents, createDoor } from '../src/ingest/index.ts';
import { createOnCall, type OnCall } from '../src/on-call/index.ts';
import { ensureRules } from '../src/rules/index.ts';
import { startTold, WHO } from './told.ts';

const scope = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } as const;
export const maker = { workspaceId: 'a', scope, writesRules: true, who: WHO };
const writer = { workspaceId: 'a', who: WHO, name: 'Anna', writesRules: true, self: [] };
export const actor = { workspaceId: 'a', sight: { to: 'all' }, by: 'ann', who: WHO } as const;
export const SEV3 = { users: 'multiple', block: 'major', overrides: [] } as const;
export const SEV1 = { users: 'all', block: 'complete', overrides: [] } as const;

export type Paging = Awaited<ReturnType<typeof startPaging>>;

export async function startPaging() {
  let onCall: OnCall | undefined;
  const told = await startTold({
    onCall: { standing: (...asked) => onCall!.standing(...asked), policyOf: (...asked) => onCall!.policyOf(...asked) },
  });
  const { postgres, clock, vault, notifications } = told;
  onCall = createOnCall({
    postgres,
    clock,
    vault,
    address: 'https://desk.example',
    colleagues: notifications.colleagues,
    post: notifications.post,
  });
  const { schedules, policies, usuallyCalled } = onCall;
  const door = createDoor({ postgres, clock });
  const onTrouble = (error: unknown) => {
    throw error;
  };
  const alerts = createAlerts({
    postgres,
    clock,
    telling: { postAll: (...posted) => notifications.postAll(...posted), usuallyCalled },
    query: () => Promise.reject(new Error('no rule here asks for numbers')),
    factsAsOf: async () => clock.now(),
    connectionsOf: async () => [],
    onTrouble,
  });
  const incidents = createIncidents({ postgres, clock, door, onTrouble });
  await ensureRules(postgres, 'a');
  notifications.start();

  const log = async () => (await notifications.log('a', { person: null, limit: 200 })).deliveries;
  return {
    told,
    door,
    alerts,
    incidents,
    policies: { save: (spec: object) => policies.save(writer, null, policySpec.parse(spec)) },
    log,

    /** Nobody is on call and no rule listens any more. */
    async empty(): Promise<void> {
      for (const { id } of await alerts.rules.list('a')) await alerts.rules.remove(maker, id);
      await postgres.pool.query(
        'delete from notice; delete from outbox_message; delete from on_call_schedule; delete from on_call_policy; delete from incident_policy; delete from incident',
      );
    },

    /** A schedule that somebody has for ever. */
    always: (person: string, name: string) =>
      schedules.save(
        writer,
        null,
        scheduleSpec.parse({
          name,
          zone: 'UTC',
          layers: [{ name, people: [person], turn: { count: 1, unit: 'weeks' }, handOff: { at: '09:00' }, startsOn: '2020-01-06' }],
        }),
      ),

    /** A standard rule, which tells these where they are given. */
    async standard(id: string, audience?: RuleInput['audience']): Promise<void> {
      const { spec } = TEMPLATES.find((one) => one.id === id)!;
      await alerts.rules.create(maker, ruleSpec.parse({ ...spec, ...(audience && { audience }), template: id }));
    },

    /** Whoever is told, by name. */
    reached: async () => [...new Set((await log()).filter(({ way }) => way !== 'none').map(({ recipient }) => recipient.name))].toSorted(),

    /** What fired, in order. */
    async titles(): Promise<string[]> {
      const { rows } = await postgres.pool.query<{ what: string }>(
        `select body->>'what' as what from notice where body->>'event' = 'fired' order by place`,
      );
      return rows.map(({ what }) => what);
    },

    declare: (more: object = {}) =>
      incidents.open(actor, {
        isProposed: false,
        title: 'Sign-in fails',
        services: [],
        regions: [],
        customers: [],
        tickets: [],
        ...SEV3,
        ...more,
      }),

    raise: (id: string) => incidents.act(actor, id, { name: 'severity', ...SEV1 }),

    /** All that is due is said, and heard. */
    async timer(): Promise<void> {
      while ((await announceIncidents(postgres.pool, clock.now(), 10)) > 0);
      await alerts.watch.catchUp();
    },

    async close(): Promise<void> {
      await incidents.close();
      await told.close();
    },
  };
}
