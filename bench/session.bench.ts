/** What it costs to know who asks: the same question by a person with an account, by a key, and by nobody. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startProduct } from '../e2e/product.ts';
import { median, quantile, report } from './report.ts';

const ROUNDS = 1_500;
const FORGOTTEN_ROUNDS = 40;
/** A little longer than who somebody is is remembered. */
const FORGOTTEN_MS = 1_100;

const product = await startProduct({ env: { WATCHDESK_DEMO: 'off' } });
const api = `${product.url}/api/v1`;
const headers = { 'content-type': 'application/json', origin: product.url };
const cookie = await setUp();
const key = await makeKey();

/** Alternating, so that whatever else the machine does falls on all alike. */
const times = { person: [] as number[], key: [] as number[], forgotten: [] as number[] };
for (let round = 0; round < ROUNDS; round += 1) {
  times.person.push(await ask({ cookie }));
  times.key.push(await ask({ authorization: `Bearer ${key}` }));
}
const warm = times.person.splice(0, 100).length + times.key.splice(0, 100).length;
for (let round = 0; round < FORGOTTEN_ROUNDS; round += 1) {
  await sleep(FORGOTTEN_MS);
  times.forgotten.push(await ask({ cookie }));
}
await product.stop();

const more = median(times.person) - median(times.key);
const looked = median(times.forgotten) - median(times.person);
const ms = (value: number) => `${value.toFixed(2)} ms`;
report({
  title: 'Session',
  method: `The settings of the workspace, ${ROUNDS} times by an account’s cookie and by an API key in turn, the first ${warm} left out; then by the cookie ${FORGOTTEN_ROUNDS} times ${FORGOTTEN_MS} ms apart, when who it is has been forgotten and is looked up again. Over HTTP, from the same machine.`,
  rows: [
    { what: 'by an account, median (p95)', value: `${ms(median(times.person))} (${ms(quantile(times.person, 0.95))})` },
    { what: 'by a key, median (p95)', value: `${ms(median(times.key))} (${ms(quantile(times.key, 0.95))})` },
    { what: 'an account as against a key', value: ms(more), budget: '≤ 2 ms', within: more <= 2 },
    { what: 'looked up again, once a second at most, adds', value: ms(looked) },
  ],
  where:
    'Who a cookie stands for is remembered for a second. Looking it up asks PostgreSQL for the session, the account, its workspaces and what the role sees. The request that does so comes to an idle server, whose first request after a pause takes longer anyway.',
});

async function setUp(): Promise<string> {
  const body = { name: 'Bench', email: 'bench@example.com', password: 'copper lantern drifts north', company: 'Bench', timeZone: 'UTC' };
  const answer = await fetch(`${api}/set-up`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`the set-up was answered with ${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .filter((one) => !one?.endsWith('='))
    .join('; ');
}

async function makeKey(): Promise<string> {
  const body = JSON.stringify({ name: 'bench', scopes: ['tickets:read'] });
  const answer = await fetch(`${api}/keys`, { method: 'POST', headers: { ...headers, cookie }, body });
  return ((await answer.json()) as { secret: string }).secret;
}

async function ask(who: Record<string, string>): Promise<number> {
  const startedAt = performance.now();
  const answer = await fetch(`${api}/settings`, { headers: who });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`answered with ${answer.status}`);
  return performance.now() - startedAt;
}
