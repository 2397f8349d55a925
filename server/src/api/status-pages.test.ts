/** What the public reads: once switched on, only what customers were told, harmless whatever was typed, and quickly again. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SETTINGS, startStatusDesk, type StatusDesk } from '../../test/status-desk.ts';

const HOSTILE = `</p><script>alert(1)</script><img src=x onerror=alert(1)> "quoted" & 'so' \u0007]]>`;
let desk: StatusDesk;
beforeAll(async () => {
  desk = await startStatusDesk();
});
afterAll(() => desk.close());
const resolve = async (incident: string) => {
  desk.move(60_000);
  await desk.done('POST', `/incidents/${incident}/status`, { status: 'resolved', untoldFor: 'nothing is to be added' });
  desk.move(1_000);
};
const page = async () => (await desk.read('/status/acme')).body;

test('there is none before somebody switches it on, and none after it is off', async () => {
  await desk.statusPages.look();
  expect((await desk.read('/status/acme')).statusCode).toBe(404);
  await desk.save();
  await desk.statusPages.look();
  const { statusCode, headers, body } = await desk.read('/status/acme');
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(body).toContain('All systems operational');
  expect(body).toContain('Acme &amp; Sons');
  expect(body).toContain('App &lt;b&gt;');
  await desk.save({ enabled: false });
  await desk.statusPages.look();
  expect((await desk.read('/status/acme')).statusCode).toBe(404);
  await desk.save();
  await desk.statusPages.look();
});

test('an incident is nobody’s business before customers are told, and then only in the words they were told', async () => {
  const incident = await desk.declare();
  await desk.done('POST', `/incidents/${incident}/update`, { audience: 'internal', text: 'Paul did it' });
  await desk.statusPages.look();
  expect(await page()).toContain('All systems operational');
  await desk.tell(incident, 'We are looking into it.', { subject: 'Checkout is down' });
  await desk.statusPages.look();
  const shown = await page();
  for (const words of ['There is a major outage', 'Checkout is down', 'We are looking into it.', 'Investigating'])
    expect(shown).toContain(words);
  // The promise of its severity stands there until its time is over.
  const promised = (await desk.read('/status/acme/status.json')).json().incidents[0].nextUpdateAt;
  expect(shown).toContain(`<time datetime="${promised}">`);
  const late = Date.parse(promised) - desk.now() + 1;
  desk.move(late);
  await desk.statusPages.look();
  expect(await page()).not.toContain('Next update by');
  const all = shown + (await desk.read('/status/acme/feed.atom')).body + (await desk.read('/status/acme/status.json')).body;
  expect(all).not.toMatch(/db-3|Paul|commander/);
  await resolve(incident);
  await desk.statusPages.look();
  expect(await page()).toContain('All systems operational');
  const { incidents, components } = (await desk.read('/status/acme/status.json')).json();
  expect(incidents).toMatchObject([{ title: 'Checkout is down', status: 'resolved' }]);
  expect(components[0].days.at(-1)).toMatchObject({ day: '2026-03-10', state: 'major_outage' });
  expect(components[0].up).toBeLessThan(1);
});

test('what a source of events says makes nothing public', async () => {
  const at = new Date(desk.now()).toISOString();
  const opening = { title: 'db-9', users: 'all', block: 'complete', services: ['checkout'] };
  const told = { audience: 'customers', subject: 'Pay elsewhere', text: 'Send it to us.' };
  const { outcomes } = await desk.done('POST', '/events', {
    events: [
      { id: 'forged-1', at, type: 'incident.declared', data: { incident: 'forged', ...opening } },
      { id: 'forged-2', at, type: 'incident.update_posted', data: { incident: 'forged', ...told } },
    ],
  });
  expect(outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['accepted', 'accepted']);
  await desk.statusPages.look();
  expect(await page()).not.toMatch(/Pay elsewhere|Send it to us/);
});

test('hostile words stay words, in the page, in the feed and in JSON', async () => {
  const incident = await desk.declare();
  await desk.tell(incident, HOSTILE, { subject: HOSTILE });
  await desk.statusPages.look();
  const { body, headers } = await desk.read('/status/acme');
  expect(body).not.toMatch(/<script|<img/i);
  expect(body).toContain('&lt;script&gt;');
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
  );
  const feed = (await desk.read('/status/acme/feed.atom')).body;
  expect(feed).not.toMatch(/<script|<img|\]\]>/);
  expect(feed).not.toContain('\u0007');
  expect(feed).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  const json = await desk.read('/status/acme/status.json');
  expect(json.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'x-content-type-options': 'nosniff' });
  expect(json.json().incidents[0].updates[0].text).toBe(HOSTILE);
  // Beside the page there is nothing, the application neither.
  expect((await desk.read('/status/acme/anything')).statusCode).toBe(404);
  await resolve(incident);
});

describe('asked again', () => {
  test('it answers 304 to whoever has it, and compressed to whoever can read that', async () => {
    await desk.statusPages.look();
    const plain = await desk.read('/status/acme');
    for (const [encoding, read] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const { headers, rawPayload } = await desk.read('/status/acme', { 'accept-encoding': encoding });
      expect(headers['content-encoding']).toBe(encoding);
      expect(read(rawPayload).toString()).toBe(plain.body);
      const again = await desk.read('/status/acme', { 'accept-encoding': encoding, 'if-none-match': String(headers.etag) });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
    expect((await desk.read('/status/acme', { 'accept-encoding': 'br;q=0, gzip;q=0' })).headers['content-encoding']).toBeUndefined();
    expect(plain.headers['cache-control']).toContain('stale-if-error');
  });

  test('it is not made anew while nothing changes', async () => {
    const { etag } = (await desk.read('/status/acme')).headers;
    desk.move(3_600_000);
    await desk.statusPages.look();
    expect((await desk.read('/status/acme')).headers.etag).toBe(etag);
    await desk.save({ intro: 'New' });
    await desk.statusPages.look();
    expect((await desk.read('/status/acme')).headers.etag).not.toBe(etag);
  });
});

test('what an administrator sets by hand holds, and a maintenance begins and ends by itself', async () => {
  const state = async () => (await desk.read('/status/acme/status.json')).json().components[1].state;
  await desk.done('PUT', '/status-page/components/docs/state', { state: 'degraded' });
  await desk.statusPages.look();
  expect(await state()).toBe('degraded');
  await desk.done('PUT', '/status-page/components/docs/state', { state: null });
  const at = (minutes: number) => new Date(desk.now() + minutes * 60_000).toISOString();
  const planned = { title: 'New disks', text: 'It may be slow.', components: ['docs'], startsAt: at(10), endsAt: at(20) };
  const { maintenances } = await desk.done('POST', '/status-page/maintenances', planned);
  expect(maintenances).toMatchObject([{ title: 'New disks', stage: 'planned' }]);
  await desk.statusPages.look();
  const shown = await page();
  expect([await state(), shown.includes('New disks')]).toEqual(['operational', true]);
  // What customers should know is within the part of its maintenance.
  expect(shown).toMatch(/<article(?:(?!<\/article>)[\s\S])*New disks(?:(?!<\/article>)[\s\S])*It may be slow\./);
  desk.move(11 * 60_000);
  await desk.statusPages.look();
  expect(await state()).toBe('maintenance');
  expect((await desk.send('POST', `/status-page/maintenances/${maintenances[0].id}/cancel`)).statusCode).toBe(409);
  desk.move(10 * 60_000);
  await desk.statusPages.look();
  expect(await state()).toBe('operational');
});

test('faults name the field, and nobody but an administrator of that workspace changes it', async () => {
  const fault = async (payload: object, path = '/status-page', method: 'PUT' | 'POST' = 'PUT') =>
    (await desk.send(method, path, payload)).json().fields?.[0];
  expect(await fault({ settings: { ...SETTINGS, slug: 'A b' } })).toMatchObject({
    field: 'settings.slug',
    message: expect.stringMatching(/^must be/),
  });
  expect(await fault({ settings: { ...SETTINGS, host: 'desk.example' } })).toMatchObject({
    field: 'settings.host',
    message: expect.stringContaining('WATCHDESK_STATUS_NAMES'),
  });
  expect(await fault({ state: 'broken' }, '/status-page/components/docs/state')).toMatchObject({ field: 'state' });
  const planned = { title: 'x', components: ['nothing'], startsAt: desk.now() + 1_000, endsAt: desk.now() + 2_000 };
  expect(await fault(planned, '/status-page/maintenances', 'POST')).toMatchObject({ field: 'components' });
  const stranger = await desk.send('PUT', '/status-page', { settings: SETTINGS }, desk.api.keys.b);
  expect(stranger.json().fields).toMatchObject([{ field: 'settings.slug', message: 'must be another: this path is taken' }]);
  expect((await desk.send('GET', '/status-page', undefined, desk.api.keys.b)).json()).toMatchObject({
    settings: null,
    subscribers: { mail: 0 },
  });
  const reader = await desk.api.keyOf('a', ['tickets:read']);
  expect((await desk.send('GET', '/status-page', undefined, reader)).statusCode).toBe(403);
  expect((await desk.send('PUT', '/status-page', { settings: SETTINGS, base: 1 })).statusCode).toBe(409);
});

test('a preview shows what is not saved yet, and keeps nothing', async () => {
  const { html } = await desk.done('POST', '/status-page/preview', { settings: { ...SETTINGS, title: 'Another', enabled: false } });
  expect([html.includes('Another'), (await page()).includes('Another')]).toEqual([true, false]);
});
