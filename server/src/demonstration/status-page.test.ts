/** The demonstration's status page is there once it is set, says what it should, and is not set over what somebody made of it. */
import { afterAll, expect, test } from 'vitest';
import { startStatusDesk } from '../../test/status-desk.ts';
import { MAKER } from './maker.ts';
import { WORKSPACE } from './progress.ts';
import { setStatusPage } from './status-page.ts';

const desk = await startStatusDesk();
afterAll(() => desk.close());

test('it is public with its components and a maintenance, once', async () => {
  const { postgres, statusPages } = desk;
  const parts = { postgres, statusPages, clock: { now: desk.now } };
  await postgres.pool.query(`insert into workspace (workspace_id, name, kind) values ($1, 'Demonstration', 'demonstration')`, [WORKSPACE]);
  await setStatusPage(parts);
  await statusPages.look();
  const { body } = await desk.read('/status/demo');
  for (const words of ['Platform, Europe', 'Data pipelines', 'New disks for the data pipelines']) expect(body).toContain(words);
  const { settings } = await statusPages.state(WORKSPACE);
  await statusPages.save(MAKER, { ...settings!, enabled: false }, undefined);
  await setStatusPage(parts);
  await statusPages.look();
  expect((await desk.read('/status/demo')).statusCode).toBe(404);
});
