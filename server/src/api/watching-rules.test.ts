/** Of rules and automations as somebody changes them, and of what automations did, each is told what they may see: by the stream, the log and a dry run. */
import { afterAll, afterEach, expect, test } from 'vitest';
import { NOW } from '../../test/api.ts';
import { openWatching } from '../../test/watching.ts';

const { api, watch, asPersona, hangUp, close } = await openWatching();
afterEach(hangUp);
afterAll(close);

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const byKey = { authorization: `Bearer ${api.keys.a}` };
const ask = async (method: Method, url: string, payload?: object, headers: Record<string, string> = byKey) => {
  const answer = await api.app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) });
  return answer.body === '' ? {} : (answer.json() as Record<string, any>);
};
type Told = { answer?: Record<string, any> };
const named = (list: 'rules' | 'automations', names: readonly string[]) => (message: Told) =>
  JSON.stringify(message.answer?.[list].map(({ spec }: { spec: { name: string } }) => spec.name)) === JSON.stringify(names);

test('of rules as they are made, renamed and removed', async () => {
  const rule = { name: 'Escalated', subject: { kind: 'event', event: 'ticket.escalated' }, severity: 'warning' };
  const seen = await watch({ list: { rules: {} } });
  await seen.until('list', named('rules', []));
  const { id, version } = await ask('POST', '/rules', { rule });
  await seen.until('list', named('rules', ['Escalated']));
  await ask('PUT', `/rules/${id}`, { rule: { ...rule, name: 'Handed on' }, baseVersion: version });
  await seen.until('list', named('rules', ['Handed on']));
  await ask('DELETE', `/rules/${id}`);
  expect((await seen.until('list', named('rules', []))).type).toBe('answer');
});

test('of automations, and of each run to those who see its ticket', async () => {
  const automation = {
    name: 'Tag',
    trigger: { kind: 'event', events: ['ticket.created'] },
    actions: [{ do: 'tag', add: ['new'] }],
  };
  const questions = { list: { automations: {} }, runs: { automationRuns: { limit: 50 } } };
  const all = await watch(questions);
  const lead = await watch(questions, await asPersona('lead'));
  await all.until('list', named('automations', []));
  await api.automations.turn();
  await ask('POST', '/automations', { automation });
  await all.until('list', named('automations', ['Tag']));
  const created = (ticket: string, team: string) => ({
    id: `${ticket} c`,
    at: NOW,
    ticket,
    actor: { kind: 'customer', id: 'c' },
    type: 'ticket.created',
    data: { requester: 'c', team },
  });
  await api.door.accept('a', 'api', [created('api:r1', 'billing'), created('api:r2', 'technical')]);
  await api.automations.turn();
  const tickets = ({ answer }: Told) =>
    answer?.['runs'].map(({ ticket }: { ticket: string }) => ticket).toSorted((a: string, b: string) => a.localeCompare(b));
  await all.until('runs', (told) => tickets(told)?.join() === 'api:r1,api:r2');
  await all.until('list', ({ answer }) => answer?.['automations'][0]?.runsOfDay === 2);
  await lead.until('runs', (told) => tickets(told)?.join() === 'api:r1');

  const { cookie } = await asPersona('lead');
  const asLead = { cookie };
  expect((await ask('GET', '/automations/runs', undefined, asLead))['runs']).toMatchObject([{ ticket: 'api:r1', outcome: 'ran' }]);
  const tried = async (more: object) => {
    const { runs } = await ask('POST', '/automations/dry-run', { automation, days: 1, ...more }, asLead);
    return runs.map(({ ticket }: { ticket: string }) => ticket);
  };
  expect(await tried({})).toEqual(['api:r1']);
  expect([await tried({ ticket: 'api:r1' }), await tried({ ticket: 'api:r2' })]).toEqual([['api:r1'], []]);
});
