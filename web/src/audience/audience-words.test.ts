import { expect, test } from 'vitest';
import { audienceInWords, isNobody } from './audience-words.ts';
import { messages } from './messages.ts';

const nobody = { people: [], roles: [], teams: [], channels: [] };
const NAMES: Readonly<Record<string, string>> = {
  first: 'whoever is on call in First line',
  mia: 'Mia',
  care: 'Customer care',
  room: '#support-alerts (Slack)',
};
const nameOf = (kind: string, id: string) => (kind === 'roles' ? (messages.roles[id] ?? id) : (NAMES[id] ?? id));

test.each([
  [nobody, 'nobody'],
  [{ ...nobody, ticketAssignee: true }, 'whoever has the ticket'],
  [{ ...nobody, onCall: ['first'], people: ['mia'] }, 'whoever is on call in First line and Mia'],
  [{ ...nobody, ticketAssignee: true, ticketTeamLeads: true }, 'whoever has the ticket and the leads of its team'],
  [{ ...nobody, roles: ['lead'], channels: ['room'] }, 'team leads and #support-alerts (Slack)'],
  [{ ...nobody, teams: ['care'] }, 'everybody in Customer care'],
  [{ ...nobody, roles: ['lead', 'manager'], teams: ['care'], people: ['mia'] }, 'team leads and managers of Customer care and Mia'],
])('%j is %s', (group, words) => {
  expect(audienceInWords(group, nameOf)).toBe(words);
  expect(isNobody(group)).toBe(words === 'nobody');
});
