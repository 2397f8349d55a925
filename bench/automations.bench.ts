/** How quickly automations take what happened: the door takes tickets in, then all of them are looked at in one turn. Both in events a second, in one run. */
import { type AutomationInput, automationSpec } from '../domain/src/automation/index.ts';
import { createAutomations } from '../server/src/automations/index.ts';
import { systemClock } from '../server/src/clock.ts';
import { openBench, WORKSPACE } from './engines.ts';
import { median, perSecond, report, whole } from './report.ts';

const EVENTS = 4_000;
const ROUNDS = 3;
const { postgres, door, close } = await openBench();
await postgres.pool.query(
  `insert into connection (workspace_id, source, kind, label, writable) values ('${WORKSPACE}', 'bench', 'api', 'Bench', true)`,
);
let told = 0;
const automations = createAutomations({
  postgres,
  clock: systemClock,
  door,
  commands: { areTaken: async () => ({ isOn: false, offAt: null }), ask: async () => {} },
  post: async (_tx, _workspace, news) => void (told += news.length),
  surveys: {
    factsOf: () => Promise.reject(new Error('no automation asks customers')),
    ask: () => Promise.reject(new Error('no automation asks customers')),
  },
  onTrouble: (error) => console.error(error),
});
await automations.turn();

/** Ten that look at every new ticket, and do something to every tenth of them. */
const spec = (index: number): AutomationInput => ({
  name: `Category ${index}`,
  trigger: { kind: 'event', events: ['ticket.created'] },
  conditions: {
    all: [
      { field: 'category', is: [`c${index}`] },
      { field: 'subject', contains: ['invoice'] },
    ],
  },
  actions: [
    { do: 'tag', add: [`t${index}`] },
    { do: 'notify', audience: { roles: ['lead'] } },
  ],
});
const saver = { workspaceId: WORKSPACE, who: { kind: 'system', id: 'bench', name: 'Bench', from: null }, name: 'Bench' } as const;
for (let index = 0; index < 10; index += 1) await automations.create(saver, automationSpec.parse(spec(index)));

const since = (begin: number): number => performance.now() - begin;

async function takeIn(round: number): Promise<number> {
  const begin = performance.now();
  for (let part = 0; part < EVENTS; part += 100)
    await door.accept(
      WORKSPACE,
      'bench',
      Array.from({ length: 100 }, (_, index) => ({
        id: `${round}-${part + index}`,
        at: Date.now(),
        ticket: `bench:${round}-${part + index}`,
        type: 'ticket.created' as const,
        actor: { kind: 'customer', id: `r${index}` },
        data: { requester: `r${index}`, subject: `Invoice ${part + index}`, category: `c${index % 100}` },
      })),
    );
  return since(begin);
}

const rounds: { readonly door: number; readonly looked: number }[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  const taken = await takeIn(round);
  const begin = performance.now();
  await automations.turn();
  // The first round warms up.
  if (round > 0) rounds.push({ door: taken, looked: since(begin) });
}
await close();
const looked = median(rounds.map((one) => one.looked));
const beside = median(rounds.map((one) => one.looked / one.door));

report({
  title: 'Automations',
  method: `${whole(EVENTS)} new tickets, taken in by the door in batches of a hundred and then looked at by ten automations, of which one in ten of the tickets is tagged and told of. ${ROUNDS} times after a round that warms up; medians.`,
  rows: [
    { what: 'events looked at', value: perSecond(EVENTS, looked, 'events'), budget: '≥ 1,000 events/s', within: looked <= EVENTS },
    { what: 'time beside that of taking them in', value: `${beside.toFixed(2)} ×` },
    { what: 'told', value: `${whole(told)} of ${whole(((ROUNDS + 1) * EVENTS) / 10)}`, within: told === ((ROUNDS + 1) * EVENTS) / 10 },
  ],
  where:
    'Of each batch the events, the tickets’ facts and texts, and the runs known are read at once; what is done to them is one transaction.',
});
