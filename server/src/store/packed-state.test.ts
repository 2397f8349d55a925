import { foldTicket, type TicketState } from '@watchdesk/domain/ticket';
import { TICKETS, ticketEvents } from '@watchdesk/domain/ticket/arbitrary';
import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { packState, type PackedState, unpackState } from './packed-state.ts';
import { openPostgres } from './postgres/index.ts';

const { pool, close } = openPostgres(await postgresDatabase());
afterAll(() => close());

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The states of all tickets that some events tell of. */
const states = ticketEvents().map((events) =>
  TICKETS.flatMap((id): TicketState[] => {
    const folded = foldTicket(
      id,
      events.filter(({ ticket }) => ticket === id),
    );
    if (!folded) return [];
    const { clockLog: _, ...state } = folded;
    return [state];
  }),
);

test('what is packed comes back, through JSON, and is less than half as long', () => {
  let [before, after] = [0, 0];
  fc.assert(
    fc.property(states, (some) => {
      for (const state of some) {
        const packed = throughJson(packState(state)) as PackedState;
        expect(unpackState(packed)).toEqual(throughJson(state));
        before += JSON.stringify(state).length;
        after += JSON.stringify(packed).length;
      }
    }),
  );
  expect(after / before).toBeLessThan(0.5);
});

test('two states share nothing that one of them could change', () => {
  const [state] = fc.sample(
    states.filter((some) => some.length > 0),
    { numRuns: 1, seed: 3 },
  )[0]!;
  const packed = packState({ ...state!, links: [], touched: [] });
  const [one, other] = [unpackState(packed), unpackState(packed)];
  one.links.push({ to: 't:9', kind: 'bug' });
  one.touched.push('priority');
  one.confidences.count += 1;
  expect(other.links).toEqual([]);
  expect(other.touched).toEqual([]);
  expect(other.confidences.count).not.toBe(one.confidences.count);
});

test('the migration packs what older versions have stored', async () => {
  const sample = fc.sample(states, { numRuns: 40, seed: 11 }).flat();
  await pool.query(`insert into workspace (workspace_id, name) values ('a', 'A')`);
  for (const [index, state] of sample.entries())
    await pool.query(`insert into ticket (workspace_id, id, state) values ('a', $1, $2)`, [String(index), JSON.stringify(state)]);
  await pool.query(`insert into ticket (workspace_id, id) values ('a', 'none')`);
  await pool.query(await readFile(new URL('postgres/migrations/0012-packed-states.sql', import.meta.url), 'utf8'));
  const { rows } = await pool.query<{ id: string; state: PackedState | null }>('select id, state from ticket');
  const found = new Map(rows.map(({ id, state }) => [id, state]));
  expect(sample.length).toBeGreaterThan(60);
  for (const [index, state] of sample.entries()) expect(found.get(String(index))).toEqual(throughJson(packState(state)));
  expect(found.get('none')).toBeNull();
});
