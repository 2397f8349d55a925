/** Links of surveys and what an answer by one becomes: an event, once, of whom the ticket was then; and nothing by a link that is none of ours. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { agent, DAY, HOUR, startSurveyDesk } from '../../test/survey-desk.ts';

const desk = await startSurveyDesk();
const { pool, surveys, now, move, workspace, event, send, list, log, stateOf, askedFor } = desk;
beforeEach(() => desk.next());
afterAll(() => desk.close());

test('an answer is an event like any other: of whom the ticket was then, its comment apart, once', async () => {
  const link = await askedFor();
  const { id } = (await list()).surveys[0]!;
  await send(event('s:1', 'assignee.changed', { to: 'bob' }, agent));
  move(HOUR);
  const hostile = 'Thanks <script>alert(1)</script>\r\nBcc: x\0 – Anna';
  expect(await surveys.answer(link, { score: '4', comment: hostile })).toMatchObject({ outcome: 'taken', looked: { state: 'answered' } });
  expect((await log())[1]).toEqual({
    type: 'survey.answered',
    actor: 'customer c',
    data: { survey: 'csat', surveyId: id, score: 4, scale: 5 },
  });
  const { rows } = await pool.query(`select customer, fields from personal_data where workspace_id = $1 and fields ? 'comment'`, [
    workspace(),
  ]);
  expect(rows).toEqual([{ customer: 'c', fields: { comment: 'Thanks <script>alert(1)</script>\nBcc: x – Anna' } }]);
  expect((await stateOf('s:1')).surveys).toMatchObject([
    { surveyId: id, agent: 'ann', team: 'data', cycle: 1, score: 4, answeredAt: now() },
  ]);
  expect((await list()).counts).toMatchObject({ sent: 1, answered: 1 });
  expect(await surveys.answer(link, { score: '1', comment: 'again' })).toMatchObject({ outcome: 'shown', looked: { state: 'answered' } });
  expect((await log()).length).toBe(2);
});

test('of many who send the same link at once, one answers', async () => {
  const link = await askedFor();
  const all = await Promise.all(
    Array.from({ length: 30 }, (_, index) => surveys.answer(link, { score: String(1 + (index % 5)), comment: '' })),
  );
  expect(all.filter(({ outcome }) => outcome === 'taken')).toHaveLength(1);
  expect((await log()).map(({ type }) => type)).toEqual(['survey.requested', 'survey.answered']);
});

describe('a link', () => {
  test('that was followed writes nothing, however often', async () => {
    const link = await askedFor();
    for (let index = 0; index < 5; index += 1) expect(await surveys.show(link)).toMatchObject({ state: 'open', survey: 'csat', scale: 5 });
    expect((await log()).length).toBe(1);
  });
  test('ends, and takes nothing from then on', async () => {
    const link = await askedFor();
    move(14 * DAY);
    expect(await surveys.show(link)).toMatchObject({ state: 'expired' });
    expect(await surveys.answer(link, { score: '5', comment: '' })).toMatchObject({ outcome: 'shown', looked: { state: 'expired' } });
    expect((await log()).length).toBe(1);
  });
  test('that is not ours is one of nothing: changed, signed by another key, for another use, or of another survey', async () => {
    const link = await askedFor();
    const [text, signature] = link.split('.') as [string, string];
    const content = JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>;
    const packed = (more: object) => Buffer.from(JSON.stringify({ ...content, ...more })).toString('base64url');
    const forged = [
      '',
      'x',
      text,
      `${text}.`,
      `${text}.${signature}.x`,
      `${packed({ x: Number(content['x']) + 1 })}.${signature}`,
      `${packed({ w: 'w1' })}.${signature}`,
      `${packed({ i: 'another' })}.${signature}`,
      `${text}.${signature.slice(0, -2)}`,
    ];
    for (const one of forged) {
      expect([one, await surveys.show(one)]).toEqual([one, { state: 'unknown' }]);
      expect(await surveys.answer(one, { score: '5', comment: '' })).toEqual({ outcome: 'shown', looked: { state: 'unknown' } });
    }
    expect((await log()).length).toBe(1);
  });
  test.each(['', '0', '6', 'five', null, ['5']])('takes no %j for a score', async (score) => {
    const link = await askedFor();
    expect(await surveys.answer(link, { score, comment: 'x' })).toMatchObject({ outcome: 'faulty', fault: 'score' });
    expect(await surveys.answer(link, { score: '5', comment: 'x'.repeat(2001) })).toMatchObject({ outcome: 'faulty', fault: 'comment' });
    expect((await log()).length).toBe(1);
  });
});
