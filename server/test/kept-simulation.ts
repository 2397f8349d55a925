/** A simulation that a workspace keeps, put there without being played, which takes weeks of a past. */
import { DO_NOTHING } from '@watchdesk/domain/outage-simulation';
import type pg from 'pg';

const BAND = { low: 1, middle: 1, high: 1 };
const SPEC = {
  scenario: {
    kind: 'outage',
    size: { by: 'rise', percent: 300 },
    severity: 'SEV1',
    service: null,
    regions: [],
    startAt: '2026-03-11T10:00:00.000Z',
    durationMinutes: 60,
    curve: 'front',
  },
  responses: [DO_NOTHING],
  assumptions: {},
  runs: 10,
  days: 1,
  seed: 1,
};
const RESULT = {
  hours: [],
  timeZone: 'UTC',
  channels: [],
  customers: 1,
  slower: 1,
  atWork: [],
  learnt: { from: '2026-03-02T00:00:00.000Z', to: '2026-03-09T00:00:00.000Z', weeks: 1, efficiency: 1 },
  usual: { allTickets: [], waiting: [], serviceLevel: [], tickets: BAND, meanWait: BAND, breaches: BAND, satisfaction: BAND },
  responses: [],
};

/** Of the first key of the workspace. Gives its id. */
export async function keepSimulation(pool: pg.Pool, workspace: string, name = 'Theirs'): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into outage_simulation (workspace_id, id, name, owner, saved_by, saved_at, spec, result)
     select $1, gen_random_uuid(), $4, 'key ' || (select id from api_key where workspace_id = $1 order by created_at, id limit 1),
       'test', now(), $2, $3 returning id`,
    [workspace, JSON.stringify(SPEC), JSON.stringify(RESULT), name],
  );
  return rows[0]!.id;
}
