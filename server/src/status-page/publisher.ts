/**
 * Makes pages anew when what they say changes. Once a second it asks, in one question for all of them, whether anything has: a saying of an administrator, an incident, or
 * an instant that was waited for. Every process does so for itself, since each serves from its own memory.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { pageOf, type StatusPage } from '@watchdesk/domain/status-page';
import type { Clock } from '../clock.ts';
import { acrossWorkspaces, withinWorkspace } from '../store/wall.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { factsOf } from './facts.ts';
import type { Pages } from './published.ts';
import { readSettings } from './settings.ts';

interface PublisherParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly pages: Pages;
  readonly onTrouble: (error: unknown) => void;
  /** Told of each page that was made, within its workspace. */
  readonly onMade: (workspaceId: string, page: StatusPage) => Promise<void>;
  readonly everyMs?: number;
}

const EVERY_MS = 1_000;
/** So long nobody has to be told that the database was not asked: a restart of it takes less. */
const DOUBT_AFTER_MS = 15_000;
const CONFIRM_EVERY_MS = 30_000;

export function createPublisher({ postgres, clock, pages, onTrouble, onMade, everyMs = EVERY_MS }: PublisherParts) {
  const { pool } = postgres;
  let stopping: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();
  let [knownAt, confirmedAt, isLoaded] = [clock.now(), 0, false];

  /** Which pages there are, and of which state of things: the versions of incidents add up to another number with each event. */
  const present = async (): Promise<Map<string, string>> => {
    const { rows } = await acrossWorkspaces(() =>
      pool.query<{ workspaceId: string; made: string }>({
        name: 'status-pages',
        text: `select p.workspace_id as "workspaceId",
             concat_ws(' ', p.version, p.touched, (select concat(count(*), ' ', sum(version)) from incident i where i.workspace_id = p.workspace_id)) as made
           from status_page p where p.settings->>'enabled' = 'true'`,
      }),
    );
    return new Map(rows.map(({ workspaceId, made }) => [workspaceId, made]));
  };

  const make = (workspaceId: string, made: string): Promise<void> =>
    withinWorkspace(workspaceId, async () => {
      const { settings, formerSlugs } = await readSettings(pool, workspaceId);
      if (!settings?.enabled) return pages.remove(workspaceId);
      const now = clock.now();
      const page = pageOf({ settings, ...(await factsOf(pool, workspaceId, now)), now });
      // Before it counts as made: where it fails, it is done again.
      await onMade(workspaceId, page);
      await pages.put({ workspaceId, made, page, formerSlugs });
    });

  /** Looks once: what has changed is made anew. Throws where the database cannot be asked. */
  const look = async (): Promise<void> => {
    const there = await present();
    for (const gone of pages.workspaces().filter((one) => !there.has(one))) await pages.remove(gone);
    for (const [workspaceId, made] of there) {
      const before = pages.ofWorkspace(workspaceId);
      if (before && before.made === made && before.staleSince === null && before.page.nextAt > clock.now()) continue;
      // One that cannot be made holds up nobody else.
      await make(workspaceId, made).catch(onTrouble);
    }
    knownAt = clock.now();
    isLoaded = true;
    if (knownAt - confirmedAt < CONFIRM_EVERY_MS) return;
    confirmedAt = knownAt;
    await pages.confirm(knownAt);
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    let isTroubled = false;
    while (!signal.aborted) {
      await look().then(
        () => (isTroubled = false),
        (error: unknown) => {
          if (!isTroubled) onTrouble(error);
          isTroubled = true;
        },
      );
      await sleep(everyMs, undefined, { signal }).catch(() => {});
    }
  };

  /** Apart from the asking: a database that hangs does not even fail. */
  const doubt = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      if (clock.now() - knownAt > DOUBT_AFTER_MS) await pages.doubt(knownAt).catch(onTrouble);
      await sleep(everyMs, undefined, { signal }).catch(() => {});
    }
  };

  return {
    look,
    /** Whether it is known which pages there are. */
    isLoaded: () => isLoaded,
    /** Serves what was kept before. Call it before anything can be asked. */
    load: () => pages.load(),
    start(): void {
      if (stopping) return;
      stopping = new AbortController();
      running = Promise.all([run(stopping.signal), doubt(stopping.signal)]).then(() => {});
    },
    /** Resolves when no page is made any more. */
    async stop(): Promise<void> {
      stopping?.abort();
      await running;
      stopping = undefined;
    },
  };
}
