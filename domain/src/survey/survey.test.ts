/** Surveys: who is asked what and how often, whatever happens; in which words; and what a letter says of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SURVEYS } from '../event/index.ts';
import { setLetter } from '../notification/index.ts';
import { asks, created, reply, type Short, status, story } from '../ticket/example.ts';
import { foldTicket } from '../ticket/index.ts';
import {
  type Asked,
  type Asking,
  askedAfter,
  DEFAULT_SETTINGS,
  expiresAt,
  heldBack,
  languageFor,
  LANGUAGES,
  resolvedOf,
  scaleOf,
  scoreIn,
  scoresOf,
  surveyLetter,
  type SurveySettings,
  surveySettings,
  wordingOf,
  wordsIn,
} from './index.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const ON: SurveySettings = { ...DEFAULT_SETTINGS, enabled: true };
const NOBODY = { hasAddress: true, optedOut: false, asked: [] };
const ticketOf = (...shorts: Short[]) => foldTicket('t:1', story(...shorts))!;
const RESOLVED: Short[] = [created(0, { requester: 'c' }), reply(5), status(10, 'resolved')];
const asking = (more: Partial<Asking> = {}, shorts = RESOLVED): Asking => {
  const ticket = ticketOf(...shorts);
  return { settings: ON, ticket, contact: NOBODY, fault: null, now: ticket.lastEventAt + 120 * MINUTE, ...more };
};
const after = (one: Asking) => {
  const answer = askedAfter(one, resolvedOf(one.ticket, one.settings) ?? { cycle: 1, resolvedAt: one.now, dueAt: one.now });
  return 'survey' in answer ? answer.survey : answer.reason;
};
const once = (survey: Asked['survey'], daysAgo: number, more: Partial<Asked> = {}): Asked => ({
  survey,
  at: asking().now - daysAgo * DAY,
  ticket: 't:0',
  cycle: 1,
  ...more,
});

const settings: fc.Arbitrary<SurveySettings> = fc
  .record({
    csat: fc.record({ on: fc.boolean(), everyDays: fc.integer({ min: 0, max: 40 }) }),
    nps: fc.record({ on: fc.boolean(), everyDays: fc.integer({ min: 0, max: 40 }) }),
    ces: fc.record({ on: fc.boolean(), everyDays: fc.integer({ min: 0, max: 40 }), scale: fc.constantFrom(5 as const, 7 as const) }),
    throttleDays: fc.integer({ min: 1, max: 20 }),
    delayMinutes: fc.integer({ min: 0, max: 1440 }),
  })
  .map(({ throttleDays, delayMinutes, ...kinds }) => ({ ...ON, throttleDays, delayMinutes, kinds }));

describe('when it is due', () => {
  test('so long after the resolve of the present cycle, within a day of it, and not while there is work to do', () => {
    const ticket = ticketOf(...RESOLVED);
    expect(resolvedOf(ticket, ON)).toEqual({ cycle: 1, resolvedAt: ticket.lastEventAt, dueAt: ticket.lastEventAt + 120 * MINUTE });
    expect(resolvedOf(ticketOf(...RESOLVED, asks(20), status(20, 'open', 'customer c')), ON)).toBeNull();
    const again = ticketOf(...RESOLVED, asks(20), status(20, 'open', 'customer c'), status(30, 'closed'));
    expect(resolvedOf(again, ON)).toMatchObject({ cycle: 2, resolvedAt: again.lastEventAt });
    fc.assert(
      fc.property(settings, (one) => {
        const { resolvedAt, dueAt } = resolvedOf(ticket, one)!;
        expect(dueAt - resolvedAt).toBeGreaterThanOrEqual(0);
        expect(dueAt - resolvedAt).toBeLessThanOrEqual(DAY);
        // On time, the delay is never why it is late.
        expect(after(asking({ settings: one, now: dueAt }))).not.toBe('late');
      }),
    );
  });
  test('its link ends so many days later', () => expect(expiresAt(ON, 5)).toBe(5 + 14 * DAY));
});

describe('who is not asked', () => {
  test.each<[string, Partial<Asking>, Short[]?]>([
    ['off', { settings: DEFAULT_SETTINGS }],
    ['kind_off', { settings: { ...ON, kinds: { ...ON.kinds, csat: { on: false, everyDays: 0 } } } }],
    ['no_customer', {}, [created(0, {}), status(10, 'resolved')]],
    ['tagged', {}, [created(0, { requester: 'c', tags: ['internal'] }), status(10, 'resolved')]],
    ['reopened', {}, [...RESOLVED, asks(20), status(20, 'open', 'customer c')]],
    ['reopened', {}, [...RESOLVED, asks(20), status(20, 'open', 'customer c'), status(30, 'resolved')]],
    ['hidden', {}, [...RESOLVED, [20, 'agent a', 'ticket.spam', {}]]],
    ['asked_in_cycle', {}, [...RESOLVED, [20, 'system', 'survey.requested', { survey: 'nps', surveyId: 'theirs' }]]],
    ['asked_in_cycle', { contact: { ...NOBODY, asked: [once('ces', 0, { ticket: 't:1' })] } }],
    ['throttled', { contact: { ...NOBODY, asked: [once('nps', 6.9)] } }],
    ['csat', { contact: { ...NOBODY, asked: [once('nps', 7)] } }],
    ['opted_out', { contact: { ...NOBODY, optedOut: true } }],
    ['no_address', { contact: { ...NOBODY, hasAddress: false } }],
    ['no_mail', { fault: 'no mail server is set' }],
    ['csat', {}],
  ])('%s', (wanted, more, shorts) => {
    const one = asking(more, shorts);
    // Of the resolve in the first cycle, whatever came after it.
    const answer = askedAfter(one, { cycle: 1, resolvedAt: one.ticket.cycles[0]!.resolvedAt!, dueAt: one.now });
    expect('survey' in answer ? answer.survey : answer.reason).toBe(wanted);
  });
});

test('what came due long ago, as after a stop, is not asked', () => {
  const { ticket, settings: own } = asking();
  const resolved = resolvedOf(ticket, own)!;
  const at = (now: number) => askedAfter(asking({ now }), resolved);
  expect(at(resolved.resolvedAt + DAY)).toEqual({ survey: 'csat' });
  expect(at(resolved.resolvedAt + DAY + 1)).toMatchObject({ reason: 'late' });
});

test('of several kinds the one that is asked most seldom, as often as it may be', () => {
  const kinds = { csat: { on: true, everyDays: 0 }, nps: { on: true, everyDays: 90 }, ces: { on: true, everyDays: 30, scale: 5 as const } };
  const of = (...asked: Asked[]) => after(asking({ settings: { ...ON, kinds }, contact: { ...NOBODY, asked } }));
  expect([of(), of(once('nps', 20)), of(once('nps', 20), once('ces', 10)), of(once('nps', 91), once('ces', 10))]).toEqual([
    'nps',
    'ces',
    'csat',
    'nps',
  ]);
});

test('law: however often a customer’s tickets are resolved, nobody is asked oftener than the workspace says, nor twice of a cycle', () => {
  const resolves = fc.array(fc.record({ days: fc.double({ min: 0, max: 12, noNaN: true }), ticket: fc.constantFrom('t:1', 't:2') }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(settings, resolves, (one, all) => {
      const asked: Asked[] = [];
      const base = ticketOf(...RESOLVED);
      let now = resolvedOf(base, one)!.dueAt;
      for (const { days, ticket: id } of all) {
        now += Math.round(days * DAY);
        const cycle = { ...base.cycles[0]!, resolvedAt: now };
        const ticket = { ...base, id, cycles: [cycle] };
        const input = { settings: one, ticket, contact: { ...NOBODY, asked: [...asked] }, fault: null, now };
        const answer = askedAfter(input, { cycle: 1, resolvedAt: now, dueAt: now });
        if ('survey' in answer) {
          expect(heldBack(input, answer.survey)).toBeNull();
          expect(one.kinds[answer.survey].on).toBe(true);
          asked.push({ survey: answer.survey, at: now, ticket: id, cycle: 1 });
        } else expect(SURVEYS.every((survey) => heldBack(input, survey) !== null)).toBe(true);
      }
      for (const [index, { survey, at, ticket }] of asked.entries()) {
        const before = asked.slice(0, index);
        for (const earlier of before) {
          expect(at - earlier.at).toBeGreaterThanOrEqual(one.throttleDays * DAY);
          if (earlier.survey === survey) expect(at - earlier.at).toBeGreaterThanOrEqual(one.kinds[survey].everyDays * DAY);
          expect(earlier.ticket).not.toBe(ticket);
        }
      }
    }),
  );
});

describe('scores', () => {
  test('each kind has its own, and no other is one', () => {
    expect(scoresOf('csat', 5)).toEqual([1, 2, 3, 4, 5]);
    expect(scoresOf('nps', scaleOf('nps', 5))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(scoresOf('ces', scaleOf('ces', 7))).toHaveLength(7);
    fc.assert(
      fc.property(fc.constantFrom(...SURVEYS), fc.oneof(fc.string(), fc.integer().map(String)), (survey, text) => {
        const scale = scaleOf(survey, 5);
        const score = scoreIn(text, survey, scale);
        expect(score === null || (String(score) === String(Number(text)) && scoresOf(survey, scale).includes(score))).toBe(true);
      }),
    );
  });
  test.each(['', '0', '6', '5.0', '-1', '1e0', ' 5', '٥', '5\n', undefined, ['5']])('%j is no score of CSAT', (text) =>
    expect(scoreIn(text, 'csat', 5)).toBeNull(),
  );
});

describe('words', () => {
  const wordings = { de: { csat: { question: 'Na, zufrieden?' } }, 'de-at': { csat: { low: 'Gar nicht' } }, 'pt-br': {} };
  const own = { ...ON, wordings };
  test('in the first language that there are words for, else the workspace’s', () => {
    expect(languageFor(own, ['pt', 'de-CH', 'fr'])).toBe('de');
    expect(languageFor(own, ['DE_at'])).toBe('de-at');
    expect(languageFor(own, [null, undefined, 'pt-BR'])).toBe('pt-br');
    expect(languageFor({ ...own, language: 'fr' }, ['ja'])).toBe('fr');
    expect(languageFor(own, ['constructor', '__proto__'])).toBe('en');
  });
  test('the nearer ones first, and none is missing', () => {
    expect(wordingOf(own, 'csat', 'de-at')).toMatchObject({ question: 'Na, zufrieden?', low: 'Gar nicht', high: 'Sehr zufrieden' });
    expect(wordingOf(own, 'nps', 'pt-br')).toEqual(LANGUAGES['en']!.kinds.nps);
    expect(wordsIn('de-at').send).toBe('Absenden');
    for (const { kinds } of Object.values(LANGUAGES))
      for (const kind of Object.values(kinds)) expect(Object.values(kind)).not.toContain('');
  });
  test.each([
    [{ wordings: { EN: {} } }, 'wordings.EN'],
    [{ wordings: { 'en-ab1': {} } }, 'wordings.en-ab1'],
    [{ wordings: { en: { csat: { subject: 'One\r\nBcc: all@example.com' } } } }, 'wordings.en.csat.subject'],
    [{ wordings: { en: { csat: { question: '  ' } } } }, 'wordings.en.csat.question'],
    [{ throttleDays: 0 }, 'throttleDays'],
    [{ delayMinutes: 1441 }, 'delayMinutes'],
    [{ kinds: { ...ON.kinds, csat: { on: false } } }, 'kinds'],
    [{ kinds: { ...ON.kinds, ces: { on: true, scale: 6 } } }, 'kinds.ces.scale'],
  ])('%j is refused by its field', (more, field) => {
    const read = surveySettings.safeParse({ ...ON, ...more });
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toContain(field);
  });
  test('what a workspace begins with is what it may say', () => expect(surveySettings.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS));
});

test('the letter offers each score by a link, in the name of the workspace, and says until when and how to hear no more', () => {
  const set = setLetter(
    surveyLetter({
      settings: ON,
      survey: 'nps',
      scale: 10,
      language: 'de',
      from: 'Feld & Söhne',
      subject: 'Export <b>fehlt</b>\r\nBcc: x',
      link: 'https://desk.example/survey/t',
      until: Date.UTC(2026, 2, 24, 12),
      stop: 'https://desk.example/survey/t/stop',
    }),
  );
  expect(set.subject).toBe('Würden Sie uns empfehlen?');
  for (const score of scoresOf('nps', 10)) expect(set.html).toContain(`href="https://desk.example/survey/t?score=${score}"`);
  expect(set.text).toContain('0 = Sehr unwahrscheinlich, 10 = Sehr wahrscheinlich');
  for (const form of [set.text, set.html]) {
    expect(form).toMatch(/https:\/\/desk\.example\/survey\/t["\n]/);
    expect(form).toContain('24. März 2026');
    expect(form).toContain('https://desk.example/survey/t/stop');
  }
  expect(set.text).toContain('Zu Ihrem Anliegen „Export <b>fehlt</b> Bcc: x“');
  expect(set.html).toContain('Export &lt;b&gt;fehlt&lt;/b&gt; Bcc: x');
  expect(set.html).toContain('<html lang="de">');
  expect(set.html).toContain('Feld &amp; Söhne');
});
