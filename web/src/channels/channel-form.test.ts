import { expect, test } from 'vitest';
import { changeOf, channelInWords, emptyForm, missingOf, newOf } from './channel-form.ts';

const slack = {
  ...emptyForm('slack'),
  name: ' #support ',
  credentials: { ...emptyForm('slack').credentials, url: ' https://x.example/1 ' },
};

test('what is entered becomes what the server takes, of each kind its own credentials', () => {
  expect(newOf({ ...slack, template: ' ' })).toMatchObject({ kind: 'slack', credentials: { url: 'https://x.example/1' }, template: null });
  expect(newOf({ ...emptyForm('pagerduty'), credentials: { ...slack.credentials, routingKey: 'k', region: 'eu' } })).toMatchObject({
    credentials: { routingKey: 'k', region: 'eu' },
    from: 'critical',
  });
  expect(newOf({ ...emptyForm('mail'), credentials: { ...slack.credentials, to: 'a@b.example' } })).toMatchObject({
    credentials: { to: 'a@b.example' },
  });
});

test('what a channel is reached by stays where nothing is entered', () => {
  expect(changeOf(emptyForm('slack'))).not.toHaveProperty('credentials');
  expect(changeOf(slack)).toMatchObject({ credentials: { url: 'https://x.example/1' } });
});

test('what is missing is named as its field is', () => {
  expect(missingOf(emptyForm('slack'), true)).toEqual(['Name', 'Address of the incoming webhook']);
  expect(missingOf(emptyForm('pagerduty'), true)).toEqual(['Name', 'Integration key']);
  expect(missingOf(emptyForm('mail'), false)).toEqual(['Name']);
  expect(missingOf(slack, true)).toEqual([]);
});

test('a zone is kept for quiet hours alone', () => {
  expect(newOf({ ...slack, timeZone: 'Europe/Berlin' })).toMatchObject({ quiet: null, timeZone: null });
});

test.each([
  [slack, 'Everything goes to “#support”, where a rule says so. No message says who the customer is. Many at once become one message.'],
  [
    { ...slack, name: '', from: 'warning' as const, isPersonal: true, template: '{{title}}' },
    'Warnings and what is critical go to this channel (Slack), where a rule says so. Messages may say who the customer is and what the ticket is about. Their title follows your template. Many at once become one message.',
  ],
  [
    { ...slack, quiet: { from: '22:00', to: '07:00', days: [] }, timeZone: 'Europe/Berlin' },
    'Everything goes to “#support”, where a rule says so. It is quiet from 22:00 to 07:00 (Berlin time): all but what is critical waits until it ends. No message says who the customer is. Many at once become one message.',
  ],
  [
    { ...slack, from: 'critical' as const, quiet: { from: '22:00', to: '07:00', days: [] } },
    'What is critical goes to “#support”, where a rule says so. Quiet hours change nothing here: what is critical is never held. No message says who the customer is. Many at once become one message.',
  ],
])('%# is told in words', (form, words) => {
  expect(channelInWords(form, 'UTC')).toBe(words);
});
