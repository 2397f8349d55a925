import { CHECKLISTS } from '@watchdesk/domain/incident';
import { expect, test } from 'vitest';
import { doneHere } from './done-here.ts';
import { momentWords } from './timeline-words.ts';

const none = { commander: [], technical_lead: [], communications: [], executive: [] };
const page = { url: '', isShown: true, components: [], without: [], postedAt: '2026-03-02T09:00:00.000Z' };
const ids = CHECKLISTS.flatMap(({ items }) => items.map(({ id }) => id));

test('the commander and the post to the status page are seen to be there, and nothing else is', () => {
  const seen = (incident: Parameters<typeof doneHere>[1]) => ids.filter((id) => doneHere(id, incident) !== null);
  const roles = { ...none, commander: [{ id: 'ann', name: 'Ann' }] } as unknown as Parameters<typeof doneHere>[1]['roles'];
  expect(seen({ roles, statusPage: page })).toEqual(['initiation.commander', 'initiation.status_page']);
  expect(seen({ roles: none as unknown as typeof roles, statusPage: { ...page, postedAt: null } })).toEqual([]);
});

test('whoever takes a role is not said to have made somebody else of that name it', () => {
  const moment = { type: 'incident.role_assigned', said: { role: 'commander' }, agent: { id: 'ann', name: 'Ann' } };
  const words = (id: string) => momentWords({ ...moment, by: { id, name: 'Ann' } } as unknown as Parameters<typeof momentWords>[0]).did;
  expect([words('ann'), words('other')]).toEqual(['made themselves incident commander', 'made Ann incident commander']);
});
