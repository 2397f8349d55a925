/** Who belongs to a workspace, and what their roles see. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../test/api.ts';
import { actionsOf, type Browser, invited, PASSWORD, setUpByAnn } from '../../test/browser.ts';

let api: TestApi;
let ann: Browser;
const actions = (text?: string) => actionsOf(ann, text);
const invite = (email: string, standing: object) => invited(api, ann, email, standing);

beforeAll(async () => {
  api = await startApi();
  await api.postgres.pool.query(
    `insert into workspace (workspace_id, name, kind) values ('main', 'My company', 'own'), ('other', 'Other', 'own')`,
  );
});
afterAll(() => api.close());
beforeEach(async () => {
  ann = await setUpByAnn(api);
});

describe('members', () => {
  const idOf = async (email: string): Promise<string> =>
    (await ann.ask('GET', '/members')).body!['members'].find((one: { email: string }) => one.email === email).id;

  test('what somebody is changes at once, and is told', async () => {
    const lee = await invite('lee@example.com', { role: 'agent' });
    expect((await lee.ask('PUT', '/settings', { stage: null })).status).toBe(403);
    expect((await ann.ask('PATCH', `/members/${await idOf('lee@example.com')}`, { role: 'manager' })).body).toMatchObject({
      role: 'manager',
    });
    expect((await lee.ask('PUT', '/settings', { stage: null })).status).toBe(200);
    expect(await actions('lee')).toContain('person.changed');
  });

  test('who is no longer let in is out at once, and comes in again when they are', async () => {
    const lee = await invite('lee@example.com', { role: 'manager' });
    const id = await idOf('lee@example.com');
    await ann.ask('PATCH', `/members/${id}`, { active: false });
    expect((await lee.ask('GET', '/session')).status).toBe(401);
    await lee.signIn('lee@example.com', `${PASSWORD} lee`);
    expect((await lee.ask('GET', '/session')).status).toBe(403);
    await ann.ask('PATCH', `/members/${id}`, { active: true });
    expect((await lee.ask('GET', '/session')).status).toBe(200);
  });

  test('one is removed, and may be invited again', async () => {
    const lee = await invite('lee@example.com', { role: 'manager' });
    expect((await ann.ask('DELETE', `/members/${await idOf('lee@example.com')}`)).status).toBe(204);
    expect((await lee.ask('GET', '/session')).status).toBe(401);
    await invite('lee@example.com', { role: 'agent' });
  });

  test('the last administrator stays one', async () => {
    const id = await idOf('ann@example.com');
    for (const change of [{ role: 'manager' }, { active: false }])
      expect((await ann.ask('PATCH', `/members/${id}`, change)).status).toBe(409);
    expect((await ann.ask('DELETE', `/members/${id}`)).status).toBe(409);
    await invite('lee@example.com', { role: 'admin' });
    expect((await ann.ask('PATCH', `/members/${id}`, { role: 'manager' })).status).toBe(200);
  });

  test('are those of one’s own workspace', async () => {
    const lee = await invite('lee@example.com', { role: 'admin' });
    await api.postgres.pool.query(`update member set workspace_id = 'other' where user_id = $1`, [await idOf('lee@example.com')]);
    api.accounts.sessions.forget();
    expect((await lee.ask('GET', '/members')).body!['members'].map(({ email }: { email: string }) => email)).toEqual(['lee@example.com']);
    expect((await lee.ask('DELETE', `/members/${await idOf('ann@example.com')}`)).status).toBe(404);
  });
});

describe('what roles see', () => {
  test('is set for the workspace, and holds at once', async () => {
    const planner = await invite('pat@example.com', { role: 'planner' });
    expect((await planner.ask('GET', '/tickets')).body).toMatchObject({
      detail: 'You see numbers and whose they are, and no tickets one by one.',
    });
    const { body } = await ann.ask('GET', '/settings/visibility');
    expect(body).toMatchObject({ planner: { rows: 'all', aggregate: 'all', text: false } });
    expect((await ann.ask('PUT', '/settings/visibility', { ...body, planner: { rows: 'all', aggregate: 'all', text: true } })).status).toBe(
      200,
    );
    expect((await planner.ask('GET', '/tickets')).status).toBe(200);
    expect((await planner.ask('GET', '/session')).body).toMatchObject({ sees: { rows: 'all', text: true } });
    expect(await actions('visibility')).toContain('visibility.saved');
  });

  test('a sum reaches as far as what is seen one by one', async () => {
    const { body } = await ann.ask('GET', '/settings/visibility');
    const wrong = { ...body, lead: { rows: 'all', aggregate: 'teams', text: true } };
    expect((await ann.ask('PUT', '/settings/visibility', wrong)).body).toMatchObject({ status: 400, field: 'lead.aggregate' });
  });

  test('whoever is no agent and of no team sees nothing of either', async () => {
    const lee = await invite('lee@example.com', { role: 'lead' });
    expect((await lee.ask('GET', '/tickets')).body).toMatchObject({ code: 'forbidden', detail: expect.stringMatching(/no team/) });
  });
});
