/**
 * The wall between workspaces (docs/adr/0031-a-wall-between-workspaces-in-the-database.md): within which workspace something is done.
 * Both stores hold to it by themselves, whatever a statement says: PostgreSQL by row-level security (postgres/walled-pool.ts), ClickHouse
 * by a filter on every table of facts (analytics/walled-reader.ts).
 */
import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string | undefined>();

/** Undefined for what belongs to all of them, as the loader and the timer. */
export const currentWorkspace = (): string | undefined => current.getStore();

/** Runs `work`, and what it goes on to do, so that it sees this workspace alone. */
export const withinWorkspace = <T>(workspaceId: string, work: () => T): T => current.run(workspaceId, work);

/** The same for what has to look over the wall, and says by itself which workspace it means. */
export const acrossWorkspaces = <T>(work: () => T): T => current.run(undefined, work);

/** Rows that are asked for as they are read, by whoever reads them. */
export const rowsWithin = <Row>(workspaceId: string, rows: AsyncGenerator<Row, void>): AsyncIterable<Row> => ({
  [Symbol.asyncIterator]: () => ({
    next: () => withinWorkspace(workspaceId, () => rows.next()),
    return: () => rows.return(),
  }),
});
