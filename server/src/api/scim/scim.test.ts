/** SCIM as the directories of Okta and Entra ID speak it: the shapes that their documentation shows, from the first question to the last. */
import { describe, expect, test } from 'vitest';
import { ADDRESS } from '../../../test/api.ts';
import { createAccounts } from '../../accounts/index.ts';
import { OPERATOR } from '../../audit/index.ts';
import { Browser, PASSWORD } from '../../../test/browser.ts';
import {
  ann,
  api,
  audited,
  by,
  comeIn,
  ENTERPRISE,
  ENTRA,
  LIST,
  make,
  OKTA,
  patch,
  scim,
  startDirectory,
  USER,
} from '../../../test/company-directory.ts';

startDirectory();

describe('Okta', () => {
  test('asks whether there is somebody, makes them, and finds them again', async () => {
    expect((await by('userName eq "lee.hill@example.com"')).body).toEqual({
      schemas: LIST,
      totalResults: 0,
      startIndex: 1,
      itemsPerPage: 0,
      Resources: [],
    });
    const { status, body, headers } = await scim('POST', '/Users', OKTA);
    expect([status, headers['location']]).toEqual([201, `${ADDRESS}/api/v1/scim/v2/Users/${body!['id']}`]);
    expect(body).toMatchObject({
      schemas: [USER],
      userName: 'lee.hill@example.com',
      externalId: '00u1a2b3c4d5',
      displayName: 'Lee Hill',
      name: { givenName: 'Lee', familyName: 'Hill', formatted: 'Lee Hill' },
      emails: [{ value: 'lee.hill@example.com', type: 'work', primary: true }],
      active: true,
      roles: [{ value: 'agent', primary: true }],
      meta: { resourceType: 'User', location: headers['location'] },
    });
    expect(JSON.stringify(body)).not.toContain('not ours');
    for (const filter of ['userName eq "LEE.hill@example.com"', 'externalId eq "00u1a2b3c4d5"', `id eq "${body!['id']}"`])
      expect((await by(filter)).body).toMatchObject({ totalResults: 1, Resources: [{ id: body!['id'] }] });
    expect((await scim('GET', `/Users/${body!['id']}`)).body).toEqual(body);
    expect(await audited()).toContain('key person.joined');
  });

  test('sends application/json too', async () => {
    expect((await scim('POST', '/Users', OKTA, 'application/json')).status).toBe(201);
  });

  test('takes somebody away by a change without a path, whose sessions end at once, and brings them back', async () => {
    const id = await make();
    const lee = await comeIn(id, OKTA.userName);
    expect((await lee.ask('GET', '/session')).status).toBe(200);
    expect((await patch(`/Users/${id}`, { op: 'replace', value: { active: false } })).body).toMatchObject({ active: false });
    expect((await lee.ask('GET', '/session')).status).toBe(401);
    expect((await api.postgres.pool.query('select from auth_session where "userId" = $1', [id])).rowCount).toBe(0);
    expect((await patch(`/Users/${id}`, { op: 'replace', value: { active: true } })).body).toMatchObject({ active: true });
    await lee.ask('POST', '/sign-in', { email: OKTA.userName, password: PASSWORD });
    expect((await lee.ask('GET', '/session')).status).toBe(200);
  });

  test('changes a profile by putting all of it again, and a name by its parts', async () => {
    const id = await make();
    const { body: before } = await scim('GET', `/Users/${id}`);
    const { status, body } = await scim('PUT', `/Users/${id}`, {
      ...before,
      displayName: undefined,
      name: { givenName: 'Leigh', familyName: 'Hill' },
      active: true,
    });
    expect([status, body!['displayName'], body!['externalId']]).toEqual([200, 'Leigh Hill', '00u1a2b3c4d5']);
    expect((await patch(`/Users/${id}`, { op: 'replace', path: 'name.familyName', value: 'Hall' })).body).toMatchObject({
      displayName: 'Leigh Hall',
    });
    const other = 'leigh@example.com';
    const moved = { ...body, userName: other, emails: [{ primary: true, value: other, type: 'work' }] };
    expect((await scim('PUT', `/Users/${id}`, moved)).body).toMatchObject({ userName: other, emails: [{ value: other }] });
    expect((await ann.ask('GET', '/members')).body!['members'].map(({ email }: { email: string }) => email)).toContain(other);
  });

  test('pages through everybody', async () => {
    for (let at = 0; at < 4; at++) await make({ ...OKTA, userName: `p${at}@example.com`, emails: [], externalId: `x${at}` });
    const seen: string[] = [];
    for (const startIndex of [1, 3, 5]) {
      const { body } = await scim('GET', `/Users?startIndex=${startIndex}&count=2`);
      expect(body).toMatchObject({ totalResults: 5, startIndex, itemsPerPage: startIndex === 5 ? 1 : 2 });
      seen.push(...body!['Resources'].map(({ id }: { id: string }) => id));
    }
    expect(new Set(seen).size).toBe(5);
    expect((await scim('GET', '/Users?count=0')).body).toMatchObject({ totalResults: 5, Resources: [] });
    expect((await scim('GET', '/Users?startIndex=90')).body).toMatchObject({ totalResults: 5, Resources: [] });
  });

  test('links a group by its name, and adds and takes members', async () => {
    const id = await make();
    const { body } = await scim('GET', '/Groups?startIndex=1&count=100');
    expect(body!['Resources'].map(({ displayName }: { displayName: string }) => displayName)).toContain('manager');
    await patch('/Groups/manager', { op: 'add', path: 'members', value: [{ value: id, display: 'lee.hill@example.com' }] });
    expect((await scim('GET', `/Users/${id}`)).body).toMatchObject({ groups: [{ value: 'manager' }], roles: [{ value: 'manager' }] });
    expect((await scim('GET', '/Groups/manager')).body).toMatchObject({ members: [{ value: id, display: 'Lee Hill' }] });
    await patch('/Groups/manager', { op: 'remove', path: `members[value eq "${id}"]` });
    expect((await scim('GET', `/Users/${id}`)).body).toMatchObject({ groups: [{ value: 'agent' }] });
    expect((await patch('/Groups/manager', { op: 'replace', value: { id: 'manager', displayName: 'manager' } })).status).toBe(200);
    expect((await patch('/Groups/manager', { op: 'replace', value: { id: 'manager', displayName: 'Bosses' } })).body).toMatchObject({
      status: '400',
      scimType: 'mutability',
    });
    expect((await scim('PUT', '/Groups/lead', { displayName: 'lead', members: [{ value: id }] })).body).toMatchObject({
      members: [{ value: id }],
    });
  });
});

describe('Entra ID', () => {
  test('tries the connection by a question for somebody who is not there', async () => {
    expect((await by('userName eq "0e8c1c5e-3f0a-4a8b-9d55-0c1f4a1b2c3d"')).body).toMatchObject({ totalResults: 0, Resources: [] });
  });

  test('makes somebody whose userName is not the address, and finds them by either', async () => {
    const { status, body } = await scim('POST', '/Users', ENTRA);
    expect([status, body!['userName'], body!['emails']]).toEqual([
      201,
      'kim@tenant.onmicrosoft.com',
      [{ value: 'kim.dale@example.com', type: 'work', primary: true }],
    ]);
    for (const filter of [
      'userName eq "kim@tenant.onmicrosoft.com"',
      'emails[type eq "work"].value eq "kim.dale@example.com"',
      'externalId eq "f0e1d2c3"',
    ])
      expect((await by(filter)).body).toMatchObject({ totalResults: 1, Resources: [{ id: body!['id'] }] });
    expect((await ann.ask('GET', '/members')).body!['members']).toContainEqual(
      expect.objectContaining({ email: 'kim.dale@example.com', name: 'Kim Dale', externalId: 'f0e1d2c3', role: 'agent' }),
    );
  });

  test('changes parts by their paths, with truths as texts and operations in capitals', async () => {
    const id = await make(ENTRA);
    const { status, body } = await patch(
      `/Users/${id}`,
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'kim@example.com' },
      { op: 'Replace', path: 'name.familyName', value: 'Dole' },
      { op: 'Add', path: `${ENTERPRISE}:department`, value: 'Elsewhere' },
      { op: 'Add', path: 'roles[primary eq "True"].value', value: 'lead' },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      userName: 'kim@tenant.onmicrosoft.com',
      emails: [{ value: 'kim@example.com' }],
      name: { familyName: 'Dole', formatted: 'Kim Dole' },
      roles: [{ value: 'lead' }],
    });
    const kim = await comeIn(id, 'kim@example.com');
    expect((await patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'False' })).body).toMatchObject({ active: false });
    expect((await kim.ask('GET', '/session')).status).toBe(401);
    expect((await patch(`/Users/${id}`, { op: 'Add', path: 'active', value: 'True' })).body).toMatchObject({ active: true });
    expect(
      (await patch(`/Users/${id}`, { op: 'Replace', value: { 'name.givenName': 'Kimberly', displayName: 'Kimberly D.' } })).body,
    ).toMatchObject({
      displayName: 'Kimberly D.',
      name: { givenName: 'Kimberly' },
    });
  });

  test('deletes somebody, who is gone then, and may be made again', async () => {
    const id = await make(ENTRA);
    const kim = await comeIn(id, 'kim.dale@example.com');
    expect((await scim('DELETE', `/Users/${id}`)).status).toBe(204);
    expect((await scim('GET', `/Users/${id}`)).body).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: '404',
      detail: 'There is no such person in this workspace.',
    });
    expect((await scim('DELETE', `/Users/${id}`)).status).toBe(404);
    expect((await kim.ask('GET', '/session')).status).toBe(401);
    await make(ENTRA);
    expect(await audited()).toContain('key person.removed');
  });

  test('looks for a group without its members, and moves somebody between two in either order', async () => {
    const id = await make(ENTRA);
    const { body } = await scim('GET', `/Groups?excludedAttributes=members&filter=${encodeURIComponent('displayName eq "Planner"')}`);
    expect(body).toMatchObject({ totalResults: 1, Resources: [{ id: 'planner', displayName: 'planner' }] });
    expect(body!['Resources'][0]).not.toHaveProperty('members');
    const change = (role: string, op: string) => patch(`/Groups/${role}`, { op, path: 'members', value: [{ $ref: null, value: id }] });
    const roleNow = async () => (await scim('GET', `/Users/${id}`)).body!['roles'][0].value;
    await change('planner', 'Add');
    await change('lead', 'Add');
    await change('planner', 'Remove');
    expect(await roleNow()).toBe('lead');
    await change('lead', 'Remove');
    await change('planner', 'Add');
    expect(await roleNow()).toBe('planner');
  });

  test('is told which groups there are when it would make another', async () => {
    expect((await scim('POST', '/Groups', { displayName: 'Bosses', externalId: 'x' })).body).toMatchObject({
      status: '400',
      detail: expect.stringMatching(/one of agent, lead/),
    });
    expect((await scim('POST', '/Groups', { displayName: 'Lead', externalId: 'x' })).body).toMatchObject({
      status: '409',
      scimType: 'uniqueness',
    });
  });
});

test('a change holds whole or not at all, but whoever is shut out is out', async () => {
  const id = await make();
  const kim = await make(ENTRA);
  const before = (await scim('GET', `/Users/${id}`)).body;
  const taken = { op: 'replace', path: 'emails[type eq "work"].value', value: 'kim.dale@example.com' };
  expect((await patch(`/Users/${id}`, { op: 'replace', path: 'roles[primary eq "True"].value', value: 'lead' }, taken)).status).toBe(409);
  expect((await scim('GET', `/Users/${id}`)).body).toEqual(before);
  expect((await patch(`/Users/${id}`, { op: 'replace', path: 'active', value: false }, taken)).status).toBe(409);
  expect((await scim('GET', `/Users/${id}`)).body).toMatchObject({ active: false, emails: [{ value: 'lee.hill@example.com' }] });
  const nobody = '0e8c1c5e-3f0a-4a8b-9d55-0c1f4a1b2c3d';
  expect((await patch('/Groups/planner', { op: 'add', path: 'members', value: [{ value: kim }, { value: nobody }] })).status).toBe(400);
  expect((await scim('GET', `/Users/${kim}`)).body!['roles'][0].value).toBe('agent');
});

test('a name and an address that a directory changes are told of with what they were', async () => {
  const id = await make();
  await patch(`/Users/${id}`, { op: 'replace', path: 'displayName', value: 'Lee H.' });
  await patch(`/Users/${id}`, { op: 'replace', path: 'emails[type eq "work"].value', value: 'lee@example.com' });
  const { entries } = (await ann.ask('GET', '/audit?actions=person.changed&limit=2')).body!;
  expect(entries).toMatchObject([
    { who: { kind: 'key' }, before: { email: 'lee.hill@example.com' }, after: { name: 'Lee H.', email: 'lee@example.com' } },
    { before: { name: 'Lee Hill' }, after: { name: 'Lee H.', email: 'lee.hill@example.com' } },
  ]);
});

test('a group takes a thousand people at once, and no more', async () => {
  const value = Array.from({ length: 1001 }, (_, n) => ({ value: `p${n}` }));
  for (const { status, body } of [
    await patch('/Groups/planner', { op: 'add', path: 'members', value }),
    await scim('PUT', '/Groups/planner', { displayName: 'planner', members: value }),
  ])
    expect([status, body!['scimType'], body!['detail']]).toEqual([400, 'invalidValue', expect.stringContaining('at most 1,000')]);
});

test('what of SCIM is there is told', async () => {
  expect((await scim('GET', '/ServiceProviderConfig')).body).toMatchObject({
    patch: { supported: true },
    bulk: { supported: false },
    filter: { supported: true, maxResults: 200 },
    authenticationSchemes: [{ type: 'oauthbearertoken' }],
  });
  expect((await scim('GET', '/ResourceTypes')).body).toMatchObject({
    totalResults: 2,
    Resources: [{ id: 'User', endpoint: '/Users' }, { id: 'Group' }],
  });
  expect((await scim('GET', '/ResourceTypes/Group')).body).toMatchObject({ endpoint: '/Groups' });
  expect((await scim('GET', '/Schemas')).body!['Resources'].map(({ id }: { id: string }) => id)).toContain(USER);
  expect((await scim('GET', `/Schemas/${USER}`)).body).toMatchObject({ name: 'User' });
});

test('where there is no single sign-on, whoever is made is sent a link that sets a first password; where there is one, they come by it', async () => {
  const sent: { to: string; link: string }[] = [];
  const { postgres, clock, sign } = api;
  const mail = {
    isConfigured: true,
    invite: async (_client: unknown, told: { to: string; link: string }) => void sent.push(told),
    reset: async () => {},
    signedIn: async () => {},
    changed: async () => {},
  };
  const accounts = createAccounts({ postgres, clock, sign, mail });
  const provide = (workspace: string, email: string) =>
    accounts.people!.provisioning.create(workspace, { userName: email, email }, OPERATOR);
  await provide('main', 'lee@example.com');
  expect(sent).toEqual([expect.objectContaining({ to: 'lee@example.com', link: expect.stringMatching(/\/new-password\/[\w-]{43}$/) })]);
  const lee = new Browser(api);
  expect((await lee.ask('POST', '/password/reset', { token: sent[0]!.link.split('/').at(-1), password: PASSWORD })).status).toBe(204);
  expect((await lee.signIn('lee@example.com')).status).toBe(200);
  const settings = {
    label: 'x',
    issuer: 'https://login.example.com',
    clientId: 'x',
    clientSecret: 'x',
    domains: ['example.com'],
    groupsClaim: 'groups',
  };
  const usual = { groups: [], defaultRole: 'planner', makesPeople: false, passwords: true } as const;
  await accounts.people!.singleSignOn.settings.save('main', { ...settings, ...usual }, 'test', OPERATOR);
  expect(await provide('main', 'kim@example.com')).toMatchObject({ role: 'planner' });
  expect(sent).toHaveLength(1);
});
