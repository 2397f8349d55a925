/**
 * From the instant of a breach to a receiver that is shaped as Slack's: tickets run out of their first response one after another, each in the
 * whole product, by a rule to the channel of its team. Beside them one a second runs out in one team, whose channel gets three of a minute at once and the others together.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProduct } from '../e2e/product.ts';
import { median, quantile, report, whole } from './report.ts';

const TICKETS = 200;
/** Clocks count whole seconds. */
const EVERY_MS = 1000;
/** So many teams, each with a channel and a rule of its own: more than three a minute in one channel would be one message. */
const TEAMS = 50;
/** What a ticket of the first priority is promised. */
const FIRST_RESPONSE_MS = 15 * 60_000;
const LEAD_MS = 15_000;
/** The team in which one runs out each second, for so long. */
const STEADY = 'steady';
const STEADY_TICKETS = 120;

/** When each ticket was first told of. */
const toldAt = new Map<number, number>();
const slack = createServer((request, response) => {
  void text(request).then((body) => {
    const index = Number(/desk:b(\d+)-/.exec(body)?.[1] ?? Number.NaN);
    if (!toldAt.has(index)) toldAt.set(index, Date.now());
    response.end('ok');
  });
});
await new Promise<void>((resolve) => void slack.listen(0, '127.0.0.1', resolve));
const slackUrl = `http://127.0.0.1:${(slack.address() as AddressInfo).port}`;
const product = await startProduct({ env: { WATCHDESK_DEMO: 'off', WATCHDESK_OUTGOING_NETWORKS: '127.0.0.1/32' } });
let cookie = '';
const post = async <T>(path: string, body: object, headers: Record<string, string> = { cookie }): Promise<T> => {
  const answer = await fetch(`${product.url}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product.url, ...headers },
    body: JSON.stringify(body),
  });
  if (answer.status === 429) {
    await sleep(1000 * Number(answer.headers.get('retry-after') ?? 1));
    return post(path, body, headers);
  }
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) cookie = cookies.map((one) => one.split(';')[0]).join('; ');
  const said = await answer.text();
  return (said === '' ? {} : JSON.parse(said)) as T;
};
const holder = { name: 'Ann Field', email: 'ann@field.example', password: 'seven quiet harbours glow', company: 'Field', timeZone: 'UTC' };
await post('set-up', holder);
const { secret } = await post<{ secret: string }>('keys', { name: 'desk', source: 'desk', scopes: ['events:write'], writable: true });
const tell = (events: readonly object[]) => post('events', { events }, { authorization: `Bearer ${secret}` });

const teams = [...Array.from({ length: TEAMS }, (_, index) => `t${index}`), STEADY];
let steadyChannel = '';
await tell(teams.map((id) => ({ id: `team ${id}`, at: Date.now() - 1000, type: 'team.upserted', data: { id, name: id } })));
for (const team of teams) {
  const { channel } = await post<{ channel: { id: string } }>('channels', {
    kind: 'slack',
    name: team,
    credentials: { url: `${slackUrl}/${team}` },
  });
  if (team === STEADY) steadyChannel = channel.id;
  const subject = { kind: 'sla', clock: 'first_response', step: 'breach', where: [{ field: 'team', is: [team] }] };
  await post('rules', { rule: { name: `Breached in ${team}`, subject, severity: 'critical', audience: { channels: [channel.id] } } });
}

const first = Math.ceil((Date.now() + LEAD_MS) / 1000) * 1000;
const breachesAt = (index: number): number => first + index * EVERY_MS;
for (let from = 0; from < TICKETS; from += 60)
  await tell(
    Array.from({ length: Math.min(60, TICKETS - from) }, (_, offset) => {
      const index = from + offset;
      const data = { requester: 'c', subject: 'No till takes cards', priority: 'P1', team: teams[index % TEAMS] };
      const at = breachesAt(index) - FIRST_RESPONSE_MS;
      return { id: `b${index}`, at, ticket: `desk:b${index}-`, actor: { kind: 'customer', id: 'c' }, type: 'ticket.created', data };
    }),
  );

for (let from = 0; from < STEADY_TICKETS; from += 60)
  await tell(
    Array.from({ length: 60 }, (_, offset) => {
      const index = from + offset;
      const data = { requester: 'c', subject: 'No till takes cards', priority: 'P1', team: STEADY };
      const at = breachesAt(index) - FIRST_RESPONSE_MS;
      return { id: `s${index}`, at, ticket: `desk:s${index}-`, actor: { kind: 'customer', id: 'c' }, type: 'ticket.created', data };
    }),
  );

/** How long each notice of the steady team waited, and whether it went by itself. */
async function steadyWaits(): Promise<{ ms: number; isAlone: boolean }[]> {
  for (const end = breachesAt(STEADY_TICKETS) + 120_000; ; await sleep(1000)) {
    const answer = await fetch(`${product.url}/api/v1/notifications/log?recipient=${steadyChannel}&limit=200`, { headers: { cookie } });
    const { deliveries } = (await answer.json()) as { deliveries: Delivery[] };
    const ended = deliveries.filter(({ endedAt }) => endedAt !== null);
    if (ended.length >= STEADY_TICKETS || Date.now() > end)
      return ended.map(({ notice, endedAt, outcome }) => ({
        ms: Date.parse(endedAt!) - Date.parse(notice.happenedAt),
        isAlone: outcome === 'sent',
      }));
  }
}
interface Delivery {
  readonly notice: { readonly happenedAt: string };
  readonly outcome: string;
  readonly endedAt: string | null;
}

while (toldAt.size < TICKETS && Date.now() < breachesAt(TICKETS) + 60_000) await sleep(100);
const steady = await steadyWaits();
await product.stop();
slack.close();

const alone = steady.flatMap(({ ms, isAlone }) => (isAlone ? [ms] : []));
const together = steady.flatMap(({ ms, isAlone }) => (isAlone ? [] : [ms]));
const late = [...toldAt].map(([index, at]) => at - breachesAt(index));
report({
  title: 'Breach',
  method: `${TICKETS} tickets run out of their first response, one each ${EVERY_MS} ms, in ${TEAMS} teams, each with a rule that tells a channel shaped as Slack's on the same machine. From the instant that is breached to the arrival there. Beside them ${STEADY_TICKETS} more of one team, one each ${EVERY_MS} ms, to one channel: from the instant to that at which the channel had it.`,
  rows: [
    { what: 'told', value: `${toldAt.size} of ${TICKETS}`, budget: 'all', within: toldAt.size === TICKETS },
    { what: 'a lone one: breach to channel, median', value: `${whole(median(late))} ms` },
    {
      what: 'a lone one: breach to channel, p99',
      value: `${whole(quantile(late, 0.99))} ms`,
      budget: '≤ 2,000 ms',
      within: quantile(late, 0.99) <= 2000,
    },
    {
      what: 'one a second in one channel: told',
      value: `${steady.length} of ${STEADY_TICKETS}`,
      budget: 'all',
      within: steady.length === STEADY_TICKETS,
    },
    {
      what: `those that went at once (${alone.length}), the slowest`,
      value: `${whole(Math.max(...alone))} ms`,
      budget: '≤ 2,000 ms',
      within: Math.max(...alone) <= 2000,
    },
    {
      what: `those that were told together (${together.length}), the slowest`,
      value: `${whole(Math.max(...together))} ms`,
      budget: '≤ 62,000 ms',
      within: Math.max(...together) <= 62_000,
    },
  ],
  where:
    'Waiting: the timer looks for what is due, the watcher of rules for what was announced, the gatherer for what is to be told, and the sender for what is to be sent, one after another.',
});
