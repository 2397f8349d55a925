/** Whether a receiver has taken what it was sent, its status says: how much it answers, and whether that ever ends, is nothing to us. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createOutgoing } from '../outgoing/index.ts';
import { sendBody } from './http-way.ts';

/** What becomes of a message to a receiver that answers so, and how long that took. */
async function sentTo(answer: RequestListener) {
  const server = createServer((asked, answered) => asked.resume().on('end', () => answer(asked, answered)));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const outgoing = createOutgoing({ networks: ['127.0.0.0/8'] });
  const begun = performance.now();
  const verdict = await sendBody({ outgoing, clock: { now: () => Date.now() } }, { url, body: '{}', unfit: [] }, { id: 'x' });
  const ms = performance.now() - begun;
  await outgoing.close();
  server.closeAllConnections();
  server.close();
  return { verdict, ms };
}

test('one that takes it and answers much', async () => {
  const { verdict } = await sentTo((_, answered) => void answered.writeHead(200).end('x'.repeat(300_000)));
  expect(verdict).toEqual({ outcome: 'sent' });
});

test('one that takes it, and whose answer never ends, or is cut off', async () => {
  const endless = await sentTo((_, answered) => void answered.writeHead(202).write('ok'));
  expect(endless.verdict).toEqual({ outcome: 'sent' });
  expect(endless.ms).toBeLessThan(10_000);
  const cut = await sentTo((_, answered) => {
    answered.writeHead(200, { 'content-length': '100' }).write('ok');
    setTimeout(() => answered.destroy(), 50);
  });
  expect(cut.verdict).toEqual({ outcome: 'sent' });
});

test('one that refuses it at length is told of by the beginning of what it says', async () => {
  const { verdict } = await sentTo((_, answered) => void answered.writeHead(500).write(`No room ${'x'.repeat(200_000)}`));
  expect(verdict).toMatchObject({ outcome: 'later', reason: expect.stringContaining('No room') });
});
