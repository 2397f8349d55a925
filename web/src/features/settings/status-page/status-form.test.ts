/** The draft of a status page. */
import { statusPageSettings } from '@watchdesk/domain/status-page';
import { expect, test } from 'vitest';
import { changed, instantIn, newDraft, raised, slugOf, withComponent, without } from './status-form.ts';

test.each([
  ['Field & Sons', 'field-sons'],
  ['Éclair GmbH', 'eclair-gmbh'],
  ['東京', 'status'],
  ['x', 'status'],
])('the path of %s is %s', (name, slug) => expect(slugOf(name)).toBe(slug));

test('a new one is off, and fit to be saved as it is', () => {
  const draft = withComponent(newDraft('Field & Sons', 'Europe/Berlin'), '2026-03-10');
  expect([draft.enabled, statusPageSettings.safeParse(draft).success]).toEqual([false, true]);
});

test('components get ids of their own, are changed, moved and removed', () => {
  const day = '2026-03-10';
  const three = withComponent(withComponent(withComponent(newDraft('A', 'UTC'), day), day), day);
  const idsOf = (draft: typeof three) => draft.components.map(({ id }) => id);
  expect(idsOf(raised(three, 'c3'))).toEqual(['c1', 'c3', 'c2']);
  expect(raised(three, 'c1')).toBe(three);
  expect(idsOf(withComponent(without(three, 'c2'), day))).toEqual(['c1', 'c3', 'c4']);
  expect(changed(three, 'c2', { name: 'Shop' }).components.map(({ name }) => name)).toEqual(['Component 1', 'Shop', 'Component 3']);
});

test('a local time is an instant of the page’s zone', () => {
  expect([instantIn('Europe/Berlin', '2026-07-01T12:00'), instantIn('UTC', '')]).toEqual(['2026-07-01T10:00:00.000Z', '']);
});
