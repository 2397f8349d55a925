/** What is news: that a maintenance is moved or comes no more, and of an incident that is shown later what it is in now; told at whatever address the page is by then. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signs, startStatusDesk, type StatusDesk, subscriptionIn } from '../../test/status-desk.ts';

let desk: StatusDesk;
beforeAll(async () => {
  desk = await startStatusDesk();
  await desk.save();
  await desk.statusPages.look();
});
afterAll(() => desk.close());
beforeEach(async () => {
  desk.move(3 * 86_400_000);
  await desk.save();
  await desk.postgres.pool.query('delete from status_subscriber');
  desk.hook.behave(signs);
  await subscribe('cleo@customer.example');
  desk.smtp.delivered.length = 0;
});

const MINUTE = 60_000;
const link = () => subscriptionIn(desk.smtp.delivered.at(-1)!.read.text!);
async function subscribe(to: string): Promise<void> {
  await desk.statusPages.subscribers.byMail(desk.statusPages.served.of('acme')!, to);
  await desk.deliver();
  expect((await desk.post(link(), {})).statusCode).toBe(200);
}
const subjects = async (): Promise<string[]> => {
  await desk.deliver();
  return desk.smtp.delivered.splice(0).map(({ read }) => read.subject!);
};
const at = (minutes: number) => new Date(desk.now() + minutes * MINUTE).toISOString();
const planned = (from: number, to: number) => ({ title: 'New disks', components: ['docs'], startsAt: at(from), endsAt: at(to) });
const plan = async (from: number, to: number): Promise<string> =>
  (await desk.done('POST', '/status-page/maintenances', planned(from, to))).maintenances[0].id;
const page = async () => (await desk.read('/status/acme')).body;

describe('a maintenance', () => {
  test('that is moved is told with its time and the one before; said in other words it is no news', async () => {
    const id = await plan(60, 120);
    expect(await subjects()).toEqual(['Maintenance, planned: New disks']);
    const same = (await desk.done('GET', '/status-page')).maintenances.find((one: { id: string }) => one.id === id);
    const { startsAt, endsAt } = same;
    await desk.done('PUT', `/status-page/maintenances/${id}`, { ...planned(60, 120), startsAt, endsAt, text: 'Two hours' });
    expect(await subjects()).toEqual([]);
    desk.move(MINUTE);
    await desk.done('PUT', `/status-page/maintenances/${id}`, planned(180, 240));
    await desk.deliver();
    const [letter] = desk.smtp.delivered.splice(0);
    expect(letter!.read.subject).toBe('Maintenance, moved: New disks');
    expect(letter!.read.text).toMatch(/Before: \d+ \w+ 2026, \d\d:\d\d/);
    expect(await page()).toContain('Before:');
    expect((await desk.read('/status/acme/feed.atom')).body).toContain('Maintenance, moved: New disks');
    desk.move(MINUTE);
    await desk.done('PUT', `/status-page/maintenances/${id}`, planned(300, 360));
    expect(await subjects()).toEqual(['Maintenance, moved: New disks']);
  });

  test('that comes no more is told, and stands on the page until it would have been over', async () => {
    const id = await plan(60, 120);
    await subjects();
    await desk.done('POST', `/status-page/maintenances/${id}/cancel`);
    expect(await subjects()).toEqual(['Maintenance, cancelled: New disks']);
    expect(await page()).toMatch(/New disks(?:(?!<\/article>)[\s\S])*Cancelled/);
    const { state, maintenances } = (await desk.read('/status/acme/status.json')).json();
    expect([state, maintenances[0].stage]).toEqual(['operational', 'cancelled']);
    desk.move(121 * MINUTE);
    await desk.statusPages.look();
    expect(await page()).not.toMatch(/New disks(?:(?!<\/article>)[\s\S])*Cancelled/);
    expect(await subjects()).toEqual([]);
  });

  test('that takes longer stays under way past the end that was planned, and is told once more', async () => {
    const state = async () => (await desk.read('/status/acme/status.json')).json().components[1].state;
    const id = await plan(10, 20);
    desk.move(15 * MINUTE);
    expect(await subjects()).toEqual(['Maintenance, under way: New disks']);
    await desk.done('PUT', `/status-page/maintenances/${id}`, { ...planned(-5, 60), components: ['docs'] });
    expect(await subjects()).toEqual(['Maintenance, another end: New disks']);
    desk.move(30 * MINUTE);
    await desk.statusPages.look();
    expect(await state()).toBe('maintenance');
    desk.move(31 * MINUTE);
    expect(await subjects()).toEqual(['Maintenance, ended: New disks']);
    expect(await state()).toBe('operational');
  });
});

describe('an incident that is shown later', () => {
  /** Told when no component of the page is hit, and so by nobody seen. */
  async function told(...texts: string[]): Promise<string> {
    const incident = await desk.declare({ services: ['search'] });
    for (const text of texts) {
      await desk.tell(incident, text, { subject: 'Search fails' });
      expect(await subjects()).toEqual([]);
      desk.move(20 * MINUTE);
    }
    return incident;
  }
  const show = () => desk.save({ components: [{ id: 'find', name: 'Search', services: ['search'], since: '2026-01-01' }] });

  test('is told once, as it is now', async () => {
    const incident = await told('First', 'Second');
    await desk.done('POST', `/incidents/${incident}/status`, { status: 'monitoring' });
    await show();
    await desk.deliver();
    expect(desk.smtp.delivered.map(({ read }) => [read.subject, read.text!.includes('Second')])).toEqual([
      ['Monitoring: Search fails', true],
    ]);
    desk.smtp.delivered.length = 0;
    await desk.tell(incident, 'Third');
    expect(await subjects()).toEqual(['Monitoring: Search fails']);
  });

  test('is no news once it is resolved', async () => {
    const incident = await told('First');
    await desk.done('POST', `/incidents/${incident}/status`, { status: 'resolved', untoldFor: 'the page was not public' });
    await show();
    expect(await subjects()).toEqual([]);
  });
});

describe('the end', () => {
  test('is told to whoever was told of the beginning, however long nothing could be told', async () => {
    const incident = await desk.declare();
    await desk.tell(incident, 'It began', { subject: 'Checkout' });
    expect(await subjects()).toEqual(['Investigating: Checkout']);
    desk.move(5 * MINUTE);
    await desk.tell(incident, 'Nearly');
    desk.move(MINUTE);
    await desk.done('POST', `/incidents/${incident}/status`, { status: 'resolved', notice: { text: 'It is over' } });
    desk.move(3 * 86_400_000);
    await desk.deliver();
    expect(desk.smtp.delivered.splice(0).map(({ read }) => [read.subject, read.text!.includes('It is over')])).toEqual([
      ['Resolved: Checkout', true],
    ]);
    expect(await subjects()).toEqual([]);
  });

  test('is told to nobody where nobody was told that it began, or somebody said why it is not told', async () => {
    const [first, second] = [await desk.declare(), await desk.declare()];
    await desk.tell(first, 'It began', { subject: 'Checkout' });
    await desk.done('POST', `/incidents/${first}/status`, { status: 'resolved', notice: { text: 'It is over' } });
    desk.move(16 * MINUTE);
    expect(await subjects()).toEqual([]);
    await desk.tell(second, 'It began', { subject: 'Payments' });
    expect(await subjects()).toEqual(['Investigating: Payments']);
    await desk.tell(second, 'We look at it');
    await desk.done('POST', `/incidents/${second}/status`, { status: 'resolved', untoldFor: 'it was a test' });
    desk.move(16 * MINUTE);
    expect(await subjects()).toEqual([]);
  });
});

describe('at another path', () => {
  test('links of before work, the old path leads to the page, and nobody else may have it', async () => {
    await desk.statusPages.subscribers.byMail(desk.statusPages.served.of('acme')!, 'dora@customer.example');
    await desk.deliver();
    const path = link();
    await desk.save({ slug: 'acme-status' });
    await desk.statusPages.look();
    const { statusCode, headers } = await desk.read('/status/acme/feed.atom');
    expect([statusCode, headers.location]).toEqual([302, '/status/acme-status/feed.atom']);
    expect((await desk.read(path)).body).toContain('Is this your address?');
    expect((await desk.post(path, {})).body).toContain('You are told from now on');
    const taken = await desk.send(
      'PUT',
      '/status-page',
      { settings: { ...(await desk.done('GET', '/status-page')).settings, slug: 'acme' } },
      desk.api.keys.b,
    );
    expect(taken.json().fields).toMatchObject([{ field: 'settings.slug', message: 'must be another: this path is taken' }]);
    // Served from disk it is found by its old path, too.
    const started = desk.another();
    await started.load();
    expect(started.served.ofFormer('acme')?.page.slug).toBe('acme-status');
    await desk.save();
    await desk.statusPages.look();
    expect((await desk.read('/status/acme')).statusCode).toBe(200);
    expect((await desk.read('/status/acme-status')).headers.location).toBe('/status/acme');
  });

  test('and of a page that is off a subscription ends all the same', async () => {
    await desk.tell(await desk.declare(), 'Told');
    await desk.deliver();
    const stop = link();
    await desk.save({ enabled: false });
    await desk.statusPages.look();
    expect((await desk.read(stop)).body).toContain('No more of these?');
    expect((await desk.post(stop, {})).body).toContain('Nothing more is sent');
    expect((await desk.done('GET', '/status-page')).subscribers).toMatchObject({ mail: 0 });
  });
});
