/** Who is asked, when and how often, once, whatever happens between: on a real database, through the real door and a real mail server. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { linkIn } from '../../test/asking.ts';
import { agent, DAY, HOUR, MINUTE, startSurveyDesk, tokenOf } from '../../test/survey-desk.ts';

let dies: 'before' | 'after' | undefined;
const desk = await startSurveyDesk((door) => ({
  accept: async (...given) => {
    if (dies === 'before') throw new Error('killed');
    const outcomes = await door.accept(...given);
    if (dies === 'after') throw new Error('killed');
    return outcomes;
  },
}));
const {
  pool,
  door,
  asking,
  surveys,
  smtp,
  now,
  move,
  workspace,
  turn,
  event,
  send,
  story,
  resolved,
  passed,
  list,
  outcomes,
  log,
  stateOf,
} = desk;
const { askedFor } = desk;
beforeEach(async () => {
  dies = undefined;
  await desk.next();
});
afterAll(() => desk.close());

test('two hours after the resolve a letter goes, in its words, and what it asks is known once the mail server has it', async () => {
  await asking.say(workspace());
  await resolved('s:1');
  await passed(HOUR);
  expect([smtp.delivered, await outcomes()]).toEqual([[], [['s:1', 'scheduled', null]]]);
  await passed(HOUR);
  const { read, to, raw } = smtp.delivered[0]!;
  expect([to, read.subject]).toEqual([['cleo@customer.example'], 'How did we do?']);
  for (const score of [1, 2, 3, 4, 5]) expect(read.html!).toContain(`https://desk.example${asking.link()}?score=${score}`);
  expect(read.text).toContain('About your request “The export fails”');
  expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const { id } = (await list()).surveys[0]!;
  expect(await log()).toEqual([{ type: 'survey.requested', actor: 'system ', data: { survey: 'csat', surveyId: id } }]);
  expect((await list()).counts).toEqual({ scheduled: 0, held: 0, sending: 0, sent: 1, answered: 0, failed: 0 });
  await passed(DAY);
  expect([smtp.delivered.length, (await log()).length]).toEqual([1, 1]);
});

describe('who is not asked', () => {
  test('nobody before it is switched on, of what was resolved then, or of history', async () => {
    await resolved('s:1');
    await asking.say(workspace());
    await turn();
    // Imported, and told late.
    await door.bulk(workspace(), 's', story('s:2'));
    await door.announce();
    await send(...story('s:3').map((one) => ({ ...one, at: now() - HOUR })));
    await turn();
    await passed();
    expect([await outcomes(), smtp.delivered]).toEqual([[], []]);
    await asking.say(workspace(), { afterResolve: false });
    await resolved('s:4');
    expect(await outcomes()).toEqual([]);
  });

  test('why stands in the list: opened again, tagged, without an address, asked lately', async () => {
    await asking.say(workspace());
    for (const ticket of ['s:1', 's:2', 's:5']) await resolved(ticket);
    await resolved('s:3', { tags: ['no-survey'] });
    await resolved('s:4', { requester: 'somebody' });
    move(MINUTE);
    await send(event('s:1', 'status.changed', { to: 'open' }));
    await passed();
    expect(await outcomes()).toEqual([
      ['s:1', 'held', 'reopened'],
      ['s:2', 'sent', null],
      ['s:3', 'held', 'tagged'],
      ['s:4', 'held', 'no_address'],
      ['s:5', 'held', 'throttled'],
    ]);
    expect(await list()).toMatchObject({
      counts: { held: 4, sent: 1 },
      surveys: expect.arrayContaining([expect.objectContaining({ detail: 'it was opened again' })]),
    });
    expect(smtp.delivered).toHaveLength(1);
  });

  test('the same address is one contact, whatever it is called where', async () => {
    await asking.say(workspace());
    await asking.know(workspace(), 'c-elsewhere', 'Cleo@Customer.example');
    await resolved('s:1');
    await resolved('s:2', { requester: 'c-elsewhere' });
    await passed();
    expect(await outcomes()).toEqual([
      ['s:1', 'sent', null],
      ['s:2', 'held', 'throttled'],
    ]);
    const { rows } = await pool.query('select * from survey_request where workspace_id = $1', [workspace()]);
    expect(JSON.stringify(rows)).not.toMatch(/cleo/i);
  });

  test('whoever a help desk has just asked', async () => {
    await asking.say(workspace());
    await resolved('s:1');
    await send(event('s:1', 'survey.requested', { survey: 'csat', surveyId: 'theirs' }, { kind: 'system' }));
    await resolved('s:2');
    await passed();
    expect(await outcomes()).toEqual([
      ['s:1', 'held', 'asked_in_cycle'],
      ['s:2', 'held', 'throttled'],
    ]);
  });

  test('whoever said that they want no more, by the link or by their mail program', async () => {
    const link = await askedFor();
    expect(await surveys.optOut(link)).toMatchObject({ state: 'open' });
    move(30 * DAY);
    await resolved('s:2');
    await passed();
    expect(await outcomes()).toContainEqual(['s:2', 'held', 'opted_out']);
  });

  test('nobody where no letters go, or long after', async () => {
    await asking.say(workspace());
    const quiet = asking.another({ mail: { ...asking.mail, fault: async () => 'no mail server is set' } });
    await resolved('s:1');
    move(2 * HOUR);
    await quiet.turn();
    expect(await outcomes()).toEqual([['s:1', 'held', 'no_mail']]);
    await resolved('s:2');
    await passed(2 * DAY);
    expect(await outcomes()).toContainEqual(['s:2', 'held', 'late']);
  });
});

test('a letter that is refused for good was not asked: no event, no throttle', async () => {
  await asking.say(workspace());
  smtp.behave({ at: 'recipient', code: 550 });
  await resolved('s:1');
  await passed();
  expect([await outcomes(), await log()]).toEqual([[['s:1', 'failed', null]], []]);
  expect((await list()).surveys[0]!.detail).toContain('550');
  smtp.behave('take');
  await resolved('s:2');
  await passed();
  expect(await outcomes()).toContainEqual(['s:2', 'sent', null]);
});

test.each(['before', 'after'] as const)(
  'a process that dies %s telling of a letter is followed by the next, and nothing is twice',
  async (place) => {
    await asking.say(workspace());
    await resolved('s:1');
    move(2 * HOUR);
    await turn();
    await asking.deliver();
    dies = place;
    await expect(surveys.turn()).rejects.toThrow('killed');
    dies = undefined;
    await asking.another().turn();
    await turn();
    expect([await outcomes(), (await log()).length, smtp.delivered.length]).toEqual([[['s:1', 'sent', null]], 1, 1]);
  },
);

test('what was heard and not scheduled is heard again, and scheduled once', async () => {
  await asking.say(workspace());
  const place = await pool.query(`select transaction_id::text as transaction, position from reader where name = 'surveys'`);
  await resolved('s:1');
  await pool.query(`update reader set transaction_id = $1::xid8, position = $2 where name = 'surveys'`, Object.values(place.rows[0]));
  await turn();
  expect(await outcomes()).toEqual([['s:1', 'scheduled', null]]);
});

test('a new cycle may be asked about, when it is time', async () => {
  await asking.say(workspace(), { throttleDays: 1 });
  await resolved('s:1');
  await passed();
  move(2 * DAY);
  await send(event('s:1', 'status.changed', { to: 'open' }), event('s:1', 'status.changed', { to: 'resolved' }, agent, now() + MINUTE));
  await turn();
  await passed(3 * HOUR);
  expect(await outcomes()).toEqual([
    ['s:1', 'sent', null],
    ['s:1', 'sent', null],
  ]);
  expect((await stateOf('s:1')).surveys.map(({ cycle }) => cycle)).toEqual([1, 2]);
});

test('in the customer’s language and the workspace’s words, and no subject adds a line to the head', async () => {
  await asking.say(workspace(), { wordings: { de: { csat: { subject: 'Zufrieden?', question: 'Alles gut?' } } } });
  await asking.know(workspace(), 'c', 'cleo@customer.example', { language: 'de-AT' });
  await resolved('s:1', { subject: 'x\r\nBcc: all@example.com\u2028Subject: y' });
  await passed();
  const { read, to } = smtp.delivered[0]!;
  expect([to, read.subject, read.bcc]).toEqual([['cleo@customer.example'], 'Zufrieden?', undefined]);
  expect(read.text).toContain('Zu Ihrem Anliegen „x Bcc: all@example.com Subject: y“');
  expect(await surveys.show(tokenOf(linkIn(read.text!)))).toMatchObject({
    language: 'de',
    wording: { question: 'Alles gut?', low: 'Sehr unzufrieden' },
  });
});

test('a test is one’s own letter, whose page works and keeps nothing', async () => {
  await asking.say(workspace());
  await surveys.test(workspace(), { to: 'pat@desk.example', survey: 'nps', language: 'fr' });
  const { read } = smtp.delivered[0]!;
  expect(read.text).toContain('Ceci est un essai.');
  const link = tokenOf(linkIn(read.text!));
  expect(await surveys.show(link)).toMatchObject({ state: 'open', isTest: true, survey: 'nps', scale: 10 });
  expect(await surveys.answer(link, { score: '10', comment: 'x' })).toMatchObject({ outcome: 'taken' });
  await surveys.optOut(link);
  expect([await log(), (await list()).surveys]).toEqual([[], []]);
  smtp.behave({ at: 'recipient', code: 550 });
  await expect(surveys.test(workspace(), { to: 'pat@desk.example', survey: 'nps', language: '' })).rejects.toMatchObject({
    code: 'not_possible',
    message: expect.stringContaining('550'),
  });
});
