import { messageOf, slackBody, teamsBody } from '@watchdesk/domain/notification';
import { expect, test } from 'vitest';
import { partsIn } from './preview-parts.ts';

const message = messageOf(
  [
    {
      key: 'k',
      thread: 't',
      event: 'fired',
      severity: 'warning',
      title: 'Close to <its> target',
      what: '48 of 60 minutes.',
      why: { text: 'By its policy.' },
      advice: ['Claim it'],
      facts: [{ label: 'Customer', value: 'A & B' }],
      links: [{ label: 'Open', path: '/queue' }],
      at: 0,
    },
  ],
  { address: 'https://desk.example', workspace: 'Field' },
);
const texts = (body: unknown) => partsIn(JSON.stringify(body))!.map((part) => ('text' in part ? `${part.kind}: ${part.text}` : part));

test('a message to Slack is read as people see it', () => {
  expect(texts(slackBody(message))).toEqual([
    expect.stringMatching(/^title: .*Close to <its> target$/),
    'text: 48 of 60 minutes.',
    { kind: 'facts', facts: [{ label: 'Customer', value: 'A & B' }] },
    'text: Why: By its policy.',
    'text: What to do:\n1. Claim it',
    { kind: 'buttons', labels: ['Open'] },
  ]);
});

test('and one to Teams', () => {
  expect(texts(teamsBody(message))).toEqual([
    'title: Close to <its> target',
    'text: 48 of 60 minutes.',
    'text: Customer: A & B',
    'text: Why: By its policy.',
    'text: 1. Claim it',
    { kind: 'buttons', labels: ['Open'] },
  ]);
});

test('what a program reads, and a letter, are shown as they are', () => {
  expect(partsIn('{"type":"notice.fired","data":{}}')).toBeNull();
  expect(partsIn('Subject: Close\n\n48 minutes')).toBeNull();
});
