import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuseOtherNames } from './host-names.ts';
import { answerProblems } from './problems.ts';

let app: FastifyInstance;

beforeAll(() => {
  app = Fastify();
  answerProblems(app, () => {});
  refuseOtherNames(app, ['localhost', '127.0.0.1', '[::1]']);
  app.get('/', () => 'here');
});
afterAll(() => app.close());

const statusBy = async (host: string) => (await app.inject({ url: '/', headers: { host } })).statusCode;

test.each(['localhost', 'LOCALHOST:8080', '127.0.0.1', '127.0.0.1:8080', '[::1]', '[::1]:8080'])('%s is this machine', async (host) => {
  expect(await statusBy(host)).toBe(200);
});

test.each(['evil.example', 'evil.example:8080', 'localhost.evil.example', '127.0.0.1.evil.example', '::1', 'localhost:x'])(
  'another name is refused: %s',
  async (host) => {
    expect(await statusBy(host)).toBe(403);
  },
);

test('where there is nothing, too', async () => {
  const answer = await app.inject({ url: '/nowhere', headers: { host: 'evil.example' } });
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'forbidden']);
});
