/** The response rate counts what was sent: what was held back or refused for good is in no number, and an answer stands with whom the ticket was of when it was asked. */
import { afterAll, expect, test } from 'vitest';
import { clickhouseDatabase } from '../../test/databases.ts';
import { agent, DAY, HOUR, startSurveyDesk, tokenOf } from '../../test/survey-desk.ts';
import { createMetrics } from '../metrics/index.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

const desk = await startSurveyDesk();
const analytics = openAnalytics(await clickhouseDatabase());
await analytics.migrate();
afterAll(async () => {
  await desk.close();
  await analytics.close();
});

test('two sent, one of them answered, one refused and one held back are a half', async () => {
  await desk.next();
  const { asking, surveys, workspace, now, event, send, resolved, passed, smtp } = desk;
  await asking.say(workspace());
  for (const customer of ['d', 'e']) await asking.know(workspace(), customer, `${customer}@customer.example`);
  await resolved('s:1');
  await resolved('s:2', { requester: 'd' });
  await resolved('s:3', { tags: ['internal'] });
  await passed();
  const link = tokenOf(asking.link());
  smtp.behave({ at: 'recipient', code: 550 });
  await resolved('s:4', { requester: 'e' });
  await passed();
  expect((await desk.outcomes()).map(([, outcome]) => outcome)).toEqual(['sent', 'sent', 'held', 'failed']);
  await send(event('s:1', 'assignee.changed', { to: 'bob' }, agent), event('s:2', 'assignee.changed', { to: 'bob' }, agent));
  await surveys.answer(link, { score: '5', comment: '' });
  desk.move(HOUR);

  const clock = { now };
  await createLoader({ postgres: desk.postgres, analytics, clock }).drain();
  const metrics = createMetrics({ postgres: desk.postgres, analytics, clock });
  const all = { to: 'all' } as const;
  const asker = { workspaceId: workspace(), scope: { rows: all, aggregate: all, text: true } };
  const period = { from: now() - 2 * DAY, to: now() + DAY };
  const { total } = await metrics.query(asker, { metrics: ['survey_response', 'csat'], period });
  expect([total.values['survey_response']?.value, total.values['csat']?.value]).toEqual([0.5, 1]);
  const { groups } = await metrics.query(asker, { metrics: ['csat_answers'], dimensions: ['agent'], period });
  expect(groups.map(({ key, values }) => [key['agent'], values['csat_answers']?.value])).toEqual([['ann', 1]]);
});
