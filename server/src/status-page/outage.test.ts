/** With no database to ask, the last page is served: by a process that has it, and by one that starts now; and it says as of when. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SETTINGS, startStatusDesk, type StatusDesk } from '../../test/status-desk.ts';

let desk: StatusDesk;
beforeAll(async () => {
  desk = await startStatusDesk();
  await desk.save();
  await desk.statusPages.look();
});
afterAll(() => desk.close());

const STALE = 'cannot be brought up to date';
const bodyOf = (pages: StatusDesk['statusPages']): string => pages.served.of('acme')?.forms.html.bodies.identity.toString() ?? '';

test('a process that starts without its database serves what was kept, and says as of when', async () => {
  const started = desk.another();
  expect(started.served.of('acme')).toBeUndefined();
  await started.load();
  expect(bodyOf(started)).toContain('All systems operational');
  expect(bodyOf(started)).toContain(STALE);
  // As soon as it can ask, it is the page as it is.
  await started.look();
  expect(bodyOf(started)).not.toContain(STALE);
});

test('a page that went on while the database was away says so, and is as it was once it is back', async () => {
  expect((await desk.read('/status/acme')).body).not.toContain(STALE);
  await desk.postgres.pool.query('alter table status_page rename to status_page_away');
  desk.statusPages.start();
  desk.move(20_000);
  await vi.waitFor(async () => expect((await desk.read('/status/acme')).body).toContain(STALE), { timeout: 10_000, interval: 50 });
  expect((await desk.read('/status/acme/status.json')).statusCode).toBe(200);
  await desk.postgres.pool.query('alter table status_page_away rename to status_page');
  await vi.waitFor(async () => expect((await desk.read('/status/acme')).body).not.toContain(STALE), { timeout: 10_000, interval: 50 });
  await desk.statusPages.stop();
});

test('a page that was switched off is not kept either', async () => {
  await desk.save({ ...SETTINGS, enabled: false });
  await desk.statusPages.look();
  const started = desk.another();
  await started.load();
  expect(started.served.of('acme')).toBeUndefined();
  await desk.save();
  await desk.statusPages.look();
  rmSync(desk.folder, { recursive: true });
  await started.load();
  expect(bodyOf(started)).toBe('');
});
