import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresDatabase } from '../../../test/databases.ts';
import { withFile } from '../../../test/tables.ts';
import { createDoor, type Door } from '../../ingest/index.ts';
import { openPostgres, type Postgres } from '../../store/postgres/index.ts';
import { importCsv, type ImportOptions, readMapping } from './index.ts';

const mapping = readMapping(
  JSON.stringify({
    shape: 'events',
    source: 'desk',
    ticket: 'id',
    at: { column: 'at', format: 'iso' },
    activity: 'what',
    activities: {
      open: { type: 'status.changed', data: { to: 'open' } },
      merge: { type: 'ticket.merged', data: { into: '{into}' } },
      bad: { type: 'status.changed', data: { to: 'none' } },
    },
  }),
);
const header = 'id,at,what,into\n';
const many =
  header + Array.from({ length: 40 }, (_, index) => `T${index % 20},2026-03-02 09:${String(index).padStart(2, '0')},open,\n`).join('');

let postgres: Postgres;
let door: Door;
let workspaces = 0;

beforeAll(async () => {
  postgres = openPostgres(await postgresDatabase());
  door = createDoor({ postgres, clock: { now: () => Date.parse('2026-06-01') } });
});
afterAll(() => postgres.close());

async function workspace(): Promise<string> {
  const id = `w${(workspaces += 1)}`;
  await postgres.pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [id]);
  return id;
}

const bringIn = (table: string, workspaceId: string, more: Partial<ImportOptions> & { through?: Door } = {}) =>
  withFile(table, async (path) => {
    const { through = door, ...options } = more;
    const result = await importCsv({ postgres, door: through }, { path, mapping, workspaceId, rejectsPath: `${path}.rejects`, ...options });
    const rejects = result.rejectsPath ? parse(await readFile(result.rejectsPath)) : [];
    return { ...result, rejects };
  });

/** The stored folds, by ticket. */
async function states(workspaceId: string) {
  const { rows } = await postgres.pool.query<{ id: string; state: object }>(
    'select id, state from ticket where workspace_id = $1 order by id',
    [workspaceId],
  );
  return rows;
}

describe('an import', () => {
  it('gives an account, and changes nothing when done again', async () => {
    const id = await workspace();
    const first = await bringIn(many, id);
    expect(first).toMatchObject({
      outcome: 'finished',
      rejectsPath: null,
      account: { rows: 40, subjects: 20, events: 60, accepted: 60, duplicate: 0, rejected: 0 },
    });
    const before = await states(id);
    const second = await bringIn(many, id);
    expect(second.account).toMatchObject({ events: 60, accepted: 0, duplicate: 60 });
    expect(await states(id)).toEqual(before);
    expect(before).toHaveLength(20);
  });

  it('gives the same tickets for the rows in another order', async () => {
    const [one, two] = [await workspace(), await workspace()];
    await bringIn(many, one);
    await bringIn(header + many.slice(header.length).trimEnd().split('\n').toReversed().join('\n'), two, { chunkEvents: 7 });
    expect(await states(two)).toEqual(await states(one));
  });

  it('accounts for rows and events that are not taken, and writes them where a spreadsheet may open them', async () => {
    const table = `${header}A,2026-03-02,bad,\n=1+1,never,open,\nB,2026-03-02,merge,desk:unknown\nC,2026-03-02,sleep,\n`;
    const { account, rejects } = await bringIn(table, await workspace());
    expect(account).toMatchObject({ rows: 4, rowsRejected: 1, accepted: 3, parked: 1, rejected: 1 });
    expect(account.rejections).toEqual([
      { line: 3, reason: 'column "at" must be an ISO 8601 time, not "never"' },
      { line: 2, reason: expect.stringMatching(/^data\.to must be one of/) },
    ]);
    expect(account.parkings).toEqual([{ line: 4, reason: expect.stringContaining('desk:unknown') }]);
    expect(account.warnings).toEqual([{ kind: 'unknown activity, left out', value: 'sleep', count: 1 }]);
    expect(rejects).toEqual([
      ['line', 'reason', 'row'],
      ['3', 'column "at" must be an ISO 8601 time, not "never"', "'=1+1,never,open,"],
      ['2', expect.stringMatching(/^data\.to/), 'A,2026-03-02,bad,'],
    ]);
  });

  it('goes on where Ctrl-C stopped it', async () => {
    const id = await workspace();
    const stop = new AbortController();
    const interrupted = await bringIn(many, id, { chunkEvents: 6, signal: stop.signal, onSent: () => stop.abort() });
    expect(interrupted.outcome).toBe('interrupted');
    const taken = (await states(id)).length;
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(20);
    const rest = await bringIn(many, id, { chunkEvents: 6 });
    expect(rest).toMatchObject({ outcome: 'finished', resumedAfter: taken, account: { rows: 40, events: 60, accepted: 60, duplicate: 0 } });
    expect((await bringIn(many, id)).resumedAfter).toBe(0);
  });

  it('goes on after a crash between the door and the note of it, and counts what was sent twice as duplicates', async () => {
    const id = await workspace();
    let chunks = 0;
    const failing: Door = {
      ...door,
      bulk: async (...args) => {
        const number = (chunks += 1);
        const outcomes = await door.bulk(...args);
        if (number === 3) throw new Error('the power is out');
        return outcomes;
      },
    };
    await expect(bringIn(many, id, { chunkEvents: 6, through: failing })).rejects.toThrow('the power is out');
    const { account, resumedAfter } = await bringIn(many, id, { chunkEvents: 6 });
    expect(resumedAfter).toBe(4);
    // The chunk that failed, and perhaps the one that was on its way beside it.
    expect(account.events).toBe(60);
    expect([6, 12]).toContain(account.duplicate);
    expect(account.accepted).toBe(60 - account.duplicate);
    const other = await workspace();
    await bringIn(many, other);
    expect(await states(id)).toEqual(await states(other));
  });

  it('begins anew with another file or another mapping', async () => {
    const id = await workspace();
    const stop = AbortSignal.abort();
    await bringIn(many, id, { chunkEvents: 6, signal: stop });
    expect((await bringIn(`${many}Z,2026-03-02,open,\n`, id)).resumedAfter).toBe(0);
  });

  it('refuses a workspace that is not there, and a source that is something else', async () => {
    await expect(bringIn(many, 'nowhere')).rejects.toThrow('There is no workspace "nowhere"');
    const id = await workspace();
    await postgres.pool.query(`insert into connection (workspace_id, source, kind, label) values ($1, 'desk', 'api', 'x')`, [id]);
    await expect(bringIn(many, id)).rejects.toThrow('is of kind api');
    expect(await states(id)).toEqual([]);
  });
});
