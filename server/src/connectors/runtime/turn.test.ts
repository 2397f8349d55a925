/** A long back-fill beside the present, and beside other connections. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../../test/api.ts';
import { smallConnector, type SmallDesk, smallDesk } from '../../../test/small-desk.ts';

const PAGES = 16;
let api: TestApi;
let desk: SmallDesk;
let onPage: (page: number) => Promise<void>;

/** A small desk with an archive besides, in which each page takes a while. */
const archive: typeof smallConnector = {
  ...smallConnector,
  system: 'archive',
  streams: ['events', 'archive'],
  earlier: (stream, cursor, seconds) => (stream === 'events' ? smallConnector.earlier!(stream, cursor, seconds) : cursor),
  async pull(call, stream, cursor, about) {
    if (stream === 'events') return smallConnector.pull(call, stream, cursor, about);
    const page = Number(cursor ?? 0) + 1;
    if (page > PAGES) return { items: [], cursor, done: true };
    await onPage(page);
    return { items: [], cursor: page, done: page >= PAGES };
  },
};

beforeAll(async () => {
  desk = await smallDesk();
  api = await startApi(undefined, {}, undefined, [smallConnector, archive]);
});
afterAll(async () => {
  await api.close();
  await desk.close();
});

const connect = async (system: string, token: string) => {
  desk.tokens.add(token);
  const payload = { system, name: system, credentials: { token }, options: { address: desk.address } };
  const made = await api.ask({ method: 'POST', url: '/api/v1/connections', payload });
  expect([made.statusCode, made.body]).toEqual([201, made.body]);
};
const logged = async () =>
  (await api.postgres.pool.query<{ id: string }>(`select id from event_log where workspace_id = 'a' and source = 'archive' order by at`))
    .rows;

test('during a back-fill what is new is pulled all the same, and other connections have their turns', async () => {
  desk.tell(1, 'created', 'Early', NOW - 1000);
  const seen: { page: number; events: number; others: number }[] = [];
  const others = () =>
    desk.calls.filter(({ path, authorization }) => path.startsWith('/events') && authorization === 'Bearer other').length;
  onPage = async (page) => {
    api.clock.set(api.clock.now() + 25_000);
    if (page === 2) desk.tell(2, 'created', 'New', api.clock.now());
    seen.push({ page, events: (await logged()).length, others: others() });
  };
  await connect('archive', 'let-me-in');
  await connect('small', 'other');
  await api.runtime.drain();
  expect(seen.map(({ page }) => page)).toEqual(Array.from({ length: PAGES }, (_, index) => index + 1));
  // Each minute, and not only once all pages are there.
  expect(seen.find(({ events }) => events === 2)!.page).toBeLessThanOrEqual(6);
  // Two pulls of its first turn, and others while the archive is read.
  expect(seen.at(-1)!.others).toBeGreaterThan(2);
});
