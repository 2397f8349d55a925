/** What happened to others, however much, takes nothing from the history of a component. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStatusDesk, type StatusDesk } from '../../test/status-desk.ts';

let desk: StatusDesk;
beforeAll(async () => {
  desk = await startStatusDesk();
  await desk.save();
  await desk.statusPages.look();
});
afterAll(() => desk.close());

const MINUTE = 60_000;
async function shown() {
  await desk.postgres.pool.query('update status_page set touched = touched + 1');
  await desk.statusPages.look();
  const { components, incidents } = (await desk.read('/status/acme/status.json')).json();
  return { up: components[0].up as number, incidents: incidents as { id: string; title: string; updates: object[] }[] };
}
/** An outage of two hours, told of. */
async function outage(): Promise<string> {
  const incident = await desk.declare();
  await desk.tell(incident, 'It began', { subject: 'Checkout is down' });
  desk.move(120 * MINUTE);
  await desk.done('POST', `/incidents/${incident}/status`, { status: 'resolved', notice: { text: 'Over' } });
  desk.move(24 * 60 * MINUTE);
  return incident;
}
/** Puts copies of the first update of one incident into the logs of others, each a millisecond later. */
async function copyUpdates(from: string, to: readonly string[], count: number): Promise<void> {
  const { rows } = await desk.postgres.pool.query(
    `select * from event_log where type = 'incident.update_posted' and stream = $1 order by at limit 1`,
    [`incident/${from}`],
  );
  const columns = Object.keys(rows[0]).filter((one) => one !== 'position');
  const values = columns.map((one) => {
    if (one === 'id') return `'copy-' || o || '-' || g`;
    if (one === 'stream') return `'incident/' || o`;
    if (one === 'at') return `${desk.now()} + g`;
    return one === 'data' ? `l.data || jsonb_build_object('incident', o, 'subject', 'Later')` : `l.${one}`;
  });
  await desk.postgres.pool.query(
    `insert into event_log (${columns.join()}) select ${values.join()} from event_log l, generate_series(1, ${count}) g, unnest($3::text[]) o
     where l.id = $1 and l.source = $2`,
    [rows[0].id, rows[0].source, to],
  );
}

test('thousands of updates of another incident leave the outage in the history, and on the page', async () => {
  const incident = await outage();
  const before = await shown();
  expect(before.up).toBeLessThan(1);
  const other = await desk.declare({ services: ['elsewhere'] });
  await desk.tell(other, 'First');
  const long = await desk.declare();
  await desk.tell(long, 'First', { subject: 'Slow pages' });
  await copyUpdates(incident, [other, long], 2_100);
  const after = await shown();
  expect(after.up).toBeLessThan(1);
  expect(after.incidents.map(({ id, title, updates }) => [id, title, updates.length])).toEqual([
    [long, 'Slow pages', 101],
    [incident, 'Checkout is down', 2],
  ]);
});

test('hundreds of incidents of the inside, and of those that are told of, leave it there too', async () => {
  const { up, incidents } = await shown();
  const clone = (count: number, name: string, more: string) =>
    desk.postgres.pool.query(
      `insert into incident (workspace_id, id, state, version, stage, severity, opened_at)
       select workspace_id, '${name}' || g, state || jsonb_build_object('id', '${name}' || g, 'declaredAt', ${desk.now()} + g) || ${more}, version, stage, severity,
         to_timestamp((${desk.now()} + g) / 1000.0) from incident, generate_series(1, ${count}) g where id = $1`,
      [incidents.at(-1)!.id],
    );
  await clone(600, 'inside', `jsonb_build_object('updates', '[]'::jsonb)`);
  expect((await shown()).incidents).toHaveLength(incidents.length);
  expect((await shown()).up).toBe(up);
  await clone(600, 'public', `jsonb_build_object('affected', '{"services": [], "regions": [], "customers": []}'::jsonb)`);
  const { rows } = await desk.postgres.pool.query(`select id from incident where id like 'public%'`);
  await copyUpdates(
    incidents.at(-1)!.id,
    rows.map(({ id }) => id),
    1,
  );
  const after = await shown();
  // As many as are listed; one of them goes on elsewhere.
  expect(after.incidents).toHaveLength(499);
  expect(after.up).toBe(up);
}, 60_000);
