/** What a directory is refused, in the form of SCIM, and what of other workspaces it never touches. */
import { describe, expect, test } from 'vitest';
import { ann, annsId, api, by, make, OKTA, patch, scim, startDirectory } from '../../../test/company-directory.ts';

startDirectory();

describe('is refused, in the form of SCIM:', () => {
  test('somebody there is already, by name, address or id', async () => {
    await make();
    for (const change of [
      {},
      { userName: 'LEE.HILL@example.com', externalId: 'y' },
      { userName: 'z@example.com', emails: [] },
      { userName: 'z@example.com', externalId: 'y' },
    ])
      expect((await scim('POST', '/Users', { ...OKTA, ...change })).body).toMatchObject({ status: '409', scimType: 'uniqueness' });
  });

  test('an account of another workspace, whose holder has to agree', async () => {
    const id = await make();
    await api.postgres.pool.query(`update member set workspace_id = 'other' where user_id = $1`, [id]);
    expect((await scim('POST', '/Users', OKTA)).body).toMatchObject({ status: '409', detail: expect.stringMatching(/invite them/) });
    for (const method of ['GET', 'DELETE'] as const) expect((await scim(method, `/Users/${id}`)).status).toBe(404);
    expect((await patch(`/Users/${id}`, { op: 'replace', value: { active: false } })).status).toBe(404);
    expect((await patch('/Groups/admin', { op: 'add', path: 'members', value: [{ value: id }] })).body).toMatchObject({
      scimType: 'invalidValue',
    });
    expect((await scim('GET', '/Users')).body).toMatchObject({ totalResults: 1 });
  });

  test('what is another workspace’s too: the address', async () => {
    const id = await make();
    await api.postgres.pool.query(`insert into member (workspace_id, user_id, role) values ('other', $1, 'agent')`, [id]);
    const change = { op: 'replace', value: { emails: [{ value: 'eve@example.com', primary: true }] } };
    expect((await patch(`/Users/${id}`, change)).body).toMatchObject({ status: '409', detail: expect.stringMatching(/another workspace/) });
    await patch(`/Users/${id}`, { op: 'replace', value: { displayName: 'Eve' } });
    expect((await scim('GET', `/Users/${id}`)).body).toMatchObject({ displayName: 'Lee Hill' });
  });

  test('the end of the last administrator', async () => {
    const id = await annsId();
    for (const refused of [
      await patch(`/Users/${id}`, { op: 'replace', value: { active: false } }),
      await scim('DELETE', `/Users/${id}`),
      await patch('/Groups/admin', { op: 'remove', path: 'members' }),
      await patch('/Groups/agent', { op: 'add', path: 'members', value: [{ value: id }] }),
    ])
      expect(refused.body).toMatchObject({ status: '409', detail: expect.stringMatching(/last administrator/) });
    expect((await ann.ask('GET', '/session')).status).toBe(200);
  });

  test.each([
    ['userName sw "a"', 'invalidFilter'],
    ['userName eq "a" and active eq true', 'invalidFilter'],
    ['title eq "a"', 'invalidFilter'],
    ['userName eq a', 'invalidFilter'],
  ])('the filter %s', async (filter, scimType) => {
    expect((await by(filter)).body).toMatchObject({ status: '400', scimType });
  });

  test.each([
    [{ ...OKTA, userName: undefined }, /userName is required/],
    [{ ...OKTA, userName: 'lee', emails: [] }, /emails must hold an address/],
    [{ ...OKTA, emails: [{ value: 'lee' }] }, /e-mail address/],
    [{ ...OKTA, active: 'perhaps' }, /active must be true or false/],
    [{ ...OKTA, roles: [{ value: 'owner' }] }, /roles must hold one of agent/],
    [{ ...OKTA, userName: 7 }, /userName must be a text/],
  ])('%j', async (body, words) => {
    expect((await scim('POST', '/Users', body)).body).toMatchObject({
      status: '400',
      scimType: 'invalidValue',
      detail: expect.stringMatching(words),
    });
  });

  test('a change that is none, and bodies that are no JSON', async () => {
    const id = await annsId();
    expect((await patch(`/Users/${id}`, { op: 'move', path: 'active' })).body).toMatchObject({ status: '400' });
    expect((await scim('PATCH', `/Users/${id}`, { Operations: [] })).body).toMatchObject({ status: '400' });
    expect((await scim('POST', '/Users', OKTA, 'text/plain')).body).toMatchObject({ status: '415' });
  });

  test('whoever has no key, another’s, or one without the scope', async () => {
    const ask = async (authorization?: string) =>
      (await api.app.inject({ url: '/api/v1/scim/v2/Users', headers: { ...(authorization && { authorization }) } })).json();
    expect(await ask()).toMatchObject({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '401' });
    expect(await ask(`Bearer ${await api.keyOf('main', ['tickets:read'])}`)).toMatchObject({ status: '403' });
    expect(await ask(`Bearer ${await api.keyOf('other', ['people:write'])}`)).toMatchObject({ totalResults: 0 });
  });
});
