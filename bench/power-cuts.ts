/**
 * 3,006 power cuts as a table of one network operator has them: the real ones of a half month where the file lies beside the project
 * (WATCHDESK_REAL_DATA, else ../shared), else as many made up over the same country and days. They are brought in by a table, as a person does it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';

const FILE = join(env['WATCHDESK_REAL_DATA'] ?? '../shared', 'data', 'gb-power-outages-2021-04a.csv.gz');
const COUNT = 3_006;
export const DAY = '2021-04-14';
const MAPPING = {
  source: { column: 'operator' },
  externalId: 'incident_id',
  startedAt: 'received_time',
  endedAt: 'last_seen',
  estimatedAt: 'last_estimate',
  latitude: 'latitude',
  longitude: 'longitude',
  postcodes: 'postcodes',
  description: 'description',
  severity: { otherwise: 'SEV3' },
  planned: { column: 'description', contains: 'planned work' },
  zone: 'Europe/London',
};

export const areReal = existsSync(FILE);

/** Throws unless all of them came in. `cookie`: of an administrator. */
export async function importCuts(url: string, cookie: string): Promise<void> {
  const bytes = areReal ? readFileSync(FILE) : Buffer.from(madeUp());
  const ask = async (method: string, path: string, body: BodyInit, type = 'application/json') => {
    const headers = { 'content-type': type, origin: url, cookie };
    const answer = await fetch(`${url}/api/v1${path}`, { method, headers, body });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  const name = areReal ? 'cuts.csv.gz' : 'cuts.csv';
  const sent = await ask('POST', '/imports', JSON.stringify({ name, bytes: bytes.length }));
  const { id } = (await sent.json()) as { id: string };
  await ask('PUT', `/imports/${id}/content?offset=0`, new Uint8Array(bytes), 'application/octet-stream');
  const done = await ask('POST', '/outages/csv', JSON.stringify({ file: id, mapping: MAPPING }));
  const { created } = (await done.json()) as { created: number };
  if (created !== COUNT) throw new Error(`${created} came in, and not ${COUNT}`);
}

/** Most of them begin in the last ten days, by day, and run for some hours; a few for days, as announced work does. */
function madeUp(): string {
  let state = 2021;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const iso = (at: number) => new Date(at).toISOString();
  const rows = Array.from({ length: COUNT }, (_, place) => {
    const began = Date.UTC(2021, 3, 9 + Math.floor(10 * random()), 5, Math.floor(900 * random()));
    const isPlanned = random() < 0.3;
    const ended = began + (isPlanned ? 72 : 6) * 3_600_000 * random();
    const where = [50.5 + 7 * random(), -4.5 + 5.5 * random()].map((degrees) => degrees.toFixed(5)).join();
    return `M${place},op${place % 6},${iso(began)},Unknown,${where},AB1 2CD,${iso(ended)},${isPlanned ? 'planned work' : 'a fault'}`;
  });
  return ['incident_id,operator,received_time,last_estimate,latitude,longitude,postcodes,last_seen,description', ...rows].join('\n');
}
