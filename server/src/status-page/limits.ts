/** How many may ask a page to be told, and how many webhooks of one party it takes: neither says who subscribes, and nobody fills a page with names that cost nothing. */
import { isIP } from 'node:net';
import type pg from 'pg';
import { getDomain } from 'tldts';
import { networkOf } from '../addresses.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';

const HOUR_MS = 3_600_000;
/** Letters, and calls, by which a page asks within an hour. */
export const MOST_ASKINGS = 100;
const MOST_WEBHOOKS = 500;
/** Of one party, and of all under one domain, as hosters of functions have; and calls that challenge one party within an hour. */
const MOST_OF_HOST = 20;
const MOST_OF_DOMAIN = 100;
const MOST_CHALLENGED = 20;

export interface Party {
  /** What one party has, however many names it makes up below it. Of an address its network. */
  readonly host: string;
  /** What somebody has to register, such as `example.co.uk`; hosters give away names below theirs. */
  readonly domain: string;
}

/** By the Public Suffix List: whose a host is, and under which registrable domain. The host itself where it is under none. */
export function partyOf(hostname: string): Party {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) !== 0) return { host: networkOf(address), domain: networkOf(address) };
  const name = hostname.toLowerCase().replace(/\.+$/, '');
  return { host: getDomain(name, { allowPrivateDomains: true }) ?? name, domain: getDomain(name) ?? name };
}

/** The same under each key that there was. */
type Hashes = (kind: 'host' | 'domain', name: string) => readonly string[];

export function createLimits(clock: Clock, hashes: Hashes) {
  /** Calls of this process that challenged, by page and by party. */
  const challenged = new Map<string, number[]>();

  return {
    /** Counts one who asks for letters, known or not, and refuses those beyond the limit of an hour. Within the caller's transaction. */
    async countAsking(client: pg.ClientBase, workspaceId: string): Promise<void> {
      const now = clock.now();
      const { rows } = await client.query<{ asks: number }>(
        `update status_page set asks = case when asks_since > $2 then asks + 1 else 1 end,
           asks_since = case when asks_since > $2 then asks_since else $3 end where workspace_id = $1 returning asks`,
        [workspaceId, new Date(now - HOUR_MS), new Date(now)],
      );
      if ((rows[0]?.asks ?? 0) > MOST_ASKINGS) throw tooMany();
    },

    countChallenge(workspaceId: string, hostname: string): void {
      const now = clock.now();
      for (const [key, times] of challenged) if (times.every((at) => at <= now - HOUR_MS)) challenged.delete(key);
      const counts = [
        [`page ${workspaceId}`, MOST_ASKINGS],
        [`host ${partyOf(hostname).host}`, MOST_CHALLENGED],
      ] as const;
      const late = counts.map(([key]) => (challenged.get(key) ?? []).filter((at) => at > now - HOUR_MS));
      if (counts.some(([, most], index) => late[index]!.length >= most)) throw tooMany();
      for (const [index, [key]] of counts.entries()) challenged.set(key, [...late[index]!, now]);
    },

    /** Refuses where a page has as many webhooks as it takes, or as many of one party or under one domain. */
    async refuseFull(client: pg.ClientBase, workspaceId: string, hostname: string): Promise<void> {
      const { host, domain } = partyOf(hostname);
      const { rows } = await client.query<{ all: number; own: number; near: number }>(
        `select count(*)::int as all, count(*) filter (where host = any($2))::int as own, count(*) filter (where domain = any($3))::int as near
         from status_subscriber where workspace_id = $1 and kind = 'webhook'`,
        [workspaceId, hashes('host', host), hashes('domain', domain)],
      );
      const { all, own, near } = rows[0]!;
      if (all >= MOST_WEBHOOKS || own >= MOST_OF_HOST || near >= MOST_OF_DOMAIN)
        throw new Refusal('not_possible', 'This page takes no more webhooks.');
    },
  };
}

const tooMany = () =>
  new Refusal('rate_limited', 'Too many people subscribe at the moment; try again in an hour.', { retryAfterSeconds: 3600 });
