/** Whoever tells customers of an incident reads whether, and where, it becomes public; and finds the names by which it does. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStatusDesk, type StatusDesk } from '../../test/status-desk.ts';

let desk: StatusDesk;
beforeAll(async () => {
  desk = await startStatusDesk();
  await desk.save();
  await desk.statusPages.look();
});
afterAll(() => desk.close());

const page = async () => (await desk.read('/status/acme/status.json')).json();
const tell = (incident: string, text: string) => desk.done('POST', `/incidents/${incident}/update`, { audience: 'customers', text });

test('a service in other letters is the service of a component, and the answer says under which it is shown', async () => {
  const incident = await desk.declare({ services: [' CheckOut'] });
  const { statusPage } = await tell(incident, 'It began');
  expect(statusPage).toMatchObject({ isShown: true, components: ['App <b>'], without: [], postedAt: null });
  await desk.statusPages.look();
  expect(await page()).toMatchObject({ state: 'major_outage', incidents: [{ components: ['App <b>'] }] });
  const told = await desk.done('GET', `/incidents/${incident}`);
  // A deed follows what was seen: a millisecond after the declaration.
  expect(Date.parse(told.statusPage.postedAt)).toBe(desk.now() + 1);
  const { drafts } = await desk.done('GET', `/incidents/${incident}/drafts`);
  const inside = drafts.find(({ id }: { id: string }) => id === 'internal.escalation').text;
  expect(inside).toMatch(/Status page: posted at .+ under App <b> \(http/);
  await desk.done('POST', `/incidents/${incident}/status`, { status: 'resolved', notice: { text: 'Over' } });
});

test('of one that no component follows the answer says so, and no draft leads customers to the page', async () => {
  const incident = await desk.declare({ services: ['payroll'] });
  expect((await tell(incident, 'It began')).statusPage).toMatchObject({ isShown: false, components: [], without: ['payroll'] });
  const { drafts } = await desk.done('GET', `/incidents/${incident}/drafts`);
  const textOf = (draft: string) => drafts.find(({ id }: { id: string }) => id === draft).text;
  expect(textOf('internal.escalation')).toContain('Status page: not shown, no component for payroll');
  expect(textOf('customers.update')).not.toContain('Status page');
  await desk.done('POST', `/incidents/${incident}/status`, { status: 'resolved', notice: { text: 'Over' } });
});

test('one that names nothing is the state of the page as long as it goes on', async () => {
  const incident = await desk.declare({ services: [] });
  expect((await tell(incident, 'Everything is down')).statusPage).toMatchObject({ isShown: true, components: [], without: [] });
  await desk.statusPages.look();
  expect((await page()).state).toBe('major_outage');
  expect((await desk.read('/status/acme')).body).not.toContain('All systems operational');
  desk.move(1_000);
  await desk.done('POST', `/incidents/${incident}/status`, { status: 'resolved', notice: { text: 'Over' } });
  await desk.statusPages.look();
  expect((await page()).state).toBe('operational');
});

test('names are known: those of the page first, each once', async () => {
  expect(await desk.done('GET', '/incidents/known-names')).toEqual({ services: ['checkout', 'payroll'], regions: [] });
  expect(await desk.done('GET', '/incidents/known-names', undefined, desk.api.keys.b)).toEqual({ services: [], regions: [] });
});

test('where no page is public, the answer says that', async () => {
  await desk.save({ enabled: false });
  await desk.statusPages.look();
  expect((await desk.done('GET', `/incidents/${await desk.declare()}`)).statusPage).toBeNull();
});
