/**
 * Ten thousand rules beside a thousand events a second: whether the watcher keeps up, and what part of the processor it takes. The same
 * events are taken in once without and once with it, so that its share is a ratio of one run.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { indexRules, knownOf, ruleSpec, type TicketFacts } from '../domain/src/alerting/index.ts';
import { createAlerts } from '../server/src/alerts/index.ts';
import { systemClock } from '../server/src/clock.ts';
import { openBench, WORKSPACE } from './engines.ts';
import { median, quantile, report, whole } from './report.ts';

const RULES = 10_000;
const PER_SECOND = 1_000;
const SECONDS = 20;
const PAIRS = 3;
const { postgres, door, close } = await openBench();
const told: number[] = [];
const alerts = createAlerts({
  postgres,
  clock: systemClock,
  query: () => Promise.reject(new Error('no rule asks for numbers')),
  factsAsOf: async () => Date.now(),
  connectionsOf: async () => [],
  onTrouble: (error) => console.error(error),
  telling: {
    postAll: async (_tx, _workspace, news) =>
      void told.push(...news.flatMap((one) => ('notice' in one ? [Date.now() - one.notice.at] : []))),
  },
});
type Where = readonly { readonly field: string; readonly is: readonly string[] }[];

/** What rules are about, and which customer, team and the like an event is of: the kindest case, and one as workspaces have it. */
interface Mix {
  readonly name: string;
  readonly whereOf: (rule: number) => Where;
  readonly dataOf: (event: number, index: number) => object;
}

const [TEAMS, CATEGORIES, PRODUCTS, TAGS, LANGUAGES] = [40, 50, 20, 400, 25];
/** Spread over `most`, the same in every run. */
const spread = (number: number, most: number): number => ((((number + 1) * 2_654_435_761) % 4_294_967_296) >>> 5) % most;
const is = (field: string, value: string) => ({ field, is: [value] });

const BY_CUSTOMER: Mix = {
  name: 'of one customer each',
  whereOf: (rule) => [is('requester', `c${rule + 1}`)],
  dataOf: (event, index) => ({ requester: index === 0 ? `c${event / 100 + 1}` : `x${index}` }),
};

/** A quarter each; of hardly any event more than a few hold, so that it is the looking that is measured. */
const SHAPES: readonly ((rule: number) => Where)[] = [
  (rule) => [
    is('team', `team${rule % TEAMS}`),
    is('category', `category${spread(rule, CATEGORIES)}`),
    is('priority', 'P1'),
    is('channel', 'phone'),
  ],
  (rule) => [
    is('tags', `tag${spread(rule, TAGS)}`),
    is('team', `team${rule % TEAMS}`),
    is('priority', 'P2'),
    is('language', `l${rule % LANGUAGES}`),
  ],
  (rule) => [is('product', `product${spread(rule, PRODUCTS)}`), is('language', `l${rule % LANGUAGES}`), is('customerTier', 'Enterprise')],
  (rule) => [
    is('priority', 'P1'),
    is('tags', 'vip'),
    is('team', `team${rule % TEAMS}`),
    is('category', `category${spread(rule, CATEGORIES)}`),
  ],
];
const MIXED: Mix = {
  name: 'by team, category, priority, tag, product, language and tier',
  whereOf: (rule) => SHAPES[rule % SHAPES.length]!(Math.floor(rule / SHAPES.length)),
  dataOf: (event, index) => ({
    requester: `x${index}`,
    team: `team${spread(event, TEAMS)}`,
    category: `category${spread(event + 7, CATEGORIES)}`,
    product: `product${spread(event + 11, PRODUCTS)}`,
    language: `l${spread(event + 13, LANGUAGES)}`,
    priority: ['P1', 'P2', 'P3', 'P3', 'P4'][event % 5],
    channel: event % 10 === 0 ? 'phone' : 'email',
    tags: event % 3 === 0 ? [`tag${spread(event, TAGS)}`] : [],
  }),
};

async function makeRules({ whereOf }: Mix): Promise<void> {
  const specs = Array.from({ length: RULES }, (_, rule) => ({
    name: `Rule ${rule}`,
    severity: 'warning',
    subject: { kind: 'event', event: 'ticket.created', where: whereOf(rule) },
  }));
  await postgres.pool.query('update alert_rule set removed_at = now() where workspace_id = $1', [WORKSPACE]);
  await postgres.pool.query(
    `with r as (select $2 || place::text as id, spec from json_array_elements($3::json) with ordinality as given(spec, place)),
       made as (insert into alert_rule (workspace_id, id) select $1, id from r)
     insert into alert_rule_version (workspace_id, id, version, spec, saved_by) select $1, id, 1, spec, 'bench' from r`,
    [WORKSPACE, crypto.randomUUID(), JSON.stringify(specs)],
  );
  await postgres.pool.query('update workspace set alert_rules_revision = alert_rules_revision + 1');
}

/** How many alerts a round has to make. */
function wantedOf({ whereOf, dataOf }: Mix): number {
  const specs = Array.from({ length: RULES }, (_, rule) => ({
    id: String(rule),
    version: 1,
    spec: ruleSpec.parse({ name: 'r', severity: 'warning', subject: { kind: 'event', event: 'ticket.created', where: whereOf(rule) } }),
  }));
  const index = indexRules(specs);
  let wanted = 0;
  for (let event = 0; event < SECONDS * PER_SECOND; event += 1) {
    const facts = dataOf(event, event % 100) as TicketFacts;
    wanted += index.matching({ type: 'ticket.created', data: {} }, knownOf(facts)).length;
  }
  return wanted;
}

/** Processor milliseconds of this process. */
async function takeIn(round: string, { dataOf }: Mix): Promise<number> {
  const before = process.cpuUsage();
  for (let second = 0; second < SECONDS; second += 1) {
    const began = Date.now();
    for (let part = 0; part < PER_SECOND; part += 100)
      await door.accept(
        WORKSPACE,
        'bench',
        Array.from({ length: 100 }, (_, index) => ({
          id: `${round}-${second}-${part + index}`,
          at: Date.now(),
          ticket: `bench:${round}-${second}-${part + index}`,
          type: 'ticket.created' as const,
          data: dataOf(second * PER_SECOND + part + index, index),
        })),
      );
    await sleep(Math.max(0, 1000 - (Date.now() - began)));
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function measure(mix: Mix) {
  await makeRules(mix);
  const wanted = wantedOf(mix);
  /** Waits for all that a round has to tell, at most a minute. */
  const allTold = async (): Promise<void> => {
    for (const end = Date.now() + 60_000; told.length < wanted && Date.now() < end;) await sleep(50);
  };
  const rounds: { readonly without: number; readonly beside: number }[] = [];
  const notices: number[] = [];
  for (let pair = 0; pair <= PAIRS; pair += 1) {
    const without = await takeIn(`without ${mix.name} ${pair}`, mix);
    told.length = 0;
    alerts.watch.start();
    await allTold();
    // What the watcher had missed is looked at by now; a moment, so that none of it runs on into the count.
    await sleep(2_000);
    told.length = 0;
    const beside = await takeIn(`beside ${mix.name} ${pair}`, mix);
    await allTold();
    await alerts.watch.stop();
    // The first pair warms up: both its rounds run before the compiler is done.
    if (pair === 0) continue;
    rounds.push({ without, beside });
    notices.push(...told);
  }
  const share = median(rounds.map(({ without, beside }) => (beside - without) / without));
  const ofCore = median(rounds.map(({ without, beside }) => (beside - without) / (SECONDS * 1000)));
  return [
    {
      what: `alerts told, rules ${mix.name}`,
      value: `${whole(notices.length)} of ${whole(PAIRS * wanted)}`,
      budget: 'all',
      within: notices.length === PAIRS * wanted,
    },
    {
      what: 'event to notice, p99',
      value: `${whole(quantile(notices, 0.99))} ms`,
      budget: '≤ 2,000 ms',
      within: quantile(notices, 0.99) <= 2000,
    },
    { what: 'processor beside that of taking events in', value: `${share.toFixed(2)} ×` },
    { what: 'processor of it, of one core', value: `${whole(ofCore * 100)} %` },
  ];
}

const rows = [...(await measure(BY_CUSTOMER)), ...(await measure(MIXED))];
await close();

report({
  title: 'Alerts',
  method: `${whole(RULES)} rules about new tickets: each of one customer, one in a hundred events being of a customer that a rule names; and by ${TEAMS} teams, ${CATEGORIES} categories, ${PRODUCTS} products, ${TAGS} tags, ${LANGUAGES} languages, priorities, channels and the tier, three or four conditions each. ${whole(PER_SECOND)} events a second for ${SECONDS} s in batches of a hundred. In one process, without the watcher and with it in turn, ${PAIRS} times after a round that warms up; medians of the pairs.`,
  rows,
  where:
    'Reading the outbox, the events and the tickets’ facts of each batch; an event looks up the few rules filed under its customer, and of the mixed ones those filed under what the fewest of them want.',
});
