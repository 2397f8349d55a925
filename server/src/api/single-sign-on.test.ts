/** Single sign-on against a real provider: who comes in as what, who does not and is told why, and that nothing proves itself twice. */
import { describe, expect, test } from 'vitest';
import { Browser } from '../../test/browser.ts';
import { ann, api, arrive, come, entries, invited, leave, memberOf, person, provider, save, startCompany } from '../../test/company.ts';
import { withinWorkspace } from '../store/wall.ts';

startCompany();

describe('whoever the provider vouches for', () => {
  test('is made when they first come, comes in, and is the same the next time under another address', async () => {
    expect((await save()).status).toBe(200);
    person('lee');
    const lee = new Browser(api);
    expect(await come(lee, 'lee', '?next=%2Fqueue')).toBe('/queue');
    expect((await lee.ask('GET', '/session')).body).toMatchObject({
      person: { name: 'lee of example', role: 'agent' },
      account: { email: 'lee@example.com' },
      workspace: { id: 'main' },
      workspaces: [{ id: 'main' }],
    });
    person('lee', { email: 'lee.hill@example.com' });
    const again = new Browser(api);
    expect(await come(again, 'lee')).toBe('/');
    expect((await again.ask('GET', '/session')).body).toMatchObject({ account: { email: 'lee@example.com' } });
    expect(await memberOf('lee.hill@example.com')).toBeUndefined();
    const [opened] = await entries('session.opened');
    expect(opened).toMatchObject({ who: { kind: 'person', name: 'lee of example' }, after: { how: 'single sign-on' } });
    expect((await entries('person.joined'))[0]).toMatchObject({ who: { kind: 'provider', id: provider.issuer } });
  });

  test('has a cookie that scripts do not reach, and nothing of the way there is left', async () => {
    await save();
    person('lee');
    const lee = new Browser(api);
    const back = await provider.signIn(await leave(lee), 'lee');
    expect([...lee.jar.keys()]).toEqual(['watchdesk_single_sign_on']);
    const { headers } = await lee.ask('GET', back.pathname.replace('/api/v1', '') + back.search);
    expect(String(headers['set-cookie'])).toMatch(/watchdesk\.session_token=[^;]+;.*HttpOnly;.*SameSite=Lax/);
    expect([...lee.jar.keys()]).toEqual(['watchdesk.session_token']);
    expect((await api.postgres.pool.query('select from single_sign_on_attempt')).rowCount).toBe(0);
  });

  test('is the member of that address who had a password before, and keeps what they are', async () => {
    await save();
    await invited('lee@example.com', { role: 'manager' });
    person('lee');
    const lee = new Browser(api);
    expect(await come(lee, 'lee')).toBe('/');
    expect((await lee.ask('GET', '/session')).body).toMatchObject({ person: { name: 'lee', role: 'manager' } });
  });

  test('is what the invitation said, where people are not made', async () => {
    await save({ makesPeople: false });
    person('lee');
    expect(await come(new Browser(api), 'lee')).toBe('/sign-in?refused=not_invited');
    await ann.ask('POST', '/members/invitations', { email: 'lee@example.com', role: 'planner' });
    expect(await come(new Browser(api), 'lee')).toBe('/');
    expect(await memberOf('lee@example.com')).toMatchObject({ role: 'planner' });
    expect((await ann.ask('GET', '/members')).body!['invitations']).toEqual([]);
  });
});

describe('groups', () => {
  const groups = [
    { group: 'bosses', role: 'manager', teams: [] },
    { group: 'north', role: null, teams: ['north'] },
    { group: 'leads', role: 'lead', teams: ['south'] },
  ];

  test('make role and teams, the first role by the order of the map, and a change demotes at the next sign-in', async () => {
    expect((await save({ groups })).status).toBe(200);
    person('lee', { groups: ['leads', 'north', 'bosses', 'of no interest'] });
    await come(new Browser(api), 'lee');
    expect(await memberOf('lee@example.com')).toMatchObject({ role: 'manager', teams: ['north', 'south'] });
    person('lee', { groups: ['north'] });
    const lee = new Browser(api);
    await come(lee, 'lee');
    expect(await memberOf('lee@example.com')).toMatchObject({ role: 'agent', teams: ['north'] });
    expect((await lee.ask('PUT', '/settings', { stage: null })).status).toBe(403);
    expect((await entries('person.changed'))[0]).toMatchObject({
      who: { kind: 'provider' },
      before: { role: 'manager' },
      after: { role: 'agent' },
    });
  });

  test('let in nobody without one that is in the map, where that is said', async () => {
    await save({ groups, defaultRole: null });
    person('lee', { groups: ['north'] });
    expect(await come(new Browser(api), 'lee')).toBe('/sign-in?refused=no_group');
    expect(await memberOf('lee@example.com')).toBeUndefined();
  });

  test('come by another claim, as a text too', async () => {
    await save({ groups, groupsClaim: 'name' });
    person('lee', { name: 'leads' });
    await come(new Browser(api), 'lee');
    expect(await memberOf('lee@example.com')).toMatchObject({ role: 'lead' });
  });

  test('do not take the last administrator away', async () => {
    await save({ groups });
    person('ann', { groups: ['leads'] });
    expect(await come(new Browser(api), 'ann')).toBe('/');
    expect(await memberOf('ann@example.com')).toMatchObject({ role: 'admin' });
  });

  test('name a team that has gone since: the others hold', async () => {
    await save({ groups });
    await api.postgres.pool.query(`delete from directory where workspace_id = 'main' and id = 'south'`);
    person('lee', { groups: ['leads', 'north'] });
    expect(await come(new Browser(api), 'lee')).toBe('/');
    expect(await memberOf('lee@example.com')).toMatchObject({ role: 'lead', teams: ['north'] });
    await api.door.accept('main', 'api', [{ id: 'm3', at: api.clock.now(), type: 'team.upserted', data: { id: 'south', name: 'South' } }]);
  });
});

describe('is not let in, and told why:', () => {
  test.each([
    ['an address that is not verified', { email_verified: false }, 'unverified_email'],
    ['one that is not, as a text', { email_verified: 'false' }, 'unverified_email'],
    ['a foreign domain', { email: 'lee@example.org' }, 'foreign_domain'],
    ['a domain that only ends alike', { email: 'lee@notexample.com' }, 'foreign_domain'],
    ['a domain below', { email: 'lee@mail.example.com' }, 'foreign_domain'],
    ['no address', { email: undefined }, 'no_email'],
    ['an address that is none', { email: 'a@example.com@example.com' }, 'no_email'],
  ])('%s', async (_name, change, code) => {
    await save();
    person('lee', change);
    const lee = new Browser(api);
    expect(await come(lee, 'lee')).toBe(`/sign-in?refused=${code}`);
    expect((await lee.ask('GET', '/session')).status).toBe(401);
    expect((await lee.ask('GET', `/sign-in?refused=${code}`)).body!['refused']).toMatch(/^Your /);
    expect((await entries('session.refused'))[0]).toMatchObject({ who: { kind: 'provider' }, after: { how: 'single sign-on', why: code } });
  });

  test('whoever declines, or may not, at the provider', async () => {
    await save();
    expect(await come(new Browser(api), 'nobody')).toBe('/sign-in?refused=declined');
    expect((await entries('session.refused'))[0]).toMatchObject({ after: { detail: 'access_denied: nobody of the kind' } });
  });

  test('a member who is shut out', async () => {
    await save();
    person('lee');
    const lee = new Browser(api);
    await come(lee, 'lee');
    const { id } = await memberOf('lee@example.com');
    await ann.ask('PATCH', `/members/${id}`, { active: false });
    expect((await lee.ask('GET', '/session')).status).toBe(401);
    expect(await come(new Browser(api), 'lee')).toBe('/sign-in?refused=shut_out');
  });

  test('the holder of an account that is another company’s, until they are invited', async () => {
    await save();
    await invited('lee@example.com', { role: 'admin' });
    await api.postgres.pool.query(
      `update member set workspace_id = 'other' where user_id <> (select id from auth_user where email = 'ann@example.com')`,
    );
    person('lee');
    expect(await come(new Browser(api), 'lee')).toBe('/sign-in?refused=other_account');
    await ann.ask('POST', '/members/invitations', { email: 'lee@example.com', role: 'reviewer' });
    const lee = new Browser(api);
    expect(await come(lee, 'lee')).toBe('/');
    expect((await lee.ask('GET', '/session')).body).toMatchObject({ workspace: { id: 'main' }, workspaces: [{ id: 'main' }] });
  });

  test('a workspace that offers none, or is none', async () => {
    for (const workspace of ['main', 'nowhere']) expect(await leave(new Browser(api), workspace)).toBe('/sign-in?refused=not_offered');
  });
});

test('who fails again and again fills no log', async () => {
  await save();
  api.clock.set(api.clock.now() + 61_000);
  const count = async () => (await entries('session.refused')).length;
  const before = await count();
  for (let turn = 0; turn < 3; turn += 1) expect(await come(new Browser(api), 'nobody')).toBe('/sign-in?refused=declined');
  expect((await count()) - before).toBe(1);
  api.clock.set(api.clock.now() + 61_000);
  await come(new Browser(api), 'nobody');
  expect((await count()) - before).toBe(2);
});

test('what one does in a session of a company is that company’s to know', async () => {
  await save();
  person('lee');
  const lee = new Browser(api);
  await come(lee, 'lee');
  await api.postgres.pool.query(
    `insert into member (workspace_id, user_id, role, teams, joined_at)
     select 'other', id, 'admin', '{}', now() from auth_user where email = 'lee@example.com'`,
  );
  api.accounts.sessions.forget();
  const seen = async (workspace: string) => {
    const all = await withinWorkspace(workspace, () => api.accounts.members.list(workspace));
    return all.find(({ email }) => email === 'lee@example.com')!.lastSeenAt !== null;
  };
  expect([await seen('main'), await seen('other')]).toEqual([true, false]);
  expect((await lee.ask('DELETE', '/session')).status).toBe(204);
  const { rows } = await api.postgres.pool.query<{ workspace: string }>(
    `select distinct workspace_id as workspace from audit_entry where action = 'session.closed' and content like '%lee@%' or action = 'session.closed' and content like '%lee of example%'`,
  );
  expect(rows.map(({ workspace }) => workspace)).toEqual(['main']);
});

describe('what comes back', () => {
  test('with another state, another browser’s, or none, opens nothing', async () => {
    await save();
    person('lee');
    const [lee, eve] = [new Browser(api), new Browser(api)];
    const back = await provider.signIn(await leave(lee), 'lee');
    const wrong = new URL(back);
    wrong.searchParams.set('state', 'x'.repeat(43));
    expect(await arrive(eve, back)).toBe('/sign-in?refused=again');
    await leave(eve);
    expect(await arrive(eve, back)).toBe('/sign-in?refused=again');
    const third = new Browser(api);
    await leave(third);
    expect(await arrive(third, wrong)).toBe('/sign-in?refused=again');
    expect(
      (await api.postgres.pool.query('select from auth_session s join single_sign_on_session o on o.session_id = s.id')).rowCount,
    ).toBe(0);
    // The mistakes of others took nothing from the one it belongs to.
    expect(await arrive(lee, back)).toBe('/');
  });

  test('is good once', async () => {
    await save();
    person('lee');
    const lee = new Browser(api);
    const away = await leave(lee);
    const kept = new Map(lee.jar);
    const back = await provider.signIn(away, 'lee');
    expect(await arrive(lee, back)).toBe('/');
    for (const [name, value] of kept) lee.jar.set(name, value);
    expect(await arrive(lee, back)).toBe('/sign-in?refused=again');
  });

  test('with a code that was used at the provider is not taken', async () => {
    await save();
    person('lee');
    const lee = new Browser(api);
    const first = await provider.signIn(await leave(lee), 'lee');
    await arrive(lee, first);
    const second = await provider.signIn(await leave(lee), 'lee');
    second.searchParams.set('code', first.searchParams.get('code')!);
    expect(await arrive(lee, second)).toBe('/sign-in?refused=again');
    expect((await entries('session.refused'))[0]).toMatchObject({
      after: { why: 'again', detail: expect.stringContaining('invalid_grant') },
    });
  });

  test('after ten minutes is too late', async () => {
    await save();
    person('lee');
    const lee = new Browser(api);
    const back = await provider.signIn(await leave(lee), 'lee');
    api.clock.set(api.clock.now() + 600_001);
    expect(await arrive(lee, back)).toBe('/sign-in?refused=again');
  });

  test('leads nowhere outside', async () => {
    await save();
    person('lee');
    for (const next of ['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example'])
      expect(await come(new Browser(api), 'lee', `?next=${encodeURIComponent(next)}`)).toBe('/');
  });
});
