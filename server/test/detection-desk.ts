/** A desk with five quiet weeks behind it, for detection to hear: history through the bulk door, facts by the loader, and a clock that is the test's. */
import type { SentEvent } from '@watchdesk/domain/event';
import { createDetectionFeature } from '../src/detection/index.ts';
import { createIncidents } from '../src/incidents/index.ts';
import { createDoor } from '../src/ingest/index.ts';
import { ensureRules } from '../src/rules/index.ts';
import { createLoader, openAnalytics } from '../src/store/analytics/index.ts';
import { openPostgres } from '../src/store/postgres/index.ts';
import { clickhouseDatabase, postgresDatabase } from './databases.ts';

/** A Tuesday noon. */
export const NOON = Date.UTC(2026, 5, 2, 12);
export const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const WEEKS = 5;
/** Tickets an hour in each of the regions. */
const PER_HOUR = 1;
const REGIONS = ['North', 'South'] as const;
const CATEGORIES = ['Login', 'Billing', 'Import', 'Reports', 'Export'];
const WORDS = ['help', 'question', 'about', 'invoice', 'file', 'report', 'user', 'export', 'slow', 'change'];
const CUSTOMERS = 400;

/** Numbers in [0, 1), the same each time: Lehmer's generator by Park and Miller (1988). */
function chances(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const regionOf = (customer: number): string => REGIONS[customer % 2]!;

export const ticketOf = (id: string, at: number, customer: number, more: object = {}): SentEvent<'ticket.created'> => ({
  id: `${id} created`,
  at,
  ticket: `s:${id}`,
  actor: { kind: 'customer', id: `c${customer}` },
  type: 'ticket.created',
  data: {
    subject: 'question',
    requester: `c${customer}`,
    channel: 'email',
    priority: 'P3',
    category: 'Billing',
    product: 'Billing',
    ...more,
  },
});

/** As usual: Poisson, of any customer and about anything. */
export function usualTickets(from: number, to: number, seed: number): SentEvent<'ticket.created'>[] {
  const random = chances(seed);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const tickets: SentEvent<'ticket.created'>[] = [];
  for (let at = from; ;) {
    at += (-Math.log(1 - random()) * 60 * MINUTE) / (PER_HOUR * REGIONS.length);
    if (at >= to) return tickets;
    const category = any(CATEGORIES);
    const subject = `${any(WORDS)} ${any(WORDS)}`;
    const customer = Math.floor(random() * CUSTOMERS);
    tickets.push(ticketOf(`usual-${seed}-${tickets.length}`, Math.round(at), customer, { subject, category, product: category }));
  }
}

/** Customers of the North, each once, who write about the same. `first`: the first of them. */
export const outage = (name: string, from: number, count: number, everyMs = 40_000, first = 0): SentEvent<'ticket.created'>[] =>
  Array.from({ length: count }, (_, number) =>
    ticketOf(`${name}-${number}`, from + number * everyMs, (first + number) * 2, {
      subject: `router offline ${number}`,
      category: 'Login',
      product: 'Login',
    }),
  );

export async function startDetectionDesk() {
  const [url, analyticsUrl] = [await postgresDatabase(), await clickhouseDatabase()];
  const postgres = openPostgres(url);
  const analytics = openAnalytics(analyticsUrl);
  await analytics.migrate();
  let now = NOON;
  const clock = { now: () => now };
  const door = createDoor({ postgres, clock });
  const loader = createLoader({ postgres, analytics, clock });
  const troubles: unknown[] = [];
  const incidents = createIncidents({ postgres, clock, door, onTrouble: (error) => troubles.push(error) });
  const build = () =>
    createDetectionFeature({
      postgres,
      analytics,
      clock,
      door,
      waitMs: 0,
      factsAsOf: async () => now,
      isWhole: async () => true,
      onTrouble: (error) => troubles.push(error),
    });
  let detection = build();

  let workspaces = 0;
  /** With its people and its past. */
  async function newWorkspace(): Promise<string> {
    const id = `w${(workspaces += 1)}`;
    await postgres.pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [id]);
    await ensureRules(postgres, id);
    const people = Array.from({ length: CUSTOMERS }, (_, number) => ({
      id: `customer ${number}`,
      at: NOON - WEEKS * 7 * DAY,
      type: 'customer.upserted',
      data: { customer: `c${number}`, name: `Customer ${number}`, region: regionOf(number) },
    }));
    const agents = ['ann', 'bo'].map((agent) => ({ id: agent, at: NOON - DAY, type: 'agent.upserted', data: { agent, name: agent } }));
    await door.bulk(id, 's', [...people, ...agents]);
    const past = usualTickets(NOON - WEEKS * 7 * DAY, NOON - MINUTE, 99);
    for (let from = 0; from < past.length; from += 2_000) await door.bulk(id, 's', past.slice(from, from + 2_000));
    await loader.drain();
    return id;
  }

  return {
    url,
    analyticsUrl,
    postgres,
    analytics,
    door,
    incidents,
    troubles,
    clock,
    detection: () => detection,
    newWorkspace,
    /** What is there is seen twice to be all of it, and learned. */
    async begin(): Promise<void> {
      await detection.watch.catchUp();
      now += MINUTE;
      await detection.watch.catchUp();
    },
    goTo: (at: number) => void (now = at),
    /** Tickets come one after another, each at its instant, and are heard some at a time. */
    async tell(workspace: string, tickets: readonly SentEvent[], atOnce = 5): Promise<void> {
      for (let from = 0; from < tickets.length; from += atOnce) {
        const some = tickets.slice(from, from + atOnce);
        now = Math.max(now, Number(some.at(-1)!.at));
        await door.accept(workspace, 's', some);
        await detection.watch.catchUp();
      }
    },
    /** As if the process had been killed: what was not kept is gone. */
    restart(): void {
      detection = build();
    },
    async close(): Promise<void> {
      await incidents.close();
      await Promise.all([postgres.close(), analytics.close()]);
    },
  };
}
