/**
 * Outages: told by whoever runs what fails, by the API or by a table, and shown where they are beside incidents and the tickets that come of
 * them (docs/outage-map.md).
 */
import { appendAudit, type Who } from '../audit/index.ts';
import { type Outage, type OutageMapping, saidBy } from '@watchdesk/domain/outage';
import type { Clock } from '../clock.ts';
import { type Imports } from '../imports/index.ts';
import { Refusal } from '../errors.ts';
import { type Asker, type Metrics, zoneOfWorkspace } from '../metrics/index.ts';
import { inTransaction, type Postgres, ring } from '../store/postgres/index.ts';
import { densityOf, type DensityQuestion } from './density.ts';
import { incidentsOnMap } from './incidents.ts';
import { type ListQuestion, listOutages, type Narrowed, oneOutage, outagesWithin, pulseOf, startedByDay } from './list.ts';
import { nearbyOf, type Seer } from './nearby.ts';
import { keptPlaces, type Place, placesOf, savePlaces } from './places.ts';
import { readOutagesCsv } from './read-csv.ts';
import { upsertOutages, type Upserted } from './upsert.ts';

export type { ListQuestion, Narrowed } from './list.ts';
export type { Place } from './places.ts';
export { upsertOutages } from './upsert.ts';
export type Outages = ReturnType<typeof createOutages>;

export interface Teller {
  readonly workspaceId: string;
  /** Who changed it, in words. */
  readonly name: string;
  readonly who: Who;
}

interface OutageParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly metrics: Pick<Metrics, 'query'>;
  readonly imports: Pick<Imports, 'fileOf' | 'remove'>;
}

/** More than these are a heap, and no map. */
const MOST_ON_MAP = 20_000;
const SHOWN = { outages: 30, rejects: 50, notes: 20 } as const;

export function createOutages({ postgres, clock, metrics, imports }: OutageParts) {
  const { pool } = postgres;

  return {
    /** All of them or none: what is not as it must be is refused before anything is written. */
    upsert: ({ workspaceId, name }: Teller, outages: readonly Outage[]): Promise<Upserted> =>
      inTransaction(pool, async (client) => {
        const counts = await upsertOutages(client, { workspaceId, by: name, now: clock.now() }, outages);
        if (counts.created + counts.changed > 0) await ring(client, 'outages', workspaceId);
        return counts;
      }),

    list: (workspaceId: string, question: ListQuestion, page: { readonly limit: number; readonly cursor?: string | undefined }) =>
      listOutages(pool, workspaceId, question, page, clock.now()),

    /** With what was said of it before. Throws `not_found` for one that is not there. */
    one: (workspaceId: string, id: string) => oneOutage(pool, workspaceId, id, clock.now()),

    /** The tickets that came of it and near it while it ran, as far as they are in sight, and whose they are. */
    nearby: async (seer: Seer, id: string) => nearbyOf(pool, seer, await oneOutage(pool, seer.workspaceId, id, clock.now()), clock.now()),

    /** Everything that a map of these days shows, tickets aside. */
    async map(workspaceId: string, { from, to }: { readonly from: number; readonly to: number }) {
      const places = await placesOf(pool, workspaceId);
      const [outages, incidents] = await Promise.all([
        outagesWithin(pool, workspaceId, { from, to }, MOST_ON_MAP + 1, clock.now()),
        incidentsOnMap(pool, workspaceId, { from, to }, places),
      ]);
      return { outages: outages.slice(0, MOST_ON_MAP), isWhole: outages.length <= MOST_ON_MAP, incidents, places };
    },

    /** By day of the zone, the workspace's where none is said, how many began and are shown. */
    async days(workspaceId: string, narrowed: Narrowed & { readonly timeZone?: string | undefined }) {
      const timeZone = narrowed.timeZone ?? (await zoneOfWorkspace(postgres, workspaceId));
      return { timeZone, days: await startedByDay(pool, workspaceId, narrowed, timeZone) };
    },

    /** What tells a watcher that the map is another. */
    pulse: (workspaceId: string) => pulseOf(pool, workspaceId, clock.now()),

    density: async (asker: Asker, question: DensityQuestion) =>
      densityOf(metrics, asker, question, await placesOf(pool, asker.workspaceId)),

    /** All places, and what has none. */
    places: (workspaceId: string) => keptPlaces(pool, workspaceId),
    savePlaces: ({ workspaceId, who }: Teller, places: readonly Place[]) =>
      inTransaction(pool, async (client) => {
        const before = await savePlaces(client, workspaceId, places);
        const subject = { kind: 'outages', id: 'places', name: null } as const;
        await appendAudit(
          client,
          { workspaceId, who, now: clock.now() },
          { action: 'outage_places.saved', subject, before, after: places },
        );
        await ring(client, 'outages', workspaceId);
      }),

    /** What a mapping makes of a file that was sent as one to import. Nothing is written. */
    async preview(workspaceId: string, file: string, mapping: OutageMapping, dialect: Dialect) {
      const { path } = await imports.fileOf(workspaceId, file);
      const { outages, rejects, notes, rows } = await readOutagesCsv(path, mapping, dialect);
      return {
        rows,
        taken: outages.length,
        rejected: rejects.length,
        noted: notes.length,
        outages: outages.slice(0, SHOWN.outages),
        rejects: rejects.slice(0, SHOWN.rejects),
        notes: notes.slice(0, SHOWN.notes),
      };
    },

    /**
     * Brings the file in and removes it, all in one. Refused where another number of rows cannot be taken than `without` says: what is left out
     * is left out with somebody's word.
     */
    async importCsv(teller: Teller, file: string, mapping: OutageMapping, dialect: Dialect, without: number) {
      const { workspaceId, who, name } = teller;
      const found = await imports.fileOf(workspaceId, file);
      const { outages, rejects, rows } = await readOutagesCsv(found.path, mapping, dialect);
      if (rejects.length !== without)
        throw new Refusal(
          'not_possible',
          `${rejects.length} of ${rows} rows cannot be taken, and not ${without}: look at the preview again.`,
        );
      const counts = await inTransaction(pool, async (client) => {
        const now = clock.now();
        const done = await upsertOutages(client, { workspaceId, by: name, now }, outages, saidBy(mapping));
        const subject = { kind: 'outages', id: file, name: found.file.name } as const;
        await appendAudit(
          client,
          { workspaceId, who, now },
          { action: 'outages.imported', subject, after: { rows, rejected: rejects.length, ...done } },
        );
        await ring(client, 'outages', workspaceId);
        return done;
      });
      await imports.remove(workspaceId, file, who);
      return { rows, rejected: rejects.length, ...counts };
    },
  };
}

/** How the file is written. */
export type Dialect = Parameters<typeof readOutagesCsv>[2];
