/**
 * Status pages: what a workspace tells the public about its service, made once per change and served from memory, also when nothing can be asked; and who wants to be
 * told of what is new (docs/status-page.md).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { IncidentState, OnStatusPage } from '@watchdesk/domain/incident';
import { distinctNames } from '@watchdesk/domain/naming';
import { type ComponentState, maintenanceStage, pageOf, placedOn, type StatusPageSettings } from '@watchdesk/domain/status-page';
import type { Logger } from '../log.ts';
import { createSender } from '../outbox/index.ts';
import { type Planned, plan, replan, setByHand, type Step, step } from './deeds.ts';
import { factsOf } from './facts.ts';
import { createNews } from './news.ts';
import { createPublished } from './published.ts';
import { createPublisher } from './publisher.ts';
import { renderPage } from './render.ts';
import { readSettings, type Saver, saveSettings } from './settings.ts';
import { createSubscribers, type SubscriberParts } from './subscribers.ts';
import { createWay } from './way.ts';

export { STEPS } from './deeds.ts';
export { type Encoding, type Form, type Published, type Served } from './published.ts';
export { contentSecurity, nowherePage, pathOf, sayingPage } from './render.ts';
export type StatusPages = ReturnType<typeof createStatusPages>;

interface StatusPageParts extends Omit<SubscriberParts, 'homeOf'> {
  /** Where people reach the application. */
  readonly address: string;
  /** Where pages are kept for when no database can be asked. */
  readonly folder: string;
  /** The names that the operator gives to status pages. */
  readonly names: readonly string[];
  readonly log: Pick<Logger, 'warn'>;
  readonly chance?: () => number;
  readonly paceMs?: number;
}

const EVERY_MS = 1_000;
const TIDY_EVERY_MS = 3_600_000;

export function createStatusPages(given: StatusPageParts) {
  const { postgres, clock, vault, mail, folder, address, names, log, chance = Math.random, paceMs = EVERY_MS } = given;
  const { pool } = postgres;
  const onTrouble = (err: unknown) => log.warn({ err }, 'status pages met trouble; they are served as they were');
  const pages = createPublished({ folder, address });
  const parts = { ...given, homeOf: pages.homeOf };
  const subscribers = createSubscribers({ ...parts, onTrouble });
  const news = createNews(parts);
  const publisher = createPublisher({ postgres, clock, pages, onTrouble, onMade: news.note });
  const sender = createSender({ postgres, clock, vault, log, paceMs }, createWay({ ...parts, subscribers, chance }));
  const saving = { postgres, clock, names };
  let stopping: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();
  let tidiedAt = -Infinity;

  /** Tells what is new, and forgets what is old. */
  const turn = async (): Promise<void> => {
    if (await news.tell()) sender.look();
    if (clock.now() - tidiedAt < TIDY_EVERY_MS) return;
    tidiedAt = clock.now();
    await subscribers.tidy();
    await news.tidy();
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      await turn().catch(onTrouble);
      await sleep(EVERY_MS, undefined, { signal }).catch(() => {});
    }
  };

  const draw = async (workspaceId: string, settings: StatusPageSettings) => {
    const now = clock.now();
    return pageOf({ settings, ...(await factsOf(pool, workspaceId, now)), now });
  };

  return {
    /** Of what is served. */
    served: { of: pages.of, ofFormer: pages.ofFormer, ofWorkspace: pages.ofWorkspace, at: pages.at, isLoaded: publisher.isLoaded },
    subscribers,

    /** Where the public reads of an incident, and what stands there of it just now; null where nobody has switched a page on. */
    async placeOf(workspaceId: string, incident: Pick<IncidentState, 'id' | 'affected'>): Promise<OnStatusPage | null> {
      const { settings } = await readSettings(pool, workspaceId);
      if (!settings?.enabled) return null;
      const { isShown, components, without } = placedOn(settings.components, incident);
      const shown = pages.ofWorkspace(workspaceId)?.page.incidents.find(({ id }) => id === incident.id);
      return {
        url: pages.homeOf(settings),
        isShown,
        components: components.map(({ name }) => name),
        without: [...without],
        postedAt: shown?.updates[0]?.at ?? null,
      };
    },

    /** The services and regions that its components follow; none where there is no page. */
    async followed(workspaceId: string): Promise<{ services: string[]; regions: string[] }> {
      const { settings } = await readSettings(pool, workspaceId);
      const components = settings?.components ?? [];
      return { services: components.flatMap(({ services }) => services), regions: components.flatMap(({ regions }) => regions) };
    },

    /** All that an administrator sees of it. */
    async state(workspaceId: string) {
      const { settings, version, savedAt, savedBy } = await readSettings(pool, workspaceId);
      const now = clock.now();
      const known = await factsOf(pool, workspaceId, now);
      const page = settings && pageOf({ settings, ...known, now });
      const byHand = new Map(known.byHand.map(({ component, state }) => [component, state]));
      return {
        settings,
        version,
        savedAt: savedAt?.toISOString() ?? null,
        savedBy,
        url: settings && pages.homeOf(settings),
        hosts: [...names],
        fault: await mail.fault(pool, workspaceId),
        subscribers: await subscribers.counts(workspaceId),
        services: distinctNames(known.incidents.flatMap(({ affected }) => affected.services)).toSorted((a, b) => a.localeCompare(b)),
        regions: distinctNames(known.incidents.flatMap(({ affected }) => affected.regions)).toSorted((a, b) => a.localeCompare(b)),
        components: (page?.components ?? []).map(({ id, state, up, knownDays }) => ({
          id,
          state,
          up,
          knownDays,
          byHand: byHand.get(id) ?? null,
        })),
        maintenances: known.maintenances.map((one) => ({
          id: one.id,
          title: one.title,
          text: one.text,
          components: [...one.components],
          stage: maintenanceStage(one, now),
          startsAt: new Date(one.begunAt ?? one.startsAt).toISOString(),
          endsAt: new Date(one.endedAt ?? one.endsAt).toISOString(),
        })),
      };
    },

    save: (saver: Saver, settings: StatusPageSettings, base: number | undefined) => saveSettings(saving, saver, settings, base),

    /** The page as it would be with these settings; nothing is kept. */
    preview: async (workspaceId: string, settings: StatusPageSettings): Promise<string> => renderPage(await draw(workspaceId, settings)),

    setByHand: (saver: Saver, component: string, state: ComponentState | null) => setByHand(saving, saver, component, state),
    plan: (saver: Saver, planned: Planned) => plan(saving, saver, planned),
    replan: (saver: Saver, id: string, planned: Planned) => replan(saving, saver, id, planned),
    step: (saver: Saver, id: string, taken: Step) => step(saving, saver, id, taken),

    /** Looks at once for what has changed, and tells it. */
    async look(): Promise<void> {
      await publisher.look();
      await subscribers.settled();
      await turn();
    },
    /** What was kept is served, whatever else can be asked. */
    load: publisher.load,
    start(): void {
      if (stopping) return;
      stopping = new AbortController();
      publisher.start();
      sender.start();
      running = run(stopping.signal);
    },
    async stop(): Promise<void> {
      stopping?.abort();
      await Promise.all([running, publisher.stop(), sender.stop(), subscribers.settled()]);
      stopping = undefined;
    },
  };
}
